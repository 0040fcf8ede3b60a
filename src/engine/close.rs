//! Readiness, closes, the last objection, and the yes.

use super::converse::Exchange;
use super::event::{Event, Hearing, Outcome, Timing};
use super::feel::{Feelings, SERVICE};
use super::hear::{already_answered, answered_late};
use super::speak::{self, Part, cue_part, own_part, raise_part};
use super::state::{ItemStatus, Phase};
use super::step::Step;
use super::{asked, clock, rng, settle, start};
use crate::analysis::{Family, Grasp};
use crate::scenario::format::{Goal, LineCue, Truth};

/// Liking, per mille, that a truth's best closes add to the persona's.
const BEST_CLOSE: i32 = 350;
/// Liking below which even a ready buyer resists.
const LEAST_FIT: i32 = -250;
/// Exchanges beyond the persona's waiting after which the moment is gone.
const LATE_TURNS: usize = 2;
/// Failed or early closes after which a buyer is put off for good.
const MOST_EARLY: u32 = 4;

/// Techniques that help with a doubt as well as with a close: before its time such a one is no push.
const GENTLE: [&str; 3] = ["testimonial", "isolation", "warning"];

/// What became of a close.
pub(super) enum Closed {
    /// None was tried.
    NotTried,
    /// It was taken or has led to words of its own; nothing is left to say.
    Done,
    /// It was refused; the cue says how.
    Refused(LineCue),
}

fn truth<'a>(step: &Step<'a>) -> Option<&'a Truth> {
    step.scenario.file.truths.get(step.state.truth)
}

/// True where the truth's need was hit often enough, at least once after it was told.
pub(super) fn need_met(step: &Step<'_>) -> bool {
    let Some(truth) = truth(step) else { return true };
    let after = &step.state.hits_after;
    let before = step.state.hits_before.iter().filter(|s| !after.contains(*s)).count();
    !after.is_empty() && after.len() + before >= truth.needed as usize
}

/// True where nothing stands between this buyer and the yes but being asked.
pub(super) fn ready(step: &Step<'_>) -> bool {
    let s = &step.state;
    let blocked = s.queue.iter().any(|id| {
        let Some(item) = step.scenario.item(s.truth, id).filter(|i| i.blocks) else { return false };
        match s.item(id).status {
            ItemStatus::Settled => false,
            ItemStatus::Pending => !already_answered(step.scenario, s, item),
            ItemStatus::Dropped => !answered_late(s, item),
            ItemStatus::Open => true,
        }
    });
    s.phase == Phase::Talking
        && step.scenario.file.goal != Goal::Declined
        && s.open.is_none()
        && !blocked
        && s.truth_known
        && need_met(step)
        && s.mood > -400
        && s.conviction() >= start::readiness(step.scenario)
}

/// Shows readiness in this buyer's own words. Who only wanted help is content, and need not be asked for a yes.
pub(super) fn signal(step: &mut Step<'_>, x: &Exchange<'_>, parts: &mut Vec<Part>) {
    if step.scenario.file.goal == Goal::Resolved {
        step.emit(Event::Agreed { turn: x.turn() });
        parts.extend(agreement(step));
        settle::open(step, x, parts);
        return;
    }
    step.emit(Event::SignalGiven { at_ms: x.at_ms });
    let own = truth(step).and_then(|t| own_part(step, "signal", &t.signal));
    parts.extend(own.or_else(|| cue_part(step, LineCue::Signal)));
}

/// The turn from which a ready buyer waits to be asked: its last objection, once raised, starts the waiting anew.
fn waited_since(step: &Step<'_>, x: &Exchange<'_>) -> Option<usize> {
    let last = step.scenario.file.closing.last_objection.as_ref();
    let raised = last.map_or(0, |i| step.state.item(&i.id).since_turn);
    x.before.signal_turn.map(|t| t.max(raised))
}

/// How much this buyer likes a technique, −1000…1000.
fn fit(step: &Step<'_>, technique: &str) -> i32 {
    let liking = step.scenario.persona.close_fit.get(technique).copied().unwrap_or(0);
    let best = truth(step).is_some_and(|t| t.best_closes.iter().any(|c| c == technique));
    (liking + if best { BEST_CLOSE } else { 0 }).clamp(-1000, 1000)
}

