//! Results remembered by what they were made of; shared between threads, bounded.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// So many results are kept; then all are forgotten at once.
const MOST: usize = 32_768;

/// What was made before of the same key.
pub struct Memory<K, V>(Mutex<BTreeMap<K, V>>);

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord, V: Clone> Memory<K, V> {
    /// The result for the key, made now where it is not known. Others may go on while it is made.
    pub fn of(&self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let made = make();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, made.clone());
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_each_once_and_forgets_when_full() {
        let memory = Memory::default();
        let mut made = 0;
        let mut ask = |key: usize| {
            memory.of(key, || {
                made += 1;
                key * 2
            })
        };
        assert_eq!([ask(1), ask(2), ask(1)], [2, 4, 2]);
        for key in 0..=MOST {
            ask(key);
        }
        ask(1);
        // 1 and 2 were known; the last key came to a full memory, and 1 was made anew.
        assert_eq!(made, MOST + 2);
    }
}
