//! The events of a session, put in order for judging: one entry a reply, one record an agenda item.

use std::collections::{BTreeMap, BTreeSet};

use super::Situation;
use crate::analysis::{Family, Grasp, Reading};
use crate::engine::{Event, Hearing, Outcome, Timing};
use crate::scenario::format::{AgendaItem, LineCue, Truth};
use crate::scenario::{Money, Scenario};

/// What the dimensions judge by. Turns are numbered by their place, 0-based.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    pub scenario: &'a Scenario,
    /// The truth that was drawn; None where the events do not say.
    pub truth: Option<&'a Truth>,
    pub turns: Vec<Turn<'a>>,
    /// In the order in which they first came up.
    pub items: Vec<ItemRecord<'a>>,
    /// The buyer has shown readiness, ms.
    pub signal_at: Option<u64>,
    pub agreed: Option<usize>,
    pub truth_told: Option<usize>,
    /// Time, outcome and whether it was the goal; None while the talk goes on.
    pub over: Option<(u64, Outcome, bool)>,
    /// Messages of the buyer.
    pub buyer_messages: usize,
    /// Turns before which the buyer had to ask whether anyone is there, once for each time.
    pub nudges: Vec<usize>,
    /// The time of the last event, ms.
    pub end_ms: u64,
}

/// A line of the buyer.
#[derive(Clone, Copy, Debug)]
pub struct BuyerLine<'a> {
    pub at_ms: u64,
    pub text: &'a str,
    pub item: Option<&'a str>,
    pub cue: Option<LineCue>,
}

/// Mood −1000…1000, patience and beliefs 0…1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    pub mood: i32,
    pub patience: i32,
    pub beliefs: [i32; 4],
}

/// How one agenda item was heard in a reply.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    pub item: &'a str,
    pub hearing: Hearing,
}

/// A try to close.
#[derive(Clone, Copy, Debug)]
pub struct CloseTry<'a> {
    pub technique: &'a str,
    pub timing: Timing,
    /// −1000…1000.
    pub fit: i32,
    pub accepted: bool,
}

/// One reply: what had been said before, how the talk stood, and what came of it.
#[derive(Clone, Debug)]
pub struct Turn<'a> {
    pub index: usize,
    pub at_ms: u64,
    pub latency_ms: Option<u64>,
    /// What the buyer said since the reply before.
    pub lines: Vec<BuyerLine<'a>>,
    pub text: &'a str,
    pub reading: &'a Reading,
    /// Items raised and not yet settled when the reply was written.
    pub open: Vec<&'a str>,
    pub ready: bool,
    pub objection_raised: bool,
    pub agreed_before: bool,
    pub truth_known: bool,
    pub closing: bool,
    pub felt_before: Option<Felt>,
    pub felt_after: Option<Felt>,
    pub hearings: Vec<Heard<'a>>,
    pub closes: Vec<CloseTry<'a>>,
    /// Subjects that hit the real need.
    pub need_hits: Vec<&'a str>,
    pub contradicted: Vec<&'a str>,
    pub repeated: Option<usize>,
    pub truth_told: bool,
    pub price: Option<Money>,
}

/// What became of one agenda item.
#[derive(Clone, Debug)]
pub struct ItemRecord<'a> {
    pub id: &'a str,
    /// None for an id that the scenario does not know.
    pub def: Option<&'a AgendaItem>,
    /// The first turn that could answer it; None where the buyer never raised it.
    pub raised_before: Option<usize>,
    /// In order of time.
    pub hearings: Vec<(usize, Hearing)>,
}

impl<'a> ItemRecord<'a> {
    /// The turn that settled it.
    pub fn settled(&self) -> Option<usize> {
        self.hearings.iter().find(|(_, h)| *h == Hearing::Settled).map(|(turn, _)| *turn)
    }

    pub fn dropped(&self) -> bool {
        self.hearings.iter().any(|(_, h)| *h == Hearing::Dropped)
    }

    pub fn count(&self, hearing: Hearing) -> usize {
        self.hearings.iter().filter(|(_, h)| *h == hearing).count()
    }

    /// The turns in which it was heard so.
    pub fn turns(&self, hearings: &[Hearing]) -> Vec<usize> {
        self.hearings.iter().filter(|(_, h)| hearings.contains(h)).map(|(turn, _)| *turn).collect()
    }

    /// True where the buyer raised it and a reply came after that.
    pub fn had_a_chance(&self, ledger: &Ledger<'a>) -> bool {
        self.raised_before.is_some_and(|turn| turn < ledger.turns.len())
    }
}

impl<'a> Turn<'a> {
    /// What the buyer had said before, joined by newlines.
    pub fn buyer_text(&self) -> String {
        self.lines.iter().map(|l| l.text).collect::<Vec<_>>().join("\n")
    }

    pub fn has(&self, family: Family, id: &str) -> bool {
        self.reading.labels.has(family, id)
    }

    /// The first evidence of a label, in chars of the reply.
    pub fn span(&self, label: &str) -> Option<(usize, usize)> {
        self.reading.evidence.iter().find(|e| e.label == label).map(|e| (e.start, e.end))
    }

