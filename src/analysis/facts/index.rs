//! The sheet made ready for comparison: folded wordings, values, word pairs of every item.

use std::collections::{BTreeMap, BTreeSet};

use super::denials::Denied;
use super::pairs::{Pairs, core};
use super::plain::Named;
use super::values::matters;
use crate::analysis::Sheet;
use crate::text::{Quantity, Text, quantities};

/// A wording that stands for any telephone number.
const ANY_NUMBER: &str = "<number>";

/// What is derived from a sheet's texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    pub(super) items: Vec<Item>,
    /// Every value on the sheet.
    pub(super) values: Vec<Quantity>,
    /// Every folded text of the sheet, joined.
    pub(super) all: String,
    /// Those of them that speak of something given.
    gifts: String,
    /// What it denies.
    pub(super) denied: Denied,
    /// What it names of what a reply may say plainly.
    pub(super) named: Named,
}

/// One item of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    pub(super) parts: Vec<Part>,
    /// Folded without punctuation and particles.
    pub(super) says: Vec<Vec<char>>,
    pub(super) cues: Vec<String>,
    /// True where any telephone number tells it.
    pub(super) number: bool,
    /// True for what is known of a competitor.
    pub(super) rival: bool,
}

/// A part of an item's text between two breaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    pub(super) text: String,
    /// The heading of its item.
    pub(super) head: String,
    pub(super) values: Vec<Quantity>,
    pub(super) matters: u64,
    /// Neighbouring chars that tell this item from the others.
    pub(super) pairs: Pairs,
}

impl Index {
    pub fn of(sheet: &Sheet) -> Self {
        let mut items: Vec<Item> = sheet
            .items
            .iter()
            .map(|item| Item {
                parts: parts(&item.text),
                number: item.says.iter().any(|s| s == ANY_NUMBER),
                says: item
                    .says
                    .iter()
                    .filter(|s| *s != ANY_NUMBER)
                    .map(|s| core(&crate::text::fold(s)))
                    .filter(|s| s.len() >= 2)
                    .collect(),
                rival: item.subject.starts_with("competitor:"),
                cues: item.cues.iter().map(|c| crate::text::fold(c)).filter(|c| !c.is_empty()).collect(),
            })
            .collect();
        // Pairs that stand in many items tell none of them.
        let mut spread: BTreeMap<(char, char), usize> = BTreeMap::new();
        for item in &items {
            let own: BTreeSet<(char, char)> = item.parts.iter().flat_map(|p| p.pairs.iter().copied()).collect();
            for pair in own {
                *spread.entry(pair).or_default() += 1;
            }
        }
        let common = (items.len() / 4).max(2);
        for part in items.iter_mut().flat_map(|i| i.parts.iter_mut()) {
            part.pairs.retain(|p| spread.get(p).copied().unwrap_or(0) <= common);
        }
        let values = items
            .iter()
            .filter(|i| !i.rival)
            .flat_map(|i| i.parts.iter().flat_map(|p| p.values.iter().copied()))
            .collect();
        let mut all = String::new();
        for text in sheet.items.iter().map(|i| i.text.as_str()).chain([sheet.name.as_str(), sheet.category.as_str()]) {
            all.push_str(&crate::text::fold(text));
            all.push(';');
        }
        for say in sheet.items.iter().flat_map(|i| &i.says).filter(|s| *s != ANY_NUMBER) {
            all.push_str(&crate::text::fold(say));
            all.push(';');
        }
        let gifts =
            all.split(';').filter(|t| ["赠", "送", "礼", "配", "含", "试"].iter().any(|w| t.contains(w))).collect();
        let (denied, named) = (Denied::of(&all), Named::of(&all));
        Self { items, values, all, gifts, denied, named }
    }
}

impl Index {
    /// The texts that speak of something given, folded.
    pub fn gifts(&self) -> &str {
        &self.gifts
    }

    /// Every folded text of the sheet.
    pub fn text(&self) -> &str {
        &self.all
    }
}

/// The parts of a fact's text; the heading before the colon gives all of them its matter.
fn parts(text: &str) -> Vec<Part> {
    let text = Text::new(text);
    let folded = text.as_str();
    let head = folded.split_once(':').map_or("", |(head, _)| head);
    let head = if head.chars().count() <= 8 && !head.contains(|c: char| c.is_ascii_digit()) { head } else { "" };
    let mut out: Vec<Part> = Vec::new();
    for piece in folded.split([',', ';', '。', '、', '(', ')']) {
        let bare = piece.strip_prefix(head).map_or(piece, |p| p.trim_start_matches(':'));
        if bare.is_empty() {
            continue;
        }
        out.push(Part {
            text: bare.to_owned(),
            head: head.to_owned(),
            values: quantities(bare),
            matters: matters(bare) | matters(head),
            pairs: Pairs::of(bare),
        });
    }
    out
}
