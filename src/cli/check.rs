//! `huashu check`: every problem in scenario files, in one go.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{Failure, Output, folders, report_problems};
use crate::diagnostic::render;
use crate::i18n::Text;
use crate::store::Library;

pub fn define(command: Command) -> Command {
    command
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .value_parser(value_parser!(PathBuf))
                .required(true)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue))
}

pub fn run(matches: &ArgMatches, output: &mut Output<'_>) -> Result<(), Failure> {
    let paths: Vec<PathBuf> = matches.get_many("paths").map(|paths| paths.cloned().collect()).unwrap_or_default();
    let library = Library::check(&paths, &folders(matches))?;
    let problems = library.diagnostics();
    let errors = problems.iter().filter(|p| p.is_error()).count();
    let warnings = problems.len() - errors;
    if matches.get_flag("json") {
        let all = render::json::render(problems, output.locale);
        output.line(&format!("{all:#}"))?;
    } else {
        report_problems(&library, output)?;
    }
    let files: usize = library.files().iter().sum();
    let summary = match (files + problems.len(), errors, warnings) {
        (0, ..) => "check-nothing",
        (_, 0, 0) => "check-clean",
        (_, 0, _) => "check-warned",
        _ => "check-found",
    };
    output.say(
        &Text::new(summary)
            .with("files", files as i64)
            .with("scenarios", library.scenarios().len() as i64)
            .with("errors", errors as i64)
            .with("warnings", warnings as i64),
    )?;
    if errors > 0 { Err(Failure::Found) } else { Ok(()) }
}
