//! What every rule sees: the reply, the buyer's line, the sheet, and what has been found so far.

use std::cell::OnceCell;

use super::buyer::Buyer;
use super::facts::Facts;
use super::topics::{self, Asked};
use super::{Family, Sheet};
use crate::scenario::format::Channel;
use crate::text::{CueSet, Quantity, Span, Text, cues, quantities};

/// One reply with its context, folded and measured once.
pub struct Scene<'a> {
    pub channel: Channel,
    pub text: Text,
    pub buyer: Buyer,
    pub sheet: Option<&'a Sheet>,
    pub quantities: Vec<Quantity>,
    pub facts: Facts,
    /// True where no sense could be made of the reply, and no rule was asked.
    pub nonsense: bool,
    topics: OnceCell<Vec<Asked>>,
    found: Vec<(Family, &'static str, Vec<Span>)>,
}

impl<'a> Scene<'a> {
    pub fn new(channel: Channel, buyer: &str, sheet: Option<&'a Sheet>, reply: &str) -> Self {
        let text = Text::new(reply);
        let quantities = quantities(text.as_str());
        let buyer = Buyer::read(buyer);
        let facts = Facts::read(&text, &quantities, &buyer, sheet);
        Self {
            channel,
            text,
            buyer,
            sheet,
            quantities,
            facts,
            nonsense: false,
            topics: OnceCell::new(),
            found: Vec::new(),
        }
    }

    /// The lines of the sheet that the reply and the buyer come nearest to.
    pub fn near(&self) -> String {
        self.sheet.map(|sheet| sheet.lines.nearest(&self.text, &self.buyer.text)).unwrap_or_default()
    }

    /// The topics that the reply asks about.
    pub fn topics(&self) -> &[Asked] {
        self.topics.get_or_init(|| topics::asked(&self.text))
    }

    /// What the speaker says himself: neither quoted nor negated.
    pub fn said(&self, cues: &CueSet) -> Vec<Span> {
        cues.said(&self.text)
    }

    pub fn says(&self, cues: &CueSet) -> bool {
        !self.said(cues).is_empty()
    }

    /// Matches outside quotation marks, negated or not: for wordings that have their own negation.
    pub fn spoken(&self, cues: &CueSet) -> Vec<Span> {
        cues.unquoted(&self.text)
    }

    pub fn speaks(&self, cues: &CueSet) -> bool {
        !self.spoken(cues).is_empty()
    }

    /// Matches in clauses that ask.
    pub fn asked(&self, cues: &CueSet) -> Vec<Span> {
        let mut out = self.spoken(cues);
        out.retain(|&span| self.asks(span));
        out
    }

    /// Matches in clauses that state.
    pub fn stated(&self, cues: &CueSet) -> Vec<Span> {
        let mut out = self.said(cues);
        out.retain(|&span| !self.asks(span));
        out
    }

    /// True where the span's last clause asks, or the next one of its sentence does.
    pub fn asks(&self, span: Span) -> bool {
        let clauses = self.text.clauses();
        let last = clauses.partition_point(|c| c.span.end < span.end);
        let Some(clause) = clauses.get(last) else { return false };
        clause.question
            || clauses
                .get(last + 1)
                .is_some_and(|c| c.question && c.sentence == clause.sentence && c.span.end - c.span.start < 30)
    }

    /// The clauses that the spans touch: what is shown as evidence.
    pub fn clauses_of(&self, spans: &[Span]) -> Vec<Span> {
        let mut out: Vec<Span> = spans.iter().map(|&s| self.text.clauses_around(s)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Notes what a rule found.
    pub fn note(&mut self, family: Family, id: &'static str, spans: Vec<Span>) {
        if !spans.is_empty() {
            self.found.push((family, id, spans));
        }
    }

    /// True where an earlier family's rule has given this label.
    pub fn has(&self, family: Family, id: &str) -> bool {
        self.spans(family, id).is_some()
    }

    pub fn has_any(&self, family: Family) -> bool {
        self.found.iter().any(|f| f.0 == family)
    }

    /// The spans of a label found already.
    pub fn spans(&self, family: Family, id: &str) -> Option<&[Span]> {
        self.found.iter().find(|f| f.0 == family && f.1 == id).map(|f| f.2.as_slice())
    }

    pub fn drop_label(&mut self, family: Family, id: &str) {
        self.found.retain(|f| f.0 != family || f.1 != id);
    }

    pub fn into_found(self) -> Vec<(Family, &'static str, Vec<Span>)> {
        self.found
    }

    /// Chars of the folded reply without breaks.
    pub fn content_chars(&self) -> usize {
        self.text.clauses().iter().map(|c| self.text.slice(c.span).chars().count()).sum()
    }

    /// How many clauses ask.
    pub fn questions(&self) -> usize {
        self.text.clauses().iter().filter(|c| c.question).count()
    }

    /// True where techniques are named, or their catchwords strung together, instead of done.
    pub fn recites(&self) -> bool {
        self.speaks(&TECHNIQUE_NAMES) || self.spoken(&CATCHWORDS).len() >= 3
    }
}

cues! {
    TECHNIQUE_NAMES: "(假定|选择|概述|警戒|隔离|从众|二选一|二择一)(成交|法)", "口头证实", "成交法";
    CATCHWORDS: "限时限量", "二选一", "错过等一年", "假定", "警戒";
}
