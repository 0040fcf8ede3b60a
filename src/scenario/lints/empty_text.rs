//! Names, titles and texts that people will read are not blank; lists that something must be in are not empty.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let mut texts: Vec<(Route, &str)> = Vec::new();
    let mut empty: Vec<&str> = Vec::new();
    match view {
        View::Persona(x) => {
            texts.extend(top(&[("name", &x.name), ("about", &x.about), ("wins", &x.wins), ("loses", &x.loses)]));
        }
        View::Product(x) => {
            texts.extend(top(&[("name", &x.name), ("category", &x.category), ("unit", &x.unit)]));
            for (at, fact) in x.facts.iter().enumerate() {
                texts.push((Route::new("facts").at(at).field("text"), &fact.text));
            }
            for (at, feature) in x.features.iter().enumerate() {
                let route = Route::new("features").at(at);
                texts.push((route.field("text"), &feature.text));
                texts.push((route.field("benefit"), &feature.benefit));
            }
            if x.facts.is_empty() {
                empty.push("facts");
            }
        }
        View::Script(x) => {
            texts.extend(top(&[("name", &x.name)]));
            for (at, step) in x.steps.iter().enumerate() {
                let route = Route::new("steps").at(at);
                texts.push((route.field("name"), &step.name));
                texts.push((route.field("hint"), &step.hint));
                texts.push((route.field("example"), &step.example));
            }
            if x.steps.is_empty() {
                empty.push("steps");
            }
        }
        View::Phrases(x) => {
            texts.extend(top(&[("name", &x.name)]));
            for (at, quick) in x.quick.iter().enumerate() {
                texts.push((Route::new("quick").at(at).field("text"), &quick.text));
            }
        }
        View::Scenario(x) => {
            texts.extend(top(&[("title", &x.title), ("tagline", &x.tagline), ("role", &x.role)]));
            texts.push((Route::new("customer").field("name"), &x.customer.name));
            for (list, length) in [("goals", x.goals.len()), ("agenda", x.agenda.len())] {
                if length == 0 {
                    empty.push(list);
                }
            }
        }
        View::Runs(x) => {
            for (at, run) in x.runs.iter().enumerate() {
                texts.push((Route::new("runs").at(at).field("name"), &run.name));
            }
            if x.runs.is_empty() {
                empty.push("runs");
            }
        }
        View::Whole(_) => {}
    }
    let blank = texts.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(route, _)| route);
    for route in blank.chain(empty.into_iter().map(Route::new)) {
        let name = route.to_string();
        report.add(route).with("field", name);
    }
}

fn top<'a>(fields: &[(&str, &'a String)]) -> Vec<(Route, &'a str)> {
    fields.iter().map(|(name, text)| (Route::new(name), text.as_str())).collect()
}
