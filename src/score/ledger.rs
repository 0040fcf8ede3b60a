//! The events of a session, put in order for judging: one entry a reply, one record an agenda item.

use std::collections::BTreeSet;

use super::book::Book;
use crate::analysis::{Family, Reading};
use crate::engine::{Event, Hearing, Outcome, Situation, Timing};
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
    /// An earlier reply has closed over the head of what was open.
    pub closed_past_before: bool,
    /// The step after the yes that this reply did not do.
    pub settle_missed: Option<&'a str>,
    /// The buyer took it as an insult.
    pub insulted: bool,
    pub price: Option<Money>,
}

/// Worth of what was taken for an answer, per mille.
const TAKEN: i32 = 850;

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
        let settles = |h: &Hearing| matches!(h, Hearing::Settled | Hearing::Taken);
        self.hearings.iter().find(|(_, h)| settles(h)).map(|(turn, _)| *turn)
    }

    /// What settling it is worth, per mille: an answer in words that the scenario does not foresee, a little less.
    pub fn worth(&self) -> i32 {
        if self.count(Hearing::Settled) > 0 { 1000 } else { TAKEN }
    }

    /// True where the buyer has given it up, and has not come back to it since.
    pub fn dropped(&self) -> bool {
        self.hearings.last().is_some_and(|(_, h)| *h == Hearing::Dropped)
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

    /// True where the reply closes over the head of what was open: the buyer asked, and was told to buy.
    pub fn closes_past(&self) -> bool {
        let closes = !self.reading.labels.closes.is_empty() || !self.closes.is_empty();
        closes && self.passes_by() && self.closes.iter().all(|c| !c.accepted)
    }

    /// True where it does so again: once may be a misjudgement, twice is pushing.
    pub fn pushes_past(&self) -> bool {
        self.closed_past_before && self.closes_past()
    }

    /// The different closing techniques of the reply.
    pub fn techniques(&self) -> BTreeSet<&'a str> {
        let labels = self.reading.labels.closes.iter().map(String::as_str);
        labels.chain(self.closes.iter().map(|c| c.technique)).collect()
    }

    /// So many different closes in one reply are no close but a list.
    pub fn is_stuffed(&self) -> bool {
        self.techniques().len() >= 3
    }

    /// The situation in which script steps are looked for.
    pub fn situation<'b>(&'b self, met: &'b BTreeSet<String>) -> Situation<'b> {
        Situation {
            reading: self.reading,
            reply_number: u32::try_from(self.index).unwrap_or(u32::MAX).saturating_add(1),
            met,
            objection_raised: self.objection_raised,
            signal_given: self.ready,
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

    pub fn goal_met(&self) -> bool {
        self.over.is_some_and(|(_, _, met)| met)
    }

    pub fn outcome(&self) -> Option<Outcome> {
        self.over.map(|(_, outcome, _)| outcome)
    }
}
