//! The hall: which buyers wait, how one fared with them, what was left off.

use super::words;
use crate::game::theme::Tint;
use crate::i18n::Locale;
use crate::scenario::Scenario;
use crate::scenario::format::Channel;
use crate::score::Grade;

/// What the first screen shows.
#[derive(Clone, Debug, Default)]
pub struct HomeView {
    pub locale: Locale,
    pub cards: Vec<ScenarioCard>,
    /// A talk that was left while it ran.
    pub resume: Option<Resume>,
    /// Files that could not be loaded.
    pub broken: usize,
    /// The dimension that does worst on average over the finished talks, by name.
    pub weakest: Option<String>,
    /// Finished talks.
    pub played: usize,
    /// What did not go as asked when the game was started.
    pub notice: Option<String>,
}

/// One scenario.
#[derive(Clone, Debug)]
pub struct ScenarioCard {
    pub id: String,
    pub title: String,
    pub tagline: String,
    pub persona: String,
    pub persona_tint: Tint,
    pub channel: Channel,
    /// 1–5.
    pub level: u8,
    pub pass_mark: u8,
    /// The best result so far.
    pub best: Option<u8>,
}

/// A talk that can be gone on with.
#[derive(Clone, Debug)]
pub struct Resume {
    pub save: String,
    pub title: String,
}

impl ScenarioCard {
    pub fn of(scenario: &Scenario, best: Option<u8>) -> Self {
        let file = &scenario.file;
        Self {
            id: file.id.clone(),
            title: file.title.clone(),
            tagline: file.tagline.clone(),
            persona: scenario.persona.name.clone(),
            persona_tint: words::persona_tint(&scenario.persona.id),
            channel: file.channel,
            level: file.level,
            pass_mark: file.pass_mark,
            best,
        }
    }

    pub fn passed(&self) -> bool {
        self.best.is_some_and(|best| best >= self.pass_mark)
    }

    pub fn grade(&self) -> Option<Grade> {
        self.best.map(Grade::of)
    }
}

impl HomeView {
    /// How many of the scenarios have been passed.
    pub fn passed(&self) -> usize {
        self.cards.iter().filter(|c| c.passed()).count()
    }
}
