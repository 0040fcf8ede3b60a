//! The text of a RON file as a tree with spans, so that a symbolic [`Route`] can be shown as line and column.

mod place;
mod route;
mod scan;
mod tree;

pub use place::{LineIndex, Place};
pub use route::{Route, Step};
pub use scan::{Slip, SlipKind, scan};
pub use tree::{Body, Node};
