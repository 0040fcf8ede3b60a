//! What many sessions came to.

use std::collections::BTreeMap;

use crate::score::Scorecard;

/// Scores and outcomes of one kind of trainee.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    scores: Vec<u8>,
    outcomes: BTreeMap<&'static str, usize>,
    goals: usize,
    turns: usize,
    asked_back: usize,
}

/// Mean and tenths of the total score, 0–100.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    pub mean: f64,
    pub p10: u8,
    pub p50: u8,
    pub p90: u8,
}

impl Tally {
    /// Takes in one session: its scorecard, whether it reached the goal, its replies, and how many of them the buyer
    /// asked back to.
    pub fn add(&mut self, card: &Scorecard, goal_met: bool, turns: usize, asked_back: usize) {
        self.scores.push(card.overall);
        *self.outcomes.entry(card.outcome.map_or("none", |o| o.id())).or_default() += 1;
        self.goals += usize::from(goal_met);
        self.turns += turns;
        self.asked_back += asked_back;
    }

    /// Takes another one's sessions in.
    pub fn join(&mut self, other: &Tally) {
        self.scores.extend(&other.scores);
        for (id, count) in &other.outcomes {
            *self.outcomes.entry(id).or_default() += count;
        }
        self.goals += other.goals;
        self.turns += other.turns;
        self.asked_back += other.asked_back;
    }

    pub fn sessions(&self) -> usize {
        self.scores.len()
    }

    pub fn spread(&self) -> Spread {
        let mut sorted = self.scores.clone();
        sorted.sort_unstable();
        let at = |share: usize| sorted.get(sorted.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
        let sum: f64 = sorted.iter().map(|s| f64::from(*s)).sum();
        Spread { mean: sum / sorted.len().max(1) as f64, p10: at(10), p50: at(50), p90: at(90) }
    }

    /// The share of each outcome that came, 0–1.
    pub fn outcomes(&self) -> BTreeMap<&'static str, f64> {
        let all = self.sessions().max(1) as f64;
        self.outcomes.iter().map(|(id, count)| (*id, *count as f64 / all)).collect()
    }

    /// The share of sessions that reached the scenario's goal, 0–1.
    pub fn goal_share(&self) -> f64 {
        self.goals as f64 / self.sessions().max(1) as f64
    }

    /// Replies of a session in the mean.
    pub fn mean_turns(&self) -> f64 {
        self.turns as f64 / self.sessions().max(1) as f64
    }

    /// The share of replies that the buyer did not make out and asked back to, 0–1.
    pub fn asked_back_share(&self) -> f64 {
        self.asked_back as f64 / self.turns.max(1) as f64
    }
}
