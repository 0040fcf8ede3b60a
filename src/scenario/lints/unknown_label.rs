//! Labels are written `family:id`, as in the rubric: `moves:offer`.

use crate::analysis::vocabulary;
use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::format::Predicate;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let mut labels: Vec<(Route, &str)> = Vec::new();
    let predicates = match view {
        View::Scenario(file) => {
            for (route, item) in walk::items(file) {
                let route = route.field("labels");
                labels.extend(item.labels.iter().enumerate().map(|(at, label)| (route.at(at), label.as_str())));
            }
            walk::settle_predicates(file)
        }
        View::Script(script) => walk::script_predicates(script),
        _ => return,
    };
    for (route, predicate) in predicates {
        if let Predicate::Label(label) = predicate {
            labels.push((route.inside(), label));
        }
    }
    let known: Vec<String> = vocabulary::labels();
    for (route, label) in labels {
        if !known.iter().any(|k| k == label) {
            report.add(route).with("label", label).helped(listed(label, known.iter().map(String::as_str)));
        }
    }
}
