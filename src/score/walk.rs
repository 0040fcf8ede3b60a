//! A session's way through its script.

use std::collections::BTreeSet;

use super::Ledger;
use crate::engine::holds;

/// For each step of the script, the turn that met it, and the first turn at which it was asked for.
pub struct Walk {
    pub met: Vec<Option<usize>>,
    pub due: Vec<Option<usize>>,
}

impl Walk {
    pub fn through(ledger: &Ledger<'_>) -> Self {
        let steps = &ledger.scenario.script.steps;
        let mut walk = Self { met: vec![None; steps.len()], due: vec![None; steps.len()] };
        let mut ids: BTreeSet<String> = BTreeSet::new();
        for turn in &ledger.turns {
            for (place, step) in steps.iter().enumerate() {
                if walk.met[place].is_some() {
                    continue;
                }
                if walk.due[place].is_none() && holds(&step.applies, &turn.situation(&ids)) {
                    walk.due[place] = Some(turn.index);
                }
                // A reply that is rude, or closes over the buyer's head, fulfils no step, whatever else it does.
                let sound = !turn.is_rude() && !turn.reading.nonsense && !turn.pushes_past();
                if sound && holds(&step.when, &turn.situation(&ids)) {
                    walk.met[place] = Some(turn.index);
                    ids.insert(step.id.clone());
                }
            }
        }
        walk
    }

    /// The turn at which a missed step would have fitted: asked for, and after the steps before it.
    pub fn chance(&self, place: usize) -> Option<usize> {
        let before = self.met.iter().take(place).flatten().max().copied().unwrap_or(0);
        self.due[place].map(|due| due.max(before))
    }
}