/// Weighs the closes of the reply, if there are any.
pub(super) fn close_tried(step: &mut Step<'_>, x: &Exchange<'_>) -> Closed {
    let labels = &x.reading.labels;
    // Who wants help and no purchase hears no close in "I'll have a new one sent to you".
    if step.scenario.file.goal == Goal::Resolved {
        return Closed::NotTried;
    }
    let ready_before = x.before.phase == Phase::Ready;
    // Helping a ready buyer to the order, or reading it back, asks for the yes as well as any technique; so does
    // proposing a time where a meeting is the goal, and plainly asking whether it shall be.
    let asks_for_it = labels.has(Family::Steps, "recommend") || x.reading.orders;
    let proposes = asks_for_it || step.scenario.file.goal == Goal::Appointment && x.reading.asks_about("time");
    // Who already sees to a step of the order, or names the time that a meeting needs, goes on to it himself.
    let sees_to = || {
        let asks = asked::asks_to_decide(x.text) || x.reading.orders;
        let steps = &step.scenario.file.closing.settle;
        (ready_before || asks && ready(step)) && steps.iter().any(|s| settle::fulfils(step, x.reading, s))
    };
    let assists = ["assist", "verify"].iter().any(|s| labels.has(Family::Steps, s));
    let helps = ready_before && (proposes || assists) || sees_to();
    if labels.closes.is_empty() && !helps {
        // Who plainly asks for the order too soon is told so, and nothing is held against him.
        let too_soon = !ready_before && !ready(step) && step.state.open.is_none() && asks_whether(x);
        return if too_soon { Closed::Refused(LineCue::NotYet) } else { Closed::NotTried };
    }
    // Who asks what the buyer knows of itself offers no choice of goods yet.
    let of_itself = !helps && !x.reading.orders && !x.reading.questions.is_empty() && !x.reading.explains();
    if of_itself && labels.closes.iter().all(|c| c == "alternative") {
        return Closed::NotTried;
    }
    let techniques: Vec<String> =
        if labels.closes.is_empty() { vec!["assist".to_owned()] } else { labels.closes.clone() };
    let waited = waited_since(step, x).map_or(0, |t| x.turn().saturating_sub(t));
    let timing = match (ready_before, waited as u32) {
        (false, _) => Timing::Early,
        (true, w) if w < step.scenario.persona.temper.signal_turns.max(1) => Timing::Right,
        _ => Timing::Late,
    };
    let best = techniques.iter().map(|t| fit(step, t)).max().unwrap_or(0);
    let friendly = !x.reading.is_unkind() && !labels.has(Family::Faults, "pressuring");
    let stuffed = techniques.len() >= 3;
    // A reply that closes the last open point and asks for the order in one breath is in time.
    let just_ready = !ready_before && ready(step);
    let timing = if just_ready { Timing::Right } else { timing };
    if timing == Timing::Early && friendly && techniques.iter().all(|t| GENTLE.contains(&t.as_str())) {
        return Closed::NotTried;
    }
    let last = step.scenario.file.closing.last_objection.as_ref();
    let last_open = last.filter(|i| step.state.item(&i.id).status != ItemStatus::Settled);
    let accepted = timing != Timing::Early && friendly && !stuffed && best >= LEAST_FIT && last_open.is_none();
    for technique in techniques {
        let liking = fit(step, &technique);
        step.emit(Event::CloseTried { turn: x.turn(), technique, timing, fit: liking, accepted });
    }
    if accepted {
        if just_ready {
            step.emit(Event::SignalGiven { at_ms: x.at_ms });
        }
        agree(step, x);
        return Closed::Done;
    }
    if timing == Timing::Early {
        return early(step, x, friendly);
    }
    if just_ready {
        step.emit(Event::SignalGiven { at_ms: x.at_ms });
    }
    let resisted = friendly && !stuffed && best >= LEAST_FIT;
    if let Some(item) = last_open.filter(|i| resisted && step.state.item(&i.id).status == ItemStatus::Pending)
        && let Some(part) = raise_part(step, item, false)
    {
        step.emit(Event::Heard { turn: x.turn(), item: item.id.clone(), hearing: Hearing::Raised });
        let mut parts: Vec<Part> = cue_part(step, LineCue::LastDoubt).into_iter().collect();
        parts.push(part);
        speak::say(step, x.at_ms + 400, parts);
        return Closed::Done;
    }
    if last_open.is_some() && resisted {
        // The last objection is being dealt with: the close did no harm, its item says the rest.
        return Closed::NotTried;
    }
    let mut feelings = Feelings::of(&step.state);
    feelings.patience(-60);
    step.emit(clock::felt(x.at_ms, &feelings));
    if step.state.failed_closes >= MOST_EARLY {
        step.end(x.at_ms + 900, LineCue::Defers, Outcome::Deferred);
        return Closed::Done;
    }
    Closed::Refused(if friendly && !stuffed { LineCue::NotYet } else { LineCue::Pushed })
}

