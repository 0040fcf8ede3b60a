//! The buyer's state; integers only.

use serde::{Deserialize, Serialize};

/// Where the talk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Talking,
    /// Ready, and has shown it.
    Ready,
    /// Said yes; order, address, payment.
    Settling,
    Over,
}

/// All that the buyer knows and feels. Changed by [`State::apply`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub phase: Phase,
    /// −1000…1000.
    pub mood: i32,
    /// 0…1000.
    pub patience: i32,
    /// Trust, need, value, service, 0…1000.
    pub beliefs: [i32; 4],
}
