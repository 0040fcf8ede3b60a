//! Whether a [`Predicate`] of a script or of a step after the yes holds for one reply.

use crate::analysis::{Family, Grasp, Reading};
use crate::scenario::format::Predicate;

/// All that a predicate can ask about: one reply, and the talk as it stood when it was written.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    pub reading: &'a Reading,
    /// 0-based number of the reply among the trainee's.
    pub reply: usize,
    /// Ids of the script steps met so far, those met by this very reply included.
    pub met: &'a [&'a str],
    /// The buyer has raised an objection by now.
    pub objection_raised: bool,
    /// The buyer has shown readiness by now.
    pub signal: bool,
    /// The buyer has agreed by now.
    pub agreed: bool,
    /// The talk is at its end.
    pub closing: bool,
}

/// True where the predicate holds in the situation. An empty `AllOf` holds, an empty `AnyOf` does not.
pub fn holds(predicate: &Predicate, s: &Situation<'_>) -> bool {
    match predicate {
        Predicate::Always => true,
        Predicate::Label(written) => s.reading.labels.has_written(written),
        Predicate::Says(subject) => s.reading.tells(subject),
        Predicate::SaysAnyFact => says_any_fact(s.reading),
        Predicate::Asks(topic) => s.reading.asks_about(topic.strip_prefix("topic:").unwrap_or(topic)),
        Predicate::Tone(least) => s.reading.labels.tone() >= *least,
        Predicate::FirstReplies(count) => s.reply < *count as usize,
        Predicate::After(step) => s.met.contains(&step.as_str()),
        Predicate::ObjectionRaised => s.objection_raised,
        Predicate::SignalGiven => s.signal,
        Predicate::Agreed => s.agreed,
        Predicate::Closing => s.closing,
        Predicate::AnyOf(parts) => parts.iter().any(|p| holds(p, s)),
        Predicate::AllOf(parts) => parts.iter().all(|p| holds(p, s)),
        Predicate::Not(part) => !holds(part, s),
    }
}

fn says_any_fact(reading: &Reading) -> bool {
    reading.mentions.iter().any(|m| m.grasp == Grasp::Told && is_of_sheet(&m.subject))
}

fn is_of_sheet(subject: &str) -> bool {
    ["fact:", "feature:", "benefit:"].iter().any(|family| subject.starts_with(family))
}

/// The span of the reply by which the predicate holds: its first label's evidence, or what it states or
/// asks. None where it holds for other reasons.
pub(super) fn span_of(predicate: &Predicate, reading: &Reading) -> Option<(usize, usize)> {
    match predicate {
        Predicate::Label(written) => {
            let (family, id) = written.split_once(':')?;
            Family::from_id(family).filter(|f| reading.labels.has(*f, id))?;
            reading.evidence.iter().find(|e| e.label == id).map(|e| (e.start, e.end))
        }
        Predicate::Says(subject) => match subject.strip_prefix("topic:") {
            Some(topic) => asked(reading, topic),
            None => reading.mentions.iter().find(|m| m.subject == *subject).map(|m| (m.start, m.end)),
        },
        Predicate::SaysAnyFact => reading
            .mentions
            .iter()
            .find(|m| m.grasp == Grasp::Told && is_of_sheet(&m.subject))
            .map(|m| (m.start, m.end)),
        Predicate::Asks(topic) => asked(reading, topic.strip_prefix("topic:").unwrap_or(topic)),
        Predicate::AnyOf(parts) | Predicate::AllOf(parts) => parts.iter().find_map(|p| span_of(p, reading)),
        _ => None,
    }
}

fn asked(reading: &Reading, topic: &str) -> Option<(usize, usize)> {
    reading.asks.iter().find(|a| a.topic == topic).map(|a| (a.start, a.end))
}

/// True where the predicate, wherever it stands in it, wants this label or a question about any topic.
pub(super) fn wants_question(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::Label(written) => written == "steps:ask" || written == "moves:probe",
        Predicate::Asks(_) => true,
        Predicate::AnyOf(parts) | Predicate::AllOf(parts) => parts.iter().any(wants_question),
        _ => false,
    }
}
