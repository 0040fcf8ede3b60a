//! Weights are given to the dimensions that there are.

use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View};
use crate::scenario::format::DIMENSIONS;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    for name in file.weights.keys().filter(|name| !DIMENSIONS.contains(&name.as_str())) {
        report.add(Route::new("weights").key(name)).with("name", name.as_str()).helped(listed(name, DIMENSIONS));
    }
}
