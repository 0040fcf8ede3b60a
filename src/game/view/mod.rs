//! What panels show, as plain data made from scenarios, events and scorecards.

pub mod briefing;
pub mod debrief;
pub mod home;
pub mod records;
pub mod talk;
pub mod words;

pub use briefing::BriefingView;
pub use debrief::DebriefView;
pub use home::HomeView;
pub use records::RecordsView;
pub use talk::TalkView;
