//! Everything that can happen in a session. Faces replay these; the scorecard is made from these alone.

use serde::{Deserialize, Serialize};

use crate::analysis::Reading;
use crate::scenario::Money;
use crate::scenario::format::LineCue;

/// One thing that happened. Times are ms since the session began and never fall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The session began and this truth was drawn.
    Began { truth: usize, order: Vec<String> },
    /// The shop's robot spoke before the trainee; earns nothing.
    AutoReplied { at_ms: u64, text: String },
    /// The buyer spoke. `item` is the agenda item raised or repeated by it, `cue` what called for it.
    BuyerSaid { at_ms: u64, text: String, item: Option<String>, cue: Option<LineCue> },
    /// These lines of the banks are used up, by their authored wording.
    LinesDrawn { lines: Vec<String> },
    /// The buyer had nothing to raise and waited to be led.
    Idled { at_ms: u64 },
    /// The trainee spoke. `latency_ms` runs from the earliest buyer line not yet answered; None where nothing was open.
    TraineeSaid { turn: usize, at_ms: u64, latency_ms: Option<u64>, text: String, reading: Box<Reading> },
    /// How the buyer took the reply of `turn`, as to one agenda item.
    Heard { turn: usize, item: String, hearing: Hearing },
    /// The reply of `turn` tried to close. `fit` is the persona's and truth's liking, −1000…1000.
    CloseTried { turn: usize, technique: String, timing: Timing, fit: i32, accepted: bool },
    /// Mood, patience and the four beliefs as they are from now on, per mille (mood −1000…1000).
    Felt { at_ms: u64, mood: i32, patience: i32, beliefs: [i32; 4] },
    /// The buyer told what is really the matter; `adds` are the agenda items that come with it.
    TruthTold { turn: usize, adds: Vec<String> },
    /// An argument that hits the real need was heard; told only where the truth is known or guessed right.
    NeedHit { turn: usize, subject: String },
    /// A price for one piece was offered.
    PriceOffered { turn: usize, price: Money },
    /// The reply says otherwise than an earlier reply of the trainee.
    Contradicted { turn: usize, subject: String },
    /// The reply repeats an earlier one word for word.
    Repeated { turn: usize, of: usize },
    /// The reply may have answered what is open, or not: the buyer asks what was meant.
    AskedBack { turn: usize },
    /// The buyer is ready and has shown it.
    SignalGiven { at_ms: u64 },
    /// The buyer agreed.
    Agreed { turn: usize },
    /// A step after the yes is open (`id`), or all are done (None).
    SettleOpened { id: Option<String> },
    /// The reply of `turn` did not do what the open step after the yes needs.
    SettleMissed { turn: usize, id: String },
    /// The reply of `turn` insulted the buyer.
    Insulted { turn: usize },
    /// The session is over.
    Over { at_ms: u64, outcome: Outcome, goal_met: bool },
}

/// How a reply met what the buyer had raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hearing {
    /// Raised just now.
    Raised,
    /// Answered, or settled.
    Settled,
    /// Spoken to in words that the scenario does not foresee, but sensibly: taken for an answer.
    Taken,
    /// A part of it, or touched without the fact.
    Half,
    /// The feeling was met, the matter was not.
    Soothed,
    /// Passed over.
    Evaded,
    /// Answered with something that the sheet says otherwise.
    Misled,
    /// Given up by the buyer, unsettled.
    Dropped,
}

/// When a close came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// Before the buyer was ready.
    Early,
    /// At the signal or within the turns that this buyer waits.
    Right,
    /// After that.
    Late,
}

/// How it ended; the contract's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Deal,
    Appointment,
    Resolved,
    Declined,
    Deferred,
    Lost,
    Left,
    Quit,
}

impl Outcome {
    pub const ALL: [Outcome; 8] = [
        Outcome::Deal,
        Outcome::Appointment,
        Outcome::Resolved,
        Outcome::Declined,
        Outcome::Deferred,
        Outcome::Lost,
        Outcome::Left,
        Outcome::Quit,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Outcome::Deal => "deal",
            Outcome::Appointment => "appointment",
            Outcome::Resolved => "resolved",
            Outcome::Declined => "declined",
            Outcome::Deferred => "deferred",
            Outcome::Lost => "lost",
            Outcome::Left => "left",
            Outcome::Quit => "quit",
        }
    }
}
