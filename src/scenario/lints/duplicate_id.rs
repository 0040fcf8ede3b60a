//! Ids are given once: `fact:delivery` must name one fact.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    match view {
        View::Product(product) => {
            unique("facts", product.facts.iter().map(|x| &x.id), report);
            unique("features", product.features.iter().map(|x| &x.id), report);
            unique("cases", product.cases.iter().map(|x| &x.id), report);
            unique("competitors", product.competitors.iter().map(|x| &x.id), report);
        }
        View::Script(script) => unique("steps", script.steps.iter().map(|x| &x.id), report),
        View::Scenario(file) => {
            unique("points", file.points.iter().map(|x| &x.id), report);
            unique("truths", file.truths.iter().map(|x| &x.id), report);
            let settle = Route::new("closing").field("settle");
            let steps = file.closing.settle.iter().enumerate();
            all_unique(steps.map(|(at, x)| (settle.at(at), &x.id)), report);
            // Items of different truths never meet, but events name items by id alone.
            all_unique(walk::items(file).into_iter().map(|(route, item)| (route, &item.id)), report);
        }
        _ => {}
    }
}

fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a String>, report: &mut Report) {
    let route = Route::new(list);
    all_unique(ids.enumerate().map(|(at, id)| (route.at(at), id)), report);
}

fn all_unique<'a>(ids: impl Iterator<Item = (Route, &'a String)>, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for (route, id) in ids {
        if !seen.insert(id) {
            report.add(route.field("id")).with("id", id.as_str());
        }
    }
}
