//! One session: the commands taken, the events that followed, the state that they made.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::Reading;
use crate::engine::{self, Event, Phase, State};
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

/// A talk in progress, or finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    scenario: Arc<Scenario>,
    seed: u64,
    commands: Vec<Command>,
    events: Vec<Event>,
    state: State,
}

impl Session {
    /// Begins a session; the buyer's first words are among its events.
    pub fn start(scenario: Arc<Scenario>, seed: u64) -> Self {
        let events = engine::begin(&scenario, seed);
        let mut session = Self { scenario, seed, commands: Vec::new(), events: Vec::new(), state: State::default() };
        session.take(events);
        session
    }

    /// Replays recorded commands from the start.
    pub fn replay(scenario: Arc<Scenario>, seed: u64, commands: impl IntoIterator<Item = Command>) -> Self {
        let mut session = Self::start(scenario, seed);
        for command in commands {
            session.handle(command);
        }
        session
    }

    /// Takes a command and returns the events that followed; none once the session is over.
    pub fn handle(&mut self, command: Command) -> Vec<Event> {
        if self.is_over() {
            return Vec::new();
        }
        let (scenario, seed, state) = (&*self.scenario, self.seed, &self.state);
        let events = match &command {
            Command::Reply { at_ms, text, reading } => engine::reply(scenario, seed, state, *at_ms, text, reading),
            Command::Tick { at_ms } => engine::tick(scenario, seed, state, *at_ms),
            Command::Quit { at_ms } => engine::quit(scenario, seed, state, *at_ms),
        };
        // A tick that brought nothing need not be remembered.
        if !(events.is_empty() && matches!(command, Command::Tick { .. })) {
            self.commands.push(command);
        }
        self.take(events.clone());
        events
    }

    fn take(&mut self, events: Vec<Event>) {
        for event in &events {
            self.state.apply(event);
        }
        self.events.extend(events);
    }

    /// The session as it was right before the trainee's reply `turn` (0-based); the whole where there is no such turn.
    /// The clock goes on from the buyer's last line before it.
    pub fn rewind(&self, turn: usize) -> Self {
        let is_reply = |c: &Command| matches!(c, Command::Reply { .. });
        let kept = self
            .commands
            .iter()
            .scan(0, |replies, command| {
                let at = *replies;
                *replies += usize::from(is_reply(command));
                Some((at, command))
            })
            .take_while(|(at, command)| *at < turn || (*at == turn && !is_reply(command)))
            .filter(|(_, command)| !matches!(command, Command::Quit { .. }))
            .map(|(_, command)| command.clone());
        Self::replay(self.scenario.clone(), self.seed, kept)
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The commands that made the session, in order; ticks that brought nothing are left out.
    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    pub fn is_over(&self) -> bool {
        self.state.phase == Phase::Over
    }

    /// Time of the last event, ms.
    pub fn now_ms(&self) -> u64 {
        self.state.now_ms
    }

    /// When the waiting buyer will act by itself, ms; send a tick of that time when it has come.
    pub fn next_due(&self) -> Option<u64> {
        engine::next_due(&self.scenario, &self.state)
    }

    /// The buyer's lines not answered yet, joined by newlines: what the next reply is read against.
    pub fn unanswered(&self) -> String {
        let last_reply = self.events.iter().rposition(|e| matches!(e, Event::TraineeSaid { .. }));
        let open = &self.events[last_reply.map_or(0, |i| i + 1)..];
        let lines: Vec<&str> = open
            .iter()
            .filter_map(|e| match e {
                Event::BuyerSaid { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        lines.join("\n")
    }

    /// When a reply of so many chars would come from someone who reads and types at a fair speed, ms.
    pub fn fair_time(&self, chars: usize) -> u64 {
        let since = self.state.waiting_since.unwrap_or(self.state.now_ms);
        since + engine::fair_ms(&self.scenario.file.bands, self.state.waiting_chars, chars)
    }
}
