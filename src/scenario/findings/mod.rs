//! What the rules in `lints/` work with: views of the files, and findings at symbolic places.

mod report;
mod view;
pub mod walk;

pub use report::{Finding, Lint, Report};
pub use view::{Part, View};
