//! A scenario with everything it refers to, ready to be played; also what a transcript carries.

use serde::{Deserialize, Serialize};

use super::format::{AgendaItem, Persona, Phrases, Product, ScenarioFile, Script, ScriptStep};

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

impl Scenario {
    /// The agenda item of this id: the scenario's own, one of the given truth's, or the last objection.
    pub fn item(&self, truth: usize, id: &str) -> Option<&AgendaItem> {
        let of_truth = self.file.truths.get(truth).map_or(&[][..], |t| t.agenda.as_slice());
        self.file.agenda.iter().chain(of_truth).chain(&self.file.closing.last_objection).find(|i| i.id == id)
    }

    /// A sentence that would meet the script's step, in this scenario's own words where it has any.
    pub fn example(&self, step: &ScriptStep) -> String {
        self.file.examples.get(&step.id).cloned().unwrap_or_else(|| self.fill(&step.example))
    }

    /// Fills `{name}`, `{product}` and `{price}` with the customer's and the product's.
    pub fn fill(&self, text: &str) -> String {
        let product = self.product.aliases.first().unwrap_or(&self.product.name);
        text.replace("{name}", &self.file.customer.name)
            .replace("{product}", product)
            .replace("{price}", &self.product.price.to_string())
    }
}
