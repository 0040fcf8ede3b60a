//! Never says a word.

use super::{Act, Screen};

pub fn act(_: &Screen<'_>) -> Act {
    Act::Wait
}
