//! The only simulation API that faces call: commands → events → state, transcripts, rewinding.

mod desk;
pub mod golden;
mod live;
mod transcript;

pub use desk::Desk;
pub use live::{Command, Session};
pub use transcript::{Cut, Header, Transcript, TranscriptError, scenario_hash};
