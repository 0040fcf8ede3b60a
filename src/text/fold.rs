//! Folding: one way of writing for the same words, with every byte mapped back to the original char.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use unicode_normalization::UnicodeNormalization as _;

use super::clauses::{Clause, split};
use super::grams::Grams;

/// A byte range of a [`Text`]'s folded form, on char boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub start: usize,
    /// Exclusive.
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A text in its folded form: NFKC, simplified, lower case, 您 as 你, 啥 as 什么, 儿 of 这儿 left out,
/// punctuation brought down to `, 、 。 ! ? ; : … ( ) [ ] “ ”`.
#[derive(Clone, Debug, Default)]
pub struct Text {
    folded: String,
    /// For each byte of `folded`, and one past its end, the original char it comes from.
    origin: Vec<u32>,
    clauses: Vec<Clause>,
    quoted: Vec<Span>,
    original_chars: usize,
    polite: usize,
    grams: OnceLock<Grams>,
}

static SIMPLIFIED: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    include_str!("../../assets/lexicon/traditional.txt")
        .lines()
        .filter_map(|line| {
            let mut chars = line.chars();
            Some((chars.next()?, chars.next()?))
        })
        .collect()
});

/// The simplified form of a traditional character; any other char as it is.
pub(crate) fn simplified(c: char) -> char {
    SIMPLIFIED.get(&c).copied().unwrap_or(c)
}

/// The folded form alone.
pub fn fold(text: &str) -> String {
    Text::new(text).folded
}

impl Text {
    pub fn new(original: &str) -> Self {
        let mut folder = Folder::default();
        let mut original_chars = 0;
        for (index, c) in original.chars().enumerate() {
            original_chars = index + 1;
            folder.at = u32::try_from(index).unwrap_or(u32::MAX);
            if matches!(c, '您' | '恁') {
                folder.polite += 1;
            }
            match c {
                '…' => folder.push('…'),
                '~' | '～' => folder.push('~'),
                _ if c.is_ascii() => folder.push(c),
                _ => std::iter::once(c).nfkc().for_each(|c| folder.push(c)),
            }
        }
        let Folder { chars, polite, .. } = folder;
        let chars = settle(&chars);
        let mut folded = String::with_capacity(chars.len() * 3);
        let mut origin = Vec::with_capacity(chars.len() * 3 + 1);
        for (c, at) in chars {
            folded.push(c);
            origin.resize(folded.len(), at);
        }
        origin.push(u32::try_from(original_chars).unwrap_or(u32::MAX));
        let (clauses, quoted) = split(&folded);
        Self { folded, origin, clauses, quoted, original_chars, polite, grams: OnceLock::new() }
    }

    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// What stands in the folded form, for cues; made when first asked for.
    pub(super) fn grams(&self) -> &Grams {
        self.grams.get_or_init(|| Grams::of(&self.folded))
    }

    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// How often 您 was written.
    pub fn polite(&self) -> usize {
        self.polite
    }

    /// Chars of the original text.
    pub fn original_chars(&self) -> usize {
        self.original_chars
    }

    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    pub fn slice(&self, span: Span) -> &str {
        self.folded.get(span.start..span.end).unwrap_or_default()
    }

    pub fn whole(&self) -> Span {
        Span::new(0, self.folded.len())
    }

    /// The span in chars of the original: start, and exclusive end. Never empty where there is any text.
    pub fn original(&self, span: Span) -> (usize, usize) {
        let start = self.origin.get(span.start).map_or(0, |&o| o as usize);
        let end = match span.end.checked_sub(1).and_then(|last| self.origin.get(last)) {
            Some(&last) if span.end > span.start => last as usize + 1,
            _ => start + 1,
        };
        (start.min(self.original_chars), end.min(self.original_chars).max(start.min(self.original_chars)))
    }

    /// True where the span stands in quotation marks.
    pub fn is_quoted(&self, span: Span) -> bool {
        let after = self.quoted.partition_point(|q| q.end < span.end);
        self.quoted.get(after).is_some_and(|q| q.contains(span))
    }

