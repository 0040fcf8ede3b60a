//! Reads RON's syntax into a [`Node`], or says where it goes wrong. It knows no types: that is ron's part.

use std::ops::Range;

use super::tree::{Body, Field, Node};

/// Values nested deeper than this are refused; real files need about twelve levels.
const DEEPEST: usize = 100;

/// A mistake in the syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub kind: SlipKind,
    /// In bytes.
    pub span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// The file ends inside something that was opened at this offset with this char.
    CutOff {
        open: char,
        at: usize,
    },
    /// Nothing but blanks and comments.
    Empty,
    /// A comma or a closing bracket should stand here.
    ExpectedComma {
        close: char,
    },
    ExpectedColon,
    ExpectedValue,
    /// A bracket that closes something else than what is open.
    WrongBracket {
        expected: char,
        found: char,
    },
    /// Chinese punctuation where RON wants ASCII.
    FullWidth {
        found: char,
        wanted: char,
    },
    /// Something after the end of the value.
    Trailing,
    /// `#![enable(…)]`.
    Attribute,
    TooDeep,
}

type Scanned<T> = Result<T, Slip>;

/// Reads a whole file.
pub fn scan(text: &str) -> Scanned<Node> {
    let mut scanner = Scanner { text, at: 0, depth: 0, open: Vec::new() };
    scanner.blanks()?;
    if scanner.at == text.len() {
        return Err(Slip { kind: SlipKind::Empty, span: 0..0 });
    }
    if scanner.rest().starts_with("#!") {
        return scanner.slip(SlipKind::Attribute);
    }
    let node = scanner.value()?;
    scanner.blanks()?;
    if scanner.at < text.len() {
        return scanner.unexpected(SlipKind::Trailing);
    }
    Ok(node)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// The brackets that are open, for telling what was cut off.
    open: Vec<(char, usize)>,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn slip<T>(&self, kind: SlipKind) -> Scanned<T> {
        let end = self.at + self.peek().map_or(0, char::len_utf8);
        Err(Slip { kind, span: self.at..end })
    }

    /// The slip at this place, told as what it most likely is.
    fn unexpected<T>(&self, otherwise: SlipKind) -> Scanned<T> {
        match self.peek() {
            None => self.cut_off(),
            Some(found) => match ascii_for(found) {
                Some(wanted) => self.slip(SlipKind::FullWidth { found, wanted }),
                None => self.slip(otherwise),
            },
        }
    }

    fn cut_off<T>(&self) -> Scanned<T> {
        match self.open.last() {
            Some((open, at)) => self.slip(SlipKind::CutOff { open: *open, at: *at }),
            None => self.slip(SlipKind::ExpectedValue),
        }
    }

    /// Skips white space and comments.
    fn blanks(&mut self) -> Scanned<()> {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Scanned<()> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else if let Some(c) = self.peek() {
                self.at += c.len_utf8();
            } else {
                return self.slip(SlipKind::CutOff { open: '*', at: start });
            }
        }
    }

    fn value(&mut self) -> Scanned<Node> {
        if self.depth >= DEEPEST {
            return self.slip(SlipKind::TooDeep);
        }
        self.depth += 1;
        let node = self.any_value();
        self.depth -= 1;
        node
    }

    fn any_value(&mut self) -> Scanned<Node> {
        self.blanks()?;
        let start = self.at;
        let leaf = |end| Node { span: start..end, tag: None, body: Body::Leaf };
        let Some(first) = self.peek() else { return self.cut_off() };
        match first {
            '"' | '\'' => {
                self.quoted(first)?;
                Ok(leaf(self.at))
            }
            '[' => self.list('[', ']', None, start),
            '{' => self.fields('{', '}', None, start),
            '(' => self.parenthesis(None, start),
            _ if self.raw_string()? => Ok(leaf(self.at)),
            c if c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.') => {
                let word = self.word();
                let end = self.at;
                self.blanks()?;
                if self.peek() == Some('(') && !first.is_ascii_digit() {
                    return self.parenthesis(Some(word), start);
                }
                self.at = end;
                Ok(leaf(end))
            }
            _ => self.unexpected(SlipKind::ExpectedValue),
        }
    }

    /// A name or a number.
    fn word(&mut self) -> String {
        let rest = self.rest();
        let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.' | '#'));
        let word = rest[..rest.find(ends).unwrap_or(rest.len())].to_owned();
        self.at += word.len();
        word
    }

    fn quoted(&mut self, mark: char) -> Scanned<()> {
        let start = self.at;
        self.at += 1;
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            match c {
                '\\' => self.at += self.peek().map_or(0, char::len_utf8),
                c if c == mark => return Ok(()),
                _ => {}
            }
        }
        self.slip(SlipKind::CutOff { open: mark, at: start })
    }

    /// `r"…"` or `r#"…"#`; false where there is none.
    fn raw_string(&mut self) -> Scanned<bool> {
        let Some(after) = self.rest().strip_prefix('r') else { return Ok(false) };
        let hashes = after.len() - after.trim_start_matches('#').len();
        if !after[hashes..].starts_with('"') {
            return Ok(false);
        }
        let (start, body) = (self.at, self.at + 1 + hashes + 1);
        let close = format!("\"{}", "#".repeat(hashes));
        match self.text[body..].find(&close) {
            Some(length) => {
                self.at = body + length + close.len();
                Ok(true)
            }
            None => {
                self.at = self.text.len();
                self.slip(SlipKind::CutOff { open: '"', at: start })
            }
        }
    }

    fn parenthesis(&mut self, tag: Option<String>, start: usize) -> Scanned<Node> {
        let here = self.at;
        self.at += 1;
        self.blanks()?;
        let name_first = self.peek().is_some_and(|c| c.is_alphabetic() || c == '_') && {
            self.word();
            self.blanks()?;
            matches!(self.peek(), Some(':' | '\u{FF1A}'))
        };
        self.at = here;
        if name_first { self.fields('(', ')', tag, start) } else { self.list('(', ')', tag, start) }
    }

    fn list(&mut self, open: char, close: char, tag: Option<String>, start: usize) -> Scanned<Node> {
        let mut items = Vec::new();
        self.enter(open);
        while !self.leaves(close)? {
            items.push(self.value()?);
            self.separator(close)?;
        }
        Ok(Node { span: start..self.at, tag, body: Body::List(items) })
    }

    fn fields(&mut self, open: char, close: char, tag: Option<String>, start: usize) -> Scanned<Node> {
        let mut fields = Vec::new();
        self.enter(open);
        while !self.leaves(close)? {
            let key = self.value()?;
            self.blanks()?;
            if self.peek() != Some(':') {
                return self.unexpected(SlipKind::ExpectedColon);
            }
            self.at += 1;
            let value = self.value()?;
            let text = self.text[key.span.clone()].trim_matches('"').trim_start_matches("r#").to_owned();
            fields.push(Field { key_span: key.span, key: text, value });
            self.separator(close)?;
        }
        Ok(Node { span: start..self.at, tag, body: Body::Fields(fields) })
    }

    fn enter(&mut self, open: char) {
        self.open.push((open, self.at));
        self.at += 1;
    }

    /// Steps over the closing bracket where it comes next.
    fn leaves(&mut self, close: char) -> Scanned<bool> {
        self.blanks()?;
        match self.peek() {
            Some(c) if c == close => {
                self.at += 1;
                self.open.pop();
                Ok(true)
            }
            Some(found @ (')' | ']' | '}')) => self.slip(SlipKind::WrongBracket { expected: close, found }),
            Some(_) => Ok(false),
            None => self.cut_off(),
        }
    }

    /// Steps over a comma; without one only the closing bracket may follow.
    fn separator(&mut self, close: char) -> Scanned<()> {
        self.blanks()?;
        match self.peek() {
            Some(',') => {
                self.at += 1;
                Ok(())
            }
            Some(c) if c == close => Ok(()),
            Some(found @ (')' | ']' | '}')) => self.slip(SlipKind::WrongBracket { expected: close, found }),
            _ => self.unexpected(SlipKind::ExpectedComma { close }),
        }
    }
}

