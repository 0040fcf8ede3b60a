//! Chips: a badge to read, a filter to choose.

use bevy_egui::egui::{Color32, CursorIcon, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::super::fonts;
use super::super::palette::{Palette, Tint};
use super::super::space::QUICK;
use super::{blend, focus_ring};

const HEIGHT: f32 = 21.0;

/// A word on a wash, to read.
pub fn badge(ui: &mut Ui, label: &str, tint: Tint) -> Response {
    let accent = Palette::of(ui).tint(tint);
    draw(ui, label, accent.wash, accent.text, Sense::hover())
}

/// A badge painted where it is told to, with its right or left end at `x`; for cards that are laid out by hand.
pub fn badge_at(ui: &Ui, x: f32, y: f32, label: &str, tint: Tint) -> Rect {
    let accent = Palette::of(ui).tint(tint);
    let galley = ui.painter().layout_no_wrap(label.to_owned(), fonts::sans(12.5), accent.text);
    let rect = Rect::from_min_size(pos2(x, y), vec2(galley.size().x + 16.0, HEIGHT));
    ui.painter().rect_filled(rect, 10, accent.wash);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, accent.text);
    rect
}

/// A chip that can be chosen among others.
pub fn choice(ui: &mut Ui, label: &str, chosen: bool, tint: Tint) -> Response {
    let palette = Palette::of(ui);
    let accent = palette.tint(tint);
    let (ground, text) = if chosen { (palette.ink, palette.paper) } else { (accent.wash, accent.text) };
    let response = draw(ui, label, ground, text, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, label));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn draw(ui: &mut Ui, label: &str, ground: Color32, text: Color32, sense: Sense) -> Response {
    let galley = ui.painter().layout_no_wrap(label.to_owned(), fonts::sans(12.5), text);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 17.0, HEIGHT).ceil(), sense);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered() && sense.senses_click(), QUICK);
    ui.painter().rect_filled(rect, 10, blend(ground, text, 0.12 * warmth));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, text);
    if sense.senses_click() {
        focus_ring(ui, &response, 10);
    } else {
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, label));
    }
    response
}
