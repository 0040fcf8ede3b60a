//! A scenario has two hidden truths or more: with one, nothing is left to find out.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    if file.truths.len() < 2 {
        report.add(Route::new("truths")).with("found", file.truths.len() as i64);
    }
}
