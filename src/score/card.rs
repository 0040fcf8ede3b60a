//! What a finished session is given: total, dimensions with their rules, turns with their notes.

use serde::{Deserialize, Serialize};

use crate::analysis::Reading;
use crate::engine::Outcome;
use crate::i18n::{Locale, Text};

/// The scorecard of one session. Points are whole numbers 0–100 unless said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// 0–100, after the cap that a critical error brings.
    pub overall: u8,
    pub grade: Grade,
    /// None while the talk goes on.
    pub outcome: Option<Outcome>,
    pub goal_met: bool,
    pub pass_mark: u8,
    pub passed: bool,
    pub critical: Vec<Critical>,
    /// In the order of the registry of dimensions.
    pub dimensions: Vec<DimensionScore>,
    pub turns: Vec<TurnCard>,
    pub missed: Vec<Missed>,
    pub kpi: Kpi,
    /// The turn whose loss of points was greatest; None where nothing was lost in any turn.
    pub costliest: Option<usize>,
}

/// 90 / 75 / 60 / 40, as in the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    Harmful,
    Weak,
    Practice,
    Ready,
    Model,
}

impl Grade {
    /// The grade of 0–100 points.
    pub fn of(points: u8) -> Self {
        match points {
            90.. => Grade::Model,
            75..=89 => Grade::Ready,
            60..=74 => Grade::Practice,
            40..=59 => Grade::Weak,
            _ => Grade::Harmful,
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Grade::Harmful => "harmful",
            Grade::Weak => "weak",
            Grade::Practice => "practice",
            Grade::Ready => "ready",
            Grade::Model => "model",
        }
    }
}

/// An error that caps the total at 39.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Critical {
    /// "insult", "false_promise", "off_platform". Shown as Fluent `critical-ID`.
    pub id: String,
    pub turn: usize,
}

/// One dimension. `score` None: not applicable, its weight goes to the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DimensionScore {
    /// "tone"… Shown as Fluent `dimension-ID`.
    pub id: String,
    pub score: Option<u8>,
    /// As in the scenario; weights of dimensions that apply are scaled to 100 for the total.
    pub weight: u8,
    pub rules: Vec<RuleScore>,
}

/// One rule of a dimension: so many points of so many, and the turns that decided it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleScore {
    /// Kebab-case, unique in the dimension. Shown as [`RuleScore::title`] has it.
    /// The rules of `script_adherence` are the steps of the script, by id.
    pub id: String,
    /// Per mille of the dimension, may be negative for deductions.
    pub points: i32,
    /// Per mille of the dimension that could be had.
    pub of: i32,
    pub turns: Vec<usize>,
    /// The reason in words, where the rule's name is not enough.
    pub reason: Option<Text>,
}

impl RuleScore {
    /// The rule's name for people: Fluent `rule-DIMENSION-ID`, or for a script's step its reason, which names it.
    pub fn title(&self, dimension: &str, locale: Locale) -> String {
        let id = format!("rule-{dimension}-{}", self.id);
        match &self.reason {
            Some(reason) if dimension == "script_adherence" || !locale.has(&id) => locale.render(reason),
            _ => locale.tr(&id),
        }
    }
}

/// One reply with what it earned and lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TurnCard {
    /// 0-based.
    pub index: usize,
    pub at_ms: u64,
    pub latency_ms: Option<u64>,
    /// What the buyer had said before, joined by newlines.
    pub buyer: String,
    pub reply: String,
    pub reading: Reading,
    /// What was gained (positive) or lost in points of the total × 10, summed over the notes.
    pub tenths: i32,
    pub notes: Vec<TurnNote>,
}

/// A remark on a turn, tied to a dimension and, where there is one, to a span of the reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TurnNote {
    pub dimension: String,
    /// Gain or loss in points of the total × 10; 0 for a remark alone.
    pub tenths: i32,
    pub text: Text,
    /// Chars of the reply; None where it is about the whole.
    pub span: Option<(usize, usize)>,
}

/// A chance that was there and not taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Missed {
    pub text: Text,
    /// A sentence that would have done it, from the script or the sheet.
    pub example: Option<String>,
}

/// The figures of a service floor. Times in ms; None where nothing was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kpi {
    pub first_response_ms: Option<u64>,
    pub average_response_ms: Option<u64>,
    pub handle_time_ms: u64,
    /// Replies per buyer message, in percent.
    pub reply_ratio: u32,
}
