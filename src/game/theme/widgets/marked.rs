//! A text with marked spans: a wash behind, a line below, in the colour of what the span earned.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Align, Color32, Stroke};

use super::super::fonts;
use super::super::palette::{Palette, Tint};
use super::super::space::TALK_LEADING;

/// A span of chars with its tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    /// Exclusive.
    pub end: usize,
    pub tint: Tint,
}

/// The text as a job. Where marks overlap, the one that comes first in `marks` is seen.
pub fn job(palette: &Palette, text: &str, marks: &[Mark]) -> LayoutJob {
    let mut job = LayoutJob::default();
    let tint_at = |at: usize| marks.iter().find(|m| m.start <= at && at < m.end).map(|m| m.tint);
    let mut run = String::new();
    let mut current = None;
    for (at, ch) in text.chars().enumerate() {
        let tint = tint_at(at);
        if tint != current && !run.is_empty() {
            job.append(&run, 0.0, format(palette, current));
            run.clear();
        }
        current = tint;
        run.push(ch);
    }
    if !run.is_empty() {
        job.append(&run, 0.0, format(palette, current));
    }
    job
}

fn format(palette: &Palette, tint: Option<Tint>) -> TextFormat {
    let mut format = TextFormat::simple(fonts::sans(fonts::BODY), palette.ink);
    format.line_height = Some((fonts::BODY * TALK_LEADING).round());
    format.valign = Align::Center;
    format.background = Color32::TRANSPARENT;
    if let Some(tint) = tint {
        let accent = palette.tint(tint);
        format.background = accent.wash;
        format.underline = Stroke::new(2.0, accent.fill);
    }
    format
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_chars_and_lets_the_first_mark_win() {
        let mark = |start, end, tint| Mark { start, end, tint };
        let marks = [mark(0, 3, Tint::Jade), mark(2, 5, Tint::Gold), mark(90, 99, Tint::Gold)];
        let job = job(&Palette::LIGHT, "林小姐您好,在的", &marks);
        let parts: Vec<_> = job.sections.iter().map(|s| (s.format.background, s.byte_range.len())).collect();
        let expected = [(Palette::LIGHT.jade.wash, 9), (Palette::LIGHT.gold.wash, 6), (Color32::TRANSPARENT, 7)];
        assert_eq!(parts.len(), 3, "{parts:?}");
        for (found, wanted) in parts.iter().zip(expected) {
            assert_eq!(found.0, wanted.0);
        }
        assert_eq!(job.text, "林小姐您好,在的");
    }
}