/// The ASCII sign for a Chinese one that is easily typed in its place.
fn ascii_for(c: char) -> Option<char> {
    Some(match c {
        '\u{FF0C}' | '、' | '\u{FF1B}' => ',',
        '\u{FF1A}' => ':',
        '“' | '”' | '\u{FF02}' | '「' | '」' => '"',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        '\u{FF3B}' | '【' => '[',
        '\u{FF3D}' | '】' => ']',
        '\u{FF5B}' => '{',
        '\u{FF5D}' => '}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::source::Route;

    #[test]
    fn finds_what_a_route_names() {
        let text = r###"// 茶
( schema: 1, /* 内 /* 外 */ */ stock: Some(3), name: "a\"b", raw: r#"x"y"#, t: (1, -2.5),
  steps: [(when: AnyOf([Label("steps:ask"), Not(Always)]))], voice: { Agrees: ["好"], "k": [] } )"###;
        let node = scan(text).map_err(|s| format!("{s:?}"));
        let node = node.as_ref();
        let shown = |route: Route| node.map(|n| text[n.find(&route)].to_owned()).unwrap_or_default();
        let when = Route::new("steps").at(0).field("when");
        for (route, expected) in [
            (Route::new("stock"), "3"),
            (Route::new("name"), r#""a\"b""#),
            (Route::new("raw"), "r#\"x\"y\"#"),
            (Route::new("t").at(1), "-2.5"),
            (when.inside().at(0).inside(), "\"steps:ask\""),
            (when.inside().at(1).inside(), "Always"),
            (Route::new("voice").key("Agrees"), "Agrees"),
            (Route::new("voice").field("Agrees").at(0), "\"好\""),
            (Route::new("voice").field("k").at(7), "[]"),
        ] {
            assert_eq!(shown(route.clone()), expected, "{route}: {node:?}");
        }
    }

    #[test]
    fn tells_what_is_wrong_and_where() {
        for (text, at, kind) in [
            ("", 0, SlipKind::Empty),
            (" // nur\n", 0, SlipKind::Empty),
            ("(a: 1", 5, SlipKind::CutOff { open: '(', at: 0 }),
            ("(a: \"x", 6, SlipKind::CutOff { open: '"', at: 4 }),
            ("(a: [1, 2", 9, SlipKind::CutOff { open: '[', at: 4 }),
            ("(a: 1 b: 2)", 6, SlipKind::ExpectedComma { close: ')' }),
            ("(a: 1\u{FF0C}b: 2)", 5, SlipKind::FullWidth { found: '\u{FF0C}', wanted: ',' }),
            ("(a\u{FF1A}1)", 2, SlipKind::FullWidth { found: '\u{FF1A}', wanted: ':' }),
            ("(a: “x”)", 4, SlipKind::FullWidth { found: '“', wanted: '"' }),
            ("(a: [1)", 6, SlipKind::WrongBracket { expected: ']', found: ')' }),
            ("(a: )", 4, SlipKind::ExpectedValue),
            ("(a: 1) x", 7, SlipKind::Trailing),
            ("#![enable(implicit_some)]\n()", 0, SlipKind::Attribute),
        ] {
            let slip = scan(text).err();
            assert_eq!(slip.as_ref().map(|s| (s.span.start, &s.kind)), Some((at, &kind)), "{text}");
        }
        let deep = "[".repeat(5_000);
        assert!(matches!(scan(&deep), Err(Slip { kind: SlipKind::TooDeep, .. })));
    }
}
