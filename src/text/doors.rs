//! The doors of all lists of patterns in one table: a text finds what it opens with one look-up for each of its keys,
//! instead of each list trying each of its doors.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// A list's patterns among those of all lists: the first, and where they end.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListId {
    start: u32,
    end: u32,
}

/// Patterns of lists whose door a text opens: a bit for each pattern that was in the table when the text looked.
#[derive(Clone, Debug, Default)]
pub(super) struct Opened {
    bits: Vec<u64>,
    patterns: u32,
}

impl Opened {
    /// The patterns of the list, in order; None where it was not in the table when the text looked.
    pub fn of(&self, list: ListId) -> Option<impl Iterator<Item = u32> + '_> {
        let ListId { start, end } = list;
        if end > self.patterns {
            return None;
        }
        let mut word = start / u64::BITS;
        // The bits of the first word that belong to lists before this one are not looked at.
        let mut bits = self.word(word) & (u64::MAX << (start % u64::BITS));
        Some(std::iter::from_fn(move || {
            while bits == 0 {
                word += 1;
                if word * u64::BITS >= end {
                    return None;
                }
                bits = self.word(word);
            }
            let at = word * u64::BITS + bits.trailing_zeros();
            bits &= bits - 1;
            (at < end).then(|| at - start)
        }))
    }

    fn word(&self, at: u32) -> u64 {
        self.bits.get(at as usize).copied().unwrap_or_default()
    }
}

/// Bits of the sieve: some thousand keys leave it almost empty, and it stays in the processor's nearest memory.
const SIEVE: u32 = 1 << 16;

#[derive(Default)]
struct Table {
    /// How many patterns all lists have.
    patterns: u32,
    /// By key: the patterns behind it.
    behind: BTreeMap<u32, Vec<u32>>,
    /// A bit for each key (some share one): most keys of a text are in no list and need not be searched for.
    sieve: Vec<u64>,
}

impl Table {
    /// A key's word and bit in the sieve; the key's bits are spread by the golden ratio (Knuth, TAOCP 6.4).
    fn place(key: u32) -> (usize, u64) {
        let bit = key.wrapping_mul(0x9E37_79B9) >> (u32::BITS - SIEVE.ilog2());
        ((bit / u64::BITS) as usize, 1 << (bit % u64::BITS))
    }

    fn put(&mut self, key: u32, pattern: u32) {
        self.behind.entry(key).or_default().push(pattern);
        self.sieve.resize((SIEVE / u64::BITS) as usize, 0);
        let (word, bit) = Self::place(key);
        self.sieve[word] |= bit;
    }

    fn get(&self, key: u32) -> Option<&Vec<u32>> {
        let (word, bit) = Self::place(key);
        (self.sieve.get(word)? & bit != 0).then(|| self.behind.get(&key))?
    }
}

/// Lists are made once and live as long as the program: the table only grows, and what it answers never depends on it.
static TABLE: RwLock<Option<Table>> = RwLock::new(None);

/// Takes a list of so many patterns into the table, with its doors and the pattern behind each.
pub(super) fn enter(count: u32, doors: impl Iterator<Item = (u32, u32)>) -> ListId {
    let mut table = TABLE.write().unwrap_or_else(PoisonError::into_inner);
    let table = table.get_or_insert_default();
    let start = table.patterns;
    table.patterns += count;
    for (key, pattern) in doors {
        table.put(key, start + pattern);
    }
    ListId { start, end: table.patterns }
}

/// What a text with these keys opens.
pub(super) fn opened(keys: impl Iterator<Item = u32>) -> Opened {
    let table = TABLE.read().unwrap_or_else(PoisonError::into_inner);
    let Some(table) = table.as_ref() else { return Opened::default() };
    let mut bits = vec![0; table.patterns.div_ceil(u64::BITS) as usize];
    for &pattern in keys.filter_map(|key| table.get(key)).flatten() {
        if let Some(word) = bits.get_mut((pattern / u64::BITS) as usize) {
            *word |= 1 << (pattern % u64::BITS);
        }
    }
    Opened { bits, patterns: table.patterns }
}