/// True where the reply says nothing but whether it shall be.
fn asks_whether(x: &Exchange<'_>) -> bool {
    let labels = &x.reading.labels;
    let informs = [(Family::Steps, "consult"), (Family::Moves, "evidence"), (Family::Moves, "offer")];
    x.reading.orders
        && x.text.trim_end().ends_with(['?', '？', '吗', '吧', '呗', '呢'])
        && !informs.iter().any(|(family, id)| labels.has(*family, id))
        && x.reading.mentions.iter().all(|m| m.grasp != Grasp::Told)
}

fn early(step: &mut Step<'_>, x: &Exchange<'_>, friendly: bool) -> Closed {
    let mut feelings = Feelings::of(&step.state);
    let times = step.state.early_closes.min(4) as i32;
    feelings.patience(-50 * times);
    feelings.mood(-25 * times);
    feelings.belief(SERVICE, -20 * times);
    step.emit(clock::felt(x.at_ms, &feelings));
    if step.state.early_closes > MOST_EARLY * 2 || step.state.patience == 0 {
        step.end(x.at_ms + 900, LineCue::Leaves, Outcome::Left);
        return Closed::Done;
    }
    // A summary or a story told in passing is no push; the item's own reaction says enough. Who only asks for the order
    // is told that it is too soon.
    let more = x.reading.explains() || !x.reading.asks.is_empty() || !x.reading.mentions.is_empty();
    if times <= 1 && friendly && step.state.open.is_some() && more {
        return Closed::NotTried;
    }
    Closed::Refused(if friendly && times <= 2 { LineCue::NotYet } else { LineCue::Pushed })
}

fn agreement(step: &Step<'_>) -> Option<Part> {
    own_part(step, "agree", &step.scenario.file.closing.agree).or_else(|| cue_part(step, LineCue::Agrees))
}

/// The yes, and what is to be settled after it.
fn agree(step: &mut Step<'_>, x: &Exchange<'_>) {
    step.emit(Event::Agreed { turn: x.turn() });
    let mut feelings = Feelings::of(&step.state);
    feelings.mood(150);
    step.emit(clock::felt(x.at_ms, &feelings));
    // Who was given a choice makes it.
    let picks = asked::offers_choice(x.text).then(|| cue_part(step, LineCue::Picks)).flatten();
    let mut parts: Vec<Part> = picks.into_iter().chain(agreement(step)).collect();
    settle::open(step, x, &mut parts);
    speak::say(step, x.at_ms + 400, parts);
}

/// Ready, and the reply did not ask: the buyer waits a little, cools, and is gone.
pub(super) fn wait_for_close(step: &mut Step<'_>, x: &Exchange<'_>, parts: &mut Vec<Part>) {
    let waited = waited_since(step, x).map_or(0, |t| (x.turn() + 1).saturating_sub(t));
    let patience = step.scenario.persona.temper.signal_turns as usize;
    if waited > patience + LATE_TURNS {
        step.end(x.at_ms + 900, LineCue::Defers, Outcome::Deferred);
        return;
    }
    let cue = if waited > patience { LineCue::Cooling } else { LineCue::Signal };
    // A buyer that was just given an answer does not press at once.
    let quiet = !parts.is_empty() && rng::chance(step.seed, &format!("quiet {}", x.turn()), 400);
    if !quiet || cue == LineCue::Cooling {
        let own = truth(step).filter(|_| cue == LineCue::Signal).and_then(|t| own_part(step, "signal", &t.signal));
        parts.extend(own.or_else(|| cue_part(step, cue)));
    }
}
