//! Closing techniques are those of the rubric: `alternative`, `summary`.

use crate::analysis::{Family, vocabulary};
use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let named: Vec<(Route, &String)> = match view {
        View::Persona(persona) => persona.close_fit.keys().map(|id| (Route::new("close_fit").key(id), id)).collect(),
        View::Scenario(file) => {
            let truths = file.truths.iter().enumerate();
            let closes = truths.flat_map(|(at, truth)| {
                let route = Route::new("truths").at(at).field("best_closes");
                truth.best_closes.iter().enumerate().map(move |(at, id)| (route.at(at), id))
            });
            closes.collect()
        }
        _ => return,
    };
    let known = vocabulary::ids(Family::Closes);
    for (route, id) in named {
        if !known.contains(&id.as_str()) {
            report.add(route).with("name", id.as_str()).helped(listed(id, known.iter().copied()));
        }
    }
}
