//! How a reply moves the buyer: mood, patience and the four beliefs, by the persona's temper.

use super::event::Hearing;
use super::state::State;
use crate::analysis::{Family, Grasp, Reading};
use crate::scenario::format::{AgendaItem, Bands, ItemKind, Temper};

/// Indices into the beliefs.
pub const TRUST: usize = 0;
pub const NEED: usize = 1;
pub const VALUE: usize = 2;
pub const SERVICE: usize = 3;

/// Most patience that one late reply costs; the nudges cost their own.
const MOST_WAITED: i32 = 160;

/// A change in the making: the state's feelings, moved step by step and clamped when taken.
#[derive(Clone, Debug)]
pub struct Feelings {
    pub mood: i32,
    pub patience: i32,
    pub beliefs: [i32; 4],
}

impl Feelings {
    pub fn of(state: &State) -> Self {
        Self { mood: state.mood, patience: state.patience, beliefs: state.beliefs }
    }

    pub fn mood(&mut self, by: i32) {
        self.mood = (self.mood + by).clamp(-1000, 1000);
    }

    pub fn patience(&mut self, by: i32) {
        self.patience = (self.patience + by).clamp(0, 1000);
    }

    pub fn belief(&mut self, which: usize, by: i32) {
        self.beliefs[which] = (self.beliefs[which] + by).clamp(0, 1000);
    }

    pub fn all_beliefs(&mut self, by: i32) {
        (0..4).for_each(|which| self.belief(which, by));
    }

    /// Tone and faults, as this persona takes them.
    pub fn hear_tone(&mut self, temper: &Temper, reading: &Reading) {
        // A cold tone without a fault that could be named hurts little.
        let least = if reading.labels.faults.is_empty() { 25 } else { 10 };
        let tone = i32::from(reading.labels.tone_tenths).max(least) - 30;
        if tone >= 0 {
            let warmth = temper.warmth * tone / 20;
            self.mood(warmth);
            self.belief(SERVICE, warmth * 2 / 3);
        } else {
            let hurt = temper.touchiness * tone / 20;
            self.mood(hurt);
            self.belief(SERVICE, hurt / 2);
            self.patience(hurt / 2);
        }
        let faults = reading.labels.faults.len() as i32;
        self.mood(-40 * faults);
        self.belief(SERVICE, -25 * faults);
        self.patience(-25 * faults);
    }

    /// Waiting beyond what reading, typing and this persona's grace explain; returns those ms.
    pub fn wait(
        &mut self,
        temper: &Temper,
        bands: &Bands,
        waited_ms: u64,
        read_chars: usize,
        typed_chars: usize,
    ) -> u64 {
        let fair = fair_ms(bands, read_chars, typed_chars);
        let over = waited_ms.saturating_sub(fair + temper.grace_ms);
        let lost = (over / 1000).min(60) as i32 * temper.impatience;
        self.patience(-lost.min(MOST_WAITED));
        over
    }

    /// An exchange tires, a reply that is too long more so; true where it was too long.
    pub fn tire(&mut self, temper: &Temper, chars: usize) -> bool {
        self.patience(-temper.tiring);
        let long = chars > temper.long_reply as usize;
        if long {
            let times = (chars / temper.long_reply.max(1) as usize).min(4) as i32;
            self.patience(-temper.boredom * times);
        }
        long
    }

    /// New facts: those that bear on what is open count in full, idle ones a quarter, at most four a reply.
    pub fn learn(&mut self, new_subjects: &[(String, bool)]) {
        for (subject, apt) in new_subjects.iter().take(4) {
            let share = if *apt { 4 } else { 1 };
            let (trust, value) = match subject.split(':').next().unwrap_or_default() {
                "fact" => (28, 20),
                "feature" => (20, 32),
                "benefit" => (20, 48),
                "case" => (44, 24),
                "competitor" => (20, 36),
                _ => (8, 24),
            };
            self.belief(TRUST, trust * share / 4);
            self.belief(VALUE, value * share / 4);
        }
    }

