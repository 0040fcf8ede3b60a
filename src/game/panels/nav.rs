//! The column at the left of the hall: seal, places to go, how far one has come.

use bevy_egui::egui::{
    CursorIcon, Frame, Margin, Panel, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};

use super::Intent;
use crate::game::theme::widgets::{bar, blend, button, card, focus_ring, seal, text};
use crate::game::theme::{Palette, fonts, space};
use crate::i18n::{Locale, Text};

/// Where the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Home,
    Records,
}

/// How far one has come.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    pub passed: usize,
    pub scenarios: usize,
    pub played: usize,
}

pub fn ui(ui: &mut Ui, locale: Locale, at: At, progress: Progress) -> Vec<Intent> {
    let palette = Palette::of(ui);
    let mut intents = Vec::new();
    let frame = Frame::new().inner_margin(Margin { left: 20, right: 20, top: 26, bottom: 24 });
    let panel = Panel::left("nav").exact_size(220.0).resizable(false).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            seal::logo(ui, 40.0);
            text::line(ui, &locale.tr("app-name"), fonts::bold(22.0), palette.ink);
        });
        ui.add_space(30.0);
        for (place, id, intent) in
            [(At::Home, "game-nav-practice", Intent::ShowHome), (At::Records, "game-nav-records", Intent::ShowRecords)]
        {
            if entry(ui, &locale.tr(id), at == place) {
                intents.push(intent);
            }
        }
        let foot = Rect::from_min_max(pos2(ui.max_rect().left(), ui.max_rect().bottom() - 118.0), ui.max_rect().max);
        ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
            if switch(ui, locale) {
                intents.push(Intent::SwitchTheme);
            }
            ui.add_space(2.0);
            summary(ui, locale, progress);
        });
    });
    let edge = shown.response.rect;
    ui.painter().vline(edge.right() - 0.5, edge.y_range(), Stroke::new(1.0, palette.line));
    intents
}

fn entry(ui: &mut Ui, label: &str, here: bool) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, here, label));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered() && !here, space::QUICK);
    let wide = rect.expand2(vec2(10.0, 0.0));
    ui.painter().rect_filled(wide, 8, palette.sunken.gamma_multiply(0.7 * warmth));
    let (font, color) = if here {
        (fonts::bold(16.0), palette.vermilion.text)
    } else {
        (fonts::sans(16.0), blend(palette.ink2, palette.ink, warmth))
    };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, color);
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, color);
    if here {
        let mark = Rect::from_min_size(pos2(rect.left() - 20.0, rect.center().y - 10.0), vec2(3.0, 20.0));
        ui.painter().rect_filled(mark, 1, palette.vermilion.fill);
    }
    focus_ring(ui, &response, 8);
    response.clicked()
}

fn switch(ui: &mut Ui, locale: Locale) -> bool {
    let palette = Palette::of(ui);
    let id = if palette.dark { "game-theme-day" } else { "game-theme-night" };
    button::words(ui, &locale.tr(id), fonts::sans(fonts::SMALL), palette.ink3).clicked()
}

fn summary(ui: &mut Ui, locale: Locale, progress: Progress) {
    let palette = Palette::of(ui);
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 7.0;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let passed = Text::new("game-progress-passed")
            .with("passed", count(progress.passed))
            .with("all", count(progress.scenarios));
        text::line(ui, &locale.render(&passed), fonts::sans(fonts::SMALL), palette.ink2);
        let share = progress.passed as f32 / progress.scenarios.max(1) as f32;
        bar::bar(ui, share, palette.gold.fill, 6.0);
        let played = Text::new("game-progress-played").with("n", count(progress.played));
        text::line(ui, &locale.render(&played), fonts::sans(fonts::CAPTION), palette.ink3);
    });
}
