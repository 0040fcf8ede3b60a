//! How a reply meets one thing that the buyer has raised: answered, half answered, soothed or evaded.

use super::event::Hearing;
use super::start;
use super::state::State;
use crate::analysis::{Family, Grasp, Reading};
use crate::scenario::Scenario;
use crate::scenario::format::{AgendaItem, ItemKind};

/// What the reply just taken into `state` did for `item`.
pub fn hearing(scenario: &Scenario, state: &State, item: &AgendaItem, reading: &Reading) -> Hearing {
    match item.kind {
        ItemKind::Question => question(state, item, reading),
        ItemKind::Digression => digression(state, item, reading),
        ItemKind::Provocation => provocation(state, item, reading),
        ItemKind::Demand => demand(scenario, state, item, reading),
        _ => {
            match objection(state, item, reading) {
                // Whatever is said to a pretext, something else remains.
                Hearing::Settled | Hearing::Taken if start::is_pretext(scenario, state, &item.id) => {
                    if is_kind(reading) { Hearing::Soothed } else { Hearing::Half }
                }
                heard => heard,
            }
        }
    }
}

/// True where an item was dealt with before it was raised, so that it need not be raised any more: a question that
/// was answered at any time, a doubt that was argued away in full (one that comes with the truth: after it was told),
/// a demand that was refused.
pub fn already_answered(scenario: &Scenario, state: &State, item: &AgendaItem) -> bool {
    if item.kind == ItemKind::Question {
        return !item.answer.is_empty() && item.answer.iter().all(|s| state.heard_since(s, 0));
    }
    let of_truth = scenario.file.truths.get(state.truth).is_some_and(|t| t.agenda.iter().any(|i| i.id == item.id));
    let from = match (item.kind, state.truth_turn) {
        // A refusal given already need not be asked for; haggling is never spared.
        (ItemKind::Demand, _) => 0,
        // Haggling is spared only by a price that was named already and is low enough.
        (ItemKind::Price, _) => {
            return item.price_at_most.zip(state.offered).is_some_and(|(limit, offer)| offer <= limit);
        }
        (ItemKind::Digression | ItemKind::Provocation, _) => return false,
        (_, Some(told)) if of_truth => told + 1,
        (_, None) if of_truth => return false,
        _ => 0,
    };
    let heard = |from| item.answer.iter().chain(&item.arguments).filter(|s| state.heard_since(s, from)).count();
    // What has just been said is not asked for in the same breath.
    let now = state.turns.saturating_sub(1);
    if now >= from && heard(now) >= item.needed.max(1) as usize {
        return true;
    }
    // One argument may fall in passing: only a case made in full spares the doubt.
    let needed = if item.kind == ItemKind::Demand { 1 } else { (item.needed as usize).max(2) };
    heard(from) >= needed
}

/// True where what the buyer had given up asking was told after all.
pub fn answered_late(state: &State, item: &AgendaItem) -> bool {
    let since = state.item(&item.id).since_turn;
    let told = item.answer.iter().chain(&item.arguments).filter(|s| state.heard_since(s, since)).count();
    told >= item.needed.max(1) as usize
}

fn wrong(item: &AgendaItem, reading: &Reading) -> bool {
    item.answer.iter().any(|s| reading.grasp(s) == Some(Grasp::Wrong))
}

fn question(state: &State, item: &AgendaItem, reading: &Reading) -> Hearing {
    let told = |s: &String| state.heard_since(s, 0);
    let all = !item.answer.is_empty() && item.answer.iter().all(told);
    if all
        || item.arguments.iter().any(|s| reading.tells(s))
        || item.labels.iter().any(|l| reading.labels.has_written(l))
    {
        return Hearing::Settled;
    }
    if wrong(item, reading) {
        return Hearing::Misled;
    }
    let told_part = item.answer.iter().any(|s| reading.tells(s));
    if told_part && state.item(&item.id).halves == 0 {
        return Hearing::Half;
    }
    // An answer in words that nobody foresaw is an answer, unless it plainly tells of something else.
    let elsewhere = reading.mentions.iter().any(|m| m.grasp == Grasp::Told);
    match (told_part || touches(item, reading), reading.explains()) {
        (_, true) if strays(reading) => Hearing::Misled,
        (true, true) => Hearing::Taken,
        (true, false) => Hearing::Half,
        (false, true) if !elsewhere && !asks(reading) => Hearing::Taken,
        (false, _) => Hearing::Evaded,
    }
}

/// True where the reply says what the sheet says otherwise.
fn strays(reading: &Reading) -> bool {
    reading.labels.has(Family::Claims, "contradicts_sheet")
}

fn asks(reading: &Reading) -> bool {
    reading.labels.has(Family::Steps, "ask") || !reading.asks.is_empty()
}

