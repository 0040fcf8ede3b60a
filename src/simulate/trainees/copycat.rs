//! Gives the buyer's own words back.

use super::{Act, Screen};

pub fn act(screen: &Screen<'_>) -> Act {
    let words = screen.unanswered();
    let last = words.lines().last().unwrap_or_default();
    if last.is_empty() { Act::Wait } else { Act::say(last, 1_000) }
}
