//! Which items of the sheet a reply tells, and which it only touches.

use super::Facts;
use super::index::Item;
use super::pairs::{Pairs, core};
use super::values::{ambiguous, equal, matters, trivial};
use crate::analysis::buyer::Buyer;
use crate::analysis::{Grasp, Sheet};
use crate::text::{Quantity, Span, Text, Unit};

/// Digits of a mobile number.
const MOBILE: usize = 11;
/// Digits of a fixed number with its area code.
const FIXED: std::ops::RangeInclusive<usize> = 10..=12;

/// Chars that deny what follows them.
const NEGATORS: [char; 5] = ['不', '没', '别', '无', '未'];

/// A stretch of the reply that is compared with the sheet: a clause, with its core chars.
struct Stretch {
    span: Span,
    core: Vec<char>,
    bag: Bag,
    pairs: Pairs,
    asks: bool,
}

pub fn read(text: &Text, quantities: &[Quantity], buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    let stretches = stretches(text);
    for (item, known) in sheet.items.iter().zip(&sheet.index.items) {
        if let Some(span) = worded(text, &stretches, known) {
            facts.mention(&item.subject, Grasp::Told, span);
        } else if let Some(span) = known.number.then(|| telephone(text)).flatten() {
            facts.mention(&item.subject, Grasp::Told, span);
        } else if let Some(span) = valued(text, quantities, buyer, known) {
            facts.mention(&item.subject, Grasp::Told, span);
        } else if let Some(span) = paraphrased(&stretches, known) {
            facts.mention(&item.subject, Grasp::Told, span);
        } else if let Some(span) = touched(text, known) {
            facts.mention(&item.subject, Grasp::Touched, span);
        }
    }
    if let Some(stock) = sheet.stock {
        read_stock(text, quantities, stock, facts);
    }
}

/// Clauses, and neighbours of one sentence together: people break sentences anywhere.
fn stretches(text: &Text) -> Vec<Stretch> {
    let clauses = text.clauses();
    let mut out = Vec::new();
    for (i, clause) in clauses.iter().enumerate() {
        let mut spans = vec![(clause.span, clause.question)];
        if let Some(next) = clauses.get(i + 1).filter(|n| n.sentence == clause.sentence) {
            spans.push((Span::new(clause.span.start, next.span.end), clause.question || next.question));
        }
        for (span, asks) in spans {
            let slice = text.slice(span);
            let core = core(slice);
            // Nobody says a fact in one breath of 120 chars; the bound keeps the comparison linear.
            if core.len() <= 120 {
                out.push(Stretch { span, bag: Bag::of(&core), core, pairs: Pairs::of(slice), asks });
            }
        }
    }
    out
}

/// Which chars there are: in order, each once, behind a sieve that lets few others through.
struct Bag {
    sieve: [u64; Self::BITS / 64],
    chars: Vec<char>,
}

impl Bag {
    const BITS: usize = 512;

    fn of(core: &[char]) -> Self {
        let mut chars = core.to_vec();
        chars.sort_unstable();
        chars.dedup();
        let mut sieve = [0; Self::BITS / 64];
        for c in &chars {
            let bit = *c as usize % Self::BITS;
            sieve[bit / 64] |= 1 << (bit % 64);
        }
        Self { sieve, chars }
    }

