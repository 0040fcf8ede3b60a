//! A text with marked spans: a wash behind, a line below, in the colour of what the span earned.

use bevy_egui::egui::Stroke;
use bevy_egui::egui::text::TextFormat;

use super::super::fonts;
use super::super::palette::{Palette, Tint};
use super::super::space::TALK_LEADING;
use super::text;

/// A span of chars with its tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    /// Exclusive.
    pub end: usize,
    pub tint: Tint,
}

/// The text in runs of one format each. Where marks overlap, the one that comes first in `marks` is seen.
pub fn parts(palette: &Palette, text: &str, marks: &[Mark]) -> Vec<(String, TextFormat)> {
    let mut runs: Vec<(String, Option<Tint>)> = Vec::new();
    let tint_at = |at: usize| marks.iter().find(|m| m.start <= at && at < m.end).map(|m| m.tint);
    for (at, ch) in text.chars().enumerate() {
        let tint = tint_at(at);
        match runs.last_mut() {
            Some((run, current)) if *current == tint => run.push(ch),
            _ => runs.push((ch.to_string(), tint)),
        }
    }
    runs.into_iter().map(|(run, tint)| (run, format(palette, tint))).collect()
}

fn format(palette: &Palette, tint: Option<Tint>) -> TextFormat {
    let mut format = text::format(fonts::sans(fonts::BODY), palette.ink, TALK_LEADING);
    if let Some(tint) = tint {
        let accent = palette.tint(tint);
        format.background = accent.wash;
        format.underline = Stroke::new(2.0, accent.fill);
    }
    format
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::Color32;

    use super::*;

    #[test]
    fn cuts_at_chars_and_lets_the_first_mark_win() {
        let mark = |start, end, tint| Mark { start, end, tint };
        let marks = [mark(0, 3, Tint::Jade), mark(2, 5, Tint::Gold), mark(90, 99, Tint::Gold)];
        let parts = parts(&Palette::LIGHT, "林小姐您好,在的", &marks);
        let found: Vec<_> = parts.iter().map(|(run, format)| (run.as_str(), format.background)).collect();
        let clear = Color32::TRANSPARENT;
        let (jade, gold) = (Palette::LIGHT.jade.wash, Palette::LIGHT.gold.wash);
        assert_eq!(found, [("林小姐", jade), ("您好", gold), (",在的", clear)]);
    }
}
