//! One reply in its context → what it does ([`Labels`], with [`Evidence`]) and what it speaks of.
//!
//! Each family of labels is a registry of rules, one file per label. [`Analyser::read`] folds the reply, reads the
//! buyer's line and the sheet, runs the rules and settles what excludes one another.

mod analyser;
mod buyer;
mod claims;
mod context;
mod controls;
mod evidence;
mod explain;
mod facts;
mod features;
mod judge;
mod labels;
mod matching;
mod memory;
mod moves;
mod nonsense;
mod orders;
mod questions;
mod reading;
mod rule;
mod scene;
mod settle;
mod steps;
mod techniques;
mod tone;
mod topics;
pub mod vocabulary;

pub use analyser::Analyser;
pub(crate) use buyer::Buyer;
pub use context::{Context, PlainSheet, Sheet, SheetItem};
pub use explain::Explanation;
pub use features::Prepared;
pub use huashu_encoder::ModelError;
pub use labels::{Evidence, Family, Label, Labels};
pub use reading::{Grasp, Mention, QuestionAsked, Reading, TopicAsked};
pub use topics::{Topic, topics};
