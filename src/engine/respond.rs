//! What the buyer says to a reply: a reaction, an answer to what was asked, and what it raises next.

use super::asked::{asks_to_decide, ends_asking, offers_choice};
use super::converse::{Exchange, Outline};
use super::event::{Event, Hearing, Outcome};
use super::hear::{already_answered, answered_late};
use super::speak::{self, Part, cue_part, own_part, raise_part};
use super::state::{ItemStatus, Phase};
use super::step::Step;
use super::{close, rng};
use crate::analysis::Family;
use crate::scenario::format::{AgendaItem, Goal, ItemKind, LineCue};

/// Exchanges with nothing raised and nothing gained, after which the buyer thinks it over.
const MOST_IDLES: u32 = 4;

/// Exchanges with nothing to raise after which a buyer that was helped is content.
const CONTENT_IDLES: u32 = 2;

/// The buyer's words: reaction, what it tells, and what comes next.
pub(super) fn respond(step: &mut Step<'_>, x: &Exchange<'_>, outline: Outline) {
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(reaction_part(step, x, &outline));
    // Who has just been won over, or puts something off, does not say in the same breath that there is nothing to say.
    let full = outline.need_hit && !parts.is_empty() || parts.iter().any(|p| p.cue.is_some_and(puts_off));
    parts.extend(outline.answers.iter().filter(|a| !full || !is_empty_answer(a)).cloned());
    // Who tells something when asked need not say beside it that it is too early.
    if parts.iter().any(|p| p.cue.is_none()) {
        parts.retain(|p| p.cue != Some(LineCue::NotYet));
    }
    let open = step.state.open.clone();
    let told_truth = outline.truth_told;
    if let Some(item) = open.as_deref().and_then(|id| step.scenario.item(step.state.truth, id)) {
        // After telling what is really the matter the buyer waits for an answer to that; nobody is won over and comes
        // back to a doubt in one breath.
        let won = outline.need_hit && item.kind.is_objection() && !parts.is_empty();
        // Who has answered a question lets the other speak before it comes back to its doubt.
        let answered = !outline.answers.is_empty() && item.kind.is_objection();
        if !told_truth && !won && !answered {
            match raise_part(step, item, true) {
                Some(part) => {
                    step.emit(Event::Heard { turn: x.turn(), item: item.id.clone(), hearing: Hearing::Raised });
                    parts.push(part);
                }
                None => step.emit(Event::Heard { turn: x.turn(), item: item.id.clone(), hearing: Hearing::Dropped }),
            }
        }
    } else if step.state.phase == Phase::Ready {
        // Nobody refuses and hints in one breath.
        if parts.is_empty() || !put_off(&outline) {
            close::wait_for_close(step, x, &mut parts);
        }
    } else if !(told_truth || put_off(&outline) && !parts.is_empty() && close::ready(step)) {
        next(step, x, &outline, &mut parts);
    }
    if step.state.phase == Phase::Over {
        return;
    }
    if parts.is_empty() {
        parts.extend(cue_part(step, LineCue::Fills));
    }
    if parts.is_empty() {
        // Nothing left to say in any bank: a person would take leave.
        step.end(x.at_ms + 900, LineCue::Defers, Outcome::Deferred);
        return;
    }
    // Nobody says four things at once; what comes last wants an answer.
    while parts.len() > 3 {
        parts.remove(1);
    }
    speak::say(step, x.at_ms + 400, parts);
}

/// True where the buyer has just been put off: nobody says "I don't believe that" and "I'll take it" in one breath.
fn put_off(outline: &Outline) -> bool {
    use LineCue::{Contradicted, Doubts, NotYet, Offended, Pushed};
    matches!(outline.reaction, Some(Doubts | Contradicted | Offended | NotYet | Pushed))
}

/// True for what is said to a reply that leads nowhere yet.
fn puts_off(cue: LineCue) -> bool {
    use LineCue::{AsksBack, Contradicted, Doubts, NotYet, Offended, Pushed, Puzzled};
    matches!(cue, NotYet | Puzzled | AsksBack | Pushed | Offended | Contradicted | Doubts)
}

/// True for an answer that says nothing of its own.
fn is_empty_answer(part: &Part) -> bool {
    use LineCue::{AsSaid, Dodges, NothingMore, Picks};
    matches!(part.cue, Some(AsSaid | Dodges | NothingMore | Picks))
}

fn reaction_part(step: &Step<'_>, x: &Exchange<'_>, outline: &Outline) -> Option<Part> {
    let scenario = step.scenario;
    let truth = scenario.file.truths.get(step.state.truth);
    // Who has only just confided is not convinced in the same breath; who had asked for just this is simply answered.
    if outline.need_hit
        && !outline.truth_told
        && outline.settled.is_none()
        && !matches!(outline.reaction, Some(LineCue::Offended | LineCue::Pushed | LineCue::Doubts))
    {
        let own = truth.and_then(|t| own_part(step, "convinced", &t.convinced));
        return own.or_else(|| cue_part(step, LineCue::Convinced));
    }
    let cue = outline.reaction?;
    // Who opens up, or answers what was asked, does not grade the reply first.
    let grades = matches!(
        cue,
        LineCue::HalfAnswered | LineCue::Soothed | LineCue::NotRelieved | LineCue::Evaded | LineCue::Fills
    );
    if (outline.truth_told || !outline.answers.is_empty()) && grades {
        return None;
    }
    let settled = outline.settled.as_deref().and_then(|id| scenario.item(step.state.truth, id));
    let plainly = |_: &&AgendaItem| matches!(cue, LineCue::Answered | LineCue::Relieved) && !outline.taken;
    if let Some(item) = settled.filter(plainly)
        && (!(item.kind == ItemKind::Question || item.kind.is_objection())
            || rng::chance(step.seed, &format!("own words {}", x.turn()), 650))
        && let Some(part) = own_part(step, "settled", &item.settled)
    {
        return Some(part);
    }
    // Small acknowledgements are not said every time: people move on.
    let small = matches!(cue, LineCue::Answered | LineCue::HalfAnswered | LineCue::Soothed);
    if small && rng::chance(step.seed, &format!("silent {}", x.turn()), 250) {
        return None;
    }
    cue_part(step, cue)
}

