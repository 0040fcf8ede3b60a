//! What could have been said at a turn, put together from the scenario's own facts and the script's examples.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::predicate::wants_question;
use super::walk::Walk;
use super::{Ledger, Turn};
use crate::scenario::format::{AgendaItem, ItemKind, Promotion};
use crate::scenario::{Money, Scenario};

static SOURCE: &str = include_str!("../../assets/score/suggest.ron");

/// The bundled turns of phrase. A test reads them, so they are there in a build that passed.
static PHRASES: LazyLock<Turns> = LazyLock::new(|| ron::from_str(SOURCE).unwrap_or_default());

/// Matters answered in one suggestion; more would be no reply but a lecture.
const MATTERS: usize = 2;
const ARGUMENTS: usize = 2;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Turns {
    greet: String,
    acknowledge: BTreeMap<ItemKind, String>,
    offer: String,
    offer_price: String,
    price: String,
    probe: String,
    lead_back: String,
    close: BTreeMap<String, String>,
}

/// A sentence that would have served the buyer at this turn; None where nothing was asked of the trainee
/// that the sheet or the script could answer.
pub fn suggest(ledger: &Ledger<'_>, turn: usize) -> Option<String> {
    let turn = ledger.turns.get(turn)?;
    let greeting = if turn.index == 0 { PHRASES.greet.as_str() } else { "" };
    let matters = matters(ledger, turn);
    if !matters.is_empty() {
        let said = matters.iter().filter_map(|item| answer(ledger.scenario, item)).collect::<String>();
        let question = question(ledger, turn, &matters).unwrap_or_default();
        return (!said.is_empty()).then(|| format!("{greeting}{said}{question}"));
    }
    if turn.ready && !turn.agreed_before {
        return closing_sentence(ledger);
    }
    let walk = Walk::through(ledger);
    let steps = ledger.scenario.script.steps.iter().enumerate();
    let missed =
        steps.filter(|(place, _)| walk.met[*place].is_none()).find(|(p, _)| walk.chance(*p) == Some(turn.index));
    missed.map(|(_, step)| ledger.scenario.example(step))
}

/// The reply that would settle an item, without greeting or question; None where the scenario has no words for it.
pub(super) fn answer(scenario: &Scenario, item: &AgendaItem) -> Option<String> {
    let opening = PHRASES.acknowledge.get(&item.kind).map(String::as_str).unwrap_or_default();
    let mut parts: Vec<String> = item.answer.iter().filter_map(|s| sentence(scenario, s)).collect();
    let wanted = (item.needed as usize).min(ARGUMENTS);
    let room = if parts.is_empty() { wanted.max(1) } else { wanted.saturating_sub(1) };
    let arguments = item.arguments.iter().filter(|s| !item.answer.contains(s)).filter_map(|s| sentence(scenario, s));
    parts.extend(arguments.take(room));
    if item.kind != ItemKind::Question {
        let said = parts.concat();
        let promised =
            |offer: &String| running(scenario).is_some_and(|p| offer.ends_with(&p.text) && said.contains(&p.text));
        parts.extend(offer(scenario, item).filter(|offer| !promised(offer)));
    }
    if item.kind == ItemKind::Digression {
        return Some(format!("{opening}{}{}", PHRASES.lead_back, ended(&parts)));
    }
    if parts.is_empty() && opening.is_empty() {
        return None;
    }
    Some(format!("{opening}{}", ended(&parts)))
}

fn ended(parts: &[String]) -> String {
    let said = parts.iter().map(|p| p.trim_end_matches(['。', '！', '；'])).collect::<Vec<_>>().join("，");
    if said.is_empty() { said } else { format!("{said}。") }
}

/// The price that settles it, where it may be given; else the promotion that runs, where an offer helps.
fn offer(scenario: &Scenario, item: &AgendaItem) -> Option<String> {
    let product = &scenario.product;
    let allowed = |p: &Money| *p >= product.floor_price && *p < product.price;
    if let Some(price) = item.price_at_most.filter(allowed) {
        return Some(format!("{}{}", PHRASES.offer, priced(&PHRASES.offer_price, price, scenario)));
    }
    let helps = item.labels.iter().any(|l| l == "moves:offer");
    running(scenario).filter(|_| helps).map(|p| format!("{}{}", PHRASES.offer, p.text))
}

fn running(scenario: &Scenario) -> Option<&Promotion> {
    let day = scenario.file.date.as_str();
    scenario.product.promotion.as_ref().filter(|p| p.from.as_str() <= day && day <= p.until.as_str())
}

fn priced(phrase: &str, price: Money, scenario: &Scenario) -> String {
    phrase.replace("{price}", &price.to_string()).replace("{unit}", &scenario.product.unit)
}

