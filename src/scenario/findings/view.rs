//! What a rule is shown.

use crate::scenario::Scenario;
use crate::scenario::format::{Persona, Phrases, Product, Runs, ScenarioFile, Script};

/// One file on its own, or a scenario with all it refers to. Each rule picks what concerns it.
#[derive(Clone, Copy, Debug)]
pub enum View<'a> {
    Persona(&'a Persona),
    Product(&'a Product),
    Script(&'a Script),
    Phrases(&'a Phrases),
    Scenario(&'a ScenarioFile),
    Runs(&'a Runs),
    /// Only where all its files are sound.
    Whole(&'a Scenario),
}

/// The file in which a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Persona,
    Product,
    Script,
    Phrases,
    Scenario,
    Runs,
}

impl View<'_> {
    /// The file in which findings stand unless the rule says otherwise.
    pub fn part(&self) -> Part {
        match self {
            View::Persona(_) => Part::Persona,
            View::Product(_) => Part::Product,
            View::Script(_) => Part::Script,
            View::Phrases(_) => Part::Phrases,
            View::Runs(_) => Part::Runs,
            View::Scenario(_) | View::Whole(_) => Part::Scenario,
        }
    }
}
