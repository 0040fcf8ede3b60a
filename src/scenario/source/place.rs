//! Byte offsets → line and column, counted in chars.

use std::ops::Range;

/// A place in a file. All are counted from 1, columns and length in chars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// Up to the end of the line at most, and at least 1.
    pub length: usize,
}

impl Place {
    /// The file as a whole.
    pub const WHOLE: Place = Place { line: 0, column: 0, length: 1 };
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The place of a span of bytes; offsets past the end or inside a char are moved back to the last char's start.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.floor_char_boundary(span.end).max(start);
        let line = self.starts.partition_point(|s| *s <= start).max(1);
        let before = self.text.get(self.starts[line - 1]..start).unwrap_or_default();
        let covered = self.text.get(start..end).unwrap_or_default();
        let covered = covered.lines().next().unwrap_or_default();
        Place { line, column: before.chars().count() + 1, length: covered.chars().count().max(1) }
    }

    /// The byte offset of a line and column, both counted from 1.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = line.checked_sub(1).and_then(|l| self.starts.get(l)) else { return self.text.len() };
        let rest = &self.text[*start..];
        rest.char_indices().nth(column.saturating_sub(1)).map_or(self.text.len(), |(at, _)| start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_chars_not_bytes() {
        let text = "(\n 名: \"茶\",\r\n)";
        let index = LineIndex::new(text);
        let tea = text.find('茶').map_or(0, |at| at);
        assert_eq!(index.place(&(tea..tea + 3)), Place { line: 2, column: 6, length: 1 });
        assert_eq!(index.offset(2, 6), tea);
        assert_eq!(index.place(&(text.len()..text.len())), Place { line: 3, column: 2, length: 1 });
        assert_eq!(LineIndex::new("").place(&(9..12)), Place { line: 1, column: 1, length: 1 });
    }
}
