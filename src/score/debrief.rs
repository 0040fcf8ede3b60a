//! What to take from a session: what this buyer was about, what to practise next, what could be said where.

use super::{DimensionScore, Ledger, Scorecard, suggest};
use crate::engine::Event;
use crate::i18n::Text;
use crate::scenario::Scenario;

/// The words after the talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// What was really the matter with this buyer; None where the session does not say.
    pub truth: Option<String>,
    /// The trainee found it out.
    pub truth_found: bool,
    /// The persona, and what wins and loses it.
    pub persona: String,
    pub wins: String,
    pub loses: String,
    /// One piece of advice, from the dimension that lost most.
    pub practise: Text,
    /// What could have been said, by turn; only turns that the scenario has words for.
    pub suggestions: Vec<(usize, String)>,
}

/// A dimension at or above this many points needs no more practice.
const MASTERED: u8 = 90;

/// The debrief of a session and its scorecard.
pub fn debrief(scenario: &Scenario, events: &[Event], card: &Scorecard) -> Debrief {
    let ledger = Ledger::new(scenario, events);
    let suggestions = card.turns.iter().filter_map(|t| Some((t.index, suggest(&ledger, t.index)?))).collect();
    Debrief {
        truth: ledger.truth.map(|t| t.text.clone()),
        truth_found: ledger.truth_told.is_some(),
        persona: scenario.persona.name.clone(),
        wins: scenario.persona.wins.clone(),
        loses: scenario.persona.loses.clone(),
        practise: practise(scenario, card),
        suggestions,
    }
}

/// Advice for the dimension that cost most of the total; with nothing to mend, a harder buyer.
pub fn practise(scenario: &Scenario, card: &Scorecard) -> Text {
    let lost = |d: &DimensionScore| d.score.map_or(0, |s| u32::from(100 - s.min(100)) * u32::from(d.weight));
    let weakest = card
        .dimensions
        .iter()
        .enumerate()
        .filter(|(_, d)| d.score.is_some_and(|s| s < MASTERED) && d.weight > 0)
        .max_by_key(|(place, d)| (lost(d), std::cmp::Reverse(*place)));
    let id = match (card.critical.first(), weakest) {
        (Some(error), _) => format!("practise-critical-{}", error.id),
        (None, Some((_, dimension))) => format!("practise-{}", dimension.id),
        (None, None) => "practise-none".to_owned(),
    };
    Text::new(id).with("persona", scenario.persona.name.as_str()).with("wins", scenario.persona.wins.as_str())
}
