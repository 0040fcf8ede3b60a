//! Heaps up the textbook's words.

use super::super::phrases::{PHRASES, pick};
use super::{Act, Screen};

pub fn act(screen: &Screen<'_>) -> Act {
    Act::say(pick(screen, "stuff", &PHRASES.stuffer), 1_000)
}
