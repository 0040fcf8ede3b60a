//! `runs/*.ron`: golden runs, replies with what must come of them; replayed by `huashu test`.

use serde::{Deserialize, Serialize};

/// The golden runs of one scenario; the file's id is the scenario's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Runs {
    /// Format version: 1.
    pub schema: u32,
    pub id: String,
    pub runs: Vec<Run>,
}

/// The words for how a talk ends; the engine's outcomes are tested against it.
pub const OUTCOMES: [&str; 8] = ["deal", "appointment", "resolved", "declined", "deferred", "lost", "left", "quit"];

/// One run: a trainee's replies and the expected end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// "model", "ordinary", "bad" or any other word.
    pub name: String,
    pub seed: u64,
    /// In order; each comes at a fair reading and typing time after the buyer's line.
    pub replies: Vec<String>,
    pub expect: Expectation,
}

/// What must come of a run; what is left out is not checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Expectation {
    /// The contract's word: "deal", "left"…
    pub outcome: Option<String>,
    /// Least and greatest total, 0–100.
    pub score: Option<(u8, u8)>,
}
