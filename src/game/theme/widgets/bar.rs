//! A thin bar: how much of the whole.

use bevy_egui::egui::{Color32, Rect, Response, Sense, Ui, vec2};

use super::super::palette::Palette;
use super::super::space::SLOW;

/// Over the available width; `share` from 0 to 1.
pub fn bar(ui: &mut Ui, share: f32, color: Color32, height: f32) -> Response {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let shown = ui.ctx().animate_value_with_time(response.id, share.clamp(0.0, 1.0), SLOW);
    let radius = (height / 2.0) as u8;
    ui.painter().rect_filled(rect, radius, Palette::of(ui).sunken);
    if shown > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2((rect.width() * shown).max(height), height));
        ui.painter().rect_filled(filled, radius, color);
    }
    response
}