/// The items that the buyer has just raised, else those still open: an objection before a question.
fn matters<'a>(ledger: &Ledger<'a>, turn: &Turn<'a>) -> Vec<&'a AgendaItem> {
    let fresh: Vec<&str> = turn.lines.iter().filter_map(|l| l.item).filter(|i| turn.open.contains(i)).collect();
    let ids = if fresh.is_empty() { &turn.open } else { &fresh };
    let mut found: Vec<&AgendaItem> = Vec::new();
    for id in ids {
        let def = ledger.item(id).and_then(|i| i.def);
        if let Some(def) = def.filter(|d| !found.iter().any(|f| f.id == d.id)) {
            found.push(def);
        }
    }
    found.sort_by_key(|d| d.kind == ItemKind::Question);
    found.truncate(MATTERS);
    found
}

/// How the reply goes on: to the purchase where the buyer is ready, else to what is behind it.
fn question(ledger: &Ledger<'_>, turn: &Turn<'_>, matters: &[&AgendaItem]) -> Option<String> {
    if turn.agreed_before {
        return None;
    }
    if turn.ready {
        return closing_sentence(ledger);
    }
    if turn.truth_known {
        return None;
    }
    if matters.iter().any(|d| d.kind.is_objection()) {
        return Some(PHRASES.probe.clone());
    }
    asking_example(ledger.scenario)
}

/// The script's own example of a question to the buyer.
pub(super) fn asking_example(scenario: &Scenario) -> Option<String> {
    scenario.script.steps.iter().find(|s| wants_question(&s.when)).map(|s| scenario.example(s))
}

/// A close that suits this buyer today.
pub(super) fn closing_sentence(ledger: &Ledger<'_>) -> Option<String> {
    let best = ledger.truth.into_iter().flat_map(|t| t.best_closes.iter().map(String::as_str));
    let mut liked: Vec<(&str, i32)> =
        ledger.scenario.persona.close_fit.iter().map(|(id, fit)| (id.as_str(), *fit)).filter(|(_, f)| *f > 0).collect();
    liked.sort_by_key(|(_, fit)| std::cmp::Reverse(*fit));
    let plain = ["alternative", "assumptive"];
    best.chain(liked.into_iter().map(|(id, _)| id)).chain(plain).find_map(|id| close(ledger, id))
}

/// The technique in words; None where the sheet does not support it.
fn close(ledger: &Ledger<'_>, technique: &str) -> Option<String> {
    let id = technique.strip_prefix("closes:").unwrap_or(technique);
    let phrase = PHRASES.close.get(id)?;
    let scenario = ledger.scenario;
    let slots: [(&str, Option<String>); 3] = [
        ("{case}", scenario.product.cases.first().map(|c| bare(&c.text).to_owned())),
        ("{promotion}", running(scenario).map(|p| bare(&p.text).to_owned())),
        ("{benefit}", benefit(ledger)),
    ];
    let mut said = phrase.clone();
    for (slot, value) in slots {
        if said.contains(slot) {
            said = said.replace(slot, value?.trim_end_matches('。'));
        }
    }
    Some(said)
}

/// The benefit that this buyer's need asks for, else the first of the sheet.
fn benefit(ledger: &Ledger<'_>) -> Option<String> {
    let wanted = ledger.truth.into_iter().flat_map(|t| &t.convince).find_map(|s| sentence(ledger.scenario, s));
    wanted.or_else(|| ledger.scenario.product.features.first().map(|f| f.benefit.clone()))
}

/// A subject in the sheet's words, fit to be said.
pub(super) fn sentence(scenario: &Scenario, subject: &str) -> Option<String> {
    let product = &scenario.product;
    let Some((family, id)) = subject.split_once(':') else {
        return match subject {
            "promotion" => running(scenario).map(|p| p.text.clone()),
            "price" => Some(priced(&PHRASES.price, product.price, scenario)),
            _ => None,
        };
    };
    let text = match family {
        "fact" => product.facts.iter().find(|f| f.id == id).map(|f| bare(&f.text)),
        "feature" => product.features.iter().find(|f| f.id == id).map(|f| f.text.as_str()),
        "benefit" => product.features.iter().find(|f| f.id == id).map(|f| f.benefit.as_str()),
        "case" => product.cases.iter().find(|c| c.id == id).map(|c| bare(&c.text)),
        "competitor" => product.competitors.iter().find(|c| c.id == id).and_then(|c| Some(c.facts.first()?.as_str())),
        "point" => scenario.file.points.iter().find(|p| p.id == id).map(|p| p.says.first().unwrap_or(&p.text).as_str()),
        _ => None,
    };
    text.map(str::to_owned)
}

/// The text without the heading that a sheet prints before it: "规格:3克" → "3克".
fn bare(text: &str) -> &str {
    match text.split_once([':', '\u{FF1A}']) {
        Some((heading, rest)) if heading.chars().count() <= 6 && !rest.trim().is_empty() => rest.trim_start(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_phrases_are_read() {
        let phrases: Turns = ron::from_str(SOURCE).expect("assets/score/suggest.ron is sound");
        assert_eq!(phrases.close.len(), 6);
    }

    #[test]
    fn a_heading_is_not_spoken() {
        for (sheet, said) in [("规格:3克×20袋", "3克×20袋"), ("7天无理由退换", "7天无理由退换"), ("保质期:", "保质期:")]
        {
            assert_eq!(bare(sheet), said);
        }
    }
}
