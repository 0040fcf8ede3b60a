//! Writes the ledger, event by event.

use std::collections::BTreeMap;

use super::{BuyerLine, CloseTry, Felt, Heard, ItemRecord, Ledger, Turn};
use crate::analysis::Reading;
use crate::engine::{Event, Hearing, Outcome};
use crate::scenario::Scenario;
use crate::scenario::format::LineCue;

/// A ledger being written.
pub struct Book<'a> {
    ledger: Ledger<'a>,
    /// Index of the truth that was drawn.
    truth: usize,
    /// Event turn number → place.
    places: BTreeMap<usize, usize>,
    /// Lines since the last reply.
    pending: Vec<BuyerLine<'a>>,
    open: Vec<&'a str>,
    felt: Option<Felt>,
    objection_raised: bool,
    farewell_said: bool,
    /// Steps after the yes are left to do.
    settling: bool,
}

impl<'a> Book<'a> {
    pub fn new(scenario: &'a Scenario) -> Self {
        let file = &scenario.file;
        Self {
            ledger: Ledger {
                scenario,
                truth: None,
                turns: Vec::new(),
                items: Vec::new(),
                signal_at: None,
                agreed: None,
                truth_told: None,
                over: None,
                buyer_messages: 0,
                nudges: Vec::new(),
                end_ms: 0,
            },
            truth: 0,
            places: BTreeMap::new(),
            pending: Vec::new(),
            open: Vec::new(),
            felt: None,
            objection_raised: false,
            farewell_said: false,
            settling: !file.closing.settle.is_empty(),
        }
    }

    pub fn enter(&mut self, event: &'a Event) {
        match event {
            Event::Began { truth, .. } => {
                self.truth = *truth;
                self.ledger.truth = self.ledger.scenario.file.truths.get(*truth);
            }
            Event::AutoReplied { at_ms, .. } | Event::Idled { at_ms } => self.passed(*at_ms),
            Event::LinesDrawn { .. } | Event::AskedBack { .. } => {}
            Event::BuyerSaid { at_ms, text, item, cue } => {
                let line = BuyerLine { at_ms: *at_ms, text, item: item.as_deref(), cue: *cue };
                self.buyer_said(line);
            }
            Event::TraineeSaid { turn, at_ms, latency_ms, text, reading } => {
                self.trainee_said(*turn, *at_ms, *latency_ms, text, reading);
            }
            Event::Heard { turn, item, hearing } => self.heard(*turn, item, *hearing),
            Event::CloseTried { turn, technique, timing, fit, accepted } => {
                let close =
                    CloseTry { technique, timing: *timing, fit: (*fit).clamp(-1000, 1000), accepted: *accepted };
                if let Some(turn) = self.turn(*turn) {
                    turn.closes.push(close);
                }
            }
            Event::Felt { at_ms, mood, patience, beliefs } => {
                self.passed(*at_ms);
                self.felt = Some(Felt { mood: *mood, patience: *patience, beliefs: *beliefs });
                if let Some(turn) = self.ledger.turns.last_mut() {
                    turn.felt_after = self.felt;
                }
            }
            Event::TruthTold { turn, .. } => {
                let place = self.places.get(turn).copied();
                self.ledger.truth_told = self.ledger.truth_told.or(place);
                if let Some(turn) = self.turn(*turn) {
                    turn.truth_told = true;
                }
            }
            Event::NeedHit { turn, subject } => {
                if let Some(turn) = self.turn(*turn) {
                    turn.need_hits.push(subject);
                }
            }
            Event::PriceOffered { turn, price } => {
                if let Some(turn) = self.turn(*turn) {
                    turn.price = Some(*price);
                }
            }
            Event::Contradicted { turn, subject } => {
                if let Some(turn) = self.turn(*turn) {
                    turn.contradicted.push(subject);
                }
            }
            Event::Repeated { turn, of } => {
                if let Some(turn) = self.turn(*turn) {
                    turn.repeated = Some(*of);
                }
            }
            Event::SignalGiven { at_ms } => {
                self.passed(*at_ms);
                self.ledger.signal_at = self.ledger.signal_at.or(Some(*at_ms));
            }
            Event::Agreed { turn } => {
                let place = self.places.get(turn).copied();
                self.ledger.agreed = self.ledger.agreed.or(place);
            }
            Event::SettleOpened { id } => self.settling = id.is_some(),
            Event::SettleMissed { turn, id } => {
                if let Some(turn) = self.turn(*turn) {
                    turn.settle_missed = Some(id);
                }
            }
            Event::Insulted { turn } => {
                if let Some(turn) = self.turn(*turn) {
                    turn.insulted = true;
                }
            }
            Event::Over { at_ms, outcome, goal_met } => {
                self.passed(*at_ms);
                self.ledger.over = self.ledger.over.or(Some((*at_ms, *outcome, *goal_met)));
            }
        }
    }

