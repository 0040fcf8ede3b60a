//! `personas/*.ron`: how a kind of buyer feels and speaks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A kind of buyer, as data: temper in numbers, voice in lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Format version: 1.
    pub schema: u32,
    pub id: String,
    /// Shown on the badge: "急性型".
    pub name: String,
    /// One or two sentences for the briefing: what this buyer is like.
    pub about: String,
    /// What wins this buyer, shown after the talk.
    pub wins: String,
    /// What loses this buyer, shown after the talk.
    pub loses: String,
    pub temper: Temper,
    /// How well each closing technique suits, −1000…1000 per mille; one that is not named is 0.
    #[serde(default)]
    pub close_fit: BTreeMap<String, i32>,
    /// Lines by what calls for them; at least three each for each cue.
    pub voice: BTreeMap<LineCue, Vec<String>>,
}

/// Amounts by which a reply moves this buyer. All are per mille of the whole scale (0–1000).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Temper {
    /// Mood at the start, −1000…1000.
    pub mood: i32,
    /// Patience at the start, 1…1000.
    pub patience: i32,
    /// Trust, need, value, service at the start, 0…1000.
    pub beliefs: [i32; 4],
    /// Waiting that costs nothing, in ms, after fair reading and typing time.
    pub grace_ms: u64,
    /// Patience lost per second of waiting after that.
    pub impatience: i32,
    /// Patience lost with every exchange, so that no talk goes on for ever.
    pub tiring: i32,
    /// Gain in mood and service from a warm reply (tone 5), in proportion for others.
    pub warmth: i32,
    /// Loss in mood and patience from a rude one (tone 1), in proportion for others.
    pub touchiness: i32,
    /// Patience lost when a question is evaded; half of it when half answered.
    pub evasion: i32,
    /// Replies longer than this many chars tire this buyer.
    pub long_reply: u32,
    /// Patience lost for a reply that is too long.
    pub boredom: i32,
    /// Value and trust needed before this buyer shows readiness, as the mean of the four beliefs.
    pub readiness: i32,
    /// Exchanges that a ready buyer waits for a close before cooling down.
    pub signal_turns: u32,
    /// Chance per mille that a line is sent as two messages.
    pub double_text: u32,
    /// Typing speed: ms per char of a line, for its delay.
    pub typing_ms: u64,
}

/// What calls for a line of the persona's own. Slots: `{product}`, `{price}`, `{offer}` the price last offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LineCue {
    /// Nice words back to a greeting, when nothing else was said.
    GreetBack,
    /// The question was answered in full.
    Answered,
    /// It was answered half.
    HalfAnswered,
    /// It was evaded (first, and again).
    Evaded,
    /// It was evaded a second time: the last call.
    EvadedAgain,
    /// A benefit hit the need.
    Convinced,
    /// An objection was dealt with.
    Relieved,
    /// An objection was met with words alone.
    NotRelieved,
    /// The feeling was acknowledged, the matter is still open.
    Soothed,
    /// Rude, mocking or blaming.
    Offended,
    /// Pushed, interrogated, or asked to buy far too early.
    Pushed,
    /// Flattery and slick talk.
    Flattered,
    /// A promise too good to be true.
    Doubts,
    /// What was said now goes against what was said before.
    Contradicted,
    /// The trainee said the very same again.
    Repeated,
    /// Nothing could be made of the reply.
    Puzzled,
    /// It may have been an answer, or not: asks what was meant.
    AsksBack,
    /// Too long.
    Bored,
    /// A question that this buyer has no answer to.
    Dodges,
    /// Takes one of two things that it was given to choose from.
    Picks,
    /// Says yes to "is that right?" and "shall I?" once the sale is made.
    Consents,
    /// Asked what else there is: nothing.
    NothingMore,
    /// Asked once more about what it has confided: just that.
    AsSaid,
    /// Has no view on what it is asked after the yes: as you like.
    LeavesIt,
    /// The reply took too long.
    Waited,
    /// Still no reply: "在吗", "人呢?".
    Nudge,
    /// A question asked earlier still stands; prefix to it.
    AsksAgain,
    /// Ready to buy: a signal.
    Signal,
    /// Ready, and nobody asks: cooling down.
    Cooling,
    /// The close came too early, but politely.
    NotYet,
    /// A last objection before the yes.
    LastDoubt,
    /// Yes.
    Agrees,
    /// Gives the address, the number, the details for the order.
    Details,
    /// All is settled: goodbye after a yes.
    FarewellGlad,
    /// Goodbye after a no.
    FarewellCold,
    /// Will think about it and come back.
    Defers,
    /// Had enough: leaves.
    Leaves,
    /// Small words to keep the talk going when there is nothing else to say.
    Fills,
}

impl LineCue {
    /// Every cue, in the order of the enum.
    pub const ALL: [LineCue; 38] = [
        LineCue::GreetBack,
        LineCue::Answered,
        LineCue::HalfAnswered,
        LineCue::Evaded,
        LineCue::EvadedAgain,
        LineCue::Convinced,
        LineCue::Relieved,
        LineCue::NotRelieved,
        LineCue::Soothed,
        LineCue::Offended,
        LineCue::Pushed,
        LineCue::Flattered,
        LineCue::Doubts,
        LineCue::Contradicted,
        LineCue::Repeated,
        LineCue::Puzzled,
        LineCue::AsksBack,
        LineCue::Bored,
        LineCue::Dodges,
        LineCue::Picks,
        LineCue::Consents,
        LineCue::NothingMore,
        LineCue::AsSaid,
        LineCue::LeavesIt,
        LineCue::Waited,
        LineCue::Nudge,
        LineCue::AsksAgain,
        LineCue::Signal,
        LineCue::Cooling,
        LineCue::NotYet,
        LineCue::LastDoubt,
        LineCue::Agrees,
        LineCue::Details,
        LineCue::FarewellGlad,
        LineCue::FarewellCold,
        LineCue::Defers,
        LineCue::Leaves,
        LineCue::Fills,
    ];
}
