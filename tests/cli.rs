//! The executable held to the command-line contract, called as another program would call it.

#[path = "cli/analyze.rs"]
mod analyze;
#[path = "cli/calls.rs"]
mod calls;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/place.rs"]
mod place;
#[path = "cli/play.rs"]
mod play;
#[path = "cli/readable.rs"]
mod readable;
#[path = "cli/transcripts.rs"]
mod transcripts;