    /// The clause in which the byte stands (the one before a break belongs to it).
    pub fn clause_at(&self, byte: usize) -> Option<&Clause> {
        let after = self.clauses.partition_point(|c| c.span.end <= byte);
        self.clauses.get(after).or(self.clauses.last())
    }

    /// From the start of the clause of the span's start to the end of the clause of its end.
    pub fn clauses_around(&self, span: Span) -> Span {
        let start = self.clause_at(span.start).map_or(span.start, |c| c.span.start.min(span.start));
        let end = self.clause_at(span.end.saturating_sub(1)).map_or(span.end, |c| c.span.end.max(span.end));
        Span::new(start, end)
    }

    /// The clauses that the span touches.
    pub fn clauses_in(&self, span: Span) -> &[Clause] {
        let from = self.clauses.partition_point(|c| c.span.end <= span.start);
        let to = self.clauses.partition_point(|c| c.span.start < span.end);
        self.clauses.get(from..to.max(from)).unwrap_or_default()
    }

    /// True where a negation right before the span, in its clause, turns it round.
    pub fn is_negated(&self, span: Span) -> bool {
        let start = self.clause_at(span.start).map_or(0, |c| c.span.start);
        let before = self.folded.get(start..span.start.max(start)).unwrap_or_default();
        // 8 chars back at most; a negation further off seldom governs the span.
        let near = before.char_indices().rev().nth(7).map_or(before, |(at, _)| &before[at..]);
        super::clauses::ends_negated(near)
    }

    /// Trims breaks and blanks from both ends.
    pub fn trim(&self, span: Span) -> Span {
        trimmed(&self.folded, span)
    }
}

/// The span of the folded text without breaks and blanks at its ends.
pub(super) fn trimmed(folded: &str, span: Span) -> Span {
    let text = folded.get(span.start..span.end).unwrap_or_default();
    let left = text.trim_start_matches(is_break_or_blank);
    let start = span.start + (text.len() - left.len());
    Span::new(start, start + left.trim_end_matches(is_break_or_blank).len())
}

fn is_break_or_blank(c: char) -> bool {
    c.is_whitespace() || is_break(c) || c == '、'
}

/// Punctuation that ends a clause.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, ',' | '。' | '!' | '?' | ';' | ':' | '…' | '(' | ')' | '[' | ']')
}

#[derive(Default)]
struct Folder {
    chars: Vec<(char, u32)>,
    at: u32,
    polite: usize,
}

impl Folder {
    fn push(&mut self, c: char) {
        let c = simplified(c);
        match c {
            '您' | '恁' | '妳' => self.out('你'),
            '啥' => self.all("什么"),
            '咋' => self.all("怎么"),
            '俺' => self.out('我'),
            '唔' => self.out('不'),
            '\n' | '\r' => self.out(';'),
            '“' | '「' | '『' | '《' | '‘' => self.out('“'),
            '”' | '」' | '』' | '》' | '’' => self.out('”'),
            '【' | '〔' | '{' => self.out('('),
            '】' | '〕' | '}' => self.out(')'),
            '。' | '｡' => self.out('。'),
            '–' | '—' | '―' | '−' | '‐' => self.out('-'),
            '·' | '•' | '|' => self.out(','),
            '×' | '✕' | '✖' => self.out('×'),
            c if c.is_control() || is_invisible(c) => {
                if c == '\t' {
                    self.out(' ');
                }
            }
            c => c.to_lowercase().for_each(|c| self.out(c)),
        }
    }

    fn all(&mut self, text: &str) {
        text.chars().for_each(|c| self.out(c));
    }

    fn out(&mut self, c: char) {
        self.chars.push((c, self.at));
    }
}

/// Zero-width, direction and joining marks, variation selectors.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}')
}

