//! The talks that were saved.

use bevy_egui::egui::{
    CentralPanel, CursorIcon, Frame, Margin, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::Intent;
use super::nav::{self, At, Progress};
use crate::game::theme::widgets::{blend, focus_ring, seal, text};
use crate::game::theme::{Palette, fonts, space};
use crate::game::view::records::{Record, RecordsView};
use crate::game::view::words;
use crate::i18n::{Locale, Text};
use crate::score::Grade;

pub fn ui(ui: &mut Ui, view: &RecordsView, progress: Progress) -> Vec<Intent> {
    let locale = view.locale;
    let mut intents = nav::ui(ui, locale, At::Records, progress);
    let frame = Frame::new().inner_margin(Margin { left: 36, right: 36, top: 30, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let palette = Palette::of(ui);
        text::line(ui, &locale.tr("game-records-headline"), fonts::serif(fonts::DISPLAY), palette.ink);
        ui.add_space(-2.0);
        let id = if view.rows.is_empty() { "game-records-none" } else { "game-records-hint" };
        text::line(ui, &locale.tr(id), fonts::sans(fonts::SMALL), palette.ink2);
        if view.unread > 0 {
            let n = i64::try_from(view.unread).unwrap_or(i64::MAX);
            let unread = locale.render(&Text::new("game-records-unread").with("n", n));
            text::line(ui, &unread, fonts::sans(fonts::SMALL), palette.gold.text);
        }
        ui.add_space(12.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            for record in &view.rows {
                if row(ui, locale, record).clicked() {
                    let id = record.id.clone();
                    intents.push(if record.finished.is_some() { Intent::OpenRecord(id) } else { Intent::Resume(id) });
                }
            }
            ui.add_space(20.0);
        });
    });
    intents
}

fn row(ui: &mut Ui, locale: Locale, record: &Record) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width() - 2.0, 74.0), Sense::click());
    let label = format!("{} {}", record.title, record.when);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered(), space::QUICK);
    let stroke = Stroke::new(1.0, blend(palette.line, palette.ash, warmth));
    ui.painter().rect(rect, space::CARD_RADIUS, palette.card, stroke, StrokeKind::Inside);
    let left = rect.left() + 84.0;
    match record.finished {
        Some(finished) => {
            let grade = Grade::of(finished.overall);
            let tint = palette.tint(words::points_tint(finished.overall));
            seal::pressed(ui, pos2(rect.left() + 42.0, rect.center().y), &words::seal(locale, grade), 42.0, tint.fill);
        }
        None => {
            let centre = pos2(rect.left() + 42.0, rect.center().y);
            ui.painter().circle_stroke(centre, 15.0, Stroke::new(1.5, palette.gold.fill));
            ui.painter().circle_filled(centre, 5.0, palette.gold.fill);
        }
    }
    let put = |x: f32, y: f32, text: &str, font, color| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, color);
        ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, color);
    };
    put(left, rect.top() + 26.0, &record.title, fonts::serif(17.0), palette.ink);
    let n = i64::try_from(record.replies).unwrap_or(i64::MAX);
    let replies = locale.render(&Text::new("game-replies").with("n", n));
    let mut parts = vec![replies, words::duration(locale, record.handle_time_ms)];
    if !record.when.is_empty() {
        parts.insert(0, record.when.clone());
    }
    if record.cut {
        parts.push(locale.tr("game-record-cut"));
    }
    put(left, rect.top() + 50.0, &parts.join(" · "), fonts::sans(12.5), palette.ink3);
    let (head, tail, color) = match record.finished {
        Some(finished) => (
            finished.overall.to_string(),
            words::outcome(locale, finished.outcome),
            palette.tint(words::points_tint(finished.overall)).text,
        ),
        None => (locale.tr("game-resume-arrow"), locale.tr("game-running"), palette.gold.text),
    };
    let right = |y: f32, text: String, font, color| {
        let galley = ui.painter().layout_no_wrap(text, font, color);
        let place =
            Rect::from_min_size(pos2(rect.right() - 22.0 - galley.size().x, y - galley.size().y / 2.0), galley.size());
        ui.painter().galley(place.min, galley, color);
    };
    let font = if record.finished.is_some() { fonts::serif(24.0) } else { fonts::sans(fonts::BODY) };
    right(rect.top() + 27.0, head, font, color);
    right(rect.top() + 53.0, tail, fonts::sans(12.5), palette.ink2);
    focus_ring(ui, &response, space::CARD_RADIUS);
    response
}
