//! The right column: what is true of the product, what is prepared to say, who the customer is.

use bevy_egui::egui::{CursorIcon, Frame, Margin, Panel, ScrollArea, Sense, Stroke, Ui, WidgetInfo, WidgetType, vec2};

use super::Composer;
use crate::game::theme::widgets::{card, focus_ring, text};
use crate::game::theme::{Palette, fonts, space};
use crate::game::view::TalkView;
use crate::i18n::Text;

const WIDTH: f32 = 292.0;

pub fn ui(ui: &mut Ui, view: &TalkView, composer: &mut Composer) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.paper).inner_margin(Margin { left: 17, right: 10, top: 16, bottom: 0 });
    let panel = Panel::right("talk-sheet").exact_size(WIDTH).resizable(false).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ScrollArea::vertical().id_salt("sheet").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 6.0);
            ui.spacing_mut().item_spacing.y = 12.0;
            product(ui, view);
            phrases(ui, view, composer);
            faq(ui, view, composer);
            customer(ui, view);
            ui.add_space(12.0);
        });
    });
    let edge = shown.response.rect;
    ui.painter().vline(edge.left() + 0.5, edge.y_range(), Stroke::new(1.0, palette.line));
}

fn product(ui: &mut Ui, view: &TalkView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let sheet = &view.sheet;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        text::line(ui, &sheet.name, fonts::serif(17.0), palette.ink);
        text::line(ui, &sheet.price, fonts::sans(fonts::SMALL), palette.ink2);
    });
    let small = |ui: &mut Ui, line: &str, color| {
        text::paragraph(ui, line, fonts::sans(fonts::SMALL), color, 1.5);
    };
    card::titled(ui, &locale.tr("game-sheet-facts"), |ui| {
        for fact in &sheet.facts {
            small(ui, fact, palette.ink);
        }
        if let Some(promotion) = &sheet.promotion {
            small(ui, promotion, palette.gold.text);
        }
        if !sheet.never_say.is_empty() {
            let never = locale.render(&Text::new("game-never-say").with("words", sheet.never_say.clone()));
            small(ui, &never, palette.vermilion.text);
        }
    });
    if !sheet.features.is_empty() {
        card::titled(ui, &locale.tr("game-sheet-features"), |ui| {
            for (feature, benefit) in &sheet.features {
                small(ui, feature, palette.ink);
                ui.add_space(-4.0);
                small(ui, benefit, palette.jade.text);
            }
        });
    }
    if !sheet.cases.is_empty() || !sheet.competitors.is_empty() {
        card::titled(ui, &locale.tr("game-sheet-cases"), |ui| {
            for case in &sheet.cases {
                small(ui, case, palette.ink);
            }
            for (name, facts) in &sheet.competitors {
                small(ui, &format!("{name}:{facts}"), palette.ink2);
            }
        });
    }
}

fn phrases(ui: &mut Ui, view: &TalkView, composer: &mut Composer) {
    if view.phrases.is_empty() {
        return;
    }
    card::titled(ui, &view.locale.tr("game-phrases"), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for phrase in &view.phrases {
            if row(ui, Some(&phrase.code), &phrase.title, &phrase.text) {
                composer.insert(&phrase.text);
            }
        }
    });
}

fn faq(ui: &mut Ui, view: &TalkView, composer: &mut Composer) {
    if view.faq.is_empty() {
        return;
    }
    card::titled(ui, &view.locale.tr("game-faq"), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (question, answer) in &view.faq {
            if row(ui, None, question, answer) {
                composer.insert(answer);
            }
        }
    });
}

fn customer(ui: &mut Ui, view: &TalkView) {
    if view.customer.note.is_empty() && view.customer.history.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    card::titled(ui, &view.locale.tr("game-customer-note"), |ui| {
        for order in &view.customer.history {
            let line = view.locale.render(&Text::new("game-bought").with("what", order.clone()));
            text::paragraph(ui, &line, fonts::sans(fonts::SMALL), palette.ink2, 1.5);
        }
        if !view.customer.note.is_empty() {
            text::paragraph(ui, &view.customer.note, fonts::sans(fonts::SMALL), palette.ink, 1.5);
        }
    });
}

/// One prepared sentence; true where it was clicked. `whole` is shown on hover.
pub fn row(ui: &mut Ui, code: Option<&str>, title: &str, whole: &str) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 25.0), Sense::click());
    let label = code.map_or_else(|| title.to_owned(), |code| format!("{code} {title}"));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(whole);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered(), space::QUICK);
    let ground = rect.expand2(vec2(6.0, 0.0));
    ui.painter().rect_filled(ground, 6, palette.sunken.gamma_multiply(0.7 * warmth));
    let mut job = bevy_egui::egui::text::LayoutJob::default();
    let format = |font, color| bevy_egui::egui::TextFormat::simple(font, color);
    if let Some(code) = code {
        job.append(code, 0.0, format(fonts::bold(fonts::SMALL), palette.ink));
        job.append(" ", 0.0, format(fonts::sans(fonts::SMALL), palette.ink));
    }
    job.append(title, 0.0, format(fonts::sans(fonts::SMALL), palette.ink));
    job.wrap = bevy_egui::egui::text::TextWrapping::truncate_at_width(rect.width());
    let galley = ui.painter().layout_job(job);
    let corner = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(corner, galley, palette.ink);
    focus_ring(ui, &response, 6);
    response.clicked()
}
