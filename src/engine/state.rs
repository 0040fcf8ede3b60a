//! The buyer's state, in integers. [`State::apply`] is the only place that changes it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::event::{Event, Hearing};
use super::lines::line_key;
use crate::analysis::{Family, Grasp};
use crate::scenario::Money;
use crate::scenario::format::LineCue;

/// Where the talk stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    #[default]
    Talking,
    /// Ready, and has shown it.
    Ready,
    /// Said yes; order, address, payment.
    Settling,
    /// All is settled; only the goodbye is left.
    Farewell,
    Over,
}

/// Where one agenda item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemStatus {
    #[default]
    Pending,
    Open,
    Settled,
    Dropped,
}

/// One agenda item as the buyer remembers it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemMemory {
    pub status: ItemStatus,
    /// The trainee's turn from which replies count for it: the first after it was raised.
    pub since_turn: usize,
    pub times_raised: u32,
    pub halves: u32,
    pub soothes: u32,
    pub evasions: u32,
}

/// All that the buyer knows and feels. Changed by [`State::apply`] alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub phase: Phase,
    /// −1000…1000.
    pub mood: i32,
    /// 0…1000.
    pub patience: i32,
    /// Trust, need, value, service, 0…1000.
    pub beliefs: [i32; 4],
    /// Time of the last event, ms.
    pub now_ms: u64,
    /// Index of the truth drawn.
    pub truth: usize,
    pub truth_known: bool,
    /// Turn in which the truth was told.
    pub truth_turn: Option<usize>,
    /// Need hits counted before and after the truth was told.
    pub hits_before: BTreeSet<String>,
    pub hits_after: BTreeSet<String>,
    /// Agenda items in the order in which they are to be raised.
    pub queue: Vec<String>,
    pub items: BTreeMap<String, ItemMemory>,
    /// The item that waits for an answer.
    pub open: Option<String>,
    /// Replies so far.
    pub turns: usize,
    /// When the earliest buyer line not yet answered was said, ms.
    pub waiting_since: Option<u64>,
    /// Chars of the buyer's lines not yet answered.
    pub waiting_chars: usize,
    pub nudges: u32,
    /// Subjects told and labels earned (`moves:offer`), with the turn of the last time.
    pub heard: BTreeMap<String, usize>,
    /// Topics that the trainee has asked about.
    pub asked: BTreeSet<String>,
    /// Earlier replies, normalised as [`line_key`].
    pub replies: Vec<String>,
    /// Authored lines used up, normalised as [`line_key`].
    pub drawn: BTreeSet<String>,
    pub offered: Option<Money>,
    /// Turn after which the signal was given.
    pub signal_turn: Option<usize>,
    pub early_closes: u32,
    pub failed_closes: u32,
    pub insults: u32,
    /// Turns in which the buyer asked what was meant.
    pub asked_back: Vec<usize>,
    /// Exchanges in which the buyer had nothing to raise.
    pub idles: u32,
    pub settle: Option<String>,
    pub settles_done: BTreeSet<String>,
    pub settle_tries: u32,
    pub objection_raised: bool,
    /// What the last turns were about, for puzzled buyers: a cue is not used twice running.
    pub last_cue: Option<LineCue>,
    pub outcome: Option<super::Outcome>,
    pub goal_met: bool,
}

impl State {
    /// The mean of the four beliefs, 0…1000.
    pub fn conviction(&self) -> i32 {
        self.beliefs.iter().sum::<i32>() / 4
    }

    /// Turn in which the subject or label was last heard.
    pub fn heard_since(&self, what: &str, turn: usize) -> bool {
        match what.strip_prefix("topic:") {
            Some(topic) => self.asked.contains(topic),
            None => self.heard.get(what).is_some_and(|&t| t >= turn),
        }
    }

    pub fn item(&self, id: &str) -> ItemMemory {
        self.items.get(id).cloned().unwrap_or_default()
    }

