//! The dimensions of a scorecard, one file each; a line in `dimensions!` registers one.

use super::{Judgement, Ledger};

/// A dimension: its id, as in the weights of a scenario, and how it judges a session.
pub struct Dimension {
    /// Also the name of its file. Shown as Fluent `dimension-ID`.
    pub id: &'static str,
    pub judge: fn(&Ledger<'_>) -> Judgement,
}

/// Declares the dimensions: `mod` and registry line in one. A dimension's module has `judge`.
macro_rules! dimensions {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every dimension, in the order in which scorecards list them.
        pub const DIMENSIONS: &[Dimension] = &[
            $(Dimension { id: stringify!($name), judge: $name::judge }),*
        ];
    };
}

dimensions![tone, response_time, script_adherence, closing_technique, objection_handling, product_truth];
