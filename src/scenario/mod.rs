//! Scenarios: the RON format, loading with every problem named, and the resolved [`Scenario`].

pub mod findings;
pub mod format;
pub mod lints;
mod load;
mod money;
mod resolved;
pub mod source;

pub use load::{Entry, FileKind, LARGEST_FILE, Loaded, Source, load, stem, too_large};
pub use money::Money;
pub use resolved::Scenario;