    /// Takes one event into the state; the only mutator.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Began { truth, order } => {
                self.truth = *truth;
                self.queue = order.clone();
            }
            Event::AutoReplied { at_ms, .. } | Event::SignalGiven { at_ms } if self.now_ms < *at_ms => {
                self.now_ms = *at_ms;
                self.apply_untimed(event);
            }
            Event::BuyerSaid { at_ms, text, cue, .. } => {
                self.now_ms = self.now_ms.max(*at_ms);
                self.waiting_since = Some(self.waiting_since.unwrap_or(*at_ms));
                self.waiting_chars += text.chars().count();
                self.last_cue = *cue;
                if *cue == Some(LineCue::Nudge) {
                    self.nudges += 1;
                }
            }
            Event::TraineeSaid { turn, at_ms, text, reading, .. } => {
                self.now_ms = self.now_ms.max(*at_ms);
                self.turns = turn + 1;
                self.waiting_since = None;
                self.waiting_chars = 0;
                self.nudges = 0;
                self.replies.push(line_key(text));
                for mention in reading.mentions.iter().filter(|m| m.grasp == Grasp::Told) {
                    self.heard.insert(mention.subject.clone(), *turn);
                }
                for family in Family::ALL {
                    for id in reading.labels.family(family) {
                        self.heard.insert(format!("{}:{id}", family.id()), *turn);
                    }
                }
                self.asked.extend(reading.asks.iter().map(|a| a.topic.clone()));
            }
            Event::Felt { at_ms, mood, patience, beliefs } => {
                self.now_ms = self.now_ms.max(*at_ms);
                (self.mood, self.patience, self.beliefs) = (*mood, *patience, *beliefs);
            }
            Event::Over { at_ms, outcome, goal_met } => {
                self.now_ms = self.now_ms.max(*at_ms);
                self.phase = Phase::Over;
                self.outcome = Some(*outcome);
                self.goal_met = *goal_met;
            }
            _ => self.apply_untimed(event),
        }
    }

    fn apply_untimed(&mut self, event: &Event) {
        match event {
            Event::LinesDrawn { lines } => self.drawn.extend(lines.iter().map(|l| line_key(l))),
            Event::Heard { item, hearing, .. } => self.apply_hearing(item, *hearing),
            Event::TruthTold { turn, adds } => {
                self.truth_known = true;
                self.truth_turn = Some(*turn);
                self.queue.splice(0..0, adds.iter().cloned());
            }
            Event::NeedHit { turn, subject } => {
                // What came in the same breath as the question that brought out the truth was not said to it.
                let hits = if self.truth_turn.is_some_and(|told| told < *turn) {
                    &mut self.hits_after
                } else {
                    &mut self.hits_before
                };
                hits.insert(subject.clone());
            }
            Event::PriceOffered { price, .. } => self.offered = Some(*price),
            Event::SignalGiven { .. } => {
                self.phase = Phase::Ready;
                self.signal_turn = Some(self.turns);
                self.idles = 0;
            }
            Event::Idled { .. } => self.idles += 1,
            Event::CloseTried { timing, accepted, .. } => match (timing, accepted) {
                (super::Timing::Early, _) => self.early_closes += 1,
                (_, false) => self.failed_closes += 1,
                _ => {}
            },
            Event::AskedBack { turn } => self.asked_back.push(*turn),
            Event::Insulted { .. } => self.insults += 1,
            Event::Agreed { .. } => self.phase = Phase::Settling,
            Event::SettleOpened { id } => {
                if let Some(done) = self.settle.take() {
                    self.settles_done.insert(done);
                }
                self.settle_tries = 0;
                self.settle = id.clone();
                if id.is_none() {
                    self.phase = Phase::Farewell;
                }
            }
            Event::SettleMissed { .. } => self.settle_tries += 1,
            _ => {}
        }
    }

    fn apply_hearing(&mut self, id: &str, hearing: Hearing) {
        let since_turn = self.turns;
        let memory = self.items.entry(id.to_owned()).or_default();
        match hearing {
            Hearing::Raised => {
                if memory.times_raised == 0 {
                    memory.since_turn = since_turn;
                }
                memory.status = ItemStatus::Open;
                memory.times_raised += 1;
                self.open = Some(id.to_owned());
            }
            Hearing::Half => memory.halves += 1,
            Hearing::Soothed => memory.soothes += 1,
            Hearing::Evaded => memory.evasions += 1,
            Hearing::Settled | Hearing::Taken | Hearing::Misled => memory.status = ItemStatus::Settled,
            Hearing::Dropped => memory.status = ItemStatus::Dropped,
        }
        let closed = matches!(hearing, Hearing::Settled | Hearing::Taken | Hearing::Misled | Hearing::Dropped);
        if closed && self.open.as_deref() == Some(id) {
            self.open = None;
        }
    }
}
