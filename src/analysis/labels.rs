//! The labels of the rubric and the spans that earn them.

use serde::{Deserialize, Serialize};

/// The families of labels, as in the rubric; the key under which `huashu analyze` prints them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    Closes,
    Steps,
    Controls,
    Moves,
    Faults,
    Claims,
}

impl Family {
    pub const ALL: [Family; 6] =
        [Family::Closes, Family::Steps, Family::Controls, Family::Moves, Family::Faults, Family::Claims];

    pub fn id(self) -> &'static str {
        match self {
            Family::Closes => "closes",
            Family::Steps => "steps",
            Family::Controls => "controls",
            Family::Moves => "moves",
            Family::Faults => "faults",
            Family::Claims => "claims",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.id() == id)
    }
}

/// A label: family and identifier. Which identifiers exist is known to the analyser's registries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    pub family: Family,
    pub id: &'static str,
}

/// The labels of one reply. Identifiers stand in the order of the registries, each at most once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    pub closes: Vec<String>,
    pub steps: Vec<String>,
    pub controls: Vec<String>,
    pub moves: Vec<String>,
    /// Tone in tenths, 10–50.
    pub tone_tenths: u8,
    pub faults: Vec<String>,
    pub claims: Vec<String>,
}

impl Labels {
    pub fn family(&self, family: Family) -> &[String] {
        match family {
            Family::Closes => &self.closes,
            Family::Steps => &self.steps,
            Family::Controls => &self.controls,
            Family::Moves => &self.moves,
            Family::Faults => &self.faults,
            Family::Claims => &self.claims,
        }
    }

    pub fn family_mut(&mut self, family: Family) -> &mut Vec<String> {
        match family {
            Family::Closes => &mut self.closes,
            Family::Steps => &mut self.steps,
            Family::Controls => &mut self.controls,
            Family::Moves => &mut self.moves,
            Family::Faults => &mut self.faults,
            Family::Claims => &mut self.claims,
        }
    }

    /// True where the label is there: `has(Family::Moves, "offer")`.
    pub fn has(&self, family: Family, id: &str) -> bool {
        self.family(family).iter().any(|l| l == id)
    }

    /// The same for a label written `moves:offer`; false for one that is not so written.
    pub fn has_written(&self, written: &str) -> bool {
        written
            .split_once(':')
            .and_then(|(f, id)| Some((Family::from_id(f)?, id)))
            .is_some_and(|(f, id)| self.has(f, id))
    }

    /// Tone rounded half up to a whole number, 1–5.
    pub fn tone(&self) -> u8 {
        (self.tone_tenths.saturating_add(5) / 10).clamp(1, 5)
    }
}

/// Why a label was given: a span of the reply, in chars (Unicode scalar values) of the original text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// The label's identifier without its family: "alternative".
    pub label: String,
    pub start: usize,
    /// Exclusive.
    pub end: usize,
}
