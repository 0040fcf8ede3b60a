//! Before the talk: who one is, who comes, what counts.

use bevy_egui::egui::{
    Align, CentralPanel, Frame, Key, Layout, Margin, Panel, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::{Intent, keys};
use crate::game::theme::widgets::{button, card, chip, dots, seal, text};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::briefing::BriefingView;
use crate::game::view::words;
use crate::i18n::Text;

pub fn ui(ui: &mut Ui, view: &BriefingView) -> Vec<Intent> {
    let mut intents = Vec::new();
    if keys::take_plain(ui, Key::Escape) {
        intents.push(Intent::ShowHome);
    }
    if keys::are_free(ui) && keys::take_plain(ui, Key::Enter) {
        intents.push(Intent::Begin);
    }
    header(ui, view, &mut intents);
    let frame = Frame::new().inner_margin(Margin { left: 36, right: 28, top: 26, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let width = ui.available_width() - 8.0;
            let right = (width * 0.36).clamp(300.0, 400.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 28.0;
                let column = |ui: &mut Ui, width: f32, content: fn(&mut Ui, &BriefingView)| {
                    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing = vec2(8.0, 12.0);
                        content(ui, view);
                    });
                };
                column(ui, width - right - 28.0, task);
                column(ui, right, facts);
            });
            ui.add_space(28.0);
        });
    });
    intents
}

fn header(ui: &mut Ui, view: &BriefingView, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let frame = Frame::new().inner_margin(Margin::symmetric(24, 0));
    let panel = Panel::top("briefing-header").exact_size(space::HEADER).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            seal::logo(ui, 30.0);
            text::line(ui, &locale.tr("game-briefing"), fonts::bold(18.0), palette.ink);
            text::line(ui, &view.date, fonts::sans(fonts::SMALL), palette.ink2);
            chip::badge(ui, &words::channel(locale, view.channel), Tint::Indigo);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = locale.tr("game-begin");
                if button::primary_sized(ui, &label, vec2(24.0, 7.0), vec2(96.0, 32.0)).clicked() {
                    intents.push(Intent::Begin);
                }
                if button::quiet(ui, &locale.tr("game-back")).clicked() {
                    intents.push(Intent::ShowHome);
                }
                text::line(ui, &locale.tr("game-briefing-keys"), fonts::sans(fonts::CAPTION), palette.ink3);
            });
        });
    });
    let edge = shown.response.rect;
    ui.painter().hline(edge.x_range(), edge.bottom() - 0.5, Stroke::new(1.0, palette.line));
}

fn task(ui: &mut Ui, view: &BriefingView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let width = ui.available_width();
    let (head, _) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    let badge = chip::badge_at(ui, head.left(), head.top(), &view.persona, view.persona_tint);
    dots::level(ui, pos2(badge.right() + 74.0, badge.center().y), view.level);
    ui.add_space(-4.0);
    text::line(ui, &view.title, fonts::serif(fonts::DISPLAY), palette.ink);
    ui.add_space(-6.0);
    text::line(ui, &view.tagline, fonts::sans(fonts::BODY), palette.ink2);
    ui.add_space(2.0);
    card::card(ui, |ui| {
        text::paragraph(ui, &view.role, fonts::sans(fonts::BODY), palette.ink, space::TALK_LEADING);
        ui.spacing_mut().item_spacing.y = 6.0;
        text::line(ui, &locale.tr("game-goals"), fonts::sans(fonts::CAPTION), palette.ink3);
        for goal in &view.goals {
            bullet(ui, goal, Tint::Vermilion);
        }
    });
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 7.0;
        text::line(ui, &view.script, fonts::sans(fonts::CAPTION), palette.ink3);
        for (at, (name, hint)) in view.steps.iter().enumerate() {
            step(ui, at + 1, name, hint);
        }
    });
}

