//! A golden run has replies, a name of its own, an outcome that exists and a score range that can be met.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::format::OUTCOMES;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Runs(file) = view else { return };
    let mut names = BTreeSet::new();
    for (at, run) in file.runs.iter().enumerate() {
        let route = Route::new("runs").at(at);
        if !names.insert(run.name.as_str()) {
            report.add(route.field("name")).with("what", run.name.as_str());
        }
        if run.replies.is_empty() {
            report.add(route.field("replies")).with("what", "replies: []");
        }
        if let Some(outcome) = run.expect.outcome.as_deref().filter(|outcome| !OUTCOMES.contains(outcome)) {
            report.add(route.field("expect").field("outcome")).with("what", outcome);
        }
        if let Some((least, most)) = run.expect.score.filter(|(least, most)| least > most || *most > 100) {
            report.add(route.field("expect").field("score")).with("what", format!("({least}, {most})"));
        }
    }
}
