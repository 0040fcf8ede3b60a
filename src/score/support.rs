//! Whether the sheet supports a close that tells of another customer or of what runs out.

use super::cues::CUES;
use super::{Ledger, Turn};
use crate::analysis::Grasp;

/// True for every technique but a testimonial without a true case or a figure of what became of others, and a warning of a shortage or deadline
/// that the sheet does not know. A warning that the problem goes on needs no support.
pub fn is_supported(ledger: &Ledger<'_>, turn: &Turn<'_>, technique: &str) -> bool {
    match technique {
        "testimonial" => told(turn).any(|subject| is_of_others(ledger, subject)),
        "warning" => {
            !threatens_shortage(turn)
                || names_last_day(ledger, turn)
                || told(turn).any(|subject| is_scarce(ledger, subject))
        }
        _ => true,
    }
}

fn told<'t>(turn: &'t Turn<'_>) -> impl Iterator<Item = &'t str> {
    turn.reading.mentions.iter().filter(|m| m.grasp == Grasp::Told).map(|m| m.subject.as_str())
}

/// True for a customer's story, and for a fact that tells of customers in figures.
fn is_of_others(ledger: &Ledger<'_>, subject: &str) -> bool {
    let fact = subject.strip_prefix("fact:");
    let facts = &ledger.scenario.product.facts;
    subject.starts_with("case:")
        || fact.is_some_and(|id| facts.iter().any(|f| f.id == id && CUES.tells_of_others(&f.text)))
}

/// True where the reply names the last day of the promotion that runs: "活动20号截止".
fn names_last_day(ledger: &Ledger<'_>, turn: &Turn<'_>) -> bool {
    let file = &ledger.scenario.file;
    let running = ledger.scenario.product.promotion.as_ref().filter(|p| p.from <= file.date && file.date <= p.until);
    let Some(day) = running.and_then(|p| p.until.rsplit('-').next()) else { return false };
    let day = day.trim_start_matches('0');
    // "120号" is not the 20th.
    ["号", "日"].iter().any(|unit| {
        let named = format!("{day}{unit}");
        turn.text.match_indices(&named).any(|(at, _)| !turn.text[..at].ends_with(|c: char| c.is_ascii_digit()))
    })
}

/// Looks in the evidence of the warning; in the whole reply where there is none.
fn threatens_shortage(turn: &Turn<'_>) -> bool {
    match turn.span("warning") {
        Some((start, end)) => {
            let said: String = turn.text.chars().skip(start).take(end.saturating_sub(start)).collect();
            CUES.speaks_of_scarcity(&said)
        }
        None => CUES.speaks_of_scarcity(turn.text),
    }
}

/// True where the subject is a stock, a running promotion, or a text of the sheet that speaks of a limit.
fn is_scarce(ledger: &Ledger<'_>, subject: &str) -> bool {
    let product = &ledger.scenario.product;
    let file = &ledger.scenario.file;
    match subject.split_once(':') {
        None if subject == "stock" => product.stock.is_some(),
        None if subject == "promotion" => product
            .promotion
            .as_ref()
            .is_some_and(|p| p.from.as_str() <= file.date.as_str() && file.date.as_str() <= p.until.as_str()),
        Some(("fact", id)) => product.facts.iter().any(|f| f.id == id && CUES.speaks_of_scarcity(&f.text)),
        Some(("point", id)) => file.points.iter().any(|p| p.id == id && CUES.speaks_of_scarcity(&p.text)),
        _ => false,
    }
}
