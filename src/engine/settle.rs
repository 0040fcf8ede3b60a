//! After the yes: the steps of the order, what is asked beside them, the goodbye.

use super::asked;
use super::clock;
use super::confide::tell_parts;
use super::converse::Exchange;
use super::event::{Event, Outcome};
use super::feel::Feelings;
use super::predicate::{Situation, holds};
use super::speak::{self, Part, cue_part, own_part};
use super::step::{Step, wanted};
use crate::analysis::{Grasp, Mention, Reading};
use crate::scenario::format::{LineCue, Settle};

/// Replies back to which what was told still counts for a step after the yes.
const RECENT: usize = 2;
/// Replies that pass over a step after the yes before the buyer sees to it alone.
const MOST_INSISTS: u32 = 2;

/// Topics that an order is made of: who asks for them is given the details.
const ORDER_TOPICS: [&str; 3] = ["address", "phone", "name"];

/// What the buyer answers to the question that the reply ends with, if it ends with one.
fn answer(step: &Step<'_>, x: &Exchange<'_>) -> Vec<Part> {
    if let Some(details) = wants_details(x).then(|| cue_part(step, LineCue::Details)).flatten() {
        return vec![details];
    }
    let told = tell_parts(step, x);
    if !told.is_empty() {
        return told;
    }
    short_answer(step, x).into_iter().collect()
}

/// True where the reply asks for what the order is written with.
fn wants_details(x: &Exchange<'_>) -> bool {
    let asks = asked::ends_asking(x.text) && ORDER_TOPICS.iter().any(|t| x.reading.asks_about(t));
    asked::wants_particulars(x.text) || asks && !asked::checks(x.text) && !asked::offers_choice(x.text)
}

/// What it answers where it has nothing of its own to tell.
fn short_answer(step: &Step<'_>, x: &Exchange<'_>) -> Option<Part> {
    if asked::offers_choice(x.text) {
        return cue_part(step, LineCue::Picks);
    }
    if asked::asks_what_is_left(x.text) {
        return cue_part(step, LineCue::NothingMore);
    }
    if asked::checks(x.text) {
        return cue_part(step, LineCue::Consents);
    }
    if !asked::ends_asking(x.text) {
        return None;
    }
    cue_part(step, LineCue::LeavesIt)
}

/// True where the reply fulfils a step after the yes, asked for or not.
pub(super) fn fulfils(step: &Step<'_>, reading: &Reading, settle: &Settle) -> bool {
    let met = std::collections::BTreeSet::new();
    let situation = Situation {
        reading,
        reply_number: step.state.turns as u32,
        met: &met,
        objection_raised: true,
        signal_given: true,
        agreed: true,
        closing: true,
    };
    holds(&settle.when, &situation)
}

/// The reply with what was told a moment before it: that need not be told again.
fn with_recent(step: &Step<'_>, x: &Exchange<'_>) -> Reading {
    let since = x.turn().saturating_sub(RECENT);
    let mut reading = x.reading.clone();
    let recent = step.state.heard.iter().filter(|(what, turn)| **turn >= since && !reading.tells(what));
    let told = |(what, _): (&String, &usize)| Mention { subject: what.clone(), grasp: Grasp::Told, start: 0, end: 0 };
    let recent: Vec<Mention> = recent.map(told).collect();
    reading.mentions.extend(recent);
    reading
}

/// The first step after the yes that is neither done nor open.
fn waiting<'a>(step: &Step<'a>, wanted: impl Fn(&Settle) -> bool) -> Option<&'a Settle> {
    let current = step.state.settle.as_deref();
    let new = |s: &&Settle| !step.state.settles_done.contains(&s.id) && current != Some(s.id.as_str());
    step.scenario.file.closing.settle.iter().filter(new).find(|s| wanted(s))
}

