//! `*.ron` at the top of a scenario folder: one buyer, one occasion.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Customer, LineCue, Predicate};
use crate::scenario::Money;

/// One buyer on one occasion. Everything else is referred to by id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// Format version: 1.
    pub schema: u32,
    pub id: String,
    pub title: String,
    /// One line that draws the trainee in.
    pub tagline: String,
    /// Difficulty, 1–5.
    pub level: u8,
    pub channel: Channel,
    /// The day on which the talk takes place, "2026-06-18": promotions are true or not by it.
    pub date: String,
    pub persona: String,
    pub product: String,
    pub script: String,
    #[serde(default)]
    pub phrases: Option<String>,
    /// Who the trainee is: "你是青山茶铺的在线客服".
    pub role: String,
    /// What the trainee should reach, in words.
    pub goals: Vec<String>,
    /// The outcome that counts as reaching it.
    pub goal: Goal,
    pub customer: Customer,
    /// The buyer's first words; several lines are several messages. One of the lists is drawn by seed.
    pub opening: Vec<Vec<String>>,
    /// What the buyer wants to raise. Items of equal `order` are shuffled by seed.
    pub agenda: Vec<AgendaItem>,
    /// What this buyer tells about itself when asked about a topic.
    #[serde(default)]
    pub tells: Vec<Tell>,
    /// Subjects of this talk alone that a reply may speak of, as `point:ID`.
    #[serde(default)]
    pub points: Vec<Point>,
    /// What is really the matter: one is drawn by seed. Two or more.
    pub truths: Vec<Truth>,
    pub closing: Closing,
    /// Weight of each dimension, by id, summing to 100.
    pub weights: Weights,
    #[serde(default)]
    pub bands: Bands,
    #[serde(default)]
    pub handle_time: HandleTime,
    /// Points needed to pass, 0–100.
    pub pass_mark: u8,
    /// Lines that replace the persona's for a cue.
    #[serde(default)]
    pub voice: BTreeMap<LineCue, Vec<String>>,
    /// Sentences that replace a script step's example, by the step's id: in the words of this product.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
}

/// Where the talk takes place. In JSON `im`, `phone`, `visit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Im,
    Phone,
    Visit,
}

impl Channel {
    pub fn id(self) -> &'static str {
        match self {
            Channel::Im => "im",
            Channel::Phone => "phone",
            Channel::Visit => "visit",
        }
    }
}

/// The outcome that counts as reaching the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    Deal,
    Appointment,
    Resolved,
    Declined,
}

/// One thing that the buyer wants to raise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    pub id: String,
    pub kind: ItemKind,
    /// Items are raised in rising order; equal ones are shuffled by seed.
    pub order: u32,
    /// Ways to raise it; one is drawn, and another when it is raised again.
    pub raise: Vec<String>,
    /// Ways to insist once it was half answered or evaded.
    #[serde(default)]
    pub insist: Vec<String>,
    /// What the buyer says when it is settled, before the persona's own words.
    #[serde(default)]
    pub settled: Vec<String>,
    /// Subjects of which each, stated in full, answers a part. A question is answered when all were stated.
    #[serde(default)]
    pub answer: Vec<String>,
    /// Subjects that settle it too, any one of them enough for a question, one argument each for an objection.
    #[serde(default)]
    pub arguments: Vec<String>,
    /// Arguments needed to settle an objection, 1–3.
    #[serde(default = "one")]
    pub needed: u32,
    /// Labels that count as an argument once: `moves:offer`.
    #[serde(default)]
    pub labels: Vec<String>,
    /// A price at or below this settles a price objection (yuan), with any acknowledgement.
    #[serde(default)]
    pub price_at_most: Option<Money>,
    /// Belief lost for good when it is dropped unsettled, per mille.
    #[serde(default = "default_cost")]
    pub cost: i32,
    /// True where the talk cannot reach its goal with this unsettled.
    #[serde(default)]
    pub blocks: bool,
}

fn one() -> u32 {
    1
}

fn default_cost() -> i32 {
    120
}

/// What kind of thing it is; decides what a good reply does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ItemKind {
    /// Wants information: `answer`.
    Question,
    /// The seven kinds of objection, all dealt with by `arguments` and `labels`.
    Need,
    Means,
    Authority,
    Price,
    Goods,
    Service,
    Time,
    /// Wanders off; wants a warm word, then to be led back (`controls:guide`, a question or an answer).
    Digression,
    /// Provokes; wants calm (tone 3 or better, no fault).
    Provocation,
    /// Demands what cannot be given; wants a polite `moves:boundary`, or an `moves:offer` that is allowed.
    Demand,
}

