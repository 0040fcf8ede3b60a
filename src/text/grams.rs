//! Which chars, and which pairs of neighbours, stand in a text: tells at once of most literals that they do not.

use std::sync::OnceLock;

use super::doors::{Opened, opened};

/// Bits for each byte of a text: about one pair in a hundred that is not there seems to be.
const BITS: usize = 64;
const LEAST_BITS: usize = 1 << 10;
const MOST_BITS: usize = 1 << 20;

/// The chars and pairs of one text, as bits at places that their hashes name.
#[derive(Clone, Debug, Default)]
pub(super) struct Grams {
    bits: Vec<u64>,
    mask: u32,
    /// Which patterns of all lists the text opens a door of; asked for once, for texts that many lists are held against.
    opened: OnceLock<Opened>,
}

impl Grams {
    pub fn of(folded: &str) -> Self {
        let size = (folded.len() * BITS).next_power_of_two().clamp(LEAST_BITS, MOST_BITS);
        // Within u32: at most MOST_BITS.
        let mut grams = Self { bits: vec![0; size / 64], mask: (size - 1) as u32, opened: OnceLock::new() };
        keys(folded).for_each(|key| grams.set(key));
        grams
    }

    /// What this text, which the grams are of, opens of all lists.
    pub fn opened(&self, folded: &str) -> &Opened {
        self.opened.get_or_init(|| opened(keys(folded)))
    }

    fn set(&mut self, key: u32) {
        let at = key & self.mask;
        if let Some(word) = self.bits.get_mut((at >> 6) as usize) {
            *word |= 1 << (at & 63);
        }
    }

    /// False where the text lacks the char or pair; true where it has it, and now and then where not.
    #[inline]
    fn may_hold(&self, key: u32) -> bool {
        let at = key & self.mask;
        self.bits.get((at >> 6) as usize).is_some_and(|word| word >> (at & 63) & 1 == 1)
    }
}

/// The keys of each char and of each pair of neighbours.
fn keys(folded: &str) -> impl Iterator<Item = u32> + '_ {
    let mut before = None;
    folded.chars().flat_map(move |c| {
        let pair = before.map(|b| key(b, Some(c)));
        before = Some(c);
        std::iter::once(key(c, None)).chain(pair)
    })
}

fn key(c: char, next: Option<char>) -> u32 {
    let both = u64::from(u32::from(c)) << 21 | next.map_or(0, |n| u64::from(u32::from(n)));
    // The upper half of a product mixes best; within u32 after the shift.
    (both.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

/// What each of a list of patterns needs, made ready to be held against [`Grams`].
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// The first key of each literal, and where in `keys` its others end.
    literals: Vec<(u32, u32)>,
    keys: Vec<u32>,
    /// Where in `literals` each set ends, where in `sets` each pattern.
    sets: Vec<u32>,
    patterns: Vec<u32>,
    /// The first key of each literal of each pattern's first set: the one list that every text is held against whole,
    /// and the patterns that they lead to.
    doors: Vec<u32>,
    behind: Vec<u32>,
    /// The patterns without a set.
    open: Vec<u32>,
}

impl Needs {
    /// Adds a pattern by the sets of literals of each of which a match holds one.
    pub fn add(&mut self, sets: &[Vec<String>]) {
        let mut sets: Vec<&Vec<String>> = sets.iter().collect();
        // What is asked first rules out most patterns: pairs stand in fewer texts than single chars.
        sets.sort_by_key(|set| (set.iter().any(|literal| literal.chars().nth(1).is_none()), set.len()));
        let pattern = count(&self.patterns);
        if sets.is_empty() {
            self.open.push(pattern);
        }
        for (nth, set) in sets.into_iter().enumerate() {
            for literal in set {
                let chars: Vec<char> = literal.chars().collect();
                let mut keys = chars.windows(2).map(|pair| key(pair[0], Some(pair[1])));
                let first = keys.next().or_else(|| chars.first().map(|&c| key(c, None)));
                self.keys.extend(keys);
                let first = first.unwrap_or_default();
                self.literals.push((first, count(&self.keys)));
                if nth == 0 {
                    self.doors.push(first);
                    self.behind.push(pattern);
                }
            }
            self.sets.push(count(&self.literals));
        }
        self.patterns.push(count(&self.sets));
    }

    /// How many patterns there are.
    pub fn count(&self) -> u32 {
        count(&self.patterns)
    }

    /// The doors of all patterns, with the pattern behind each.
    pub fn doors(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.doors.iter().copied().zip(self.behind.iter().copied())
    }

    /// The patterns whose every set may have a literal in the text, in order; tries every door.
    pub fn met<'a>(&'a self, grams: &'a Grams) -> impl Iterator<Item = usize> + 'a {
        let open = (0..self.doors.len()).filter(|&d| grams.may_hold(self.doors[d])).map(|d| self.behind[d]);
        self.met_behind(grams, open)
    }

    /// The same where it is known which patterns have a door that the text opens; in order, repeated or not.
    pub fn met_behind<'a>(
        &'a self,
        grams: &'a Grams,
        opened: impl Iterator<Item = u32> + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let mut open = self.open.iter().map(|&p| p as usize).peekable();
        let mut last = None;
        let mut doors = opened.map(|p| p as usize).filter(move |&p| {
            let met = last != Some(p) && part(&self.patterns, p).all(|s| self.set_met(s, grams));
            last = Some(p);
            met
        });
        let mut next = doors.next();
        std::iter::from_fn(move || match (open.peek(), next) {
            (Some(&o), Some(p)) if o < p => open.next(),
            (_, Some(p)) => {
                next = doors.next();
                Some(p)
            }
            (_, None) => open.next(),
        })
    }

    #[inline]
    fn set_met(&self, set: usize, grams: &Grams) -> bool {
        let range = part(&self.sets, set);
        let literals = self.literals.get(range.clone()).unwrap_or_default();
        literals
            .iter()
            .enumerate()
            .any(|(i, &(first, end))| grams.may_hold(first) && self.rest_met(range.start + i, end, grams))
    }

    #[cold]
    fn rest_met(&self, literal: usize, end: u32, grams: &Grams) -> bool {
        let start = literal.checked_sub(1).and_then(|before| self.literals.get(before)).map_or(0, |before| before.1);
        let keys = self.keys.get(start as usize..end as usize).unwrap_or_default();
        keys.iter().all(|&key| grams.may_hold(key))
    }
}

/// The range that ends at the place listed and begins where the one before ends.
#[inline]
fn part(ends: &[u32], at: usize) -> std::ops::Range<usize> {
    let start = if at == 0 { 0 } else { ends[at - 1] };
    start as usize..ends[at] as usize
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_out_what_is_not_there_and_never_what_is() {
        let mut needs = Needs::default();
        let set = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        needs.add(&[set("下单"), set("帮你 给你")]);
        needs.add(&[set("今天发货")]);
        needs.add(&[]);
        needs.add(&[set("x")]);
        for (text, met) in [
            ("我给你下单", vec![0, 2]),
            ("我给你看", vec![2]),
            ("今天就发货", vec![2]),
            ("好今天发货", vec![1, 2]),
            ("x", vec![2, 3]),
            ("", vec![2]),
        ] {
            assert_eq!(needs.met(&Grams::of(text)).collect::<Vec<_>>(), met, "{text}");
        }
    }

    #[test]
    fn a_long_text_keeps_its_chars() {
        let long: String = ('\u{4e00}'..'\u{9000}').collect();
        let grams = Grams::of(&long);
        assert!(('\u{4e00}'..'\u{9000}').all(|c| grams.may_hold(key(c, None))));
    }
}
