//! A session's events → scorecard and debrief.

mod book;
mod card;
mod critical;
mod cues;
pub mod debrief;
pub mod dimensions;
mod judgement;
mod ledger;
mod missed;
mod predicate;
mod suggest;
mod support;
mod total;
mod walk;

pub use card::{Critical, DimensionScore, Grade, Kpi, Missed, RuleScore, Scorecard, TurnCard, TurnNote};
pub use debrief::{Debrief, debrief};
pub use judgement::{Judgement, Lever, Remark};
pub use ledger::{BuyerLine, CloseTry, Felt, Heard, ItemRecord, Ledger, Turn};
pub use suggest::suggest;
pub use total::score;
