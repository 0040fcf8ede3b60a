//! The file format, version 1: what a trainer writes. Each kind of file is one module.
//!
//! Files refer to one another by id, and an id is the stem of its file: `personas/impatient.ron`
//! holds the persona `impatient`. Subjects that a reply can speak of are written `fact:ID`,
//! `feature:ID`, `benefit:ID` (of a feature), `case:ID`, `competitor:ID`, `promotion`, `price`,
//! `stock`, `point:ID` (of the scenario) and, for what a reply asks about, `topic:ID`.
//! Labels are written `family:ID`, as in the rubric: `closes:alternative`, `moves:probe`.

mod customer;
mod persona;
mod phrases;
mod product;
mod run;
mod scenario;
mod script;

pub use customer::{Customer, CustomerGroup, Figure, Gender, Place, Prospect};
pub use persona::{LineCue, Persona, Temper};
pub use phrases::{AutoReply, Faq, Phrases, QuickPhrase};
pub use product::{Competitor, CustomerCase, Fact, FactKind, Feature, Product, Promotion};
pub use run::{Expectation, OUTCOMES, Run, Runs};
pub use scenario::{
    AgendaItem, Bands, Channel, Closing, DIMENSIONS, Goal, HandleTime, ItemKind, Point, ScenarioFile, Settle, Tell,
    Truth, Weights,
};
pub use script::{Predicate, Script, ScriptStep};

/// The format version that this build writes and reads.
pub const SCHEMA: u32 = 1;
