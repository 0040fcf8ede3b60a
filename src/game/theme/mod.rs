//! The look in one place: palette, type, space, motion, and the game's own widgets.

pub mod fonts;
pub mod palette;
pub mod space;
pub mod style;
pub mod widgets;

pub use palette::{Accent, Palette, Tint};
