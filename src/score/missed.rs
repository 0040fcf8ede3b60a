//! Chances that were there and not taken, whichever dimension they belong to.

use super::suggest::{answer, asking_example};
use super::{Ledger, Missed};
use crate::i18n::Text;
use crate::scenario::format::ItemKind;

/// Questions left open, objections left standing, and the truth that nobody asked for.
pub fn missed(ledger: &Ledger<'_>) -> Vec<Missed> {
    let mut found = Vec::new();
    for item in &ledger.items {
        let Some(def) = item.def.filter(|_| item.had_a_chance(ledger) && item.settled().is_none()) else { continue };
        let id = match def.kind {
            ItemKind::Question => "missed-question",
            ItemKind::Digression => continue,
            _ => "missed-objection",
        };
        let Some(ask) = asked(ledger, item.id).or_else(|| def.raise.first().map(String::as_str)) else { continue };
        found.push(Missed { text: Text::new(id).with("ask", ask), example: answer(ledger.scenario, def) });
    }
    if let Some(truth) = ledger.truth.filter(|_| ledger.truth_told.is_none() && !ledger.turns.is_empty()) {
        let text = Text::new("missed-truth").with("truth", truth.text.as_str());
        found.push(Missed { text, example: asking_example(ledger.scenario) });
    }
    found
}

/// The buyer's own words for an item, as they fell first.
fn asked<'a>(ledger: &Ledger<'a>, item: &str) -> Option<&'a str> {
    ledger.turns.iter().flat_map(|t| &t.lines).find(|l| l.item == Some(item)).map(|l| l.text)
}
