//! Lists of lines hold at least one, and no line is blank: the buyer must have something to say.

use crate::diagnostic::Severity;
use crate::scenario::findings::walk::{self, Bank};
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let banks = match view {
        View::Persona(persona) => walk::voices(&persona.voice),
        View::Scenario(file) => {
            if file.opening.is_empty() {
                report.add(Route::new("opening")).with("list", "opening");
            }
            let points = file.points.iter().enumerate();
            let points = points.map(|(at, p)| says(Route::new("points").at(at).field("says"), &p.says));
            walk::banks(file).into_iter().chain(points).collect()
        }
        View::Product(product) => {
            let mut banks = Vec::new();
            for (at, feature) in product.features.iter().enumerate() {
                let route = Route::new("features").at(at);
                banks.push(says(route.field("says"), &feature.says));
                banks.push(says(route.field("benefit_says"), &feature.benefit_says));
            }
            for (at, case) in product.cases.iter().enumerate() {
                banks.push(says(Route::new("cases").at(at).field("says"), &case.says));
            }
            banks
        }
        _ => return,
    };
    for bank in banks {
        let list = bank.route.to_string();
        if bank.lines.is_empty() && !bank.optional {
            report.add(bank.route.clone()).with("list", list.as_str());
        }
        for (at, _) in bank.lines.iter().enumerate().filter(|(_, line)| line.trim().is_empty()) {
            let route = bank.route.at(at);
            let line = route.to_string();
            report.add(route).with("list", line);
        }
    }
}

fn says(route: Route, lines: &[String]) -> Bank<'_> {
    Bank { route, lines, optional: false }
}