/// Opens the next step after the yes, or comes to the goodbye. What the reply has seen to already is not asked for.
pub(super) fn open(step: &mut Step<'_>, x: &Exchange<'_>, parts: &mut Vec<Part>) {
    let scenario = step.scenario;
    let told = with_recent(step, x);
    while let Some(seen_to) = waiting(step, |s| fulfils(step, &told, s)) {
        step.emit(Event::SettleOpened { id: Some(seen_to.id.clone()) });
        let given = parts.iter().any(|p| p.cue == Some(LineCue::Details));
        parts.extend(cue_part(step, LineCue::Details).filter(|_| seen_to.gives_details && !given));
    }
    let next = waiting(step, |_| true);
    step.emit(Event::SettleOpened { id: next.map(|s| s.id.clone()) });
    match next {
        Some(settle) => {
            let part = own_part(step, &settle.id, &settle.raise);
            parts.extend(part.map(|p| Part { item: Some(settle.id.clone()), ..p }));
        }
        None => {
            let own = own_part(step, "farewell", &scenario.file.closing.farewell);
            parts.extend(own.or_else(|| cue_part(step, LineCue::FarewellGlad)));
        }
    }
}

/// One exchange after the yes.
pub(super) fn settle(step: &mut Step<'_>, x: &Exchange<'_>) {
    let mut feelings = Feelings::of(&step.state);
    feelings.hear_tone(&step.scenario.persona.temper, x.reading);
    step.emit(clock::felt(x.at_ms, &feelings));
    if x.reading.insults() || step.state.mood <= -800 {
        // A yes is not for ever: whoever is insulted now takes it back.
        step.emit(Event::Insulted { turn: x.turn() });
        step.end(x.at_ms + 900, LineCue::Leaves, Outcome::Lost);
        return;
    }
    let scenario = step.scenario;
    let mut parts: Vec<Part> = answer(step, x);
    let Some(current) =
        step.state.settle.clone().and_then(|id| scenario.file.closing.settle.iter().find(|s| s.id == id))
    else {
        open(step, x, &mut parts);
        speak::say(step, x.at_ms + 400, parts);
        return;
    };
    let gave_details = parts.iter().any(|p| p.cue == Some(LineCue::Details));
    let told = with_recent(step, x);
    if fulfils(step, &told, current) {
        parts.extend(cue_part(step, LineCue::Details).filter(|_| current.gives_details && !gave_details));
        open(step, x, &mut parts);
    } else {
        if let Some(other) = waiting(step, |s| fulfils(step, &told, s)) {
            // Another step was seen to first: this one stays open.
            step.emit(Event::SettleOpened { id: Some(other.id.clone()) });
            step.emit(Event::SettleOpened { id: Some(current.id.clone()) });
        } else {
            step.emit(Event::SettleMissed { turn: x.turn(), id: current.id.clone() });
        }
        let again =
            (step.state.settle_tries < MOST_INSISTS).then(|| own_part(step, &current.id, &current.insist)).flatten();
        match again {
            Some(part) => parts.push(Part { item: Some(current.id.clone()), ..part }),
            // After that the buyer sees to it alone.
            None => open(step, x, &mut parts),
        }
    }
    if parts.is_empty() {
        parts.extend(cue_part(step, LineCue::Fills));
    }
    speak::say(step, x.at_ms + 400, parts);
}

/// The trainee's last words after all is settled.
pub(super) fn farewell(step: &mut Step<'_>, x: &Exchange<'_>) {
    if x.reading.insults() {
        step.emit(Event::Insulted { turn: x.turn() });
        step.end(x.at_ms + 900, LineCue::Leaves, Outcome::Lost);
        return;
    }
    let outcome = wanted(step.scenario.file.goal);
    let mut parts = answer(step, x);
    if parts.is_empty() {
        step.end(x.at_ms + 900, LineCue::FarewellGlad, outcome);
        return;
    }
    parts.extend(cue_part(step, LineCue::FarewellGlad));
    speak::say(step, x.at_ms + 400, parts);
    step.over(x.at_ms + 900, outcome);
}