    /// What the fate of one agenda item does.
    pub fn item(&mut self, temper: &Temper, item: &AgendaItem, hearing: Hearing, asked_back: bool) {
        match (hearing, item.kind) {
            (Hearing::Settled, ItemKind::Question) => {
                self.belief(TRUST, 45);
                self.belief(VALUE, 20);
                self.belief(SERVICE, 40);
                self.mood(30);
                self.patience(25);
            }
            (Hearing::Settled, ItemKind::Digression) => {
                self.belief(SERVICE, 70);
                self.belief(TRUST, 40);
                self.mood(70);
                self.patience(20);
            }
            (Hearing::Settled, ItemKind::Provocation | ItemKind::Demand) => {
                self.belief(SERVICE, 70);
                self.belief(TRUST, 60);
                self.mood(110);
                self.patience(30);
            }
            (Hearing::Settled, _) => {
                self.belief(VALUE, 80);
                self.belief(TRUST, 60);
                self.belief(NEED, 20);
                self.mood(60);
                self.patience(30);
            }
            // Worth about half of what a plain answer is.
            (Hearing::Taken, _) => {
                self.belief(TRUST, 22);
                self.belief(VALUE, if item.kind == ItemKind::Question { 10 } else { 40 });
                self.belief(SERVICE, 20);
                self.mood(20);
            }
            (Hearing::Misled, _) => {
                self.belief(TRUST, 10);
                self.belief(VALUE, 10);
            }
            (Hearing::Half, ItemKind::Digression) => {
                self.belief(SERVICE, 30);
                self.mood(40);
            }
            (Hearing::Half, _) => {
                self.belief(TRUST, 12);
                self.patience(-temper.evasion / 2);
            }
            (Hearing::Soothed, _) => {
                self.mood(35);
                self.belief(SERVICE, 30);
                self.patience(-temper.evasion / 4);
            }
            (Hearing::Evaded, _) => {
                // A question back is no answer, but no evasion of the worst kind either.
                let part = if asked_back { 2 } else { 1 };
                self.patience(-temper.evasion / part);
                self.mood(-50 / part);
                self.belief(SERVICE, -40 / part);
                self.belief(TRUST, -20 / part);
            }
            (Hearing::Dropped, _) => {
                self.all_beliefs(-item.cost / 4);
                self.belief(TRUST, -item.cost / 2);
                self.mood(-60);
            }
            (Hearing::Raised, _) => {}
        }
    }

    /// A warm opening, and care for feelings, each worth a little.
    pub fn courtesy(&mut self, reading: &Reading, first: bool, objection_open: bool) {
        let labels = &reading.labels;
        if first && labels.has(Family::Steps, "greet") {
            self.mood(30);
            self.belief(SERVICE, 30);
        }
        if objection_open && labels.has(Family::Moves, "acknowledge") {
            self.mood(30);
            self.belief(SERVICE, 25);
        }
        if labels.has(Family::Moves, "apologise") && self.mood < 0 {
            self.mood(60);
            self.belief(SERVICE, 25);
        }
    }
}

/// Fair time to read so many chars and type so many, ms.
pub fn fair_ms(bands: &Bands, read_chars: usize, typed_chars: usize) -> u64 {
    bands
        .reading_ms
        .saturating_mul(read_chars as u64)
        .saturating_add(bands.typing_ms.saturating_mul(typed_chars as u64))
}

/// Subjects told in this reply that had not been told before, with whether they bear on what matters now.
pub fn new_subjects(before: &State, reading: &Reading, apt: impl Fn(&str) -> bool) -> Vec<(String, bool)> {
    let mut fresh: Vec<(String, bool)> = reading
        .mentions
        .iter()
        .filter(|m| m.grasp == Grasp::Told && !before.heard.contains_key(&m.subject))
        .map(|m| (m.subject.clone(), apt(&m.subject)))
        .collect();
    fresh.sort_by_key(|(_, apt)| !apt);
    fresh
}
