//! `huashu test`: replays the golden runs that scenarios carry and reports each.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{Failure, Output};
use crate::i18n::Text;
use crate::session::golden::{self, Report};
use crate::store::{Library, files};

pub fn define(command: Command) -> Command {
    command
        .arg(Arg::new("path").value_name("PATH").num_args(1..).required(true).value_parser(value_parser!(PathBuf)))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue))
}

pub fn run(args: &ArgMatches, out: &mut Output<'_>) -> Result<(), Failure> {
    let paths: Vec<PathBuf> = args.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    let analyser = Arc::new(super::model::analyser(args)?.without_evidence());
    let mut reports = Vec::new();
    let library = Library::check(&paths, &super::folders(args))?;
    let errors = library.diagnostics().iter().filter(|p| p.is_error()).count();
    if errors > 0 {
        let path = paths.iter().map(|p| files::display(p)).collect::<Vec<_>>().join(" ");
        out.say(&Text::new("cli-problems").with("errors", errors as i64).with("path", path))?;
    }
    for (scenario, run) in library.runs() {
        reports.push(golden::check(scenario, run, &analyser));
    }
    let missed = reports.iter().filter(|r| !r.misses.is_empty()).count();
    if args.get_flag("json") {
        let rows: Vec<Value> = reports.iter().map(|r| row(r, out)).collect();
        out.line(&serde_json::to_string_pretty(&rows).unwrap_or_default())?;
    } else {
        for report in &reports {
            print(report, out)?;
        }
        let summary = Text::new("test-summary").with("runs", reports.len() as i64).with("missed", missed as i64);
        out.say(&summary)?;
    }
    if reports.is_empty() {
        return Err(Failure::FoundWith(Text::new("test-none")));
    }
    if missed + errors > 0 { Err(Failure::Found) } else { Ok(()) }
}

fn row(report: &Report, out: &Output<'_>) -> Value {
    let misses: Vec<String> = report.misses.iter().map(|m| out.locale.render(m)).collect();
    json!({
        "scenario": report.scenario,
        "run": report.run,
        "outcome": report.card.outcome.map(|o| o.id()),
        "score": report.card.overall,
        "passed": misses.is_empty(),
        "misses": misses,
    })
}

fn print(report: &Report, out: &mut Output<'_>) -> Result<(), Failure> {
    let mark = if report.misses.is_empty() { "✓" } else { "✗" };
    let outcome = report.card.outcome.map_or("", |o| o.id());
    out.line(&format!("{mark} {} / {}  {outcome}  {}", report.scenario, report.run, report.card.overall))?;
    for miss in &report.misses {
        let line = out.locale.render(miss);
        out.line(&format!("    {line}"))?;
    }
    Ok(())
}
