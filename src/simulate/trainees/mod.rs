//! The trainees: one file each, one registry line each.

use super::screen::Screen;

/// What a trainee does next.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Types a reply; the pause comes before reading and typing at a fair speed, ms.
    Say { text: String, pause_ms: u64 },
    /// Says nothing until the buyer speaks again or leaves.
    Wait,
}

impl Act {
    fn say(text: impl Into<String>, pause_ms: u64) -> Self {
        Self::Say { text: text.into(), pause_ms }
    }
}

/// A kind of trainee.
pub struct Trainee {
    pub id: &'static str,
    pub act: fn(&Screen<'_>) -> Act,
}

/// Declares the trainees: `mod` and registry line in one; an id has hyphens where its file has underscores.
macro_rules! trainees {
    ($($name:ident = $id:literal),* $(,)?) => {
        $(mod $name;)*
        /// Every trainee, the best first.
        pub const TRAINEES: &[Trainee] = &[$(Trainee { id: $id, act: $name::act }),*];
    };
}

trainees![
    expert = "expert",
    average = "average",
    novice = "novice",
    rude = "rude",
    spammer = "spammer",
    silent = "silent",
    keyword_stuffer = "keyword-stuffer",
    copycat = "copycat",
];

/// The trainee of this id.
pub fn trainee(id: &str) -> Option<&'static Trainee> {
    TRAINEES.iter().find(|t| t.id == id)
}
