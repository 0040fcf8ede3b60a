//! The right column: the talk turn by turn, with what earned and what cost.

use bevy_egui::egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Stroke, Ui, vec2};

use super::result::legend;
use crate::game::panels::Intent;
use crate::game::theme::widgets::{button, card, chip, marked, text};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::DebriefView;
use crate::game::view::debrief::TurnView;

pub fn ui(ui: &mut Ui, view: &DebriefView, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 12.0;
    legend(ui, view);
    if view.turns.is_empty() {
        text::line(ui, &view.locale.tr("game-no-turns"), fonts::sans(fonts::BODY), palette.ink2);
    }
    // The turn most worth another try stands first, where it is seen without a search.
    let (first, rest): (Vec<&TurnView>, Vec<&TurnView>) = view.turns.iter().partition(|turn| turn.costliest);
    for turn in first.into_iter().chain(rest) {
        turn_card(ui, view, turn, intents);
    }
    missed(ui, view);
    ui.add_space(20.0);
}

fn turn_card(ui: &mut Ui, view: &DebriefView, turn: &TurnView, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let stroke = if turn.costliest { Stroke::new(1.5, palette.vermilion.fill) } else { Stroke::new(1.0, palette.line) };
    card::sheet(ui, palette.card, stroke, Margin::symmetric(18, 14), |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.horizontal(|ui| {
            text::line(ui, &turn.head, fonts::sans(12.0), palette.ink3);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if turn.costliest {
                    chip::badge(ui, &locale.tr("game-costliest"), Tint::Vermilion);
                } else {
                    ui.push_id(turn.index, |ui| {
                        let label = locale.tr("game-rewind-small");
                        if button::words(ui, &label, fonts::sans(12.0), palette.ink3).clicked() {
                            intents.push(Intent::Rewind(turn.index));
                        }
                    });
                }
            });
        });
        buyer(ui, view, turn);
        reply(ui, turn);
        if !turn.labels.is_empty() {
            let words: Vec<&str> = turn.labels.iter().map(|(w, _)| w.as_str()).collect();
            text::line(ui, &words.join(" · "), fonts::sans(fonts::CAPTION), palette.ink3);
        }
        notes(ui, view, turn);
        if turn.costliest {
            ui.add_space(2.0);
            let label = locale.tr("game-rewind");
            if button::primary_sized(ui, &label, vec2(16.0, 7.0), vec2(0.0, 34.0)).clicked() {
                intents.push(Intent::Rewind(turn.index));
            }
        }
    });
}

fn reply(ui: &mut Ui, turn: &TurnView) {
    let parts = marked::parts(Palette::of(ui), &turn.reply, &turn.marks);
    let parts: Vec<_> = parts.iter().map(|(run, format)| (run.as_str(), format.clone())).collect();
    let job = text::broken(ui, &parts, ui.available_width());
    ui.add(Label::new(job).extend());
}

fn buyer(ui: &mut Ui, view: &DebriefView, turn: &TurnView) {
    let palette = Palette::of(ui);
    for (at, line) in turn.buyer.iter().enumerate() {
        let mut parts = vec![(line.as_str(), fonts::sans(fonts::SMALL), palette.ink2)];
        let signal = format!("  ← {}", view.locale.tr("game-signal"));
        if turn.signal && at + 1 == turn.buyer.len() {
            parts.push((signal.as_str(), fonts::sans(fonts::SMALL), palette.jade.text));
        }
        text::runs(ui, &parts);
    }
}

fn notes(ui: &mut Ui, view: &DebriefView, turn: &TurnView) {
    if turn.notes.is_empty() && turn.suggestion.is_none() {
        return;
    }
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.paper)
        .corner_radius(CornerRadius::same(space::BUTTON_RADIUS))
        .inner_margin(Margin::symmetric(12, 9));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        for note in &turn.notes {
            let parts = [
                (note.head.as_str(), fonts::bold(fonts::SMALL), palette.tint(note.tint).text),
                ("  ", fonts::sans(fonts::SMALL), palette.ink),
                (note.text.as_str(), fonts::sans(fonts::SMALL), palette.ink),
            ];
            text::runs(ui, &parts);
        }
        if let Some(suggestion) = &turn.suggestion {
            could_say(ui, view, suggestion);
        }
    });
}

/// A sentence that would have served.
fn could_say(ui: &mut Ui, view: &DebriefView, sentence: &str) {
    let palette = Palette::of(ui);
    let head = view.locale.tr("game-could-say");
    let parts =
        [(head.as_str(), fonts::sans(fonts::SMALL), palette.ink3), (sentence, fonts::sans(fonts::SMALL), palette.ink2)];
    text::runs(ui, &parts);
}

fn missed(ui: &mut Ui, view: &DebriefView) {
    if view.missed.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    let locale = view.locale;
    card::titled(ui, &locale.tr("game-missed"), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for (what, example) in &view.missed {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                text::paragraph(ui, what, fonts::sans(fonts::SMALL), palette.ink, 1.5);
                if let Some(example) = example {
                    could_say(ui, view, example);
                }
            });
        }
    });
}
