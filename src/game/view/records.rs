//! Saved talks, newest first.

use crate::engine::Outcome;
use crate::i18n::Locale;

/// What the list of saved talks shows.
#[derive(Clone, Debug, Default)]
pub struct RecordsView {
    pub locale: Locale,
    pub rows: Vec<Record>,
    /// Saves that could not be read: damaged, or made by another version.
    pub unread: usize,
}

/// One saved talk.
#[derive(Clone, Debug)]
pub struct Record {
    /// Names the save.
    pub id: String,
    pub title: String,
    /// "2026-06-18 14:02", empty where it is not known.
    pub when: String,
    /// The file breaks off; what stood before the break is here.
    pub cut: bool,
    pub replies: usize,
    pub handle_time_ms: u64,
    /// None while the talk goes on.
    pub finished: Option<Finished>,
}

/// How a finished talk ended.
#[derive(Clone, Copy, Debug)]
pub struct Finished {
    pub overall: u8,
    pub outcome: Outcome,
}
