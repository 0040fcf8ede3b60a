//! Goes on after a mistake: what is wrong is blanked out, so that the rest can be read and its mistakes told too.

use std::collections::BTreeSet;
use std::ops::Range;

use super::parse::Mistake;
use crate::diagnostic::nearest;
use crate::scenario::source::{Body, LineIndex, Node, scan};

/// Mistakes told of one file. Each needs the file to be read once more.
const MOST_ROUNDS: usize = 40;
/// Larger files (in bytes) are not read again and again.
const LARGEST: usize = 512 * 1024;

/// A file's text of which what is wrong has been blanked out; what is left keeps its byte offsets.
pub(super) struct Remainder {
    text: String,
    /// Fields taken out, by the offset of the struct they stood in.
    removed: BTreeSet<(usize, String)>,
    rounds: usize,
}

impl Remainder {
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), removed: BTreeSet::new(), rounds: 0 }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// None where blanking has broken the syntax; then no more can be told.
    pub fn tree(&self) -> Option<Node> {
        scan(&self.text).ok()
    }

    /// True where the field is missing only because it was blanked out.
    pub fn was_removed(&self, start: usize, field: &str) -> bool {
        self.removed.contains(&(start, field.to_owned()))
    }

    /// The byte offset of a place that ron counted in this text.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        LineIndex::new(&self.text).offset(line, column)
    }

    /// Blanks out the smallest thing around the mistake that can be left out; false where that is all there is.
    pub fn without(&mut self, tree: &Node, mistake: &Mistake) -> bool {
        self.rounds += 1;
        if self.rounds >= MOST_ROUNDS || self.text.len() > LARGEST {
            return false;
        }
        use ron::Error as E;
        let trail = tree.walk(&mistake.route);
        let named = match &mistake.error {
            E::NoSuchStructField { found, .. } | E::NoSuchEnumVariant { found, .. } => Some(found.as_str()),
            E::DuplicateStructField { field, .. } => Some(*field),
            _ => None,
        };
        // A key that is wrong in itself, the last one where it stands twice.
        if let Some(name) = named
            && let Some(field) =
                trail.iter().rev().find_map(|n| n.fields().iter().rev().find(|field| field.key == name))
        {
            let span = field.key_span.start..field.value.span.end;
            if let E::NoSuchStructField { expected, .. } = &mistake.error
                && let Some(meant) = nearest(name, expected.iter().copied())
                && let Some(around) = trail.iter().rev().find(|n| n.field(name).is_some())
            {
                // The field that was meant is not missing as well.
                self.removed.insert((around.span.start, meant.to_owned()));
            }
            self.blank(span);
            return true;
        }
        for at in (1..trail.len()).rev() {
            let (parent, child) = (trail[at - 1], trail[at]);
            match &parent.body {
                Body::Fields(fields) => {
                    let holds = |span: &Range<usize>| span.start <= child.span.start && child.span.end <= span.end;
                    if let Some(field) = fields.iter().find(|f| holds(&f.value.span)) {
                        self.removed.insert((parent.span.start, field.key.clone()));
                        self.blank(field.key_span.start..field.value.span.end);
                        return true;
                    }
                }
                Body::List(_) if self.text[parent.span.start..].starts_with('[') => {
                    self.blank(child.span.clone());
                    return true;
                }
                _ => {}
            }
        }
        false
    }

    /// Blanks a span and the comma after it, byte for byte; line breaks stay.
    fn blank(&mut self, span: Range<usize>) {
        let rest = &self.text[span.end..];
        let trimmed = rest.trim_start();
        let end = if trimmed.starts_with(',') { span.end + rest.len() - trimmed.len() + 1 } else { span.end };
        let blanks: String = self.text[span.start..end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        self.text.replace_range(span.start..end, &blanks);
    }
}
