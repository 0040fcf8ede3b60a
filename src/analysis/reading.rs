//! Everything the buyer hears in one reply: decided once, recorded with the command, replayed as it was.

use serde::{Deserialize, Serialize};

use super::{Evidence, Family, Labels};
use crate::scenario::Money;

/// The tone, in tenths, below which a reply with a fault is unkind.
const UNKIND: u8 = 25;

/// What a reply does and what it speaks of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub labels: Labels,
    pub evidence: Vec<Evidence>,
    /// What of the sheet and of the scenario's points it speaks of; each subject at most once, the best grasp kept.
    pub mentions: Vec<Mention>,
    /// What it asks the buyer about.
    pub asks: Vec<TopicAsked>,
    /// Which of the questions that the buyer has an answer to it asks, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionAsked>,
    /// The price that it offers for one piece, where it offers one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered: Option<Money>,
    /// True where it goes on to the order or the appointment, by whatever words.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub orders: bool,
    /// True where no sense could be made of it: empty, keys hit at random, signs alone.
    #[serde(default)]
    pub nonsense: bool,
    /// True where the reply was too long for the encoder, and its end was left to the rules and the linear model.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
}

/// One subject that the reply speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// As in [`super::SheetItem::subject`], and `price`, `stock`.
    pub subject: String,
    pub grasp: Grasp,
    pub start: usize,
    /// Exclusive, in chars of the original text.
    pub end: usize,
}

/// How well the subject was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grasp {
    /// Touched, but not told: "很快就发" for a fact that names days.
    Touched,
    /// Told otherwise than the sheet says.
    Wrong,
    /// Told as it is.
    Told,
}

/// A topic that the reply asks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicAsked {
    /// From `assets/lexicon/topics.ron`, without the prefix: "for_whom".
    pub topic: String,
    pub start: usize,
    /// Exclusive, in chars of the original text.
    pub end: usize,
}

/// A question that the buyer has an answer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionAsked {
    /// The place of the answer in the scenario's `tells`.
    pub tell: usize,
    pub start: usize,
    /// Exclusive, in chars of the original text.
    pub end: usize,
}

/// What keys hit at random, or the buyer's own words given back, sound like, in tenths.
const CARELESS: u8 = 18;

impl Reading {
    /// The reading of a reply that says nothing.
    pub fn nonsense() -> Self {
        Self { labels: Labels { tone_tenths: CARELESS, ..Labels::default() }, nonsense: true, ..Self::default() }
    }

    /// How well the subject was told; None where it was not spoken of.
    pub fn grasp(&self, subject: &str) -> Option<Grasp> {
        self.mentions.iter().find(|m| m.subject == subject).map(|m| m.grasp)
    }

    /// True where the subject was told as it is. `topic:ID` is told by asking about it.
    pub fn tells(&self, subject: &str) -> bool {
        match subject.strip_prefix("topic:") {
            Some(topic) => self.asks_about(topic),
            None => self.grasp(subject) == Some(Grasp::Told),
        }
    }

    /// True for an insult. The tone alone may err on a short question: an insult has a fault that can be named.
    pub fn insults(&self) -> bool {
        let labels = &self.labels;
        let looks_down = labels.has(Family::Faults, "arrogant") && labels.tone_tenths < 20;
        looks_down || labels.tone_tenths <= 12 && !labels.faults.is_empty()
    }

    /// True where a buyer would feel it as unkind: cold in tone, and with a fault that can be named.
    pub fn is_unkind(&self) -> bool {
        self.labels.tone_tenths < UNKIND && !self.labels.faults.is_empty()
    }

    /// True where it says something to a question, whatever that is, and no fault spoils it.
    pub fn explains(&self) -> bool {
        let labels = &self.labels;
        let informs = labels.has(Family::Steps, "consult") || self.argues();
        informs && !self.nonsense && labels.faults.is_empty()
    }

    /// True where it brings an argument, help or another offer to a doubt.
    pub fn argues(&self) -> bool {
        const ARGUMENTS: [(Family, &str); 4] = [
            (Family::Moves, "evidence"),
            (Family::Moves, "offer"),
            (Family::Moves, "refute"),
            (Family::Closes, "testimonial"),
        ];
        ARGUMENTS.iter().any(|(family, id)| self.labels.has(*family, id)) && self.labels.faults.is_empty()
    }

    pub fn asks_about(&self, topic: &str) -> bool {
        self.asks.iter().any(|a| a.topic == topic)
    }
}
