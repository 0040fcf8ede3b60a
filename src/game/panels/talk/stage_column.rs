//! The left column: a window on the stage, and below it who this is and how it goes.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Align, Color32, Frame, Layout, Margin, Panel, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, TextureId, Ui,
    Vec2, pos2, vec2,
};

use crate::game::theme::widgets::{card, chip, incense, text};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::TalkView;

/// Width of the column, and where the window is narrow.
const WIDTHS: [f32; 2] = [332.0, 276.0];
const MARGIN: f32 = 16.0;
/// What stands below the stage needs this much.
const BELOW: f32 = 318.0;

/// Shows the picture of the stage where there is one; returns its place.
pub fn ui(ui: &mut Ui, view: &TalkView, picture: Option<TextureId>) -> Rect {
    let palette = Palette::of(ui);
    let width = super::fitting(ui, WIDTHS);
    let panel = Panel::left("talk-stage").exact_size(width).resizable(false).show_separator_line(false);
    let shown = panel.frame(Frame::new()).show(ui, |ui| {
        let column = ui.max_rect();
        let height = (column.height() - BELOW - 2.0 * MARGIN).clamp(150.0, 340.0);
        let stage = Rect::from_min_size(column.min + Vec2::splat(MARGIN), vec2(width - 2.0 * MARGIN, height));
        ui.allocate_rect(Rect::from_min_max(column.min, stage.right_bottom()), Sense::hover());
        if let Some(texture) = picture {
            let image = RectShape::filled(stage, space::CARD_RADIUS + 2, Color32::WHITE);
            ui.painter().add(image.with_texture(texture, Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0))));
        }
        let stroke = Stroke::new(1.0, palette.line);
        ui.painter().rect_stroke(stage, space::CARD_RADIUS + 2, stroke, StrokeKind::Outside);
        Frame::new().inner_margin(Margin { left: 16, right: 16, top: 10, bottom: 0 }).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| below(ui, view));
        });
        stage
    });
    let edge = shown.response.rect;
    ui.painter().vline(edge.right() - 0.5, edge.y_range(), Stroke::new(1.0, palette.line));
    shown.inner
}

fn below(ui: &mut Ui, view: &TalkView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        text::line(ui, &view.customer.name, fonts::bold(fonts::TITLE), palette.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            chip::badge(ui, &view.persona, view.persona_tint);
        });
    });
    text::clipped(ui, &view.customer.about, fonts::sans(fonts::SMALL), palette.ink2);
    ui.add_space(4.0);
    let patience = locale.tr("game-patience");
    text::line(ui, &patience, fonts::sans(fonts::CAPTION), palette.ink3);
    let percent = (view.patience * 100.0).round() as i64;
    ui.add_space(-10.0);
    incense::stick(ui, view.patience, &format!("{patience} {percent}%"));
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        for ui in [&mut *left, &mut *right] {
            ui.spacing_mut().item_spacing.y = 2.0;
        }
        text::line(left, &locale.tr("game-mood"), fonts::sans(fonts::CAPTION), palette.ink3);
        let (mood, tint) = &view.mood_word;
        text::line(left, mood, fonts::sans(16.0), palette.tint(*tint).text);
        text::line(right, &locale.tr("game-signal"), fonts::sans(fonts::CAPTION), palette.ink3);
        signal(right, view);
    });
    ui.add_space(6.0);
    steps(ui, view);
}

fn signal(ui: &mut Ui, view: &TalkView) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (dot, _) = ui.allocate_exact_size(vec2(12.0, 20.0), Sense::hover());
        match &view.signal {
            Some(words) => {
                ui.painter().circle_filled(dot.center(), 6.0, palette.jade.fill);
                text::line(ui, words, fonts::sans(16.0), palette.jade.text);
            }
            None => {
                ui.painter().circle_stroke(dot.center(), 5.0, Stroke::new(1.2, palette.ash));
                text::line(ui, &view.locale.tr("game-signal-none"), fonts::sans(16.0), palette.ink3);
            }
        }
    });
}

fn steps(ui: &mut Ui, view: &TalkView) {
    card::titled(ui, &view.script, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
            let next = view.steps.iter().position(|s| !s.met);
            for (at, step) in view.steps.iter().enumerate() {
                let tint = match (step.met, next == Some(at)) {
                    (true, _) => Tint::Jade,
                    (false, true) => Tint::Gold,
                    (false, false) => Tint::Plain,
                };
                // A tick goes with the colour, which never speaks alone.
                let label = if step.met { format!("✓ {}", step.name) } else { step.name.clone() };
                chip::badge(ui, &label, tint).on_hover_text(&step.hint);
            }
        });
    });
}
