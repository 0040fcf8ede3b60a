//! Files in memory → scenarios that can be played, and every problem found on the way.

mod assemble;
mod decode;
mod kind;
mod parse;
mod recover;

use std::sync::Arc;

pub use assemble::load;
pub use decode::{decode, too_large};
pub use kind::{FileKind, stem};

use super::Scenario;
use super::format::Runs;
use crate::diagnostic::Diagnostic;

/// Files above this size (in bytes) are refused unread.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;

/// A file as it was found. Its kind is told by the folder it stands in, its id by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// With forward slashes: `scenarios/personas/impatient.ron`.
    pub path: String,
    /// At most [`LARGEST_FILE`] + 1 bytes need be read: more makes no difference.
    pub bytes: Vec<u8>,
}

/// A scenario with the path of its file.
#[derive(Clone, Debug)]
pub struct Entry {
    pub path: String,
    pub scenario: Arc<Scenario>,
}

/// The golden runs of a scenario, with the path of their file.
#[derive(Clone, Debug)]
pub struct RunsEntry {
    pub path: String,
    pub scenario: Arc<Scenario>,
    pub runs: Runs,
}

/// What could be loaded, and all that is wrong with the rest.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// By level, then by id.
    pub scenarios: Vec<Entry>,
    /// By id of their scenario.
    pub runs: Vec<RunsEntry>,
    /// By file, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files there were of each kind, in the order of [`FileKind::ALL`].
    pub files: [usize; 6],
}
