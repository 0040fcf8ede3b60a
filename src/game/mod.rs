//! The desktop game: Bevy and egui over the pure core.

pub mod stage;
