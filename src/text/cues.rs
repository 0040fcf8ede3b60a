//! Cues: wordings as short patterns over folded text, found in linear time with their spans.
//!
//! A pattern is a regular expression in folded writing (你 for 您) with these additions:
//! `~` up to 6 chars within the clause, `≈` up to 16 within the sentence, `^` and `$` the ends of a
//! clause, `<p>` particles, and the named word sets of [`SETS`]. A literal `?` is written `\?`.

use std::sync::OnceLock;

use regex::Regex;

use super::doors::{self, ListId};
use super::fold::{Span, Text, trimmed};
use super::grams::{Grams, Needs};
use super::required;

/// Word sets that many patterns share.
const SETS: &[(&str, &str)] = &[
    ("<p>", "[呀啊哦哈哟噢喔嘞咯喽啦嘛呢吧了的滴]*"),
    ("<you>", "(?:你们|你|姐姐|小姐姐|姐|哥|大哥|阿姨|叔叔|叔|大姐|亲亲|亲|宝|老师|[\\p{Han}]总)"),
    ("<me>", "(?:我们|咱们|我|咱|这边|店里|小店|公司)"),
    ("<num>", "(?:[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千半几]+)"),
    (
        "<kin>",
        "(?:老公|老婆|爱人|先生|太太|媳妇|对象|男朋友|女朋友|男友|女友|爸妈|妈妈|爸爸|婆婆|公公|岳母|岳父|孩子|宝宝|儿子|女儿|父母|长辈|老人|家人|家里人|家里|朋友|同事|领导|客户|闺蜜|爷爷|奶奶|外婆|外公|老妈|老爸|妈|爸|娃)",
    ),
    (
        "<time>",
        "(?:今天|今晚|今儿|明天|明早|后天|这周|本周|下周|这周末|周末|周[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|上午|下午|晚上|中午|月底|下个月|这个月|本月|月初|现在|马上|这会|立刻)",
    ),
    ("<cn>", "[包袋盒瓶只支个件条张台份套饼单组箱罐桶位枚颗双款斤号页课年月]"),
];

/// A list of patterns, made with [`cues!`](crate::text::cues). Compiled at first use, pattern by pattern.
pub struct CueSet {
    patterns: Patterns,
    ready: OnceLock<Ready>,
}

/// A piece of a folded text, ready to be held against lists.
pub struct Piece<'a> {
    folded: &'a str,
    grams: Grams,
}

impl<'a> Piece<'a> {
    pub fn new(folded: &'a str) -> Self {
        Self { folded, grams: Grams::of(folded) }
    }
}

enum Patterns {
    InCode(&'static [&'static str]),
    FromFile(Vec<String>),
}

impl Patterns {
    fn list(&self) -> Vec<&str> {
        match self {
            Patterns::InCode(list) => list.to_vec(),
            Patterns::FromFile(list) => list.iter().map(String::as_str).collect(),
        }
    }
}

struct Ready {
    /// The literals that each pattern needs.
    needs: Needs,
    /// Its place in the table of doors.
    list: ListId,
    sources: Vec<String>,
    compiled: Vec<OnceLock<Option<Regex>>>,
}

/// Most spans that one pattern may give in one text.
const MOST_HITS: usize = 24;

impl CueSet {
    pub const fn new(patterns: &'static [&'static str]) -> Self {
        Self { patterns: Patterns::InCode(patterns), ready: OnceLock::new() }
    }

    /// The same for patterns read from a file of the lexicon.
    pub fn owned(patterns: Vec<String>) -> Self {
        Self { patterns: Patterns::FromFile(patterns), ready: OnceLock::new() }
    }

    /// Every match, in order, quoted and negated ones too.
    pub fn all(&self, text: &Text) -> Vec<Span> {
        let mut out = Vec::new();
        self.each_of(text, |span| {
            out.push(span);
            true
        });
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The matches that the speaker says himself: not quoted, not negated.
    pub fn said(&self, text: &Text) -> Vec<Span> {
        let mut out = self.all(text);
        out.retain(|&span| !text.is_quoted(span) && !text.is_negated(span));
        out
    }

    /// The matches outside quotation marks.
    pub fn unquoted(&self, text: &Text) -> Vec<Span> {
        let mut out = self.all(text);
        out.retain(|&span| !text.is_quoted(span));
        out
    }

    pub fn any(&self, text: &Text) -> bool {
        let mut found = false;
        self.each_of(text, |_| {
            found = true;
            false
        });
        found
    }

    /// The same for a piece of a folded text.
    pub fn any_in(&self, folded: &str) -> bool {
        self.any_of(&Piece::new(folded))
    }

    /// The same for a piece that several lists are held against.
    pub fn any_of(&self, piece: &Piece<'_>) -> bool {
        let ready = self.ready();
        let mut found = false;
        ready.each(piece.folded, ready.needs.met(&piece.grams), |_| {
            found = true;
            false
        });
        found
    }

    /// The patterns that are no regular expressions; for tests.
    pub fn broken(&self) -> Vec<&str> {
        let ready = self.ready();
        let list = self.patterns.list().into_iter().enumerate();
        list.filter(|&(i, _)| ready.regex(i).is_none()).map(|(_, p)| p).collect()
    }

    fn each_of(&self, text: &Text, take: impl FnMut(Span) -> bool) {
        let (ready, grams, folded) = (self.ready(), text.grams(), text.as_str());
        match grams.opened(folded).of(ready.list) {
            Some(opened) => ready.each(folded, ready.needs.met_behind(grams, opened), take),
            // A list that was first used after the text had looked.
            None => ready.each(folded, ready.needs.met(grams), take),
        }
    }

    fn ready(&self) -> &Ready {
        self.ready.get_or_init(|| Ready::new(&self.patterns.list()))
    }
}

