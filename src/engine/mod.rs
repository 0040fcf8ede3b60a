//! The buyer: seeded, with integer state. [`step`] decides what happens, [`State::apply`] alone changes anything.

mod asked;
mod clock;
mod close;
mod confide;
mod converse;
mod event;
mod feel;
mod hear;
mod lines;
mod predicate;
mod respond;
pub(crate) mod rng;
mod settle;
mod speak;
mod start;
mod state;
mod step;

pub use clock::next_due;
pub use event::{Event, Hearing, Outcome, Timing};
pub use feel::fair_ms;
pub use lines::line_key;
pub use predicate::{Situation, holds};
pub use state::{ItemMemory, ItemStatus, Phase, State};
pub use step::{begin, quit, reply, tick};

/// Raised whenever the same commands may lead to other events; stands in every transcript.
pub const ENGINE_VERSION: u32 = 5;
