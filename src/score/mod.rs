//! A session's events → scorecard and debrief.

mod card;

pub use card::{Critical, DimensionScore, Grade, Kpi, Missed, RuleScore, Scorecard, TurnCard, TurnNote};
