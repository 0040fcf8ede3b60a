//! Pairs of neighbouring chars: what two texts share tells whether they speak of the same.

use std::cmp::Ordering;
use std::sync::LazyLock;

/// Chars that carry no matter of their own.
const IDLE: &str =
    "的了是在有和与或及可以能会就都也还不我你他她它们这那个一上下中为为于到给把被让请等更最很非常呢吗吧啊";
/// Particles that are no part of what a text says.
const PARTICLES: &str = "的了呀啊哦哈呢吧嘛啦哟噢喔嘞咯亲";

/// A kind of char, as a bit for each char of the basic plane, where nearly all writing lies.
struct Kind {
    bits: Vec<u64>,
    is: fn(char) -> bool,
}

impl Kind {
    const PLANE: u32 = 1 << 16;

    fn new(is: fn(char) -> bool) -> Self {
        let mut bits = vec![0; Self::PLANE as usize / 64];
        for c in (0..Self::PLANE).filter_map(char::from_u32).filter(|&c| is(c)) {
            bits[c as usize / 64] |= 1 << (c as usize % 64);
        }
        Self { bits, is }
    }

    fn has(&self, c: char) -> bool {
        match self.bits.get(c as usize / 64) {
            Some(word) => word >> (c as usize % 64) & 1 == 1,
            None => (self.is)(c),
        }
    }
}

static SOLID: LazyLock<Kind> = LazyLock::new(|| Kind::new(|c| c.is_alphabetic() && !IDLE.contains(c)));
static CORE: LazyLock<Kind> = LazyLock::new(|| Kind::new(|c| c.is_alphanumeric() && !PARTICLES.contains(c)));

/// Folded chars without punctuation, blanks and particles.
pub fn core(folded: &str) -> Vec<char> {
    let kind = &*CORE;
    folded.chars().filter(|&c| kind.has(c)).collect()
}

/// The neighbouring Chinese chars (or Latin words' letters) of a text, idle ones left out: in order, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs(Vec<(char, char)>);

impl Pairs {
    pub fn of(folded: &str) -> Self {
        let kind = &*SOLID;
        let mut all = Vec::with_capacity(folded.len() / 3);
        let mut before = None;
        for c in folded.chars() {
            let solid = kind.has(c).then_some(c);
            if let (Some(a), Some(b)) = (before, solid) {
                all.push((a, b));
            }
            before = solid;
        }
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &(char, char)> {
        self.0.iter()
    }

    pub fn retain(&mut self, keep: impl FnMut(&(char, char)) -> bool) {
        self.0.retain(keep);
    }

    /// Those of another text beside these.
    pub fn with(mut self, other: &Self) -> Self {
        self.0.extend(&other.0);
        self.0.sort_unstable();
        self.0.dedup();
        self
    }

    /// Those that both have.
    pub fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a (char, char)> {
        let (mut a, mut b) = (self.0.as_slice(), other.0.as_slice());
        std::iter::from_fn(move || {
            while let ([x, after_a @ ..], [y, after_b @ ..]) = (a, b) {
                match x.cmp(y) {
                    Ordering::Less => a = after_a,
                    Ordering::Greater => b = after_b,
                    Ordering::Equal => {
                        (a, b) = (after_a, after_b);
                        return Some(x);
                    }
                }
            }
            None
        })
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.shared(other).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_carry_matter() {
        for (a, b, shared) in [
            ("荷叶山楂", "山楂荷叶", 2),
            ("荷叶的山楂", "叶山", 0),
            ("荷叶山楂", "叶山", 1),
            ("荷,叶", "荷叶", 0),
            ("", "荷叶", 0),
        ] {
            assert_eq!(Pairs::of(a).shared(&Pairs::of(b)).count(), shared, "{a} {b}");
            assert_eq!(Pairs::of(a).meets(&Pairs::of(b)), shared > 0, "{a} {b}");
        }
        assert_eq!(Pairs::of("山楂山楂").len(), 2);
        assert_eq!(Pairs::of("山楂").with(&Pairs::of("荷叶山楂")), Pairs::of("荷叶山楂"));
    }

    #[test]
    fn kinds_are_told_beyond_the_basic_plane_too() {
        assert_eq!(core("𠮷,的a1😀"), ['𠮷', 'a', '1']);
    }
}
