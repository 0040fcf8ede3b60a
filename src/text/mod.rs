//! Text as the analyser sees it: folded writing that maps back to the original, clauses, numbers, cues.

mod clauses;
mod cues;
mod doors;
mod fold;
mod grams;
mod normal;
mod numbers;
mod quantity;
mod required;
mod units;

pub use clauses::Clause;
pub use cues::{CueSet, Piece, cues};
pub use fold::{Span, Text, fold};
pub use normal::{normalise, normalise_end, normalise_start};
pub use numbers::{Number, number_at};
pub use quantity::{Quantity, Unit, quantities};
