//! One reply in its context → what it does ([`Labels`], with [`Evidence`]) and what it speaks of.

mod context;
mod labels;
mod reading;
pub mod vocabulary;

pub use context::{Context, Sheet, SheetItem};
pub use labels::{Evidence, Family, Label, Labels};
pub use reading::{Grasp, Mention, Reading, TopicAsked};
