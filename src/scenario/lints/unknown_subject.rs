//! Subjects are of this scenario's product sheet or points: `fact:delivery`, `benefit:taste`, `point:notify`.

use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Part, Report, View, walk};
use crate::scenario::format::Predicate;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Whole(scenario) = view else { return };
    let mut named: Vec<(Part, Route, &String)> =
        walk::named_subjects(&scenario.file).into_iter().map(|(route, s)| (Part::Scenario, route, s)).collect();
    for (part, predicates) in [
        (Part::Scenario, walk::settle_predicates(&scenario.file)),
        (Part::Script, walk::script_predicates(&scenario.script)),
    ] {
        for (route, predicate) in predicates {
            if let Predicate::Says(subject) = predicate {
                named.push((part, route.inside(), subject));
            }
        }
    }
    let known = walk::subjects(scenario);
    for (part, route, subject) in named {
        // Topics are `unknown_topic`'s.
        if !known.contains(subject) && !subject.starts_with("topic:") {
            report
                .add_in(part, route)
                .with("subject", subject.as_str())
                .with("product", scenario.product.id.as_str())
                .helped(listed(subject, known.iter().map(String::as_str)));
        }
    }
}
