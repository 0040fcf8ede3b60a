//! The bar over the talk: what is practised, the clocks, the way out.

use bevy_egui::egui::{Align, Frame, Layout, Margin, Panel, Stroke, Ui};

use super::TalkState;
use crate::game::panels::Intent;
use crate::game::theme::widgets::{button, chip, seal, text};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::TalkView;
use crate::game::view::words;
use crate::i18n::Text;

pub fn ui(ui: &mut Ui, view: &TalkView, state: &mut TalkState, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let frame = Frame::new().fill(palette.paper).inner_margin(Margin::symmetric(24, 0));
    let panel = Panel::top("talk-header").exact_size(space::HEADER).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            seal::logo(ui, 30.0);
            text::line(ui, &locale.tr("app-name"), fonts::bold(18.0), palette.ink);
            text::line(ui, &view.title, fonts::sans(fonts::SMALL), palette.ink2);
            chip::badge(ui, &words::channel(locale, view.channel), Tint::Indigo);
            if let Some(turn) = view.rewound_to {
                let n = i64::try_from(turn + 1).unwrap_or(i64::MAX);
                chip::badge(ui, &locale.render(&Text::new("game-rewound").with("n", n)), Tint::Vermilion);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                end(ui, view, state, intents);
                clocks(ui, view);
            });
        });
    });
    let edge = shown.response.rect;
    ui.painter().hline(edge.x_range(), edge.bottom() - 0.5, Stroke::new(1.0, palette.line));
}

fn end(ui: &mut Ui, view: &TalkView, state: &mut TalkState, intents: &mut Vec<Intent>) {
    let locale = view.locale;
    if view.over.is_some() {
        if button::quiet(ui, &locale.tr("game-show-debrief")).clicked() {
            intents.push(Intent::ShowDebrief);
        }
    } else if state.asks_to_end {
        if button::quiet(ui, &locale.tr("game-go-on")).clicked() {
            state.asks_to_end = false;
        }
        ui.add_space(-8.0);
        if button::primary_sized(
            ui,
            &locale.tr("game-end-really"),
            bevy_egui::egui::vec2(17.0, 6.0),
            bevy_egui::egui::Vec2::ZERO,
        )
        .clicked()
        {
            state.asks_to_end = false;
            intents.push(Intent::Finish);
        }
    } else if button::quiet(ui, &locale.tr("game-end")).clicked() {
        state.asks_to_end = true;
    }
}

/// 用时, 首响, 均响: laid from right to left.
fn clocks(ui: &mut Ui, view: &TalkView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let none = ("—".to_owned(), Tint::Plain);
    let figures = [
        ("game-clock-average", view.times.average.clone().unwrap_or_else(|| none.clone())),
        ("game-clock-first", view.times.first.clone().unwrap_or(none)),
        ("game-clock-elapsed", (words::clock(view.times.elapsed_ms), Tint::Plain)),
    ];
    for (id, (figure, tint)) in figures {
        let color = if id == "game-clock-elapsed" { palette.ink } else { palette.tint(tint).text };
        let name = locale.tr(id);
        let parts = [
            (name.as_str(), fonts::sans(fonts::SMALL), palette.ink2),
            (" ", fonts::sans(fonts::SMALL), palette.ink2),
            (figure.as_str(), fonts::bold(fonts::SMALL), color),
        ];
        text::runs(ui, &parts);
    }
}
