//! What is wrong with an input: code, message, help, and the place in the file; shown on a terminal or as JSON.

mod nearest;
mod problem;
pub mod render;

pub use nearest::{listed, nearest};
pub use problem::{Diagnostic, Severity};
