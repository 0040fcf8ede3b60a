//! `scripts/*.ron`: the ordered steps that a trainee is expected to go through.

use serde::{Deserialize, Serialize};

/// An ordered script: reception, consultation, cold call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Format version: 1.
    pub schema: u32,
    pub id: String,
    pub name: String,
    pub steps: Vec<ScriptStep>,
}

/// One step, met by the first reply that fulfils `when`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptStep {
    pub id: String,
    /// Shown to the trainee: "问好".
    pub name: String,
    /// What a reply must do to meet the step.
    pub when: Predicate,
    /// When the step is asked for at all; a step that never applied costs nothing.
    #[serde(default = "Predicate::always")]
    pub applies: Predicate,
    /// One line of advice.
    pub hint: String,
    /// A sentence that would meet it. Slots: `{name}` the customer's, `{product}`, `{price}`.
    pub example: String,
}

/// A condition on one reply and on the talk so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Predicate {
    Always,
    /// The reply has this label: `"steps:greet"`.
    Label(String),
    /// The reply states this subject in full: `"fact:servings"`.
    Says(String),
    /// The reply states any fact, feature or benefit of the sheet.
    SaysAnyFact,
    /// The reply asks about this topic: `"topic:for_whom"`.
    Asks(String),
    /// The reply's tone is at least this, 1–5.
    Tone(u8),
    /// The reply is among the trainee's first N.
    FirstReplies(u32),
    /// An earlier step has been met, by this reply or before.
    After(String),
    /// The buyer has raised an objection by now.
    ObjectionRaised,
    /// The buyer has shown readiness by now.
    SignalGiven,
    /// The buyer has agreed (bought, made the appointment, accepted the settlement) by now.
    Agreed,
    /// The talk is at its end: agreed or refused, with nothing left open.
    Closing,
    AnyOf(Vec<Predicate>),
    AllOf(Vec<Predicate>),
    Not(Box<Predicate>),
}

impl Predicate {
    pub fn always() -> Self {
        Predicate::Always
    }
}
