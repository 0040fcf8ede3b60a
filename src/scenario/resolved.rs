//! A scenario with everything it refers to, ready to be played; also what a transcript carries.

use serde::{Deserialize, Serialize};

use super::format::{Persona, Phrases, Product, ScenarioFile, Script};

/// A scenario and the files it refers to. Made by [`super::load`], which checks the references.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    pub file: ScenarioFile,
    pub persona: Persona,
    pub product: Product,
    pub script: Script,
    pub phrases: Option<Phrases>,
}

impl Scenario {
    pub fn id(&self) -> &str {
        &self.file.id
    }
}