    fn may_have(&self, c: char) -> bool {
        let bit = c as usize % Self::BITS;
        self.sieve[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// True where no more than so many of the chars are missing.
    fn has_all_but(&self, most: usize, chars: &[char]) -> bool {
        let lacks = |has: &dyn Fn(&char) -> bool| chars.iter().filter(|c| !has(c)).nth(most).is_some();
        !lacks(&|c| self.may_have(*c)) && !lacks(&|c| self.chars.binary_search(c).is_ok())
    }
}

/// A wording of the item occurs, exactly or nearly.
fn worded(text: &Text, stretches: &[Stretch], item: &Item) -> Option<Span> {
    for stretch in stretches {
        if stretch.asks || text.is_quoted(stretch.span) {
            continue;
        }
        for say in &item.says {
            if says(&stretch.core, &stretch.bag, say) && !turned(text, stretch, say) {
                return Some(stretch.span);
            }
        }
    }
    None
}

/// True where the wording stands in the stretch whole, or with nearly all of its chars in order.
fn says(core: &[char], bag: &Bag, say: &[char]) -> bool {
    let needed = if say.len() < 4 { say.len() } else { (say.len() * 4).div_ceil(5) };
    if !bag.has_all_but(say.len() - needed, say) {
        return false;
    }
    if core.windows(say.len()).enumerate().any(|(at, w)| w == say && stands_alone(core, at, say.len())) {
        return true;
    }
    // Numbers and Latin words must stand as they are: 7天 is not 17天, l码 not xl码.
    if say.len() < 4 || say.iter().any(char::is_ascii_alphanumeric) && !runs_match(core, say) {
        return false;
    }
    // "国外能用" does not say "国外不能用": a no is the last char to be missing.
    let denied = |pair: &[char]| !NEGATORS.contains(&pair[0]) || core.windows(2).any(|own| own == pair);
    if !say.windows(2).all(denied) {
        return false;
    }
    let (common, stretch) = in_order(core, say);
    // A short wording has few chars to spare: scattered over a clause they say something else.
    let reach = if say.len() <= 5 { say.len() * 8 / 5 } else { say.len() * 3 };
    common >= needed && stretch <= reach
}

/// True where no number and no Latin word is cut at the ends of the stretch.
fn stands_alone(core: &[char], at: usize, length: usize) -> bool {
    let joined = |place: usize| {
        let side = |i: usize| core.get(i).copied().unwrap_or(' ');
        let (a, b) = (place.checked_sub(1).map_or(' ', side), side(place));
        a.is_ascii_digit() && b.is_ascii_digit() || a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
    };
    !joined(at) && !joined(at + length)
}

/// Every number and every Latin word in the wording stands in the stretch as one of its own.
fn runs_match(core: &[char], say: &[char]) -> bool {
    let runs = |chars: &[char]| -> Vec<String> {
        let kind = |c: &char| (c.is_ascii_digit(), c.is_ascii_alphabetic());
        let runs = chars.chunk_by(|a, b| kind(a) == kind(b));
        runs.filter(|run| run[0].is_ascii_alphanumeric()).map(|run| run.iter().collect()).collect()
    };
    let there = runs(core);
    runs(say).iter().all(|r| there.contains(r))
}

/// The longest common subsequence, and how far it reaches in `core`.
fn in_order(core: &[char], say: &[char]) -> (usize, usize) {
    // best[j]: length, and the place where the match that has it began.
    let mut best = vec![(0_usize, usize::MAX, 0_usize); say.len() + 1];
    for (i, c) in core.iter().enumerate() {
        let mut diagonal = best[0];
        for j in 1..=say.len() {
            let above = best[j];
            if *c == say[j - 1] {
                let start = if diagonal.0 == 0 { i } else { diagonal.1 };
                if diagonal.0 + 1 > best[j].0 {
                    best[j] = (diagonal.0 + 1, start, i + 1);
                }
            }
            if best[j - 1].0 > best[j].0 {
                best[j] = best[j - 1];
            }
            diagonal = above;
        }
    }
    let (length, start, end) = best[say.len()];
    (length, end.saturating_sub(start))
}

/// True where the stretch negates what the wording says: 不是整叶 for 整叶.
fn turned(text: &Text, stretch: &Stretch, say: &[char]) -> bool {
    let word: String = say.iter().take(2).collect();
    let slice = text.slice(stretch.span);
    match slice.find(&word) {
        Some(at) => {
            let start = stretch.span.start + at;
            text.is_negated(Span::new(start, start + word.len()))
        }
        None => false,
    }
}

/// A value of the item is said, with something that tells what it measures.
fn valued(text: &Text, quantities: &[Quantity], buyer: &Buyer, item: &Item) -> Option<Span> {
    for q in quantities {
        if trivial(q) || text.is_quoted(q.span) {
            continue;
        }
        let clause = text.clause_at(q.span.start)?;
        if clause.question {
            continue;
        }
        for part in &item.parts {
            if !part.values.iter().any(|v| equal(q, v) && !trivial(v)) {
                continue;
            }
            if !ambiguous(q.unit) || named(text, q, buyer, item, part.matters, &part.pairs) {
                return Some(text.clauses_around(q.span));
            }
        }
    }
    None
}

fn named(text: &Text, q: &Quantity, buyer: &Buyer, item: &Item, part_matters: u64, part_pairs: &Pairs) -> bool {
    let around = near(text, q.span);
    let slice = text.slice(around);
    let asked = if buyer.asks { buyer.text.as_str() } else { "" };
    item.cues.iter().any(|c| slice.contains(c.as_str()) || asked.contains(c.as_str()))
        || (matters(slice) | matters(asked)) & part_matters != 0
        || Pairs::of(slice).meets(part_pairs)
        || Pairs::of(asked).meets(part_pairs)
}

/// The clause of the span with its neighbours in the sentence.
fn near(text: &Text, span: Span) -> Span {
    let clauses = text.clauses();
    let at = clauses.partition_point(|c| c.span.end <= span.start);
    let Some(own) = clauses.get(at) else { return span };
    let left = at.checked_sub(1).and_then(|i| clauses.get(i)).filter(|c| c.sentence == own.sentence);
    let right = clauses.get(at + 1).filter(|c| c.sentence == own.sentence);
    Span::new(left.map_or(own.span.start, |c| c.span.start), right.map_or(own.span.end, |c| c.span.end))
}

/// Most of what tells a part of the item stands in one stretch.
fn paraphrased(stretches: &[Stretch], item: &Item) -> Option<Span> {
    for stretch in stretches.iter().filter(|s| !s.asks) {
        for part in &item.parts {
            if part.pairs.len() < 2 || !part.values.is_empty() && part.pairs.len() < 4 {
                continue;
            }
            let common = part.pairs.shared(&stretch.pairs).count();
            if common >= 2 && common * 10 >= part.pairs.len() * 6 {
                return Some(stretch.span);
            }
        }
    }
    None
}

fn touched(text: &Text, item: &Item) -> Option<Span> {
    let folded = text.as_str();
    item.cues
        .iter()
        .find_map(|c| folded.find(c.as_str()).map(|at| Span::new(at, at + c.len())))
        .map(|span| text.clauses_around(span))
}

/// True where so many digits at the start of the text are a mobile number, or a fixed one with its area code.
fn is_number(text: &str, digits: usize) -> bool {
    digits == MOBILE && text.starts_with('1') || FIXED.contains(&digits) && text.starts_with('0')
}

/// A telephone number, however its digits are grouped.
fn telephone(text: &Text) -> Option<Span> {
    let mut digits = 0;
    let mut from = 0;
    for (at, c) in text.as_str().char_indices().chain([(text.as_str().len(), '.')]) {
        match c {
            '0'..='9' => {
                from = if digits == 0 { at } else { from };
                digits += 1;
            }
            ' ' | '-' => {}
            _ if is_number(&text.as_str()[from..], digits) => {
                return Some(text.clauses_around(Span::new(from, at)));
            }
            _ => digits = 0,
        }
    }
    None
}

fn read_stock(text: &Text, quantities: &[Quantity], stock: u32, facts: &mut Facts) {
    const WORDS: &[&str] = &["剩", "库存", "现货", "还有"];
    const NO_PIECES: &[&str] = &["公元", "岁", "层", "公里", "级", "匹", "股", "席", "位", "人"];
    for q in quantities {
        let around = text.clauses_around(q.span);
        let slice = text.slice(around);
        let pieces = matches!(q.unit, Unit::Count(counter) if !NO_PIECES.contains(&counter));
        if !WORDS.iter().any(|w| slice.contains(w)) || !pieces {
            continue;
        }
        let right = q.milli == i64::from(stock) * 1000;
        facts.mention("stock", if right { Grasp::Told } else { Grasp::Wrong }, around);
    }
    if let Some(at) = WORDS.iter().find_map(|w| text.as_str().find(w)) {
        facts.mention("stock", Grasp::Touched, text.clauses_around(Span::new(at, at + 3)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn a_short_wording_stands_close_together() {
        for (reply, wording, said) in [
            ("泥料是宜兴的朱泥", "宜兴朱泥", true),
            ("宜兴产的朱泥", "宜兴朱泥", true),
            ("宜兴那边天气好,拍一张朱红色的泥巴", "宜兴朱泥", false),
            ("孩子放学了就看看心里喜欢的动画", "放心看动画", false),
            ("您放心看着动画", "放心看动画", true),
            ("这台国外能用", "国外不能用", false),
            ("拿到国外就不能用啦", "国外不能用", true),
            ("建议XL码", "L码", false),
            ("建议您拿L码", "L码", true),
            ("买17天", "7天", false),
            ("拿个 L 码就好", "拿L码就好", true),
            ("拿个XL码就好", "拿L码就好", false),
            ("这个套餐的流量没用完会自动转到下个月", "没用完自动转到下月", true),
        ] {
            let chars = core(&fold(reply));
            assert_eq!(says(&chars, &Bag::of(&chars), &core(&fold(wording))), said, "{reply} / {wording}");
        }
    }
}
