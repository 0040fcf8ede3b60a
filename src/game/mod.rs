//! The desktop game: Bevy opens the window and draws the stage, egui the panels, the session decides.

pub mod panels;
pub mod theme;
pub mod view;