    fn buyer_said(&mut self, line: BuyerLine<'a>) {
        self.passed(line.at_ms);
        self.ledger.buyer_messages += 1;
        let turns = self.ledger.turns.len();
        match line.cue {
            Some(LineCue::Nudge) => self.ledger.nudges.push(turns),
            Some(LineCue::FarewellGlad | LineCue::FarewellCold | LineCue::Defers | LineCue::Leaves) => {
                self.farewell_said = true;
            }
            _ => {}
        }
        if let Some(item) = line.item {
            self.raise(item);
        }
        self.pending.push(line);
    }

    fn trainee_said(&mut self, turn: usize, at_ms: u64, latency_ms: Option<u64>, text: &'a str, reading: &'a Reading) {
        self.passed(at_ms);
        let index = self.ledger.turns.len();
        self.places.insert(turn, index);
        let agreed_before = self.ledger.agreed.is_some();
        self.ledger.turns.push(Turn {
            index,
            at_ms,
            latency_ms,
            lines: std::mem::take(&mut self.pending),
            text,
            reading,
            open: self.open.clone(),
            ready: self.ledger.signal_at.is_some(),
            objection_raised: self.objection_raised,
            agreed_before,
            truth_known: self.ledger.truth_told.is_some(),
            closing: self.farewell_said || (agreed_before && !self.settling),
            felt_before: self.felt,
            felt_after: None,
            hearings: Vec::new(),
            closes: Vec::new(),
            need_hits: Vec::new(),
            contradicted: Vec::new(),
            repeated: None,
            truth_told: false,
            closed_past_before: false,
            settle_missed: None,
            insulted: false,
            price: None,
        });
    }

    fn heard(&mut self, turn: usize, item: &'a str, hearing: Hearing) {
        if hearing == Hearing::Raised {
            self.raise(item);
            return;
        }
        let Some(&place) = self.places.get(&turn) else { return };
        let known = self.record(item);
        self.ledger.items[known].hearings.push((place, hearing));
        self.ledger.turns[place].hearings.push(Heard { item, hearing });
        if matches!(hearing, Hearing::Settled | Hearing::Taken | Hearing::Dropped) {
            self.open.retain(|open| *open != item);
        }
    }

    fn raise(&mut self, item: &'a str) {
        let next = self.ledger.turns.len();
        let known = self.record(item);
        let record = &mut self.ledger.items[known];
        record.raised_before.get_or_insert(next);
        self.objection_raised |= record.def.is_some_and(|d| d.kind.is_objection());
        if record.settled().is_none() && !self.open.contains(&item) {
            self.open.push(item);
        }
    }

    /// The place of the item's record, made where there is none yet.
    fn record(&mut self, id: &'a str) -> usize {
        if let Some(place) = self.ledger.items.iter().position(|i| i.id == id) {
            return place;
        }
        let def = self.ledger.scenario.item(self.truth, id);
        self.ledger.items.push(ItemRecord { id, def, raised_before: None, hearings: Vec::new() });
        self.ledger.items.len() - 1
    }

    fn turn(&mut self, turn: usize) -> Option<&mut Turn<'a>> {
        let place = self.places.get(&turn)?;
        self.ledger.turns.get_mut(*place)
    }

    fn passed(&mut self, at_ms: u64) {
        self.ledger.end_ms = self.ledger.end_ms.max(at_ms);
    }

    /// The reply that brought the talk to its settled end was at the end of the talk too.
    pub fn close(mut self) -> Ledger<'a> {
        let ended = match self.ledger.outcome() {
            Some(Outcome::Resolved | Outcome::Declined) => true,
            Some(Outcome::Deal | Outcome::Appointment) => self.ledger.turns.last().is_some_and(|t| t.agreed_before),
            _ => false,
        };
        if let Some(last) = self.ledger.turns.last_mut() {
            last.closing |= ended;
        }
        let mut before = false;
        for turn in &mut self.ledger.turns {
            turn.closed_past_before = before;
            before |= turn.closes_past();
        }
        self.ledger
    }
}
