//! Errors that cap the total: an insult, a false promise, payment past the platform.

use super::cues::CUES;
use super::{Critical, Ledger, Turn};
use crate::analysis::Family;

/// The total is held to this, however good the rest was.
pub const CAP: u8 = 39;

/// Every critical error, in order of turns; each kind at most once a turn.
pub fn critical(ledger: &Ledger<'_>) -> Vec<Critical> {
    let mut found = Vec::new();
    for turn in &ledger.turns {
        for (id, hit) in [
            ("insult", is_insult(turn)),
            ("false_promise", is_false_promise(ledger, turn)),
            ("off_platform", CUES.off_platform(turn.text).is_some()),
        ] {
            if hit {
                found.push(Critical { id: id.to_owned(), turn: turn.index });
            }
        }
    }
    found
}

fn is_insult(turn: &Turn<'_>) -> bool {
    turn.is_rude() && (turn.insulted || turn.has(Family::Faults, "arrogant"))
}

/// A promise that the shop can't keep: beyond the sheet, a guaranteed cure, or a price below the floor.
fn is_false_promise(ledger: &Ledger<'_>, turn: &Turn<'_>) -> bool {
    let beyond = turn.has(Family::Claims, "beyond_sheet") && said(turn, "beyond_sheet", |s| CUES.is_promise(s));
    let cure = turn.has(Family::Claims, "medical") && said(turn, "medical", |s| CUES.is_guarantee(s));
    let price = turn.reading.offered.or(turn.price);
    let below = price.is_some_and(|p| p < ledger.scenario.product.floor_price);
    let claimed = turn.has(Family::Claims, "beyond_sheet") || turn.has(Family::Claims, "contradicts_sheet");
    beyond || cure || (below && claimed)
}

/// True where a sentence that holds evidence of the label is such a one; without evidence, the whole reply.
fn said(turn: &Turn<'_>, label: &str, is: impl Fn(&str) -> bool) -> bool {
    let mut spans = turn.reading.evidence.iter().filter(|e| e.label == label).peekable();
    if spans.peek().is_none() {
        return is(turn.text);
    }
    let sentences = super::cues::sentences(turn.text);
    spans.any(|span| {
        sentences.iter().any(|(start, sentence)| {
            let end = start + sentence.chars().count();
            *start < span.end && span.start < end && is(sentence)
        })
    })
}
