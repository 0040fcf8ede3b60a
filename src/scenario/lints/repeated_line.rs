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
    let mut seen = BTreeSet::new();
    for bank in banks {
        for (at, line) in bank.lines.iter().enumerate() {
            if !line.trim().is_empty() && !seen.insert(line.trim()) {
                report.add(bank.route.at(at)).with("line", line.as_str());
            }
        }
    }
}