impl Ready {
    fn new(patterns: &[&str]) -> Self {
        let sources: Vec<String> = patterns.iter().map(|p| expand(p)).collect();
        let mut needs = Needs::default();
        for source in &sources {
            let sets = regex_syntax::parse(source).map_or(Vec::new(), |hir| required::needs(&hir));
            needs.add(&sets);
        }
        let compiled = sources.iter().map(|_| OnceLock::new()).collect();
        let list = doors::enter(needs.count(), needs.doors());
        Self { needs, list, sources, compiled }
    }

    fn each(&self, folded: &str, met: impl Iterator<Item = usize>, mut take: impl FnMut(Span) -> bool) {
        for i in met {
            let Some(regex) = self.regex(i) else { continue };
            for found in regex.find_iter(folded).take(MOST_HITS) {
                let span = trimmed(folded, Span::new(found.start(), found.end()));
                if span.start < span.end && !take(span) {
                    return;
                }
            }
        }
    }

    fn regex(&self, i: usize) -> Option<&Regex> {
        self.compiled[i].get_or_init(|| Regex::new(&self.sources[i]).ok()).as_ref()
    }
}

const BREAKS: &str = ",。!\\?;:…\\(\\)\\[\\]";

/// The pattern as a regular expression.
fn expand(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() * 4);
    let mut in_class = false;
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        if c == '<'
            && let Some((name, set)) = SETS.iter().find(|(name, _)| rest.starts_with(name))
        {
            out.push_str(set);
            rest = &rest[name.len()..];
            continue;
        }
        let len = c.len_utf8();
        match c {
            '\\' => {
                let take = rest.chars().nth(1).map_or(len, |n| len + n.len_utf8());
                out.push_str(&rest[..take]);
                rest = &rest[take..];
                continue;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            _ => {}
        }
        match c {
            '~' if !in_class => out.push_str(&format!("[^{BREAKS}]{{0,6}}")),
            '≈' if !in_class => out.push_str("[^。!\\?;]{0,16}"),
            '^' if !in_class => out.push_str(&format!("(?:^|[{BREAKS}“”])")),
            '$' if !in_class => out.push_str(&format!("(?:$|[{BREAKS}“”])")),
            c => out.push(c),
        }
        rest = &rest[len..];
    }
    out
}

/// Declares lists of cues: `cues! { GREETINGS: "你好", "欢迎~光临"; }`.
#[macro_export]
#[doc(hidden)]
macro_rules! declare_cues {
    ($($(#[$doc:meta])* $vis:vis $name:ident: $($pattern:literal),* $(,)?;)*) => {
        $($(#[$doc])* $vis static $name: $crate::text::CueSet = $crate::text::CueSet::new(&[$($pattern),*]);)*
    };
}
pub use crate::declare_cues as cues;

#[cfg(test)]
mod tests {
    use super::*;

    cues! {
        OFFER: "帮你~下单", "^好的$", "<num>盒≈还是";
    }

    #[test]
    fn finds_patterns_in_clauses_and_sentences() {
        assert_eq!(OFFER.broken(), Vec::<&str>::new());
        for (text, found) in [
            ("我帮您现在下单", true),
            ("我帮您看看,现在下单", false),
            ("好的", true),
            ("好的呀", false),
            ("嗯,好的!", true),
            ("两盒,三百块,还是一盒", true),
            ("两盒。还是一盒", false),
        ] {
            assert_eq!(OFFER.any(&Text::new(text)), found, "{text}");
        }
    }

    #[test]
    fn tells_what_is_said_from_what_is_quoted_or_negated() {
        for (text, said) in [("帮你下单", true), ("他说“帮你下单”", false), ("我不是帮你下单", false)]
        {
            assert_eq!(!OFFER.said(&Text::new(text)).is_empty(), said, "{text}");
        }
    }
}
