//! A point that nothing refers to as `point:ID` can be said, but changes nothing.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::format::Predicate;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Warning;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Whole(scenario) = view else { return };
    let mut used: BTreeSet<&str> = walk::named_subjects(&scenario.file).into_iter().map(|(_, s)| s.as_str()).collect();
    let predicates =
        walk::settle_predicates(&scenario.file).into_iter().chain(walk::script_predicates(&scenario.script));
    used.extend(predicates.filter_map(|(_, predicate)| match predicate {
        Predicate::Says(subject) => Some(subject.as_str()),
        _ => None,
    }));
    for (at, point) in scenario.file.points.iter().enumerate() {
        if !used.contains(format!("point:{}", point.id).as_str()) {
            report.add(Route::new("points").at(at).field("id")).with("id", point.id.as_str());
        }
    }
}
