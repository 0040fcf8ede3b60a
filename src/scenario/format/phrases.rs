//! `phrases/*.ron`: quick phrases by code, frequent questions, automatic replies.

use serde::{Deserialize, Serialize};

/// What a shop has prepared to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Format version: 1.
    pub schema: u32,
    pub id: String,
    pub name: String,
    pub quick: Vec<QuickPhrase>,
    #[serde(default)]
    pub faq: Vec<Faq>,
    #[serde(default)]
    pub auto_reply: Vec<AutoReply>,
}

/// A prepared sentence, inserted by typing its code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuickPhrase {
    /// Starts with a slash: "/1".
    pub code: String,
    pub title: String,
    /// Slots: `{name}` the customer's form of address, `{product}`, `{price}`.
    pub text: String,
}

/// A frequent question with the shop's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    pub question: String,
    pub answer: String,
}

/// What the shop's robot says first; it stands in the talk before the trainee's first reply and earns nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoReply {
    pub title: String,
    pub text: String,
}