impl ItemKind {
    /// True for the seven kinds of objection.
    pub fn is_objection(self) -> bool {
        matches!(
            self,
            ItemKind::Need
                | ItemKind::Means
                | ItemKind::Authority
                | ItemKind::Price
                | ItemKind::Goods
                | ItemKind::Service
                | ItemKind::Time
        )
    }
}

/// What the buyer tells when asked about a topic, or something that sample questions show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    /// Topics, without the prefix: "usage", "for_whom". The list stands in `assets/lexicon/topics.ron`.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Questions that it answers, as a trainee might put them: others that mean the same are answered too.
    #[serde(default)]
    pub asks: Vec<String>,
    pub say: Vec<String>,
}

/// A subject of this talk alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Referred to as `point:ID`.
    pub id: String,
    /// What it is, for the debrief: "愿意帮忙登记到货通知".
    pub text: String,
    /// Words that show what the reply is about.
    #[serde(default)]
    pub cues: Vec<String>,
    /// Wordings that say it.
    pub says: Vec<String>,
}

/// What is really the matter with this buyer today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Truth {
    pub id: String,
    /// For the debrief: "其实是买给婆婆的,怕老人喝了不舒服".
    pub text: String,
    /// Topics that bring it out when the reply asks about one (or probes while the pretext stands).
    pub reveal: Vec<String>,
    /// What the buyer then says.
    pub say: Vec<String>,
    /// What it says later where nothing has hit the need yet: comes back to the truth without telling it anew.
    #[serde(default)]
    pub remind: Vec<String>,
    /// Subjects that hit the real need, once it is known: `benefit:leaf`, `fact:safety`.
    pub convince: Vec<String>,
    /// How many of them are needed, 1–3.
    #[serde(default = "one")]
    pub needed: u32,
    /// What the buyer says when one of them hits; before the persona's own words.
    #[serde(default)]
    pub convinced: Vec<String>,
    /// Objections of the agenda that are only a pretext under this truth: no argument settles them before the truth
    /// is told, and none is needed after it.
    #[serde(default)]
    pub pretexts: Vec<String>,
    /// Items that exist only under this truth, raised after it was revealed.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// Closing techniques that suit this truth best; any other that suits the persona is fair.
    #[serde(default)]
    pub best_closes: Vec<String>,
    /// Signs of readiness in this buyer's own words.
    pub signal: Vec<String>,
}

/// How the talk may end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// A last objection after the first good close; agenda item with its own words.
    #[serde(default)]
    pub last_objection: Option<AgendaItem>,
    /// What the buyer says when it agrees (before the persona's words).
    pub agree: Vec<String>,
    /// Steps after the yes: the buyer says `raise`, the reply must fulfil `when`.
    #[serde(default)]
    pub settle: Vec<Settle>,
    /// What the buyer says last after a yes.
    pub farewell: Vec<String>,
}

/// A step after the yes: address, payment, date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settle {
    pub id: String,
    pub raise: Vec<String>,
    pub when: Predicate,
    pub insist: Vec<String>,
    /// True where the buyer then gives the details that were asked for (persona's `Details`).
    #[serde(default)]
    pub gives_details: bool,
}

/// The ids of the dimensions that can be given weight; the scoring registry is tested against it.
pub const DIMENSIONS: [&str; 6] =
    ["tone", "response_time", "script_adherence", "closing_technique", "objection_handling", "product_truth"];

/// Weight of each dimension by id, summing to 100.
pub type Weights = BTreeMap<String, u8>;

/// Response-time bands, in ms. Full points up to `full`, none from `none`, in proportion between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bands {
    pub first_full_ms: u64,
    pub first_none_ms: u64,
    pub average_full_ms: u64,
    pub average_none_ms: u64,
    /// Fair time to read one char of the buyer's lines, in ms.
    pub reading_ms: u64,
    /// Fair time to type one char of the reply, in ms.
    pub typing_ms: u64,
}

impl Default for Bands {
    fn default() -> Self {
        Self {
            first_full_ms: 8_000,
            first_none_ms: 40_000,
            average_full_ms: 5_000,
            average_none_ms: 30_000,
            reading_ms: 120,
            typing_ms: 600,
        }
    }
}

/// How long the whole talk may take, in ms. Full points up to `full`, none from `none`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HandleTime {
    pub full_ms: u64,
    pub none_ms: u64,
}

impl Default for HandleTime {
    fn default() -> Self {
        Self { full_ms: 15 * 60_000, none_ms: 30 * 60_000 }
    }
}
