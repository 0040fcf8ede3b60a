//! Buttons: one filled with vermilion for what matters, quiet ones, and words to click.

use bevy_egui::egui::{
    Color32, CursorIcon, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::super::fonts;
use super::super::palette::Palette;
use super::super::space::{BUTTON_RADIUS, QUICK};
use super::{blend, focus_ring};

/// What the screen is about: filled, one a screen.
pub fn primary(ui: &mut Ui, label: &str) -> Response {
    primary_sized(ui, label, vec2(20.0, 9.0), Vec2::ZERO)
}

/// The same with its own padding and least size.
pub fn primary_sized(ui: &mut Ui, label: &str, padding: Vec2, least: Vec2) -> Response {
    let palette = Palette::of(ui);
    let (response, warmth) = allocate(ui, label, &fonts::sans(fonts::BODY), padding, least);
    let enabled = ui.is_enabled();
    let rest = if enabled { palette.vermilion.fill } else { blend(palette.vermilion.fill, palette.paper, 0.55) };
    let fill = blend(rest, palette.ink, 0.14 * warmth);
    ui.painter().rect_filled(response.rect, BUTTON_RADIUS, fill);
    centred(ui, response.rect, label, fonts::sans(fonts::BODY), palette.on_fill);
    focus_ring(ui, &response, BUTTON_RADIUS);
    response
}

/// A button beside it: one-pixel line.
pub fn quiet(ui: &mut Ui, label: &str) -> Response {
    let palette = Palette::of(ui);
    let (response, warmth) = allocate(ui, label, &fonts::sans(fonts::BODY), vec2(17.0, 6.0), Vec2::ZERO);
    let ground = blend(palette.paper, palette.card, 0.4 + 0.6 * warmth);
    let line = blend(palette.line, palette.ash, warmth);
    ui.painter().rect(response.rect, BUTTON_RADIUS, ground, Stroke::new(1.0, line), StrokeKind::Inside);
    centred(ui, response.rect, label, fonts::sans(fonts::BODY), palette.ink);
    focus_ring(ui, &response, BUTTON_RADIUS);
    response
}

/// Words that can be clicked; they darken under the pointer.
pub fn words(ui: &mut Ui, label: &str, font: FontId, color: Color32) -> Response {
    let palette = Palette::of(ui);
    let (response, warmth) = allocate(ui, label, &font, vec2(4.0, 3.0), Vec2::ZERO);
    if warmth > 0.0 {
        let ground = blend(Color32::TRANSPARENT, palette.sunken, warmth);
        ui.painter().rect_filled(response.rect, 6, ground);
    }
    centred(ui, response.rect, label, font, color);
    focus_ring(ui, &response, 6);
    response
}

/// Takes the place, names it for readers of the screen, and tells how warm the pointer makes it (0–1).
fn allocate(ui: &mut Ui, label: &str, font: &FontId, padding: Vec2, least: Vec2) -> (Response, f32) {
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font.clone(), Color32::PLACEHOLDER);
    let (_, response) = ui.allocate_exact_size((galley.size() + 2.0 * padding).max(least).ceil(), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, label));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered() && enabled, QUICK);
    (response, warmth)
}

fn centred(ui: &Ui, rect: Rect, label: &str, font: FontId, color: Color32) {
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, color);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
}
