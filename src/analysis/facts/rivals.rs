//! What the reply says of a competitor, which is no word about our own goods.

use super::values::equal;
use crate::analysis::Sheet;
use crate::text::{Quantity, Text};

/// The competitors that the reply speaks of: their values are theirs.
pub(super) fn speaks_of_rival(text: &Text, q: &Quantity, sheet: &Sheet) -> bool {
    let rivals = sheet.index.items.iter().filter(|i| i.rival);
    // "599那种": the buyer spoke of it, or it is pointed at by a value that is only its own.
    let pointed = ["那种", "那个", "那款", "它", "那家", "那边"].iter().any(|w| text.as_str().contains(w));
    let theirs = rivals.clone().flat_map(|i| &i.parts).flat_map(|p| &p.values);
    if pointed && theirs.into_iter().any(|v| equal(q, v)) {
        return true;
    }
    // A rival is mostly called by the first half of its name.
    let called = |cue: &String| {
        let short: String = cue.chars().take(2).collect();
        text.as_str().contains(cue.as_str()) || short.chars().count() == 2 && text.as_str().contains(&short)
    };
    rivals.flat_map(|i| &i.cues).any(called)
        || ["别家", "他家", "他们", "那家", "人家", "隔壁", "同行", "便宜的"].iter().any(|w| text.as_str().contains(w))
}

/// True where the place stands in a sentence about a competitor, and our own has not been named since.
pub(super) fn told_of_rival(text: &Text, at: usize, sheet: &Sheet) -> bool {
    let clauses = text.clauses();
    let own = clauses.partition_point(|c| c.span.end <= at);
    let Some(here) = clauses.get(own) else { return false };
    let first = clauses[..=own].iter().rev().take_while(|c| c.sentence == here.sentence).last();
    let head = text.as_str().get(first.map_or(here.span.start, |c| c.span.start)..at).unwrap_or_default();
    let rivals = sheet.index.items.iter().filter(|i| i.rival).flat_map(|i| &i.cues);
    let named =
        rivals.map(String::as_str).chain(["别家", "他家", "那家", "人家", "隔壁", "同行", "他们", "那种", "对面"]);
    let theirs = named.filter_map(|w| head.rfind(w)).max();
    let ours = ["我们", "咱", "我家", "这款", "本店", "我这"].iter().filter_map(|w| head.rfind(w)).max();
    theirs.is_some_and(|t| ours.is_none_or(|o| o < t))
}
