//! How a buyer comes into the talk: the persona's temper, by how near to buying this one is and how hard the scenario.

use super::state::State;
use crate::scenario::Scenario;
use crate::scenario::format::Prospect;

/// What the level adds to the conviction that a yes needs, per mille.
const READINESS: [i32; 5] = [-50, -25, 0, 30, 120];
/// Patience at the start by level, in percent of the persona's.
const PATIENCE: [i32; 5] = [125, 112, 100, 92, 80];

/// The conviction that this buyer needs to say yes, 0–1000.
pub fn readiness(scenario: &Scenario) -> i32 {
    (scenario.persona.temper.readiness + READINESS[level(scenario)]).clamp(0, 1000)
}

/// The level's place in a table of five.
fn level(scenario: &Scenario) -> usize {
    usize::from(scenario.file.level.clamp(1, 5)) - 1
}

/// Mood, patience and beliefs at the first word.
pub fn feelings(scenario: &Scenario) -> (i32, i32, [i32; 4]) {
    let temper = &scenario.persona.temper;
    let nearer = match scenario.file.customer.prospect {
        Prospect::Ripe => 90,
        Prospect::Hopeful => 0,
        Prospect::Merely => -60,
    };
    let patience = (temper.patience * PATIENCE[level(scenario)] / 100).clamp(1, 1000);
    (temper.mood, patience, temper.beliefs.map(|belief| (belief + nearer).clamp(0, 1000)))
}

/// True where the objection is only a pretext for what the truth drawn is about, and that is not told yet.
pub fn is_pretext(scenario: &Scenario, state: &State, item: &str) -> bool {
    let truth = scenario.file.truths.get(state.truth);
    !state.truth_known && truth.is_some_and(|t| t.pretexts.iter().any(|id| id == item))
}
