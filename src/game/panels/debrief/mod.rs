//! After the talk: what came of it, why, and the moment worth going back to.

pub mod curve;
pub mod result;
pub mod turns;

use bevy_egui::egui::{Align, CentralPanel, Frame, Key, Layout, Margin, Panel, ScrollArea, Stroke, Ui, vec2};

use super::{Intent, keys};
use crate::game::theme::widgets::{button, seal, text};
use crate::game::theme::{Palette, fonts, space};
use crate::game::view::DebriefView;

const LEFT: f32 = 352.0;

/// What the screen remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct DebriefState {
    /// The dimension whose rules are laid open, by its place.
    pub open: Option<usize>,
}

pub fn ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefState) -> Vec<Intent> {
    let mut intents = Vec::new();
    if keys::take_plain(ui, Key::Escape) {
        intents.push(Intent::ShowHome);
    }
    header(ui, view, &mut intents);
    let palette = Palette::of(ui);
    let frame = Frame::new().inner_margin(Margin { left: 22, right: 12, top: 14, bottom: 0 });
    let left = Panel::left("debrief-result").exact_size(LEFT).resizable(false).show_separator_line(false).frame(frame);
    let shown = left.show(ui, |ui| {
        ScrollArea::vertical().id_salt("result").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            result::ui(ui, view, state);
        });
    });
    let edge = shown.response.rect;
    ui.painter().vline(edge.right() - 0.5, edge.y_range(), Stroke::new(1.0, palette.line));
    let frame = Frame::new().inner_margin(Margin { left: 28, right: 18, top: 18, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("turns").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            turns::ui(ui, view, &mut intents);
        });
    });
    intents
}

fn header(ui: &mut Ui, view: &DebriefView, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let frame = Frame::new().inner_margin(Margin::symmetric(24, 0));
    let panel = Panel::top("debrief-header").exact_size(space::HEADER).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            seal::logo(ui, 30.0);
            text::line(ui, &locale.tr("game-debrief"), fonts::bold(18.0), palette.ink);
            text::line(ui, &view.title, fonts::sans(fonts::SMALL), palette.ink2);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if button::primary_sized(ui, &locale.tr("game-again"), vec2(16.0, 6.0), vec2(0.0, 32.0)).clicked() {
                    intents.push(Intent::Again);
                }
                if button::quiet(ui, &locale.tr("game-home")).clicked() {
                    intents.push(Intent::ShowHome);
                }
            });
        });
    });
    let edge = shown.response.rect;
    ui.painter().hline(edge.x_range(), edge.bottom() - 0.5, Stroke::new(1.0, palette.line));
}
