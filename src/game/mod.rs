//! The desktop game: Bevy opens the window and draws the stage, egui the panels, the session decides.

mod app;
mod bridge;
mod egui;
mod fit;
mod hall;
mod keyboard;
mod pace;
pub mod panels;
mod picture;
pub mod probe;
mod screens;
pub mod stage;
mod talk;
pub mod theme;
pub mod view;

pub use app::{Options, Refusal, run};
