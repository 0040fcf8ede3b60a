//! Scenarios: the RON format, loading with every problem named, and the resolved [`Scenario`].

pub mod format;
mod money;
mod resolved;

pub use money::Money;
pub use resolved::Scenario;
