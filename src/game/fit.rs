//! The window fits the screen that it opens on: small laptops have less than it would like.

use bevy::app::{App, Update};
use bevy::ecs::prelude::{Local, Query, With};
use bevy::window::{Monitor, PrimaryMonitor, PrimaryWindow, Window};

/// Logical pixels that a title bar and a task bar take.
const BARS: f32 = 72.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, fit);
}

/// Makes the window lower, and narrower, where the screen has no room for it; once, when the screen is known.
fn fit(
    mut done: Local<bool>,
    screens: Query<&Monitor, With<PrimaryMonitor>>,
    any: Query<&Monitor>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
) {
    if *done {
        return;
    }
    let Some(screen) = screens.iter().next().or_else(|| any.iter().next()) else { return };
    let Ok(mut window) = windows.single_mut() else { return };
    *done = true;
    let scale = window.scale_factor().max(0.1);
    let room = |physical: u32, bars: f32| physical as f32 / scale - bars;
    let (width, height) = (room(screen.physical_width, 0.0), room(screen.physical_height, BARS));
    if window.height() > height || window.width() > width {
        let (width, height) = (window.width().min(width), window.height().min(height));
        window.resolution.set(width, height);
    }
}
