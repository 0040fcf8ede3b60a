//! The doors of all lists of patterns in one table: a text finds what it opens with one look-up for each of its keys,
//! instead of each list trying each of its doors.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
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

/// Keys are hashes already.
#[derive(Default)]
struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&b| self.0 = self.0 << 8 | u64::from(b));
    }

    fn write_u32(&mut self, key: u32) {
        // The table takes its place from the low bits and its tag from the high ones.
        self.0 = u64::from(key) << 32 | u64::from(key);
    }
}

#[derive(Default)]
struct Table {
    lists: ListId,
    /// By key: lists with their patterns, packed.
    behind: HashMap<u32, Vec<u64>, BuildHasherDefault<Plain>>,
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
        table.behind.entry(key).or_default().push(packed(list, pattern));
    }
    list
}

/// What a text with these keys opens.
pub(super) fn opened(keys: impl Iterator<Item = u32>) -> Opened {
    let table = TABLE.read().unwrap_or_else(PoisonError::into_inner);
    let Some(table) = table.as_ref() else { return Opened::default() };
    let mut found: Vec<u64> = keys.filter_map(|key| table.behind.get(&key)).flatten().copied().collect();
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
