//! The same line twice: the buyer would repeat itself word for word.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};

pub const SEVERITY: Severity = Severity::Warning;

pub fn check(view: &View<'_>, report: &mut Report) {
    let banks = match view {
        View::Persona(persona) => walk::voices(&persona.voice),
        View::Scenario(file) => walk::banks(file),
        _ => return,
    };
    // An opening that asks an agenda item's question, word for word, raises that item: the line is said once.
    let (openings, raised): (usize, BTreeSet<&str>) = match view {
        View::Scenario(file) => {
            (file.opening.len(), file.agenda.iter().flat_map(|item| &item.raise).map(|line| line.trim()).collect())
        }
        _ => (0, BTreeSet::new()),
    };
    let mut seen = BTreeSet::new();
    for (nth, bank) in banks.into_iter().enumerate() {
        for (at, line) in bank.lines.iter().enumerate() {
            if nth < openings && raised.contains(line.trim()) {
                continue;
            }
            if !line.trim().is_empty() && !seen.insert(line.trim()) {
                report.add(bank.route.at(at)).with("line", line.as_str());
            }
        }
    }
}
