//! One file's text → its typed value, or every problem that keeps it from being one.

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::recover::Remainder;
use crate::diagnostic::{Diagnostic, listed};
use crate::i18n::Text;
use crate::scenario::format::SCHEMA;
use crate::scenario::source::{Body, LineIndex, Node, Route, Slip, SlipKind, scan};

/// A file whose syntax is sound: where things stand in it.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub index: LineIndex<'a>,
    pub tree: Node,
}

impl<'a> Parsed<'a> {
    /// Reads the syntax and the format version.
    pub fn new(path: &'a str, text: &'a str) -> Result<Self, Box<Diagnostic>> {
        let index = LineIndex::new(text);
        match scan(text) {
            Ok(tree) => {
                let parsed = Self { path, text, index, tree };
                match parsed.wrong_schema() {
                    Some(problem) => Err(Box::new(problem)),
                    None => Ok(parsed),
                }
            }
            Err(slip) => {
                let place = index.place(&slip.span);
                Err(Box::new(told(path, &slip, &index).at(place.line, place.column, place.length)))
            }
        }
    }

    pub fn at(&self, problem: Diagnostic, span: &std::ops::Range<usize>) -> Diagnostic {
        let place = self.index.place(span);
        problem.at(place.line, place.column, place.length)
    }

    fn wrong_schema(&self) -> Option<Diagnostic> {
        let version = &self.tree.field("schema")?.value.plain().span;
        let number: u64 = self.text.get(version.clone())?.parse().ok()?;
        let code = match number {
            n if n == u64::from(SCHEMA) => return None,
            n if n > u64::from(SCHEMA) => "newer-schema",
            _ => "wrong-schema",
        };
        let problem = Diagnostic::error(self.path, code)
            .with("found", i64::try_from(number).unwrap_or(i64::MAX))
            .with("known", i64::from(SCHEMA));
        Some(self.at(problem, version))
    }

    /// The typed value; None where there were problems, which are added to the list.
    pub fn value<T: DeserializeOwned>(&self, problems: &mut Vec<Diagnostic>) -> Option<T> {
        let before = problems.len();
        self.duplicate_keys(&self.tree, problems);
        let mut remainder = Remainder::new(self.text);
        loop {
            match typed::<T>(remainder.text()) {
                Ok(value) => return (problems.len() == before).then_some(value),
                Err(mistake) => {
                    let Some(tree) = remainder.tree() else { break };
                    let problem = self.describe(&mistake, &tree, &remainder);
                    problems.extend(problem);
                    if !remainder.without(&tree, &mistake) {
                        break;
                    }
                }
            }
        }
        None
    }

    fn duplicate_keys(&self, node: &Node, problems: &mut Vec<Diagnostic>) {
        match &node.body {
            Body::Leaf => {}
            Body::List(items) => items.iter().for_each(|item| self.duplicate_keys(item, problems)),
            Body::Fields(fields) => {
                for (at, field) in fields.iter().enumerate() {
                    if let Some(first) = fields[..at].iter().find(|f| f.key == field.key) {
                        let line = self.index.place(&first.key_span).line as i64;
                        let problem = Diagnostic::error(self.path, "duplicate-key")
                            .with("key", short(&field.key))
                            .with("line", line);
                        problems.push(self.at(problem, &field.key_span));
                    }
                    self.duplicate_keys(&field.value, problems);
                }
            }
        }
    }