fn facts(ui: &mut Ui, view: &BriefingView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        text::line(ui, &locale.tr("game-customer-card"), fonts::sans(fonts::CAPTION), palette.ink3);
        text::line(ui, &view.customer.name, fonts::bold(17.0), palette.ink);
        text::line(ui, &view.customer.about, fonts::sans(fonts::SMALL), palette.ink2);
        for entry in &view.customer.history {
            text::paragraph(ui, entry, fonts::sans(fonts::SMALL), palette.ink2, 1.5);
        }
        if !view.customer.note.is_empty() {
            text::paragraph(ui, &view.customer.note, fonts::sans(fonts::SMALL), palette.ink, 1.5);
        }
        text::paragraph(ui, &view.persona_about, fonts::sans(fonts::SMALL), palette.ink2, 1.5);
    });
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        text::line(ui, &view.product.name, fonts::serif(17.0), palette.ink);
        text::line(ui, &view.product.price, fonts::sans(fonts::SMALL), palette.ink2);
        for fact in &view.product.facts {
            text::paragraph(ui, fact, fonts::sans(fonts::SMALL), palette.ink, 1.5);
        }
        if !view.product.never_say.is_empty() {
            let never = Text::new("game-never-say").with("words", view.product.never_say.clone());
            text::paragraph(ui, &locale.render(&never), fonts::sans(fonts::SMALL), palette.vermilion.text, 1.5);
        }
    });
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 7.0;
        let pass = Text::new("game-scored").with("pass", i64::from(view.pass_mark));
        text::line(ui, &locale.render(&pass), fonts::sans(fonts::CAPTION), palette.ink3);
        shares(ui, view);
        for (name, weight, tint) in &view.weights {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let (dot, _) = ui.allocate_exact_size(vec2(9.0, 20.0), Sense::hover());
                let square = Rect::from_center_size(dot.center(), vec2(9.0, 9.0));
                ui.painter().rect_filled(square, 2, palette.tint(*tint).fill);
                text::line(ui, name, fonts::sans(fonts::SMALL), palette.ink);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    text::line(ui, &weight.to_string(), fonts::bold(fonts::SMALL), palette.ink2);
                });
            });
        }
        ui.add_space(2.0);
        for band in &view.bands {
            text::paragraph(ui, band, fonts::sans(12.5), palette.ink2, 1.45);
        }
        text::paragraph(ui, &locale.tr("game-critical-hint"), fonts::sans(12.5), palette.vermilion.text, 1.45);
    });
}

/// The weights as one bar.
fn shares(ui: &mut Ui, view: &BriefingView) {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    let all: f32 = view.weights.iter().map(|(_, w, _)| f32::from(*w)).sum();
    let mut left = rect.left();
    for (_, weight, tint) in &view.weights {
        let width = rect.width() * f32::from(*weight) / all.max(1.0);
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2((width - 2.0).max(1.0), rect.height()));
        ui.painter().rect_filled(part, 2, palette.tint(*tint).fill);
        left += width;
    }
}

fn bullet(ui: &mut Ui, line: &str, tint: Tint) {
    let palette = Palette::of(ui);
    let top = ui.cursor().min;
    ui.painter().circle_filled(top + vec2(5.0, 11.0), 3.0, palette.tint(tint).fill);
    indented(ui, 18.0, |ui| {
        text::paragraph(ui, line, fonts::sans(fonts::BODY), palette.ink, 1.5);
    });
}

fn step(ui: &mut Ui, number: usize, name: &str, hint: &str) {
    let palette = Palette::of(ui);
    let top = ui.cursor().min;
    let centre = top + vec2(10.0, 11.0);
    ui.painter().circle_filled(centre, 10.0, palette.indigo.wash);
    let galley = ui.painter().layout_no_wrap(number.to_string(), fonts::bold(11.5), palette.indigo.text);
    ui.painter().galley(centre - galley.size() / 2.0, galley, palette.indigo.text);
    indented(ui, 30.0, |ui| {
        let parts = [
            (name, fonts::bold(fonts::SMALL), palette.ink),
            ("  ", fonts::sans(fonts::SMALL), palette.ink),
            (hint, fonts::sans(fonts::SMALL), palette.ink2),
        ];
        text::runs(ui, &parts);
    });
}

fn indented(ui: &mut Ui, by: f32, content: impl FnOnce(&mut Ui)) {
    let mut place = ui.available_rect_before_wrap();
    place.min.x += by;
    let inner = ui.scope_builder(UiBuilder::new().max_rect(place), content);
    ui.expand_to_include_rect(inner.response.rect);
}
