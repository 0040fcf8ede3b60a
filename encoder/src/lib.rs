//! The encoder: a small transformer that says what a reply does, and the linear model that joins it.
//!
//! [`Model::parse`] reads a model file; [`Model::reply`] runs the network over the buyer's lines, the sheet's and the reply,
//! [`Linear`] weighs n-grams and cues, [`Model::join`] puts both together. Integer sums and float sums of a fixed
//! order: the same bytes out on every machine.

#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used)]

mod error;
mod file;
#[cfg(test)]
mod fixture;
mod float;
mod header;
mod heads;
mod kernel;
mod linear;
#[cfg(test)]
mod linear_tests;
mod matching;
mod model;
mod network;
mod scratch;
#[cfg(test)]
mod tests;
mod tokens;

pub use error::ModelError;
pub use header::{Blend, LABELS, ToneBlend};
pub use linear::{Active, Linear};
pub use matching::{Item, Known, Speech, share_of_near};
pub use model::Model;
pub use network::Outcome;
pub use scratch::Scratch;
