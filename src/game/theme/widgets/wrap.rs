//! Where lines break: Chinese may break between any two characters, but no line begins with a closing mark or
//! ends with an opening one (避头尾).

use bevy_egui::egui::{FontId, Ui};

/// Marks that must not begin a line.
const NOT_FIRST: &str =
    ",.!?;:%)]}>'\"~·…—、。〉》」』】〕”’々ー℃\u{ff0c}\u{ff0e}\u{ff01}\u{ff1f}\u{ff1b}\u{ff1a}\u{ff09}\u{ff5e}\u{ff05}";
/// Marks that must not end a line.
const NOT_LAST: &str = "([{<《〈「『【〔“‘¥$#\u{ff08}";

/// The places, counted in chars of the parts put together, before which a line breaks.
pub fn breaks(ui: &Ui, parts: &[(&str, &FontId)], width: f32) -> Vec<usize> {
    let chars: Vec<(char, f32)> = ui.fonts_mut(|fonts| {
        let widths = |(text, font): &(&str, &FontId)| -> Vec<(char, f32)> {
            text.chars().map(|c| (c, fonts.glyph_width(font, c))).collect()
        };
        parts.iter().map(widths).collect::<Vec<_>>().concat()
    });
    places(&chars, width)
}

fn places(chars: &[(char, f32)], width: f32) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut start = 0;
    let mut x = 0.0;
    // The last place in this line where it may break, and the width up to there.
    let mut last: Option<(usize, f32)> = None;
    for (at, (ch, advance)) in chars.iter().enumerate() {
        if *ch == '\n' {
            (start, x, last) = (at + 1, 0.0, None);
            continue;
        }
        if at > start && may_break(chars[at - 1].0, *ch) {
            last = Some((at, x));
        }
        if x + advance > width && at > start && !ch.is_whitespace() {
            // Without a good place it breaks where it is.
            let (place, before) = last.unwrap_or((at, x));
            breaks.push(place);
            (start, x, last) = (place, x - before, None);
        }
        x += advance;
    }
    breaks
}

fn may_break(before: char, after: char) -> bool {
    if NOT_FIRST.contains(after) || NOT_LAST.contains(before) {
        return false;
    }
    if after.is_whitespace() {
        return false;
    }
    before.is_whitespace() || is_wide(before) || is_wide(after)
}

fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF | 0x1F000..=0x1FAFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let chars: Vec<(char, f32)> = text.chars().map(|c| (c, if c.is_ascii() { 1.0 } else { 2.0 })).collect();
        let mut out = vec![String::new()];
        let breaks = places(&chars, width);
        for (at, (c, _)) in chars.iter().enumerate() {
            if breaks.contains(&at) || *c == '\n' {
                out.push(String::new());
            }
            if *c != '\n' {
                out.last_mut().expect("one line at least").push(*c);
            }
        }
        out
    }

    #[test]
    fn no_line_begins_with_a_closing_or_ends_with_an_opening_mark() {
        let cases: [(&str, f32, &[&str]); 7] = [
            ("不看长段\u{ff0c}等十秒就催。", 8.0, &["不看长", "段\u{ff0c}等十", "秒就催。"]),
            ("他说“好的”就走", 6.0, &["他说", "“好", "的”就", "走"]),
            ("一盒 20 小袋", 7.0, &["一盒 20 ", "小袋"]),
            ("一盒20袋", 5.0, &["一盒", "20袋"]),
            ("abcdef", 3.0, &["abc", "def"]),
            ("一\n二三四五", 6.0, &["一", "二三四", "五"]),
            ("", 6.0, &[""]),
        ];
        for (text, width, wanted) in cases {
            let got = lines(text, width);
            assert_eq!(got, wanted, "{text}");
            assert_eq!(got.concat(), text.replace('\n', ""));
        }
    }
}
