//! The doors of all lists of patterns in one table: a text finds what it opens with one look-up for each of its keys,
//! instead of each list trying each of its doors.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// A list's place in the table; None for a list that has none.
pub(super) type ListId = u32;

/// Patterns of lists, in order, whose door a text opens.
#[derive(Clone, Debug, Default)]
pub(super) struct Opened {
    patterns: Vec<u32>,
    /// Where in `patterns` each list's end, for the lists that were in the table when the text looked.
    ends: Vec<u32>,
}

impl Opened {
    /// The patterns of the list, in order; None where it was not in the table when the text looked.
    pub fn of(&self, list: ListId) -> Option<impl Iterator<Item = u32> + '_> {
        let list = list as usize;
        let end = *self.ends.get(list)? as usize;
        let start = list.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&start| start as usize);
        Some(self.patterns.get(start..end).unwrap_or_default().iter().copied())
    }
}

/// List and pattern in one number, in the order of both.
fn packed(list: ListId, pattern: u32) -> u64 {
    u64::from(list) << 32 | u64::from(pattern)
}

/// Bits of the sieve: some thousand keys leave it almost empty, and it stays in the processor's nearest memory.
const SIEVE: u32 = 1 << 16;

#[derive(Default)]
struct Table {
    lists: ListId,
    /// By key: lists with their patterns, packed.
    behind: BTreeMap<u32, Vec<u64>>,
    /// A bit for each key (some share one): most keys of a text are in no list and need not be searched for.
    sieve: Vec<u64>,
}

impl Table {
    /// A key's word and bit in the sieve; the key's bits are spread by the golden ratio (Knuth, TAOCP 6.4).
    fn place(key: u32) -> (usize, u64) {
        let bit = key.wrapping_mul(0x9E37_79B9) >> (u32::BITS - SIEVE.ilog2());
        ((bit / u64::BITS) as usize, 1 << (bit % u64::BITS))
    }

    fn put(&mut self, key: u32, both: u64) {
        self.behind.entry(key).or_default().push(both);
        self.sieve.resize((SIEVE / u64::BITS) as usize, 0);
        let (word, bit) = Self::place(key);
        self.sieve[word] |= bit;
    }

    fn get(&self, key: u32) -> Option<&Vec<u64>> {
        let (word, bit) = Self::place(key);
        (self.sieve.get(word)? & bit != 0).then(|| self.behind.get(&key))?
    }
}

/// Lists are made once and live as long as the program: the table only grows, and what it answers never depends on it.
static TABLE: RwLock<Option<Table>> = RwLock::new(None);

/// Takes a list's doors, each with the pattern behind it, into the table.
pub(super) fn enter(doors: impl Iterator<Item = (u32, u32)>) -> ListId {
    let mut table = TABLE.write().unwrap_or_else(PoisonError::into_inner);
    let table = table.get_or_insert_default();
    let list = table.lists;
    table.lists += 1;
    for (key, pattern) in doors {
        table.put(key, packed(list, pattern));
    }
    list
}

/// What a text with these keys opens.
pub(super) fn opened(keys: impl Iterator<Item = u32>) -> Opened {
    let table = TABLE.read().unwrap_or_else(PoisonError::into_inner);
    let Some(table) = table.as_ref() else { return Opened::default() };
    let mut found: Vec<u64> = keys.filter_map(|key| table.get(key)).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    let mut ends = vec![0; table.lists as usize];
    let mut patterns = Vec::with_capacity(found.len());
    let mut list = 0;
    for both in found {
        let own = (both >> 32) as usize;
        ends[list..own].fill(patterns.len() as u32);
        list = own;
        patterns.push(both as u32);
    }
    ends[list..].fill(patterns.len() as u32);
    Opened { patterns, ends }
}
