//! The left column: the seal, the dimensions, the curve, what to practise next.

use bevy_egui::egui::{Align, CursorIcon, Id, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::{DebriefState, curve};
use crate::game::theme::widgets::{bar, card, chip, focus_ring, seal, text};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::DebriefView;
use crate::game::view::debrief::{DimensionView, RuleView};
use crate::game::view::words;
use crate::i18n::Text;

pub fn ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefState) {
    ui.spacing_mut().item_spacing.y = 10.0;
    verdict(ui, view);
    criticals(ui, view);
    for (at, dimension) in view.dimensions.iter().enumerate() {
        if dimension_row(ui, view, dimension, state.open == Some(at)) {
            state.open = if state.open == Some(at) { None } else { Some(at) };
        }
    }
    ui.add_space(2.0);
    if view.curve.len() > 1 {
        card::titled(ui, &view.locale.tr("game-curve"), |ui| curve::ui(ui, view));
    }
    advice(ui, view);
    figures(ui, view);
    ui.add_space(16.0);
}

fn verdict(ui: &mut Ui, view: &DebriefView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        seal::grade(ui, &words::seal(locale, view.grade), 100.0, palette.vermilion.fill);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(6.0);
            text::line(ui, &view.overall.to_string(), fonts::serif(46.0), palette.ink);
            let color = if view.goal_met { palette.jade.text } else { palette.ink2 };
            let mut words = vec![(view.outcome.as_str(), fonts::bold(fonts::SMALL), color)];
            let short = i64::from(view.pass_mark) - i64::from(view.overall);
            let id = match (view.passed, short > 0) {
                (true, _) => "game-passed",
                (false, true) => "game-short-of-pass",
                (false, false) => "game-not-passed",
            };
            let passed = locale.render(&Text::new(id).with("n", short));
            words.push((" · ", fonts::sans(fonts::SMALL), palette.ink2));
            words.push((passed.as_str(), fonts::sans(fonts::SMALL), palette.ink2));
            text::runs(ui, &words);
            let grade = words::grade(locale, view.grade);
            text::line(ui, &grade, fonts::sans(12.5), palette.ink3);
        });
    });
}

fn criticals(ui: &mut Ui, view: &DebriefView) {
    if view.critical.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    card::tinted(ui, Tint::Vermilion, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        text::line(ui, &view.locale.tr("game-critical"), fonts::bold(fonts::SMALL), palette.vermilion.text);
        for line in &view.critical {
            text::paragraph(ui, line, fonts::sans(fonts::SMALL), palette.ink, 1.5);
        }
    });
}

/// One dimension; true where it was clicked to lay its rules open or to close them.
fn dimension_row(ui: &mut Ui, view: &DebriefView, dimension: &DimensionView, open: bool) -> bool {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let inner = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let weight = Text::new("game-weight").with("n", i64::from(dimension.weight));
            let parts = [
                (dimension.name.as_str(), fonts::sans(fonts::BODY), palette.ink),
                (" ", fonts::sans(fonts::CAPTION), palette.ink3),
                (&locale.render(&weight), fonts::sans(fonts::CAPTION), palette.ink3),
            ];
            text::runs(ui, &parts);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| match dimension.score {
                Some(score) => {
                    let color = palette.tint(words::points_tint(score)).text;
                    text::line(ui, &score.to_string(), fonts::bold(16.0), color);
                }
                None => {
                    text::line(ui, &locale.tr("game-not-applicable"), fonts::sans(fonts::CAPTION), palette.ink3);
                }
            });
        });
        let score = dimension.score.unwrap_or(0);
        let color = palette.tint(words::points_tint(score)).fill;
        bar::bar(ui, f32::from(score) / 100.0, color, 7.0);
    });
    let response = ui.interact(inner.response.rect, Id::new(("dimension", &dimension.id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::CollapsingHeader, true, open, &dimension.name));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    focus_ring(ui, &response, 6);
    if open {
        card::card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for rule in &dimension.rules {
                rule_row(ui, view, rule);
            }
        });
    }
    response.clicked()
}

fn rule_row(ui: &mut Ui, view: &DebriefView, rule: &RuleView) {
    let palette = Palette::of(ui);
    let mark = if rule.full { ("✓", palette.jade.text) } else { ("·", palette.gold.text) };
    let whole = ui.available_width();
    let points = ui.painter().layout_no_wrap(
        rule.points.clone(),
        fonts::bold(12.5),
        if rule.full { palette.ink3 } else { palette.gold.text },
    );
    let top = ui.cursor().min;
    ui.painter().galley(pos2(top.x + whole - points.size().x, top.y + 1.0), points.clone(), palette.ink3);
    ui.painter().text(
        pos2(top.x, top.y + 9.0),
        bevy_egui::egui::Align2::LEFT_CENTER,
        mark.0,
        fonts::bold(fonts::SMALL),
        mark.1,
    );
    let place = Rect::from_min_size(pos2(top.x + 18.0, top.y), vec2(whole - points.size().x - 28.0, 0.0));
    let inner = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::paragraph(ui, &rule.name, fonts::sans(fonts::SMALL), palette.ink, 1.4);
        if let Some(reason) = &rule.reason {
            text::paragraph(ui, reason, fonts::sans(12.0), palette.ink2, 1.4);
        }
        if !rule.full && !rule.turns.is_empty() {
            let turns: Vec<String> = rule.turns.iter().map(|t| (t + 1).to_string()).collect();
            let line = Text::new("game-in-turns").with("turns", turns.join("、"));
            text::line(ui, &view.locale.render(&line), fonts::sans(fonts::CAPTION), palette.ink3);
        }
    });
    ui.expand_to_include_rect(inner.response.rect);
}

fn advice(ui: &mut Ui, view: &DebriefView) {
    let palette = Palette::of(ui);
    card::tinted(ui, Tint::Gold, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        text::line(ui, &view.locale.tr("game-next"), fonts::bold(fonts::BODY), palette.ink);
        text::paragraph(ui, &view.advice, fonts::sans(fonts::SMALL), palette.ink, space::TALK_LEADING);
        let loses = view.locale.render(&Text::new("game-loses").with("how", view.loses.clone()));
        text::paragraph(ui, &loses, fonts::sans(12.5), palette.ink2, 1.5);
    });
    if let Some(truth) = &view.truth {
        let id = if view.truth_found { "game-truth-found" } else { "game-truth" };
        card::titled(ui, &view.locale.tr(id), |ui| {
            text::paragraph(ui, truth, fonts::sans(fonts::SMALL), palette.ink, space::TALK_LEADING);
        });
    }
}

fn figures(ui: &mut Ui, view: &DebriefView) {
    let palette = Palette::of(ui);
    card::titled(ui, &view.locale.tr("game-figures"), |ui| {
        for (name, figure) in &view.kpi {
            ui.horizontal(|ui| {
                text::line(ui, name, fonts::sans(fonts::SMALL), palette.ink2);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    text::line(ui, figure, fonts::bold(fonts::SMALL), palette.ink);
                });
            });
        }
    });
}

/// The colours of the dimensions, for the head of the transcript.
pub fn legend(ui: &mut Ui, view: &DebriefView) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for dimension in &view.dimensions {
            chip::badge(ui, &dimension.name, dimension.tint);
        }
    });
}
