//! Silence has consequences: nudges, then leaving, each at its own time.

use super::event::{Event, Outcome};
use super::feel::{Feelings, SERVICE, fair_ms};
use super::speak;
use super::state::{Phase, State};
use super::step::{Step, wanted};
use crate::scenario::Scenario;
use crate::scenario::format::LineCue;

/// Nudges before the buyer leaves.
const NUDGES: u32 = 3;
/// What a nudge has cost the buyer.
const NUDGE_PATIENCE: i32 = 90;
const NUDGE_MOOD: i32 = 50;

/// When a waiting buyer will speak or leave by itself, in ms of session time; None while it waits for nothing.
pub fn next_due(scenario: &Scenario, state: &State) -> Option<u64> {
    if state.phase == Phase::Over {
        return None;
    }
    let since = state.waiting_since?;
    let temper = &scenario.persona.temper;
    let gap = 25_000 + 260_000 / u64::from(temper.impatience.max(1).unsigned_abs());
    let reading = fair_ms(&scenario.file.bands, state.waiting_chars, 0);
    Some(since.saturating_add(reading + temper.grace_ms + gap * u64::from(state.nudges + 1)).max(state.now_ms))
}

/// Lets time pass up to `at_ms`: the buyer nudges, and leaves when it has waited enough.
pub fn pass(step: &mut Step<'_>, at_ms: u64) {
    while let Some(due) = next_due(step.scenario, &step.state).filter(|due| *due <= at_ms) {
        if step.state.phase == Phase::Farewell {
            // The details are settled: the buyer goes its way without a last word.
            step.over(due, wanted(step.scenario.file.goal));
            return;
        }
        let mut feelings = Feelings::of(&step.state);
        feelings.patience(-NUDGE_PATIENCE);
        feelings.mood(-NUDGE_MOOD);
        feelings.belief(SERVICE, -NUDGE_MOOD / 2);
        step.emit(felt(due, &feelings));
        let said = step.state.nudges < NUDGES && step.state.patience > 0 && speak::say_cue(step, due, LineCue::Nudge);
        if !said {
            step.end(due, LineCue::Leaves, Outcome::Left);
            return;
        }
    }
}

/// The event that makes these feelings the buyer's.
pub fn felt(at_ms: u64, feelings: &Feelings) -> Event {
    Event::Felt { at_ms, mood: feelings.mood, patience: feelings.patience, beliefs: feelings.beliefs }
}
