//! Problems with the line they stand in and a caret below it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Locale;

/// Chars of a line that are shown; longer ones are cut around the caret.
const LONGEST_LINE: usize = 160;

/// One problem. `text` is the file's text where it could be read; `colours` is for terminals alone.
pub fn render(problem: &Diagnostic, text: Option<&str>, locale: Locale, colours: bool) -> String {
    let (level, name) = match problem.severity {
        Severity::Error => (Level::ERROR, locale.tr("diag-error")),
        Severity::Warning => (Level::WARNING, locale.tr("diag-warning")),
    };
    let message = shown(&locale.render(&problem.message));
    let title = level.with_name(name).primary_title(message).id(problem.code.as_str());
    let mut group = Group::with_title(title);
    let line = problem.line.checked_sub(1).and_then(|at| text?.lines().nth(at));
    group = match line {
        Some(line) => {
            let (line, span) = window(line, problem.column.saturating_sub(1), problem.length);
            let snippet = Snippet::source(line)
                .line_start(problem.line)
                .path(problem.file.as_str())
                .annotation(AnnotationKind::Primary.span(span));
            group.element(snippet)
        }
        None => {
            let origin = Origin::path(problem.file.as_str());
            let origin = if problem.line > 0 { origin.line(problem.line).char_column(problem.column) } else { origin };
            group.element(origin)
        }
    };
    if let Some(help) = &problem.help {
        let help = shown(&locale.render(help));
        group = group.element(Level::HELP.with_name(locale.tr("diag-help")).message(help));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let rendered = renderer.render(&[group]);
    match line {
        Some(_) => with_column(&rendered, problem),
        None => rendered,
    }
}

/// The header of a cut line counts columns from the cut; what stands there is the column in the file.
fn with_column(rendered: &str, problem: &Diagnostic) -> String {
    let lines = rendered.lines().map(|line| match line.split_once(&problem.file) {
        Some((before, after)) if after.starts_with(':') => {
            let tail = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
            format!("{before}{}:{}:{}{tail}", problem.file, problem.line, problem.column)
        }
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The part of a line around `column` (from 0, in chars) and the bytes of it that the caret covers.
fn window(line: &str, column: usize, length: usize) -> (String, std::ops::Range<usize>) {
    let chars: Vec<char> = line.chars().map(visible).collect();
    let column = column.min(chars.len());
    let (from, to) = if chars.len() <= LONGEST_LINE {
        (0, chars.len())
    } else {
        let from = column.saturating_sub(LONGEST_LINE / 3);
        (from, (from + LONGEST_LINE).min(chars.len()))
    };
    let bytes = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    let start = bytes(&chars[from..column]);
    let end = start + bytes(&chars[column..(column + length).min(to)]);
    (chars[from..to].iter().collect(), start..end)
}

/// Signs that would move the cursor or turn the direction are shown as a replacement sign.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        c => c,
    }
}

fn shown(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c } else { visible(c) }).collect()
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn the_caret_stands_below_wide_chars() {
        let text = "(\n    名字: \"青山茶铺\", bad: 1,\n)";
        let problem = Diagnostic::error("茶.ron", "unknown-field").with("field", "bad").at(2, 17, 3);
        let shown = render(&problem, Some(text), Locale::En, false);
        let lines: Vec<&str> = shown.lines().collect();
        let source = lines.iter().find(|l| l.contains("bad:")).copied().unwrap_or_default();
        let caret = lines.iter().find(|l| l.contains("^^^")).copied().unwrap_or_default();
        let before = |line: &str, what: &str| line.split(what).next().unwrap_or_default().width();
        assert_eq!(before(source, "bad:"), before(caret, "^^^"), "{shown}");
        assert!(shown.contains("茶.ron:2:17"), "{shown}");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_caret() {
        let text = format!("{}bad{}", "茶".repeat(100_000), "x".repeat(100_000));
        let problem = Diagnostic::error("a.ron", "unknown-field").at(1, 100_001, 3);
        let shown = render(&problem, Some(&text), Locale::ZhCn, false);
        assert!(shown.len() < 2_000 && shown.contains("bad") && shown.contains("a.ron:1:100001"), "{shown}");
    }
}
