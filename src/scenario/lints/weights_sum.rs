//! The weights sum to 100, so that the total is a mark out of 100.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let sum: i64 = file.weights.values().map(|weight| i64::from(*weight)).sum();
    if sum != 100 {
        report.add(Route::new("weights")).with("sum", sum);
    }
}