/// Second pass, where neighbours decide: 儿, dots, tildes, hyphens and blanks.
fn settle(chars: &[(char, u32)]) -> Vec<(char, u32)> {
    let mut out: Vec<(char, u32)> = Vec::with_capacity(chars.len());
    for (i, &(c, at)) in chars.iter().enumerate() {
        let next = chars.get(i + 1).map(|c| c.0);
        let before = i.checked_sub(1).map(|i| chars[i].0);
        let digits = before.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
        let c = match c {
            '儿' if before.is_some_and(|b| "这那哪会点事块份样玩活味劲".contains(b))
                && !next.is_some_and(|n| "子童女媳科歌时".contains(n)) =>
            {
                continue;
            }
            '.' if digits => '.',
            '.' if next == Some('.') || before == Some('.') => '…',
            '.' if !next.is_some_and(|n| n.is_ascii_alphanumeric()) => '。',
            '~' | '-' if digits => '-',
            '-' if before.is_some_and(|c| c.is_ascii_alphanumeric())
                && next.is_some_and(|c| c.is_ascii_alphanumeric()) =>
            {
                '-'
            }
            '~' | '-' => ',',
            ',' if digits && groups_thousands(chars, i) => continue,
            ' ' | '\u{3000}' => {
                // Between Latin words a blank is a blank; beside Chinese it separates clauses, as people type them.
                match (
                    before.is_some_and(|c| c.is_ascii_alphanumeric()),
                    next.is_some_and(|c| c.is_ascii_alphanumeric()),
                ) {
                    (true, true) => ' ',
                    _ => ',',
                }
            }
            '"' => {
                let open = out.iter().filter(|(c, _)| matches!(c, '“')).count()
                    > out.iter().filter(|(c, _)| matches!(c, '”')).count();
                if open { '”' } else { '“' }
            }
            c => c,
        };
        // Runs of the same weak break say no more than one.
        if matches!(c, ',' | '…') && out.last().is_some_and(|l| l.0 == c) {
            continue;
        }
        out.push((c, at));
    }
    out
}

/// True for the comma of 12,800.
fn groups_thousands(chars: &[(char, u32)], comma: usize) -> bool {
    let digit = |i: usize| chars.get(i).is_some_and(|c| c.0.is_ascii_digit());
    (1..=3).all(|k| digit(comma + k)) && !digit(comma + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_to_one_writing() {
        for (text, folded) in [
            ("您說這個多少錢?", "你说这个多少钱?"),
            ("ABC１２３", "abc123"),
            ("这儿、哪儿、一会儿", "这、哪、一会"),
            ("儿子和女儿", "儿子和女儿"),
            ("好的~稍等……", "好的,稍等…"),
            ("3~5天", "3-5天"),
            ("1.5斤.", "1.5斤。"),
            ("在呢 亲", "在呢,亲"),
            ("12,800元", "12800元"),
            ("\u{202e}你\u{200b}好", "你好"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn maps_back_to_the_original() {
        let text = Text::new("啥\u{200b}价?您看 3盒");
        let at = text.as_str().find("3盒").unwrap_or_default();
        assert_eq!(text.original(Span::new(at, at + "3盒".len())), (7, 9));
        assert_eq!(text.original(Span::new(0, "什么".len())), (0, 1));
        assert_eq!(text.polite(), 1);
    }

    #[test]
    fn knows_questions_quotations_and_negations() {
        for (text, asks) in [
            ("您平时喝什么茶", true),
            ("要哪款呢", true),
            ("在不", true),
            ("合适吗", true),
            ("什么都可以", false),
            ("好着呢", false),
            ("几百块的东西", false),
            ("没什么问题", false),
        ] {
            assert_eq!(Text::new(text).clauses().first().is_some_and(|c| c.question), asks, "{text}");
        }
        let text = Text::new("您说“明天就没了”,我不是催您下单");
        let find = |s: &str| text.as_str().find(s).map(|at| Span::new(at, at + s.len())).unwrap_or(Span::new(0, 0));
        assert!(text.is_quoted(find("明天就没了")));
        assert!(text.is_negated(find("催你下单")));
        assert!(!text.is_negated(find("明天就没了")));
    }
}
