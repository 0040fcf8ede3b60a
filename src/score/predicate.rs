//! What of a reply fulfils a script's [`Predicate`]; whether it holds is the engine's to say.

use crate::analysis::{Family, Grasp, Reading};
use crate::scenario::format::Predicate;

fn is_of_sheet(subject: &str) -> bool {
    ["fact:", "feature:", "benefit:"].iter().any(|family| subject.starts_with(family))
}

/// The span of the reply by which the predicate holds: its first label's evidence, or what it states or
/// asks. None where it holds for other reasons.
pub fn span_of(predicate: &Predicate, reading: &Reading) -> Option<(usize, usize)> {
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
pub fn wants_question(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::Label(written) => written == "steps:ask" || written == "moves:probe",
        Predicate::Asks(_) => true,
        Predicate::AnyOf(parts) | Predicate::AllOf(parts) => parts.iter().any(wants_question),
        _ => false,
    }
}
