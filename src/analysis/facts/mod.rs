//! What the reply says of the sheet: values and wordings told, touched, or told wrongly; prices offered.

mod answers;
mod check;
mod denials;
mod index;
mod mentions;
mod nearest;
mod pairs;
mod plain;
mod price;
mod rivals;
mod sums;
mod values;

use std::collections::BTreeSet;

use super::buyer::Buyer;
use super::reading::Mention;
use super::{Grasp, Sheet};
use crate::scenario::Money;
use crate::text::{Quantity, Span, Text, Unit};

pub use index::Index;
pub use nearest::Lines;
pub use pairs::Pairs;

/// What a quantity measures, for features; None where it says little.
pub fn kind(q: &Quantity) -> Option<&'static str> {
    if values::trivial(q) {
        return None;
    }
    Some(match q.unit {
        Unit::Money | Unit::Bare => "money",
        Unit::Time => "time",
        Unit::Weight | Unit::Volume => "weight",
        Unit::Length | Unit::Area => "size",
        Unit::Percent => "percent",
        Unit::Discount => "discount",
        Unit::Count(_) => "count",
        Unit::Date | Unit::Clock => "date",
        _ => "power",
    })
}

/// True where the sheet has the value, or it follows from a price; None where the sheet has none of its unit.
pub fn known_value(q: &Quantity, sheet: &Sheet) -> Option<bool> {
    let values = &sheet.index.values;
    let price = sheet.price.map_or(0, |p| p.fen() * 10);
    if values.iter().any(|v| values::equal(q, v)) {
        return Some(true);
    }
    match q.unit {
        Unit::Money | Unit::Bare => Some(price > 0 && price::derivable(q.milli, price, sheet)),
        unit => values.iter().any(|v| v.unit == unit).then_some(false),
    }
}

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
    /// Other findings, by name.
    pub notes: BTreeSet<&'static str>,
}

impl Facts {
    pub fn read(text: &Text, quantities: &[Quantity], buyer: &Buyer, sheet: Option<&Sheet>) -> Self {
        let Some(sheet) = sheet else { return Self::default() };
        let mut facts = Self::default();
        mentions::read(text, quantities, buyer, sheet, &mut facts);
        price::read(text, quantities, buyer, sheet, &mut facts);
        check::read(text, quantities, buyer, sheet, &mut facts);
        answers::read(text, quantities, buyer, sheet, &mut facts);
        plain::read(text, quantities, buyer, sheet, &mut facts);
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

#[cfg(test)]
mod tests;
