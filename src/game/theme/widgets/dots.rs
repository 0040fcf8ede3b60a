//! How hard a scenario is: five dots, some of them filled.

use bevy_egui::egui::{Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::super::palette::Palette;

const STEP: f32 = 11.5;

/// Painted with its right end at `right`, `level` of five filled.
pub fn level(ui: &Ui, right: Pos2, level: u8) -> Rect {
    let palette = Palette::of(ui);
    let left = right.x - 5.0 * STEP;
    for at in 0..5_u8 {
        let centre = pos2(left + STEP * (f32::from(at) + 0.5), right.y);
        if at < level {
            ui.painter().circle_filled(centre, 4.4, palette.ash);
        } else {
            ui.painter().circle_stroke(centre, 4.2, Stroke::new(1.0, palette.ash));
        }
    }
    Rect::from_min_size(pos2(left, right.y - STEP / 2.0), vec2(5.0 * STEP, STEP))
}
