//! Which lines of the sheet a reply comes nearest to: the encoder reads them beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Pairs;
use super::values::matters;
use crate::analysis::Sheet;
use crate::text::{Text, fold};

/// So many lines are shown to the encoder.
const MOST_LINES: usize = 2;
/// Of a long line only the first chars are shown.
const MOST_CHARS: usize = 36;
/// Of a long reply only the first chars are compared; nobody puts the matter after them.
const MOST_SAID: usize = 400;
/// What a pair of neighbouring chars weighs that stands in this line alone; less where it stands in more.
const PAIR: u32 = 1_200;
/// What the buyer's words weigh against the reply's, in tenths.
const BUYERS: u32 = 7;
/// What a number weighs that stands in both.
const NUMBER: u32 = 1_500;
/// What a matter weighs that both speak of (warranty, dispatch …).
const MATTER: u32 = 900;

/// Words of the matter that needs no heading: what it costs.
const PRICE_WORDS: &[&str] = &["价", "贵", "便宜", "多少钱", "最低", "打折", "优惠", "预算"];
/// Its bit among the matters.
const PRICE: u64 = 1 << 63;

/// The lines of a sheet, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    lines: Vec<Line>,
    /// In how many lines a pair of chars stands.
    spread: BTreeMap<(char, char), u32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Line {
    shown: String,
    pairs: Pairs,
    numbers: BTreeSet<String>,
    matters: u64,
}

impl Lines {
    pub fn of(sheet: &Sheet) -> Self {
        let floor = sheet.floor_price.map(|floor| format!(",底价:{floor}元")).unwrap_or_default();
        let price = sheet.price.map(|price| format!("价格:{price}元{floor}"));
        Self::among(sheet.items.iter().map(|item| item.text.as_str()).chain(price.as_deref()))
    }

    /// Lines that are told from one another: a pair of chars that stands in many of them says little.
    pub fn among<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let lines: Vec<Line> = texts.map(Line::of).collect();
        let mut spread = BTreeMap::new();
        for pair in lines.iter().flat_map(|line| line.pairs.iter()) {
            *spread.entry(*pair).or_default() += 1;
        }
        Self { lines, spread }
    }

    /// How near the reply and the buyer's words come to each line; 0 where they share nothing.
    pub fn nearness(&self, reply: &Text, buyer: &Text) -> Vec<(u32, u32)> {
        let (said, asked) = (Line::of(start(reply.as_str())), Line::of(start(buyer.as_str())));
        self.lines.iter().map(|line| (self.between(line, &said), self.between(line, &asked))).collect()
    }

    /// The nearest lines in the sheet's order, joined by semicolons; empty where none comes near.
    pub fn nearest(&self, reply: &Text, buyer: &Text) -> String {
        let near = self.nearness(reply, buyer).into_iter().map(|(said, asked)| said * 10 + asked * BUYERS);
        let mut near: Vec<(u32, usize)> = near.zip(0..).filter(|(nearness, _)| *nearness > 0).collect();
        near.sort_by_key(|&(nearness, place)| (std::cmp::Reverse(nearness), place));
        near.truncate(MOST_LINES);
        near.sort_by_key(|&(_, place)| place);
        let shown: Vec<&str> = near.iter().map(|&(_, place)| self.lines[place].shown.as_str()).collect();
        shown.join(";")
    }

    fn between(&self, line: &Line, said: &Line) -> u32 {
        let shared = line.pairs.shared(&said.pairs);
        let pairs: u32 = shared.map(|pair| PAIR / self.spread.get(pair).copied().unwrap_or(1).max(1)).sum();
        // A long line has more chances: what counts is the share, but not wholly.
        let size = 4 + line.pairs.len() as u32;
        let numbers = line.numbers.intersection(&said.numbers).count() as u32;
        let matters = (line.matters & said.matters).count_ones();
        pairs * 16 / size + numbers * NUMBER + matters * MATTER
    }
}

/// The first chars of a text that are compared.
fn start(text: &str) -> &str {
    text.char_indices().nth(MOST_SAID).map_or(text, |(end, _)| &text[..end])
}

impl Line {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let numbers = folded.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let price = if PRICE_WORDS.iter().any(|word| folded.contains(word)) { PRICE } else { 0 };
        Self {
            pairs: Pairs::of(&folded),
            numbers: numbers.map(str::to_owned).collect(),
            matters: matters(&folded) | price,
            shown: text.chars().take(MOST_CHARS).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::context::tests::tea;

    #[test]
    fn the_lines_that_are_spoken_of_come_first() {
        let sheet = Sheet::plain(&tea());
        let near = |buyer: &str, reply: &str| Lines::of(&sheet).nearest(&Text::new(reply), &Text::new(buyer));
        assert!(near("里面有什么", "就是荷叶山楂和陈皮,别的没有").contains("配料"));
        assert!(near("什么时候发货", "今天下午就给您发出去").contains("发货"));
        assert!(near("多少钱", "一盒129").contains("价格:129元"));
        assert_eq!(near("你好", "您好呀"), "");
    }
}
