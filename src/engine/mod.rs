//! The buyer: seeded, with integer state. [`step`] decides what happens, [`State::apply`] alone changes anything.

mod event;
mod state;

pub use event::{Event, Hearing, Outcome, Timing};
pub use state::{Phase, State};
