//! Unigram pieces: the division of a text that has the greatest sum of scores.

use super::error::ModelError;
use super::file::names;

pub(super) const START: u32 = 0;
pub(super) const END: u32 = 2;
const UNKNOWN: u32 = 3;
/// The pieces that no text matches, in the order of their ids.
const SPECIAL: [&str; 4] = ["<s>", "<pad>", "</s>", "<unk>"];
/// Stands for a blank, and before the first word.
const BLANK: char = '▁';
/// How much less than the worst piece a char without a piece counts.
const PENALTY: f32 = 10.0;

/// The pieces, sorted by their bytes.
pub(super) struct Pieces {
    text: Vec<u8>,
    sorted: Vec<Piece>,
    /// Where in `sorted` the pieces with each first byte begin; one more at the end.
    first: Vec<usize>,
    scores: Vec<f32>,
    unknown: f32,
}

#[derive(Clone, Copy)]
struct Piece {
    start: u32,
    end: u32,
    id: u32,
}

/// Buffers of the search, to be used again.
#[derive(Clone, Debug, Default)]
pub(super) struct Lattice {
    marked: String,
    nodes: Vec<Node>,
}

/// The best way to a place in the text.
#[derive(Clone, Copy, Debug)]
struct Node {
    score: f32,
    /// Where its last piece begins, in bytes.
    from: usize,
    id: u32,
}

impl Lattice {
    /// Makes room for a text that takes so many bytes, the mark before it included.
    pub fn reserve(&mut self, bytes: usize) {
        self.marked.clear();
        self.marked.reserve(bytes);
        self.nodes.clear();
        self.nodes.reserve(bytes + 1);
    }
}

impl Pieces {
    /// Reads the entries in the order of their ids; there is a score for each.
    pub fn new(bytes: &[u8], scores: Vec<f32>) -> Result<Self, ModelError> {
        let broken = |reason: &str| ModelError::broken("pieces", reason);
        let ranges = names("pieces", bytes)?;
        if ranges.len() != scores.len() {
            return Err(broken("there are not as many as scores"));
        }
        let pieces: Vec<Piece> =
            ranges.iter().zip(0..).map(|(range, id)| Piece { start: range.start, end: range.end, id }).collect();
        let mut out = Self { text: bytes.to_vec(), sorted: Vec::new(), first: Vec::new(), scores, unknown: 0.0 };
        let (special, rest) = pieces.split_at_checked(SPECIAL.len()).ok_or_else(|| broken("there are too few"))?;
        if special.iter().zip(SPECIAL).any(|(piece, name)| out.bytes(*piece) != name.as_bytes()) {
            return Err(broken("the first are not <s>, <pad>, </s> and <unk>"));
        }
        let mut sorted = rest.to_vec();
        sorted.sort_unstable_by(|a, b| out.bytes(*a).cmp(out.bytes(*b)));
        if sorted.windows(2).any(|pair| out.bytes(pair[0]) == out.bytes(pair[1])) {
            return Err(broken("one is there twice"));
        }
        out.first = (0..=256)
            .map(|byte| sorted.partition_point(|p| out.bytes(*p).first().is_some_and(|b| usize::from(*b) < byte)))
            .collect();
        out.sorted = sorted;
        out.unknown = out.scores.iter().fold(f32::MAX, |least, s| least.min(*s)) - PENALTY;
        Ok(out)
    }

    pub fn len(&self) -> usize {
        self.scores.len()
    }

    /// Replaces `ids` by those of a text in its normal form; none where it is empty. Linear in the text's length.
    pub fn encode(&self, normal: &str, lattice: &mut Lattice, ids: &mut Vec<u32>) {
        ids.clear();
        if normal.is_empty() {
            return;
        }
        let Lattice { marked, nodes } = lattice;
        marked.clear();
        marked.push(BLANK);
        marked.extend(normal.chars().map(|c| if c == ' ' { BLANK } else { c }));
        nodes.clear();
        nodes.resize(marked.len() + 1, Node { score: f32::NEG_INFINITY, from: 0, id: UNKNOWN });
        nodes[0].score = 0.0;
        for (from, c) in marked.char_indices() {
            let before = nodes[from].score;
            let mut reach = |length: usize, id: u32, score: f32| {
                let node = &mut nodes[from + length];
                if before + score > node.score {
                    *node = Node { score: before + score, from, id };
                }
            };
            let mut alone = false;
            self.matches(&marked.as_bytes()[from..], |length, id| {
                alone |= length == c.len_utf8();
                reach(length, id, self.scores[id as usize]);
            });
            if !alone {
                reach(c.len_utf8(), UNKNOWN, self.unknown);
            }
        }
        let mut at = marked.len();
        while at > 0 {
            let node = nodes[at];
            if node.id != UNKNOWN || ids.last() != Some(&UNKNOWN) {
                ids.push(node.id);
            }
            at = node.from;
        }
        ids.reverse();
    }

