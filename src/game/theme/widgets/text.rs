//! Text: a line, a paragraph with its leading, a few runs in one line.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Align, Color32, FontId, Label, Response, Ui};

/// One run of text in one font and colour.
pub fn line(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    runs(ui, &[(text, font, color)])
}

/// Several runs after one another in one line, which wraps where it must.
pub fn runs(ui: &mut Ui, parts: &[(&str, FontId, Color32)]) -> Response {
    let mut job = LayoutJob::default();
    for (text, font, color) in parts {
        let format = TextFormat { valign: Align::Center, ..TextFormat::simple(font.clone(), *color) };
        job.append(text, 0.0, format);
    }
    ui.add(Label::new(job).wrap())
}

/// A paragraph over the available width; `leading` is the line height as a multiple of the size.
pub fn paragraph(ui: &mut Ui, text: &str, font: FontId, color: Color32, leading: f32) -> Response {
    ui.add(Label::new(paragraph_job(text, font, color, leading)).wrap())
}

/// The same as a job, for those who lay it out on their own.
pub fn paragraph_job(text: &str, font: FontId, color: Color32, leading: f32) -> LayoutJob {
    let line_height = Some((font.size * leading).round());
    let format = TextFormat { line_height, valign: Align::Center, ..TextFormat::simple(font, color) };
    LayoutJob::single_section(text.to_owned(), format)
}

/// One line cut off with an ellipsis where it does not fit.
pub fn clipped(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    let job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    ui.add(Label::new(job).truncate())
}
