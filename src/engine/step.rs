//! One command → the events that follow from it. Nothing else decides what happens.

use super::event::{Event, Outcome};
use super::state::{Phase, State};
use super::{clock, converse, rng, settle, speak, start};
use crate::analysis::Reading;
use crate::scenario::Scenario;
use crate::scenario::format::{Goal, LineCue};

/// A step in the making: every event is applied at once, so that later decisions see it.
pub(super) struct Step<'a> {
    pub scenario: &'a Scenario,
    pub seed: u64,
    pub state: State,
    pub out: Vec<Event>,
}

impl<'a> Step<'a> {
    pub fn emit(&mut self, event: Event) {
        self.state.apply(&event);
        self.out.push(event);
    }

    pub fn over(&mut self, at_ms: u64, outcome: Outcome) {
        let at_ms = at_ms.max(self.state.now_ms);
        let goal_met = outcome == wanted(self.scenario.file.goal);
        self.emit(Event::Over { at_ms, outcome, goal_met });
    }

    /// Says a farewell for the occasion and ends the session; a bank run dry ends it in silence.
    pub fn end(&mut self, at_ms: u64, cue: LineCue, outcome: Outcome) {
        speak::say_cue(self, at_ms, cue);
        self.over(at_ms, outcome);
    }
}

/// The outcome that reaches a goal.
pub fn wanted(goal: Goal) -> Outcome {
    match goal {
        Goal::Deal => Outcome::Deal,
        Goal::Appointment => Outcome::Appointment,
        Goal::Resolved => Outcome::Resolved,
        Goal::Declined => Outcome::Declined,
    }
}

/// The events that begin a session: the truth drawn, the agenda in order, the buyer's first words.
pub fn begin(scenario: &Scenario, seed: u64) -> Vec<Event> {
    let file = &scenario.file;
    let mut step = Step { scenario, seed, state: State::default(), out: Vec::new() };
    let truth = rng::draw(seed, "truth", file.truths.len());
    let shuffled = rng::shuffled(seed, "agenda", &file.agenda);
    let mut items: Vec<_> = shuffled.iter().map(|item| (item.order, item.id.clone())).collect();
    items.sort_by_key(|(order, _)| *order);
    step.emit(Event::Began { truth, order: items.into_iter().map(|(_, id)| id).collect() });
    let (mood, patience, beliefs) = start::feelings(scenario);
    step.emit(Event::Felt { at_ms: 0, mood, patience, beliefs });
    speak::open(&mut step);
    step.out
}

/// The events that a reply brings, the waiting before it included.
pub fn reply(scenario: &Scenario, seed: u64, state: &State, at_ms: u64, text: &str, reading: &Reading) -> Vec<Event> {
    let mut step = Step { scenario, seed, state: state.clone(), out: Vec::new() };
    clock::pass(&mut step, at_ms);
    if step.state.phase == Phase::Over {
        return step.out;
    }
    let at_ms = at_ms.max(step.state.now_ms);
    let before = step.state.clone();
    step.emit(Event::TraineeSaid {
        turn: before.turns,
        at_ms,
        latency_ms: before.waiting_since.map(|since| at_ms.saturating_sub(since)),
        text: text.to_owned(),
        reading: Box::new(reading.clone()),
    });
    let exchange = converse::Exchange { before: &before, at_ms, text, reading };
    match before.phase {
        Phase::Talking | Phase::Ready => converse::converse(&mut step, &exchange),
        Phase::Settling => settle::settle(&mut step, &exchange),
        Phase::Farewell => settle::farewell(&mut step, &exchange),
        Phase::Over => {}
    }
    step.out
}

/// The events that the passing of time brings.
pub fn tick(scenario: &Scenario, seed: u64, state: &State, at_ms: u64) -> Vec<Event> {
    let mut step = Step { scenario, seed, state: state.clone(), out: Vec::new() };
    clock::pass(&mut step, at_ms);
    step.out
}

/// The events that giving up brings.
pub fn quit(scenario: &Scenario, seed: u64, state: &State, at_ms: u64) -> Vec<Event> {
    let mut step = Step { scenario, seed, state: state.clone(), out: Vec::new() };
    clock::pass(&mut step, at_ms);
    if step.state.phase != Phase::Over {
        // Whoever leaves after the yes and its details were settled has made the deal.
        let outcome = if step.state.phase == Phase::Farewell { wanted(scenario.file.goal) } else { Outcome::Quit };
        step.over(at_ms, outcome);
    }
    step.out
}
