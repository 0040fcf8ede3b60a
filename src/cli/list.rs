//! `huashu list`: the scenarios that can be played.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{Failure, Output, library, mention_problems};
use crate::i18n::Text;
use crate::scenario::Entry;

pub fn define(command: Command) -> Command {
    command.arg(Arg::new("json").long("json").action(ArgAction::SetTrue))
}

pub fn run(matches: &ArgMatches, output: &mut Output<'_>) -> Result<(), Failure> {
    let library = library(matches)?;
    mention_problems(matches, &library, output)?;
    let entries = library.scenarios();
    if matches.get_flag("json") {
        let all: Value = entries.iter().map(as_json).collect();
        return output.line(&format!("{all:#}"));
    }
    let Some(first) = entries.first() else { return output.say(&Text::new("list-empty")) };
    for line in table(entries, output) {
        output.line(&line)?;
    }
    output.say(&Text::new("list-hint").with("id", first.scenario.id()))
}

fn as_json(entry: &Entry) -> Value {
    let (file, scenario) = (&entry.scenario.file, &entry.scenario);
    json!({
        "id": file.id,
        "title": file.title,
        "persona": file.persona,
        "product": file.product,
        "channel": file.channel.id(),
        "level": file.level,
        "pass_mark": file.pass_mark,
        "path": entry.path,
        "persona_name": scenario.persona.name,
        "product_name": scenario.product.name,
    })
}

/// Lines of aligned columns; Chinese chars are two columns wide.
fn table(entries: &[Entry], output: &Output<'_>) -> Vec<String> {
    let tr = |id: &str| output.locale.tr(id);
    let heads = ["list-id", "list-title", "list-persona", "list-product", "list-channel", "list-level", "list-pass"];
    let mut rows = vec![heads.map(tr)];
    for entry in entries {
        let (file, scenario) = (&entry.scenario.file, &entry.scenario);
        rows.push([
            file.id.clone(),
            file.title.clone(),
            scenario.persona.name.clone(),
            scenario.product.name.clone(),
            tr(&format!("list-channel-{}", file.channel.id())),
            file.level.to_string(),
            file.pass_mark.to_string(),
        ]);
    }
    let mut widths = [0; 7];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let padded = |row: &[String; 7]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(padded).collect()
}
