//! What lasts beyond one talk: the library, the saved talks, the look.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use bevy::ecs::resource::Resource;

use super::panels::nav::Progress;
use super::view::home::{HomeView, Resume, ScenarioCard};
use super::view::records::{Finished, Record, RecordsView};
use super::view::words;
use crate::analysis::Analyser;
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::score::{Scorecard, score};
use crate::session::{Session, Transcript};
use crate::store::{Library, Saves, StoreError};

/// Saved talks that are looked at when the game starts; older ones stay on disk.
const MOST_RECORDS: usize = 200;

/// The training hall.
#[derive(Resource)]
pub struct Hall {
    pub locale: Locale,
    pub dark: bool,
    pub analyser: Arc<Analyser>,
    library: Library,
    saves: Saves,
    /// Newest first.
    records: Vec<SavedTalk>,
    /// Saved talks that this version cannot replay.
    unread: usize,
    /// What did not go as asked at the start, until it has been read.
    pub notice: Option<Text>,
}

/// A talk as it is saved.
pub struct SavedTalk {
    pub name: String,
    pub started_unix_ms: u64,
    pub session: Session,
    /// Of a talk that is over.
    pub card: Option<Scorecard>,
    /// The file breaks off; what stood before the break is here.
    pub cut: bool,
}

impl Hall {
    /// Reads the saved talks; what cannot be read is left alone, and counted.
    pub fn open(locale: Locale, library: Library, saves: Saves, analyser: Analyser) -> Self {
        let listed = saves.list().unwrap_or_default();
        let mut records = Vec::new();
        let mut unread = 0;
        for save in listed.into_iter().take(MOST_RECORDS) {
            let read = saves.load(&save.name).ok().and_then(|bytes| Transcript::from_bytes(&bytes).ok());
            let Some((transcript, cut)) = read else {
                unread += 1;
                continue;
            };
            let mut talk = SavedTalk::of(save.name, transcript.header.started_unix_ms, transcript.replay());
            talk.cut = cut.is_some();
            records.push(talk);
        }
        Self { locale, dark: false, analyser: Arc::new(analyser), library, saves, records, unread, notice: None }
    }

    pub fn scenario(&self, id: &str) -> Option<Arc<Scenario>> {
        self.library.scenarios().iter().find(|e| e.scenario.id() == id).map(|e| e.scenario.clone())
    }

    pub fn record(&self, name: &str) -> Option<&SavedTalk> {
        self.records.iter().find(|r| r.name == name)
    }

    /// Writes the talk and keeps it among the records.
    ///
    /// # Errors
    /// Where it cannot be written; it is kept among the records all the same.
    pub fn save(&mut self, name: &str, started_unix_ms: u64, session: &Session) -> Result<(), StoreError> {
        let talk = SavedTalk::of(name.to_owned(), started_unix_ms, session.clone());
        self.records.retain(|r| r.name != name);
        self.records.insert(0, talk);
        let transcript = Transcript::of(session, self.analyser.version(), "", started_unix_ms);
        self.saves.save(name, &transcript.to_bytes()).map(|_| ())
    }

    /// Where a talk of this name lies.
    pub fn path(&self, name: &str) -> std::path::PathBuf {
        let saves = self.saves.list().unwrap_or_default();
        saves.into_iter().find(|s| s.name == name).map(|s| s.path).unwrap_or_default()
    }

    pub fn home(&self) -> HomeView {
        let best = |id: &str| {
            let fared = self.records.iter().filter(|r| r.session.scenario().id() == id);
            fared.filter_map(|r| r.card.as_ref()).map(|c| c.overall).max()
        };
        let cards = self.library.scenarios().iter().map(|e| ScenarioCard::of(&e.scenario, best(e.scenario.id())));
        // The easy ones first: a new hire starts at the top.
        let mut cards: Vec<ScenarioCard> = cards.collect();
        cards.sort_by(|a, b| (a.level, &a.id).cmp(&(b.level, &b.id)));
        let running = self.records.first().filter(|r| r.card.is_none());
        HomeView {
            locale: self.locale,
            cards,
            resume: running.map(|r| Resume { save: r.name.clone(), title: r.title() }),
            broken: self.broken(),
            weakest: self.weakest(),
            played: self.played(),
            notice: self.notice.as_ref().map(|notice| self.locale.render(notice)),
        }
    }

    pub fn progress(&self) -> Progress {
        let home = self.home();
        Progress { passed: home.passed(), scenarios: home.cards.len(), played: home.played }
    }

    pub fn list(&self) -> RecordsView {
        let now = unix_ms();
        let rows = self.records.iter().map(|record| Record {
            id: record.name.clone(),
            title: record.title(),
            when: match record.started_unix_ms {
                0 => String::new(),
                started => words::ago(self.locale, now.saturating_sub(started) / 1000),
            },
            cut: record.cut,
            replies: record.session.state().turns,
            handle_time_ms: record.session.now_ms(),
            finished: record
                .card
                .as_ref()
                .and_then(|card| Some(Finished { overall: card.overall, outcome: card.outcome? })),
        });
        RecordsView { locale: self.locale, rows: rows.collect(), unread: self.unread }
    }

    fn played(&self) -> usize {
        self.records.iter().filter(|r| r.card.is_some()).count()
    }

    fn broken(&self) -> usize {
        let mut files: Vec<&str> =
            self.library.diagnostics().iter().filter(|d| d.is_error()).map(|d| d.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        files.len()
    }

    /// The dimension with the lowest mean over the last ten talks, where it leaves something to mend.
    fn weakest(&self) -> Option<String> {
        let mut sums: Vec<(&str, u32, u32)> = Vec::new();
        for card in self.records.iter().filter_map(|r| r.card.as_ref()).take(10) {
            for dimension in card.dimensions.iter().filter(|d| d.weight > 0) {
                let Some(points) = dimension.score else { continue };
                match sums.iter_mut().find(|(id, _, _)| *id == dimension.id) {
                    Some((_, sum, count)) => (*sum, *count) = (*sum + u32::from(points), *count + 1),
                    None => sums.push((&dimension.id, u32::from(points), 1)),
                }
            }
        }
        let lowest = sums.into_iter().map(|(id, sum, count)| (sum / count.max(1), id)).min();
        lowest.filter(|(mean, _)| *mean < 90).map(|(_, id)| words::dimension(self.locale, id))
    }
}

impl SavedTalk {
    fn of(name: String, started_unix_ms: u64, session: Session) -> Self {
        let card = session.is_over().then(|| score(session.scenario(), session.events()));
        Self { name, started_unix_ms, session, card, cut: false }
    }

    fn title(&self) -> String {
        let file = &self.session.scenario().file;
        format!("{} · {}", file.title, file.customer.name)
    }
}

/// The words for a talk that could not be saved.
pub fn not_saved(locale: Locale, error: &StoreError) -> String {
    locale.render(&Text::new("game-not-saved").with("why", Text::from(error)))
}

/// Now, in ms since 1970.
pub fn unix_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
