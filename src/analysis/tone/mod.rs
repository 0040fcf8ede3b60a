//! How the reply feels: its faults, and the score.

use super::rule::rules;

mod score;

pub use score::tenths;

rules![curt, arrogant, blaming, pressuring, interrogating, oily, rambling];
