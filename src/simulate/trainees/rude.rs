//! Insults.

use super::super::phrases::{PHRASES, pick};
use super::{Act, Screen};

pub fn act(screen: &Screen<'_>) -> Act {
    Act::say(pick(screen, "rude", &PHRASES.rude), 2_000)
}
