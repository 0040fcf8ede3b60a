//! What the reply says of the sheet: values and wordings told, touched, or told wrongly; prices offered.

mod answers;
mod check;
mod index;
mod mentions;
mod price;
mod plain;
mod rivals;
mod sums;
mod values;

use super::buyer::Buyer;
use super::reading::Mention;
use super::{Grasp, Sheet};
use crate::scenario::Money;
use crate::text::{Quantity, Span, Text};

pub use index::{Index, pairs};

/// What was read of the sheet in one reply.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Subject and how it was told, with the span.
    pub mentions: Vec<(String, Grasp, Span)>,
    /// What the sheet says otherwise.
    pub contradictions: Vec<Span>,
    /// Prices below the floor.
    pub below_floor: Vec<Span>,
    pub offered: Option<Money>,
    /// How many values answer the buyer otherwise than the sheet.
    pub value_wrong: usize,
    /// Materials named that the sheet does not name.
    pub strange_material: bool,
    /// A yes to what the sheet denies.
    pub denied: bool,
    /// Sent or there sooner than the sheet says.
    pub sooner: bool,
    /// Said to be free what the sheet takes money for.
    pub free: bool,
}

impl Facts {
    pub fn read(text: &Text, quantities: &[Quantity], buyer: &Buyer, sheet: Option<&Sheet>) -> Self {
        let Some(sheet) = sheet else { return Self::default() };
        let mut facts = Self::default();
        mentions::read(text, quantities, buyer, sheet, &mut facts);
        price::read(text, quantities, buyer, sheet, &mut facts);
        check::read(text, quantities, buyer, sheet, &mut facts);
        answers::read(text, quantities, buyer, sheet, &mut facts);
        plain::read(text, buyer, sheet, &mut facts);
        facts.contradictions.sort_unstable();
        facts.contradictions.dedup();
        facts
    }

    /// Adds a mention; of several of one subject the best grasp stays.
    pub fn mention(&mut self, subject: &str, grasp: Grasp, span: Span) {
        match self.mentions.iter_mut().find(|m| m.0 == subject) {
            Some(known) if known.1 < grasp => *known = (subject.to_owned(), grasp, span),
            Some(_) => {}
            None => self.mentions.push((subject.to_owned(), grasp, span)),
        }
    }

    /// Spans of what was told as the sheet has it.
    pub fn told(&self) -> Vec<Span> {
        self.mentions.iter().filter(|m| m.1 == Grasp::Told).map(|m| m.2).collect()
    }

    /// Spans of all that was told, rightly or wrongly.
    pub fn stated(&self) -> Vec<Span> {
        self.mentions.iter().filter(|m| m.1 >= Grasp::Wrong).map(|m| m.2).collect()
    }

    pub fn into_mentions(self, text: &Text) -> Vec<Mention> {
        let made = |(subject, grasp, span): (String, Grasp, Span)| {
            let (start, end) = text.original(span);
            Mention { subject, grasp, start, end }
        };
        let mut out: Vec<Mention> = self.mentions.into_iter().map(made).collect();
        out.sort_by(|a, b| (a.start, &a.subject).cmp(&(b.start, &b.subject)));
        out
    }
}
