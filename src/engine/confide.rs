//! What the buyer tells when asked: what it knows of itself, and the truth.

use super::asked::{
    asks_anything, asks_what_is_left, checks, ends_asking, offers_choice, offers_more, wants_particulars,
};
use super::close;
use super::converse::{Exchange, Outline};
use super::event::{Event, Hearing};
use super::feel::{Feelings, NEED, SERVICE, TRUST};
use super::speak::{Part, cue_part, own_part};
use super::state::{ItemStatus, Phase};
use super::step::Step;
use crate::analysis::{Family, Grasp, Reading};
use crate::scenario::format::{Goal, ItemKind, LineCue, Truth};

/// Topics that a confidence answers whatever exactly was asked: the others may ask for more than was confided.
const OF_THE_TRUTH: [&str; 5] = ["worry", "reason", "for_whom", "decision", "plan"];

/// Questions of one reply that are answered.
const MOST_TOLD: usize = 2;

/// What the buyer tells when asked, the truth among it.
pub(super) fn answers_and_truth(step: &mut Step<'_>, x: &Exchange<'_>, feelings: &mut Feelings, outline: &mut Outline) {
    let scenario = step.scenario;
    let Some(truth) = scenario.file.truths.get(x.before.truth) else { return };
    // Nobody confides in somebody unfriendly, and an angry buyer not in the first breath.
    let calm = step.state.mood > if x.turn() == 0 { -200 } else { -600 };
    let friendly = !x.reading.is_unkind() && calm;
    // Who asks what is behind it all, or anything about the buyer that has no name, is told.
    let freely = asks_freely(x.reading) && asks_anything(x.text);
    let probed = x.reading.labels.has(Family::Moves, "probe") && asks_anything(x.text);
    let hit =
        (probed || freely && !wanders(step)) && x.turn() > 0 || truth.reveal.iter().any(|t| x.reading.asks_about(t));
    if hit && !x.before.truth_known && friendly {
        let adds = truth.agenda.iter().map(|i| i.id.clone()).collect();
        step.emit(Event::TruthTold { turn: x.turn(), adds });
        // With the real reason on the table nobody argues about the pretext any more.
        for pretext in &truth.pretexts {
            if matches!(step.state.item(pretext).status, ItemStatus::Pending | ItemStatus::Open) {
                step.emit(Event::Heard { turn: x.turn(), item: pretext.clone(), hearing: Hearing::Settled });
            }
        }
        feelings.belief(NEED, 130);
        feelings.belief(TRUST, 40);
        feelings.mood(40);
        outline.truth_told = true;
        outline.answers.extend(own_part(step, "truth", &truth.say));
        return;
    }
    if x.before.truth_known && asks_what_is_left(x.text) {
        // What is left comes next by itself.
        let left = step.state.phase != Phase::Ready && !close::ready(step);
        let said = if left { reminder(step, truth) } else { cue_part(step, LineCue::NothingMore) };
        outline.answers.extend(said);
        return;
    }
    let told = tell_parts(step, x);
    if !told.is_empty() {
        feelings.belief(NEED, 45);
        feelings.belief(SERVICE, 15);
        outline.answers.extend(told);
        return;
    }
    if wants_particulars(x.text) {
        outline.answers.extend(cue_part(step, LineCue::Details));
        return;
    }
    if x.reading.asks.is_empty() {
        // A question is not passed over, whatever it is about, least of all one that the reply ends with; only beside
        // the first greeting it is a phrase. Who asks about its digression makes the buyer go on with that.
        let informs = x.reading.mentions.iter().any(|m| m.grasp == Grasp::Told);
        if freely && x.turn() > 0 && !wanders(step) && (!informs || ends_asking(x.text)) {
            outline.answers.extend(light_answer(step, x));
        }
        return;
    }
    // What was confided is not told again: the buyer says what is still missing, or that it has said it all.
    let confided = |t: &str| x.before.truth_known && truth.reveal.iter().any(|r| r == t);
    if x.reading.asks.iter().any(|a| confided(&a.topic) && OF_THE_TRUTH.contains(&a.topic.as_str())) {
        let missing = x.reading.asks_about("worry").then(|| reminder(step, truth)).flatten();
        outline.answers.extend(missing.or_else(|| cue_part(step, LineCue::AsSaid)));
    } else if x.reading.asks.iter().any(|a| confided(&a.topic) || !x.before.asked.contains(&a.topic)) {
        outline.answers.extend(light_answer(step, x));
    }
}

/// An answer to what the scenario has no answer to; None to a request for the yes, which is met otherwise.
fn light_answer(step: &Step<'_>, x: &Exchange<'_>) -> Option<Part> {
    // Of two remedies one is picked; of two guesses about the buyer none.
    let probes = x.reading.labels.has(Family::Steps, "ask") || x.reading.labels.has(Family::Moves, "probe");
    let helped = step.scenario.file.goal == Goal::Resolved && !probes;
    if offers_choice(x.text) && (helped || step.state.phase == Phase::Ready) {
        return cue_part(step, LineCue::Picks);
    }
    let closes = x.reading.orders || !x.reading.labels.closes.is_empty();
    if closes || checks(x.text) || !x.text.contains(['?', '？', '吗', '呢']) {
        return None;
    }
    cue_part(step, if offers_more(x.text) { LineCue::Consents } else { LineCue::Dodges })
}

/// What the buyer tells about itself to the questions of the reply, of several the last ones. What it has confided
/// answers questions about that, too: nothing said to them later may talk past it.
pub(super) fn tell_parts(step: &Step<'_>, x: &Exchange<'_>) -> Vec<Part> {
    let file = &step.scenario.file;
    let truth = file.truths.get(x.before.truth).filter(|_| x.before.truth_known);
    let confided =
        |topic: &String| OF_THE_TRUTH.contains(&topic.as_str()) && truth.is_some_and(|t| t.reveal.contains(topic));
    let mut places: Vec<usize> = Vec::new();
    for asked in x.reading.questions.iter().rev() {
        if !places.contains(&asked.tell) {
            places.push(asked.tell);
        }
    }
    let tells = places.iter().filter_map(|place| file.tells.get(*place)).filter(|t| !t.topics.iter().any(confided));
    let mut parts: Vec<Part> = tells.filter_map(|tell| own_part(step, "tell", &tell.say)).take(MOST_TOLD).collect();
    parts.reverse();
    parts
}

/// The need that is still open, once more; None where it is met.
fn reminder(step: &Step<'_>, truth: &Truth) -> Option<Part> {
    (!close::need_met(step)).then(|| own_part(step, "remind", &truth.remind)).flatten()
}

/// True while the buyer wanders from the matter.
fn wanders(step: &Step<'_>) -> bool {
    let open = step.state.open.as_deref().and_then(|id| step.scenario.item(step.state.truth, id));
    open.is_some_and(|item| item.kind == ItemKind::Digression)
}

/// True where the reply asks about the buyer in words that no topic knows.
fn asks_freely(r: &Reading) -> bool {
    let asks = r.labels.has(Family::Steps, "ask") || r.labels.has(Family::Moves, "probe");
    asks && r.asks.is_empty() && r.questions.is_empty() && r.labels.closes.is_empty() && !r.orders
}
