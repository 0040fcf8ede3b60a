//! The only simulation API that faces call: commands → events → state, and what a transcript holds.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::Reading;
use crate::engine::{Event, State};
use crate::scenario::Scenario;

/// What can be done to a session. Times are ms since it began; one before the last event is clamped to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// A reply, with what the analyser made of it.
    Reply { at_ms: u64, text: String, reading: Box<Reading> },
    /// Time passes: a waiting buyer may speak or leave.
    Tick { at_ms: u64 },
    /// The trainee gives up.
    Quit { at_ms: u64 },
}

/// A talk in progress, or finished: the scenario, the seed, the commands taken and all that happened.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    seed: u64,
    commands: Vec<Command>,
    events: Vec<Event>,
    state: State,
}

impl Session {
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn state(&self) -> &State {
        &self.state
    }
}