    /// The mistake as a diagnostic; None where it has been told already.
    fn describe(&self, mistake: &Mistake, tree: &Node, remainder: &Remainder) -> Option<Diagnostic> {
        use ron::Error as E;
        let error = |code: &str| Diagnostic::error(self.path, code);
        let trail = tree.walk(&mistake.route);
        let last = trail.last().map_or(0..0, |n| n.span.clone());
        let complete = trail.len() == mistake.route.0.len() + 1;
        let raw = remainder.offset(mistake.line, mistake.column);
        let raw = raw..raw + 1;
        let here = if complete { last.clone() } else { raw.clone() };
        let found = || short(self.text.get(here.clone()).unwrap_or_default());
        let wrong_type = |expected: &str| {
            let expected = Text::new(format!("diag-expected-{expected}"));
            error("wrong-type").with("expected", expected).with("found", found())
        };
        let (problem, span) = match &mistake.error {
            E::DuplicateStructField { .. } => return None,
            E::NoSuchStructField { expected, found, .. } => {
                let key = trail.iter().rev().find_map(|n| n.field(found)).map(|f| f.key_span.clone());
                let help = listed(found, expected.iter().copied());
                (error("unknown-field").with("field", short(found)).helped(help), key.unwrap_or(raw))
            }
            E::NoSuchEnumVariant { expected, found, .. } => {
                let key = trail.iter().rev().find_map(|n| n.field(found)).map(|f| f.key_span.clone());
                let help = listed(found, expected.iter().copied());
                (error("unknown-variant").with("name", short(found)).helped(help), key.unwrap_or(here.clone()))
            }
            E::MissingStructField { field, .. } => {
                if remainder.was_removed(last.start, field) {
                    return None;
                }
                (error("missing-field").with("field", *field), last.start..last.start + 1)
            }
            E::ExpectedInteger | E::InvalidIntegerDigit { .. } => (wrong_type("integer"), here.clone()),
            E::ExpectedFloat | E::FloatUnderscore => (wrong_type("number"), here.clone()),
            E::ExpectedBoolean => (wrong_type("boolean"), here.clone()),
            E::ExpectedString => (wrong_type("string"), here.clone()),
            E::ExpectedArray => (wrong_type("list"), here.clone()),
            E::ExpectedMap => (wrong_type("map"), here.clone()),
            E::ExpectedStructLike | E::ExpectedNamedStructLike(_) | E::ExpectedDifferentStructName { .. } => {
                (wrong_type("struct"), here.clone())
            }
            E::ExpectedIdentifier => (wrong_type("name"), here.clone()),
            E::IntegerOutOfBounds => (error("number-range").with("found", found()), here.clone()),
            E::ExpectedDifferentLength { .. } | E::ExpectedArrayEnd | E::ExpectedStructLikeEnd => {
                (error("wrong-length").with("found", found()), here.clone())
            }
            E::ExceededRecursionLimit => (error("too-deep"), raw),
            other => (error("syntax").with("why", short(&other.to_string())), here.clone()),
        };
        Some(self.at(problem, &span))
    }
}

/// What ron refused, by path and by position in the text it was given.
pub(super) struct Mistake {
    pub error: ron::Error,
    pub route: Route,
    pub line: usize,
    pub column: usize,
}

fn typed<T: DeserializeOwned>(text: &str) -> Result<T, Mistake> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let spanned = |e: ron::error::SpannedError, route| Mistake {
        line: e.span.start.line,
        column: e.span.start.col,
        error: e.code,
        route,
    };
    let mut reader = ron::Deserializer::from_str_with_options(text, &options).map_err(|e| spanned(e, Route::top()))?;
    match serde_path_to_error::deserialize(&mut reader) {
        Ok(value) => match reader.end() {
            Ok(()) => Ok(value),
            Err(error) => Err(spanned(reader.span_error(error), Route::top())),
        },
        Err(error) => {
            let route = route_of(error.path());
            Err(spanned(reader.span_error(error.into_inner()), route))
        }
    }
}

fn route_of(path: &serde_path_to_error::Path) -> Route {
    let mut route = Route::top();
    for segment in path {
        route = match segment {
            Segment::Seq { index } => route.at(*index),
            Segment::Map { key } => route.field(key),
            Segment::Enum { .. } => route.inside(),
            Segment::Unknown => break,
        };
    }
    route
}

/// Text from a file inside a message: one line, and no longer than a message bears.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default().trim_end();
    let mut out: String = line.chars().take(MOST).collect();
    if out.len() < text.trim_end().len() {
        out.push('…');
    }
    out
}

fn told(path: &str, slip: &Slip, index: &LineIndex<'_>) -> Diagnostic {
    let error = |code: &str| Diagnostic::error(path, code);
    match &slip.kind {
        SlipKind::CutOff { open, at } => {
            let place = index.place(&(*at..*at + 1));
            let open = if *open == '*' { "/*".to_owned() } else { open.to_string() };
            error("cut-off").with("open", open).with("line", place.line as i64).with("column", place.column as i64)
        }
        SlipKind::Empty => error("empty-file"),
        SlipKind::ExpectedComma { close } => error("expected-comma").with("close", close.to_string()),
        SlipKind::ExpectedColon => error("expected-colon"),
        SlipKind::ExpectedValue => error("expected-value"),
        SlipKind::WrongBracket { expected, found } => {
            error("wrong-bracket").with("expected", expected.to_string()).with("found", found.to_string())
        }
        SlipKind::FullWidth { found, wanted } => {
            error("full-width").with("found", found.to_string()).with("wanted", wanted.to_string())
        }
        SlipKind::Trailing => error("trailing"),
        SlipKind::Attribute => error("attribute"),
        SlipKind::TooDeep => error("too-deep"),
    }
}
