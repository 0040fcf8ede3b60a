//! A session with the analyser beside it: what a face needs to take a typed reply.

use std::sync::Arc;

use super::live::{Command, Session};
use crate::analysis::{Analyser, Context, Reading, Sheet};
use crate::engine::{Event, line_key};

/// Reads each reply in its context before it enters the session.
#[derive(Clone)]
pub struct Desk {
    session: Session,
    analyser: Arc<Analyser>,
    sheet: Sheet,
}

/// Fewer chars than this may be the same by chance: "好的".
const LEAST_ECHO: usize = 4;

/// True where the reply is nothing but the buyer's own words given back: one of the lines, or all of them.
fn echoes(buyer: &str, reply: &str) -> bool {
    let said = line_key(reply);
    said.chars().count() >= LEAST_ECHO && (line_key(buyer) == said || buyer.lines().any(|line| line_key(line) == said))
}

impl Desk {
    pub fn new(session: Session, analyser: Arc<Analyser>) -> Self {
        let sheet = Sheet::of(session.scenario());
        Self { session, analyser, sheet }
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn into_session(self) -> Session {
        self.session
    }

    /// Reads the sheet beforehand; meant for another thread, while the trainee is still reading.
    pub fn prepare(&self) {
        self.analyser.prepare(&self.sheet);
    }

    /// What the analyser makes of a reply given now.
    pub fn read(&self, text: &str) -> Reading {
        let buyer = self.session.unanswered();
        if echoes(&buyer, text) {
            return Reading::nonsense();
        }
        let channel = self.session.scenario().file.channel;
        self.analyser.read(&Context { channel, buyer: &buyer, sheet: Some(&self.sheet) }, text)
    }

    /// Takes a typed reply at this session time (ms).
    pub fn reply(&mut self, text: &str, at_ms: u64) -> Vec<Event> {
        // The buyer may speak while the reply is on its way: it is read against what stood there then.
        let mut events = self.tick(at_ms);
        let reading = Box::new(self.read(text));
        events.extend(self.session.handle(Command::Reply { at_ms, text: text.to_owned(), reading }));
        events
    }

    /// Lets time pass up to this session time (ms).
    pub fn tick(&mut self, at_ms: u64) -> Vec<Event> {
        match self.session.next_due() {
            Some(due) if due <= at_ms => self.session.handle(Command::Tick { at_ms }),
            _ => Vec::new(),
        }
    }

    pub fn quit(&mut self, at_ms: u64) -> Vec<Event> {
        self.session.handle(Command::Quit { at_ms })
    }

    /// Goes back to right before the reply `turn`.
    pub fn rewind(&mut self, turn: usize) {
        self.session = self.session.rewind(turn);
    }
}
