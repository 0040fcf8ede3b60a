//! `After` and `examples` name steps of the script.

use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::format::Predicate;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let (script, predicates) = match view {
        View::Script(script) => (*script, walk::script_predicates(script)),
        View::Whole(scenario) => (&scenario.script, walk::settle_predicates(&scenario.file)),
        _ => return,
    };
    if let View::Whole(scenario) = view {
        for (key, _) in scenario.file.examples.iter().filter(|(key, _)| script.steps.iter().all(|s| s.id != **key)) {
            let known = script.steps.iter().map(|s| s.id.as_str());
            report.add(Route::new("examples")).with("step", key.as_str()).helped(listed(key, known));
        }
    }
    for (route, predicate) in predicates {
        let Predicate::After(step) = predicate else { continue };
        if !script.steps.iter().any(|s| s.id == *step) {
            let known = script.steps.iter().map(|s| s.id.as_str());
            report.add(route.inside()).with("step", step.as_str()).helped(listed(step, known));
        }
    }
}
