//! Huashu (话术): trains people who sell by talking, offline, deterministically and explainably.
//!
//! # Code map, in reading order
//!
//! | module | purpose |
//! | --- | --- |
//! | [`i18n`] | texts for people, by Fluent id (zh-CN first, en second) |
//! | [`diagnostic`] | what is wrong with an input: where, why, what to do |
//! | [`text`] | normalisation with spans that map back to the original, clauses, numbers |
//! | [`scenario`] | the file format, loading, lints; a resolved [`scenario::Scenario`] |
//! | [`analysis`] | one reply in context → labels, evidence, what it speaks of |
//! | [`engine`] | the buyer: seeded, integer state, `step` and `apply` |
//! | [`session`] | commands → events → state; transcripts; rewinding: all that faces call |
//! | [`score`] | a session's events → scorecard and debrief |
//! | [`simulate`] | built-in trainees that play scenarios by themselves |
//! | [`store`] | files on disk: the library of scenarios, saved sessions |
//! | [`measures`] | how well two labellings agree |
//! | [`cli`] | one file per command |
//! | `game` | the desktop game (feature `game`) |
//!
//! # Invariants
//!
//! - `text`, `analysis`, `scenario`, `engine`, `session` and `score` are pure: no clock, no I/O,
//!   no thread RNG, no hash order, no Bevy. `tests/tidy.rs` and Clippy hold them to it.
//! - Everything that happens is an [`engine::Event`]; [`engine::State::apply`] is the only mutator.
//!   Scenario + seed + commands determine the events, byte for byte.
//! - Labels are decided before the step and recorded with the command, so replay needs no model.

#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used)]

#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod analysis;
pub mod cli;
pub mod diagnostic;
#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod engine;
#[cfg(feature = "game")]
pub mod game;
pub mod i18n;
pub mod measures;
#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod scenario;
#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod score;
#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod session;
#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod simulate;
pub mod store;
#[warn(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod text;