/// Raises the next thing on the agenda, shows readiness, or waits to be led.
fn next(step: &mut Step<'_>, x: &Exchange<'_>, outline: &Outline, parts: &mut Vec<Part>) {
    if close::ready(step) {
        close::signal(step, x, parts);
        return;
    }
    while let Some(id) = step.state.queue.iter().find(|id| step.state.item(id).status == ItemStatus::Pending).cloned() {
        let Some(item) = step.scenario.item(step.state.truth, &id) else {
            step.emit(Event::Heard { turn: x.turn(), item: id, hearing: Hearing::Dropped });
            continue;
        };
        if already_answered(step.scenario, &step.state, item) {
            step.emit(Event::Heard { turn: x.turn(), item: id, hearing: Hearing::Settled });
            if close::ready(step) {
                close::signal(step, x, parts);
                return;
            }
            continue;
        }
        if let Some(part) = raise_part(step, item, false) {
            step.emit(Event::Heard { turn: x.turn(), item: id, hearing: Hearing::Raised });
            parts.push(part);
            return;
        }
        step.emit(Event::Heard { turn: x.turn(), item: id, hearing: Hearing::Dropped });
    }
    idle(step, x, outline, parts);
}

/// The agenda is empty and the buyer is not ready: what was given up comes back once, then it waits to be led.
fn idle(step: &mut Step<'_>, x: &Exchange<'_>, outline: &Outline, parts: &mut Vec<Part>) {
    step.emit(Event::Idled { at_ms: x.at_ms });
    let dropped = step.state.queue.iter().find(|id| {
        let memory = step.state.item(id);
        let item = step.scenario.item(step.state.truth, id);
        let told = item.is_some_and(|item| answered_late(&step.state, item));
        memory.status == ItemStatus::Dropped && memory.times_raised < 6 && !told
    });
    // Nobody gives in to one thing and comes back to another in one breath.
    let blocked = dropped
        .and_then(|id| step.scenario.item(step.state.truth, id))
        .filter(|i| i.blocks && (outline.settled.is_none() || parts.is_empty()));
    if let Some(item) = blocked {
        if step.state.idles > MOST_IDLES {
            step.end(x.at_ms + 900, LineCue::FarewellCold, Outcome::Lost);
            return;
        }
        if let Some(part) = raise_part(step, item, true) {
            step.emit(Event::Heard { turn: x.turn(), item: item.id.clone(), hearing: Hearing::Raised });
            parts.extend(cue_part(step, LineCue::AsksAgain));
            parts.push(part);
            return;
        }
    }
    if step.state.idles > MOST_IDLES {
        step.end(x.at_ms + 900, LineCue::Defers, Outcome::Deferred);
        return;
    }
    let truth = step.scenario.file.truths.get(step.state.truth);
    // Nobody reminds of what has just been spoken to.
    let spoken_to = truth.is_some_and(|t| x.reading.mentions.iter().any(|m| t.convince.contains(&m.subject)));
    let need_open = step.state.truth_known && !close::need_met(step) && !outline.need_hit && !spoken_to;
    let reminder = truth.filter(|_| need_open).and_then(|t| own_part(step, "remind", &t.remind));
    // A question wants an answer, however little it says.
    let helped = step.scenario.file.goal == Goal::Resolved;
    if helped && step.state.idles >= CONTENT_IDLES && step.state.truth_known && close::need_met(step) {
        // Nothing is left that was wanted: the help is taken, however much else might have been said.
        close::signal(step, x, parts);
        return;
    }
    // Who has answered a question need not add that it has nothing to add.
    if !parts.is_empty() && !outline.answers.is_empty() {
        parts.extend(reminder);
        return;
    }
    // Nobody shrugs twice in one breath.
    if parts.iter().any(|p| p.cue.is_some_and(puts_off)) && reminder.is_none() {
        return;
    }
    let closes = x.reading.orders || !x.reading.labels.closes.is_empty();
    let probes = x.reading.labels.has(Family::Steps, "ask") || x.reading.labels.has(Family::Moves, "probe");
    let fills = match (ends_asking(x.text), asks_to_decide(x.text)) {
        // Who is to be helped agrees to the help.
        (_, true) if helped && offers_choice(x.text) && !probes => LineCue::Picks,
        (true, _) if helped && offers_choice(x.text) => LineCue::Dodges,
        (_, true) if helped => LineCue::Consents,
        (_, true) if offers_choice(x.text) && !closes => LineCue::Dodges,
        (true, _) if closes => LineCue::NotYet,
        (_, true) => LineCue::NotYet,
        (true, false) if outline.answers.is_empty() => LineCue::Dodges,
        _ if step.state.idles >= 3 => LineCue::NotYet,
        _ => LineCue::Fills,
    };
    let hesitates = || cue_part(step, fills);
    parts.extend(reminder.or_else(hesitates));
}
