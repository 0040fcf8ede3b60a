//! Every truth can come out: by a topic that is asked about, or by probing an objection.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    if file.agenda.iter().any(|item| item.kind.is_objection()) {
        return;
    }
    for (at, truth) in file.truths.iter().enumerate().filter(|(_, truth)| truth.reveal.is_empty()) {
        report.add(Route::new("truths").at(at)).with("truth", truth.id.as_str());
    }
}