    /// Calls with the length and the id of every piece with which the bytes begin, the shortest first.
    fn matches(&self, bytes: &[u8], mut found: impl FnMut(usize, u32)) {
        let Some(&byte) = bytes.first() else { return };
        let byte = usize::from(byte);
        let mut pieces = &self.sorted[self.first[byte]..self.first[byte + 1]];
        for depth in 1..=bytes.len() {
            let Some(&shortest) = pieces.first() else { return };
            if (shortest.end - shortest.start) as usize == depth {
                found(depth, shortest.id);
            }
            let next = bytes.get(depth).copied();
            let below = pieces.partition_point(|p| self.bytes(*p).get(depth).copied() < next);
            pieces = &pieces[below..];
            let same = pieces.partition_point(|p| self.bytes(*p).get(depth).copied() <= next);
            pieces = &pieces[..same];
        }
    }

    fn bytes(&self, piece: Piece) -> &[u8] {
        &self.text[piece.start as usize..piece.end as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(pieces: &[(&str, f32)]) -> (Vec<u8>, Vec<f32>) {
        let all = SPECIAL.iter().map(|s| (*s, 0.0)).chain(pieces.iter().copied());
        let mut bytes = Vec::new();
        let mut scores = Vec::new();
        for (piece, score) in all {
            bytes.push(piece.len() as u8);
            bytes.extend(piece.bytes());
            scores.push(score);
        }
        (bytes, scores)
    }

    #[test]
    fn divides_texts_as_the_scores_say() {
        let (bytes, scores) = entries(&[
            ("▁", -3.0),
            ("▁你", -4.0),
            ("你", -3.5),
            ("好", -3.0),
            ("你好", -5.0),
            ("▁你好呀", -20.0),
            ("a", -2.0),
            ("ab", -4.0),
            ("b", -2.0),
            ("▁ab", -9.0),
            ("多少钱", -6.0),
            ("多", -5.0),
            ("少", -5.0),
        ]);
        let pieces = Pieces::new(&bytes, scores).expect("sound");
        let name = |id: &u32| {
            String::from_utf8_lossy(&names("", &bytes).map_or(Vec::new(), |n| {
                let range = n[*id as usize].clone();
                bytes[range.start as usize..range.end as usize].to_vec()
            }))
            .into_owned()
        };
        let mut ids = vec![7];
        let mut lattice = Lattice::default();
        for (text, expected) in [
            ("", ""),
            ("你好", "▁你 好"),
            ("好你好", "▁ 好 你好"),
            ("你好 你好", "▁你 好 ▁你 好"),
            ("你好呀", "▁你好呀"),
            ("你好啊", "▁你 好 <unk>"),
            ("呀", "▁ <unk>"),
            ("呀呀呀好", "▁ <unk> 好"),
            // Near-misses: the beginning of a piece alone, and one that ends too late.
            ("多少", "▁ 多 少"),
            ("多少钱", "▁ 多少钱"),
            ("多钱", "▁ 多 <unk>"),
            // Of equal sums the longer piece, which begins first.
            ("你ab", "▁你 ab"),
            ("ab", "▁ ab"),
            ("😀😀👍🏽", "▁ <unk>"),
            ("好😀好", "▁ 好 <unk> 好"),
            ("<s>", "▁ <unk>"),
        ] {
            pieces.encode(text, &mut lattice, &mut ids);
            assert_eq!(ids.iter().map(name).collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn refuses_tables_that_are_not_sound() {
        let (sound, scores) = entries(&[("a", -1.0), ("b", -2.0)]);
        let (twice, _) = entries(&[("a", -1.0), ("a", -2.0)]);
        let (few, _) = entries(&[("a", -1.0)]);
        let mut cut = sound.clone();
        cut.pop();
        let mut foreign = sound.clone();
        foreign[1] = b'{';
        let mut bad = sound.clone();
        bad[sound.len() - 1] = 0xff;
        for bytes in [twice, few, cut, foreign, bad, Vec::new()] {
            assert!(
                matches!(Pieces::new(&bytes, scores.clone()), Err(ModelError::Broken { part, .. }) if part == "pieces")
            );
        }
        assert_eq!(Pieces::new(&sound, scores).map(|p| p.len()).ok(), Some(6));
    }
}
