//! Says the same again and again.

use super::super::phrases::PHRASES;
use super::{Act, Screen};
use crate::engine::rng;

pub fn act(screen: &Screen<'_>) -> Act {
    let bank = &PHRASES.spammer;
    let text = bank.get(rng::draw(screen.seed, "spam", bank.len())).map_or("", String::as_str);
    Act::say(text, 0)
}
