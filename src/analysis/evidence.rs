//! Why a label was given: the shortest stretch of the reply without which it is not.
//!
//! Stretches are runs of clauses. One is evidence for a label where the reply without it loses the label; so every span
//! that is shown has been tried.

use std::collections::BTreeMap;

use super::Evidence;
use super::judge::Verdict;
use crate::text::Text;

/// More clauses than this are joined to neighbours: each one costs a look at the reply without it.
const MOST_STRETCHES: usize = 8;
/// The same for a reply that is longer than the encoder reads, where each look costs most.
const MOST_STRETCHES_LONG: usize = 4;
/// From so many chars on a reply counts as long.
const LONG: usize = 300;
/// A clause of fewer chars goes with its neighbour.
const LEAST_CHARS: usize = 3;

/// The reply's clauses as ranges of its original chars, together the whole reply.
pub fn stretches(text: &Text) -> Vec<(usize, usize)> {
    let mut cuts: Vec<usize> = text.clauses().iter().skip(1).map(|c| text.original(c.span).0).collect();
    cuts.insert(0, 0);
    cuts.push(text.original_chars());
    cuts.dedup();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for pair in cuts.windows(2) {
        match out.last_mut() {
            Some(last) if last.1 - last.0 < LEAST_CHARS || pair[1] - pair[0] < LEAST_CHARS => last.1 = pair[1],
            _ => out.push((pair[0], pair[1])),
        }
    }
    let most = if text.original_chars() < LONG { MOST_STRETCHES } else { MOST_STRETCHES_LONG };
    while out.len() > most {
        let lengths = out.windows(2).map(|w| w[1].1 - w[0].0);
        let Some((at, _)) = lengths.enumerate().min_by_key(|&(i, length)| (length, i)) else { break };
        out[at].1 = out[at + 1].1;
        out.remove(at + 1);
    }
    out
}

/// A span for each of the labels (index and identifier). `without` judges the reply with a range of chars left out;
/// None says that nothing is left to judge.
pub fn earn(
    text: &Text,
    labels: &[(usize, &'static str)],
    mut without: impl FnMut(usize, usize) -> Option<Verdict>,
) -> Vec<Evidence> {
    let parts = stretches(text);
    let mut tried: BTreeMap<(usize, usize), Option<Verdict>> = BTreeMap::new();
    let mut out = Vec::new();
    for &(label, id) in labels {
        let mut found = trimmed(text, (0, text.original_chars()));
        'lengths: for length in 1..parts.len() {
            let mut best: Option<(f32, (usize, usize))> = None;
            for window in parts.windows(length) {
                let range = trimmed(text, (window[0].0, window[length - 1].1));
                let verdict = tried.entry(range).or_insert_with(|| without(range.0, range.1));
                let margin = verdict.as_ref().map_or(f32::MIN, |v| v.margins[label]);
                if margin < 0.0 && best.is_none_or(|(least, _)| margin < least) {
                    best = Some((margin, range));
                }
            }
            if let Some((_, range)) = best {
                found = range;
                break 'lengths;
            }
        }
        out.push(Evidence::new(id, found.0, found.1));
    }
    out
}

/// The range without what separates its clauses from their neighbours.
fn trimmed(text: &Text, (start, end): (usize, usize)) -> (usize, usize) {
    let inside = text.clauses().iter().map(|c| text.original(text.trim(c.span)));
    let inside: Vec<(usize, usize)> = inside.filter(|&(a, b)| a >= start && b <= end && b > a).collect();
    match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => (first.0, last.1),
        _ => (start, end),
    }
}
