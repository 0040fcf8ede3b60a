//! Own widgets, each a small function. None looks like egui's default.

pub mod bar;
pub mod bubble;
pub mod button;
pub mod card;
pub mod chip;
pub mod dots;
pub mod incense;
pub mod marked;
pub mod seal;
pub mod text;
pub mod wrap;

use bevy_egui::egui::{Color32, Response, Stroke, StrokeKind, Ui};

use super::palette::Palette;

/// A visible ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Palette::of(ui).indigo.fill);
        ui.painter().rect_stroke(response.rect.expand(2.0), radius + 2, stroke, StrokeKind::Outside);
    }
}

/// From `a` to `b`; `t` from 0 to 1.
pub fn blend(a: Color32, b: Color32, t: f32) -> Color32 {
    a.lerp_to_gamma(b, t.clamp(0.0, 1.0))
}
