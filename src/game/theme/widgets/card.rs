//! Cards: a lighter sheet with a one-pixel line instead of a shadow.

use bevy_egui::egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use super::super::fonts;
use super::super::palette::{Palette, Tint};
use super::super::space::CARD_RADIUS;
use super::text;

/// A card over the available width.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = Palette::of(ui);
    sheet(ui, palette.card, Stroke::new(1.0, palette.line), Margin::symmetric(14, 12), content)
}

/// A card that asks for a look: in the wash of its tint.
pub fn tinted<R>(ui: &mut Ui, tint: Tint, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let accent = Palette::of(ui).tint(tint);
    let line = super::blend(accent.wash, accent.fill, 0.25);
    sheet(ui, accent.wash, Stroke::new(1.0, line), Margin::symmetric(14, 12), content)
}

/// Any sheet.
pub fn sheet<R>(
    ui: &mut Ui,
    fill: bevy_egui::egui::Color32,
    stroke: Stroke,
    margin: Margin,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    Frame::new().fill(fill).stroke(stroke).corner_radius(CornerRadius::same(CARD_RADIUS)).inner_margin(margin).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        },
    )
}

/// A card with a small heading.
pub fn titled<R>(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let ink3 = Palette::of(ui).ink3;
        text::line(ui, title, fonts::sans(fonts::CAPTION), ink3);
        content(ui)
    })
}
