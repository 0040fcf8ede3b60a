//! Whether a script's or settling step's condition holds for a reply.

use std::collections::BTreeSet;

use crate::analysis::{Grasp, Reading};
use crate::scenario::format::Predicate;

/// What a [`Predicate`] is asked of: one reply and the talk so far.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    pub reading: &'a Reading,
    /// 1 for the trainee's first reply.
    pub reply_number: u32,
    /// Steps of the script met so far, this reply included.
    pub met: &'a BTreeSet<String>,
    pub objection_raised: bool,
    pub signal_given: bool,
    pub agreed: bool,
    /// Agreed or refused, with nothing left open.
    pub closing: bool,
}

/// True where the condition holds.
pub fn holds(predicate: &Predicate, now: &Situation<'_>) -> bool {
    match predicate {
        Predicate::Always => true,
        Predicate::Label(label) => now.reading.labels.has_written(label),
        Predicate::Says(subject) => now.reading.tells(subject),
        Predicate::SaysAnyFact => now.reading.mentions.iter().any(|m| {
            m.grasp == Grasp::Told && ["fact:", "feature:", "benefit:"].iter().any(|p| m.subject.starts_with(p))
        }),
        Predicate::Asks(topic) => now.reading.asks_about(topic.strip_prefix("topic:").unwrap_or(topic)),
        Predicate::Tone(least) => now.reading.labels.tone() >= *least,
        Predicate::FirstReplies(n) => now.reply_number <= *n,
        Predicate::After(step) => now.met.contains(step),
        Predicate::ObjectionRaised => now.objection_raised,
        Predicate::SignalGiven => now.signal_given,
        Predicate::Agreed => now.agreed,
        Predicate::Closing => now.closing,
        Predicate::AnyOf(parts) => parts.iter().any(|p| holds(p, now)),
        Predicate::AllOf(parts) => parts.iter().all(|p| holds(p, now)),
        Predicate::Not(part) => !holds(part, now),
    }
}
