//! What was said so far.

use bevy_egui::egui::{Align, CentralPanel, Frame, Layout, Margin, ScrollArea, Sense, Ui, pos2, vec2};

use crate::game::theme::widgets::bubble::{Side, bubble};
use crate::game::theme::widgets::text;
use crate::game::theme::{Palette, Tint, fonts};
use crate::game::view::TalkView;
use crate::game::view::talk::Line;

pub fn ui(ui: &mut Ui, view: &TalkView) {
    let frame =
        Frame::new().fill(Palette::of(ui).paper).inner_margin(Margin { left: 26, right: 16, top: 0, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("chat").auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            ui.spacing_mut().item_spacing.y = 5.0;
            ui.add_space(18.0);
            for (at, row) in view.lines.iter().enumerate() {
                if at > 0 {
                    ui.add_space(gap(&view.lines[at - 1], row));
                }
                line(ui, row);
            }
            if let Some(typing) = &view.typing {
                ui.add_space(5.0);
                typing_line(ui, typing);
            }
            if let Some(problem) = &view.problem {
                centred(ui, problem, Tint::Vermilion, true);
            }
            ui.add_space(18.0);
        });
    });
}

/// More air where the speaker changes.
fn gap(before: &Line, after: &Line) -> f32 {
    match (before, after) {
        (Line::Buyer(_), Line::Buyer(_)) => 0.0,
        _ => 6.0,
    }
}

fn line(ui: &mut Ui, line: &Line) {
    match line {
        Line::Time(time) => centred(ui, time, Tint::Plain, false),
        Line::Note(note, tint) => centred(ui, note, *tint, true),
        Line::Buyer(text) => {
            bubble(ui, text, Side::Buyer);
        }
        Line::Trainee { text, caption } => {
            bubble(ui, text, Side::Trainee);
            caption_line(ui, caption);
        }
        Line::Robot { text, title } => {
            bubble(ui, text, Side::Robot);
            caption_line(ui, &[(title.clone(), Tint::Plain)]);
        }
    }
}

fn caption_line(ui: &mut Ui, caption: &[(String, Tint)]) {
    let palette = Palette::of(ui);
    let layout = Layout::right_to_left(Align::Min).with_main_wrap(false);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 17.0), layout, |ui| {
        let mut parts = Vec::new();
        for (at, (word, tint)) in caption.iter().enumerate() {
            if at > 0 {
                parts.push((" · ", fonts::sans(fonts::CAPTION), palette.ink3));
            }
            let color = if *tint == Tint::Plain { palette.ink3 } else { palette.tint(*tint).text };
            parts.push((word.as_str(), fonts::sans(fonts::CAPTION), color));
        }
        text::runs(ui, &parts);
    });
}

fn centred(ui: &mut Ui, words: &str, tint: Tint, in_chip: bool) {
    let palette = Palette::of(ui);
    let color = if tint == Tint::Plain { palette.ink3 } else { palette.tint(tint).text };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), fonts::sans(12.0), color);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Label, true, words));
    let corner = row.center() - galley.size() / 2.0;
    if in_chip && tint != Tint::Plain {
        let ground = bevy_egui::egui::Rect::from_min_size(corner, galley.size()).expand2(vec2(12.0, 3.0));
        ui.painter().rect_filled(ground, 10, palette.tint(tint).wash);
    }
    ui.painter().galley(corner, galley, color);
}

fn typing_line(ui: &mut Ui, words: &str) {
    let palette = Palette::of(ui);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), fonts::sans(fonts::SMALL), palette.ink2);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Label, true, words));
    let middle = row.center().y;
    let mut x = row.left() + galley.size().x + 10.0;
    ui.painter().galley(pos2(row.left(), middle - galley.size().y / 2.0), galley, palette.ink2);
    let time = ui.input(|i| i.time);
    for dot in 0..3_u8 {
        let wave = ((time * 3.0 - f64::from(dot) * 0.7).sin() * 0.5 + 0.5) as f32;
        ui.painter().circle_filled(pos2(x, middle + 1.0), 2.2, palette.ink3.gamma_multiply(0.35 + 0.65 * wave));
        x += 10.0;
    }
}