fn objection(state: &State, item: &AgendaItem, reading: &Reading) -> Hearing {
    let kind = is_kind(reading);
    let since = state.item(&item.id).since_turn;
    let subjects = item.answer.iter().chain(&item.arguments).filter(|s| state.heard_since(s, since)).count();
    let labels = item.labels.iter().filter(|l| state.heard_since(l, since)).count();
    let now = item.answer.iter().chain(&item.arguments).any(|s| reading.tells(s))
        || item.labels.iter().any(|l| reading.labels.has_written(l));
    let price_met = match (item.price_at_most, state.offered, reading.offered) {
        (Some(limit), Some(offer), Some(_)) => offer <= limit,
        _ => false,
    };
    let unfriendly = reading.is_unkind();
    if !unfriendly && (price_met || (now && subjects + labels >= item.needed as usize)) {
        return Hearing::Settled;
    }
    if wrong(item, reading) {
        return Hearing::Misled;
    }
    // A sensible argument that nobody foresaw counts for one of those that are needed. Haggling takes what was foreseen.
    let unforeseen = !now && reading.argues() && !strays(reading) && item.kind != ItemKind::Price;
    let before = state.item(&item.id).halves as usize;
    if unforeseen && subjects + labels + before.min(1) + 1 >= item.needed as usize {
        return Hearing::Taken;
    }
    let probed =
        reading.labels.has(Family::Moves, "probe") || reading.asks_about("worry") || reading.asks_about("reason");
    match (now || unforeseen, kind || probed) {
        (true, _) => Hearing::Half,
        (false, true) => Hearing::Soothed,
        (false, false) if touches(item, reading) => Hearing::Half,
        _ => Hearing::Evaded,
    }
}

/// True where the reply says something about the item's subjects; a question back says nothing yet.
fn touches(item: &AgendaItem, reading: &Reading) -> bool {
    let touched = item.answer.iter().chain(&item.arguments).any(|s| reading.grasp(s).is_some());
    touched && (!asks(reading) || reading.labels.has(Family::Steps, "consult"))
}

/// True where the feeling is met before the matter.
fn is_kind(reading: &Reading) -> bool {
    ["acknowledge", "apologise"].iter().any(|m| reading.labels.has(Family::Moves, m))
}

fn digression(state: &State, item: &AgendaItem, reading: &Reading) -> Hearing {
    let labels = &reading.labels;
    if !labels.faults.is_empty() {
        return Hearing::Evaded;
    }
    let leads_back = labels.has(Family::Controls, "guide")
        || labels.has(Family::Steps, "recommend")
        || !reading.asks.is_empty()
        || reading.mentions.iter().any(|m| m.grasp == Grasp::Told);
    let warm = labels.tone_tenths >= 35 || labels.has(Family::Moves, "acknowledge");
    match (warm, leads_back) {
        (true, true) => Hearing::Settled,
        // Warmth alone lets the buyer wander on once more; after that the subject has talked itself out.
        (true, false) if state.item(&item.id).halves >= 1 => Hearing::Settled,
        (true, false) => Hearing::Half,
        (false, true) => Hearing::Soothed,
        (false, false) => Hearing::Evaded,
    }
}

fn provocation(state: &State, item: &AgendaItem, reading: &Reading) -> Hearing {
    let labels = &reading.labels;
    if !labels.faults.is_empty() {
        return Hearing::Evaded;
    }
    let moves = ["acknowledge", "apologise", "boundary", "evidence", "offer", "probe"];
    let calm = moves.iter().any(|m| labels.has(Family::Moves, m)) || item.arguments.iter().any(|s| reading.tells(s));
    let patience = state.item(&item.id);
    if calm || patience.halves >= 1 { Hearing::Settled } else { Hearing::Half }
}

fn demand(scenario: &Scenario, state: &State, item: &AgendaItem, reading: &Reading) -> Hearing {
    let labels = &reading.labels;
    if labels.has(Family::Claims, "beyond_sheet") {
        // The buyer takes what must not be given; the scorecard says what it costs.
        return Hearing::Misled;
    }
    if reading.is_unkind() {
        return Hearing::Evaded;
    }
    let since = state.item(&item.id).since_turn;
    // A price answers a demand for a price, and no other.
    let allowed_price =
        item.price_at_most.is_some() && reading.offered.is_some_and(|p| p >= scenario.product.floor_price);
    let met = labels.has(Family::Moves, "boundary")
        || allowed_price
        || item.labels.iter().any(|l| state.heard_since(l, since))
        || item.answer.iter().chain(&item.arguments).any(|s| reading.tells(s));
    if met {
        return Hearing::Settled;
    }
    let kind = ["acknowledge", "apologise", "probe"].iter().any(|m| labels.has(Family::Moves, m));
    if kind { Hearing::Soothed } else { Hearing::Evaded }
}
