//! No script step waits for itself, neither directly nor through other steps: it could never be met.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::format::Predicate;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Script(script) = view else { return };
    let waits: BTreeMap<&str, BTreeSet<&str>> = script
        .steps
        .iter()
        .map(|step| {
            let mut needed = needs(&step.when);
            needed.extend(needs(&step.applies));
            (step.id.as_str(), needed)
        })
        .collect();
    for (at, step) in script.steps.iter().enumerate() {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = waits[step.id.as_str()].iter().copied().collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(waits.get(next).into_iter().flatten());
            }
        }
        if reached.contains(step.id.as_str()) {
            report.add(Route::new("steps").at(at).field("when")).with("step", step.id.as_str());
        }
    }
}

/// The steps without which the condition can't hold.
fn needs(predicate: &Predicate) -> BTreeSet<&str> {
    match predicate {
        Predicate::After(step) => BTreeSet::from([step.as_str()]),
        Predicate::AllOf(all) => all.iter().flat_map(needs).collect(),
        // Of several ways only what all of them need.
        Predicate::AnyOf(any) => {
            let mut ways = any.iter().map(needs);
            let first = ways.next().unwrap_or_default();
            ways.fold(first, |common, way| common.intersection(&way).copied().collect())
        }
        _ => BTreeSet::new(),
    }
}
