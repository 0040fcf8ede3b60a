//! How problems are shown: to a person on a terminal, to a program as JSON.

pub mod json;
pub mod terminal;
