//! Results remembered by what they were made of; shared between threads, bounded.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What was made before of the same key.
pub struct Memory<K, V> {
    known: Mutex<BTreeMap<K, V>>,
    most: usize,
}

impl<K: Ord, V: Clone> Memory<K, V> {
    /// Keeps so many results; then all are forgotten at once.
    pub fn of_at_most(most: usize) -> Self {
        Self { known: Mutex::default(), most }
    }

    /// The result for the key, made now where it is not known. Others may go on while it is made.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let made = make();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= self.most {
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
        let memory = Memory::of_at_most(2);
        let mut made = Vec::new();
        let mut ask = |key: usize| {
            memory.get(key, || {
                made.push(key);
                key * 2
            })
        };
        assert_eq!([1, 2, 1, 3, 3, 1].map(&mut ask), [2, 4, 2, 6, 6, 2]);
        // 3 came to a full memory; after it 1 was made anew.
        assert_eq!(made, [1, 2, 3, 1]);
    }
}
