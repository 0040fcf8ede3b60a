//! Text as the encoder reads it: NFKC, simplified, lower case, blanks made one. Nothing is lost that shows manner.

use unicode_normalization::UnicodeNormalization as _;

use super::fold::{is_invisible, simplified};

/// The form in which the model reads a text: each char in NFKC, simplified and in lower case, control chars and
/// invisible ones left out, every run of blanks one space, none at the ends. 您 stays 您.
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    normalise_start(text, usize::MAX, &mut out);
    out
}

/// Appends so many chars of the normal form at most. Returns true where there were more.
pub fn normalise_start(text: &str, most: usize, out: &mut String) -> bool {
    let mut count = 0;
    let mut blank = false;
    for c in text.chars() {
        for c in std::iter::once(c).nfkc().map(simplified).flat_map(char::to_lowercase) {
            if c.is_whitespace() {
                blank = count > 0;
            } else if !c.is_control() && !is_invisible(c) {
                if count + usize::from(blank) >= most {
                    return true;
                }
                if std::mem::take(&mut blank) {
                    out.push(' ');
                    count += 1;
                }
                out.push(c);
                count += 1;
            }
        }
    }
    false
}

/// Appends the normal form of the end of a text: its last chars, of which `most` are looked at.
pub fn normalise_end(text: &str, most: usize, out: &mut String) {
    let start = text.char_indices().rev().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
    // One char's normal form has 18 chars at most.
    normalise_start(&text[start..], most.saturating_mul(18), out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brings_texts_to_one_form() {
        for (text, normal) in [
            ("", ""),
            (" \t\u{3000}\n", ""),
            ("您說這個多少錢？", "您说这个多少钱?"),
            ("  ＡＢＣ　１２３\r\n\n好 ", "abc 123 好"),
            ("ﬁ①㎏…", "fi1kg..."),
            ("你\u{200b}好\u{7}呀\u{fe0f}", "你好呀"),
            ("😀👍", "😀👍"),
            ("İ", "i\u{307}"),
            ("a\u{a0}b", "a b"),
        ] {
            assert_eq!(normalise(text), normal, "{text:?}");
        }
    }

    #[test]
    fn reads_no_more_than_asked() {
        let mut out = String::new();
        assert!(normalise_start("一 二三", 3, &mut out));
        assert_eq!(out, "一 二");
        out.clear();
        assert!(!normalise_start("一 二三   ", 4, &mut out));
        assert_eq!(out, "一 二三");
        out.clear();
        normalise_end("一二三四", 2, &mut out);
        assert_eq!(out, "三四");
    }
}
