//! Text: a line, a paragraph with its leading, a few runs in one line. Lines break as Chinese does.

use std::sync::Arc;

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Align, Color32, FontId, Galley, Label, Response, Ui};

use super::wrap;

/// One run of text in one font and colour.
pub fn line(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    runs(ui, &[(text, font, color)])
}

/// Several runs after one another, broken over the available width.
pub fn runs(ui: &mut Ui, parts: &[(&str, FontId, Color32)]) -> Response {
    let formats = parts.iter().map(|(text, font, color)| {
        (*text, TextFormat { valign: Align::Center, ..TextFormat::simple(font.clone(), *color) })
    });
    let job = broken(ui, &formats.collect::<Vec<_>>(), ui.available_width());
    ui.add(Label::new(job).extend())
}

/// A paragraph over the available width; `leading` is the line height as a multiple of the size.
pub fn paragraph(ui: &mut Ui, text: &str, font: FontId, color: Color32, leading: f32) -> Response {
    let job = broken(ui, &[(text, format(font, color, leading))], ui.available_width());
    ui.add(Label::new(job).extend())
}

/// The same laid out over `width`, for those who place it on their own.
pub fn paragraph_galley(ui: &Ui, text: &str, font: FontId, color: Color32, leading: f32, width: f32) -> Arc<Galley> {
    let job = broken(ui, &[(text, format(font, color, leading))], width);
    ui.painter().layout_job(job)
}

/// The format of a paragraph.
pub fn format(font: FontId, color: Color32, leading: f32) -> TextFormat {
    let line_height = Some((font.size * leading).round());
    TextFormat { line_height, valign: Align::Center, ..TextFormat::simple(font, color) }
}

/// The parts in one job, broken into lines no wider than `width`.
pub fn broken(ui: &Ui, parts: &[(&str, TextFormat)], width: f32) -> LayoutJob {
    let measured: Vec<(&str, &FontId)> = parts.iter().map(|(text, format)| (*text, &format.font_id)).collect();
    let breaks = wrap::breaks(ui, &measured, width);
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    let mut breaks = breaks.into_iter().peekable();
    let mut at = 0;
    for (text, format) in parts {
        let mut run = String::with_capacity(text.len() + 8);
        for ch in text.chars() {
            if breaks.next_if_eq(&at).is_some() {
                run.push('\n');
            }
            run.push(ch);
            at += 1;
        }
        job.append(&run, 0.0, format.clone());
    }
    job
}

/// One line cut off with an ellipsis where it does not fit.
pub fn clipped(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    let job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    ui.add(Label::new(job).truncate())
}
