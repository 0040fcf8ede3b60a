//! Slots in lines are those that will be filled: `{product}`, `{price}`, and `{offer}` or `{name}`.

use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

/// What is filled in the buyer's lines.
const BUYER: [&str; 3] = ["product", "price", "offer"];
/// What is filled in the shop's phrases.
const SHOP: [&str; 3] = ["name", "product", "price"];

pub fn check(view: &View<'_>, report: &mut Report) {
    let (known, lines): (&[&str], Vec<(Route, &String)>) = match view {
        View::Persona(persona) => (&BUYER, lines(walk::voices(&persona.voice))),
        View::Scenario(file) => (&BUYER, lines(walk::banks(file))),
        View::Phrases(phrases) => {
            let quick = phrases.quick.iter().enumerate();
            (&SHOP, quick.map(|(at, q)| (Route::new("quick").at(at).field("text"), &q.text)).collect())
        }
        View::Script(script) => {
            let steps = script.steps.iter().enumerate();
            (&SHOP, steps.map(|(at, s)| (Route::new("steps").at(at).field("example"), &s.example)).collect())
        }
        _ => return,
    };
    for (route, line) in lines {
        for slot in slots(line).filter(|slot| !known.contains(slot)) {
            report.add(route.clone()).with("slot", slot).helped(listed(slot, known.iter().copied()));
        }
    }
}

fn lines(banks: Vec<walk::Bank<'_>>) -> Vec<(Route, &String)> {
    let mut out = Vec::new();
    for bank in banks {
        out.extend(bank.lines.iter().enumerate().map(|(at, line)| (bank.route.at(at), line)));
    }
    out
}

/// What stands in braces; up to the end of the line where a brace is left open.
fn slots(line: &str) -> impl Iterator<Item = &str> {
    line.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::slots;

    #[test]
    fn finds_slots() {
        for (line, expected) in [
            ("{name}你好,{product}", vec!["name", "product"]),
            ("没有", vec![]),
            ("半个{price", vec!["price"]),
            ("{}", vec![""]),
        ] {
            assert_eq!(slots(line).collect::<Vec<_>>(), expected, "{line}");
        }
    }
}