    /// True where the reply meets the buyer's feeling before anything else.
    pub fn acknowledges(&self) -> bool {
        self.has(Family::Moves, "acknowledge") || self.has(Family::Moves, "apologise")
    }

    /// True where the reply is rude as a whole: tone below 1.5.
    pub fn is_rude(&self) -> bool {
        self.reading.labels.tone_tenths < 15
    }

    /// True where the reply says nothing: no sense, brushed off, rude, or the same again.
    pub fn is_empty_handed(&self) -> bool {
        self.reading.nonsense || self.has(Family::Faults, "curt") || self.is_rude() || self.repeated.is_some()
    }

    /// True where something was open and the reply passed all of it by.
    pub fn passes_by(&self) -> bool {
        let mut met = self.hearings.iter().filter(|h| !matches!(h.hearing, Hearing::Raised | Hearing::Dropped));
        let by = |h: &Heard<'_>| matches!(h.hearing, Hearing::Evaded | Hearing::Misled);
        met.next().is_some_and(by) && met.all(by)
    }

    /// The different closing techniques of the reply.
    pub fn techniques(&self) -> BTreeSet<&'a str> {
        let labels = self.reading.labels.closes.iter().map(String::as_str);
        labels.chain(self.closes.iter().map(|c| c.technique)).collect()
    }

    /// The situation in which script steps are looked for.
    pub fn situation<'b>(&'b self, met: &'b [&'b str]) -> Situation<'b> {
        Situation {
            reading: self.reading,
            reply: self.index,
            met,
            objection_raised: self.objection_raised,
            signal: self.ready,
            agreed: self.agreed_before,
            closing: self.closing,
        }
    }
}

impl<'a> Ledger<'a> {
    /// Puts the events in order. Events that speak of turns or items that never were are passed over.
    pub fn new(scenario: &'a Scenario, events: &'a [Event]) -> Self {
        let mut book = Book::new(scenario);
        for event in events {
            book.enter(event);
        }
        book.close()
    }

    /// The item's record.
    pub fn item(&self, id: &str) -> Option<&ItemRecord<'a>> {
        self.items.iter().find(|i| i.id == id)
    }

    /// The subjects told before this turn.
    pub fn told_before(&self, turn: usize) -> BTreeSet<&'a str> {
        let earlier = self.turns.iter().take(turn).flat_map(|t| &t.reading.mentions);
        earlier.filter(|m| m.grasp == Grasp::Told).map(|m| m.subject.as_str()).collect()
    }

    pub fn goal_met(&self) -> bool {
        self.over.is_some_and(|(_, _, met)| met)
    }

    pub fn outcome(&self) -> Option<Outcome> {
        self.over.map(|(_, outcome, _)| outcome)
    }
}

/// A ledger being written.
struct Book<'a> {
    ledger: Ledger<'a>,
    defs: BTreeMap<&'a str, &'a AgendaItem>,
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
    fn new(scenario: &'a Scenario) -> Self {
        let file = &scenario.file;
        let of_truths = file.truths.iter().flat_map(|t| &t.agenda);
        let defs = file.agenda.iter().chain(of_truths).chain(&file.closing.last_objection);
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
            defs: defs.map(|d| (d.id.as_str(), d)).collect(),
            places: BTreeMap::new(),
            pending: Vec::new(),
            open: Vec::new(),
            felt: None,
            objection_raised: false,
            farewell_said: false,
            settling: !file.closing.settle.is_empty(),
        }
    }

    fn enter(&mut self, event: &'a Event) {
        match event {
            Event::Began { truth, .. } => self.ledger.truth = self.ledger.scenario.file.truths.get(*truth),
            Event::AutoReplied { at_ms, .. } => self.passed(*at_ms),
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
            Event::TruthTold { turn } => {
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
        if matches!(hearing, Hearing::Settled | Hearing::Dropped) {
            self.open.retain(|open| *open != item);
        }
    }

    fn raise(&mut self, item: &'a str) {
        let next = self.ledger.turns.len();
        let known = self.record(item);
        let record = &mut self.ledger.items[known];
        record.raised_before.get_or_insert(next);
        self.objection_raised |= record.def.is_some_and(|d| d.kind.is_objection());
        let done = record.settled().is_some() || record.dropped();
        if !done && !self.open.contains(&item) {
            self.open.push(item);
        }
    }

    /// The place of the item's record, made where there is none yet.
    fn record(&mut self, id: &'a str) -> usize {
        if let Some(place) = self.ledger.items.iter().position(|i| i.id == id) {
            return place;
        }
        let def = self.defs.get(id).copied();
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
    fn close(mut self) -> Ledger<'a> {
        let ended = match self.ledger.outcome() {
            Some(Outcome::Resolved | Outcome::Declined) => true,
            Some(Outcome::Deal | Outcome::Appointment) => self.ledger.turns.last().is_some_and(|t| t.agreed_before),
            _ => false,
        };
        if let Some(last) = self.ledger.turns.last_mut() {
            last.closing |= ended;
        }
        self.ledger
    }
}
