//! What a reply speaks of: each token of an item seeks the token of the reply that is nearest to it.

use super::model::Model;
use super::network::{BUYER, ITEM, REPLY};
use super::scratch::Scratch;

/// Length of a token's vector.
pub const VECTOR: usize = 64;
/// What is known of a reply and an item.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// How near reply and buyer come to it by the chars that they share, from 0 upwards.
    pub near: [u32; 2],
    /// How well its tokens are met in the reply and in what the buyer said, −1 to 1.
    pub met: [f32; 2],
}

const KNOWN: usize = 4;
/// The nearness that counts one half.
const NEAR: f32 = 1000.0;
/// Units of the small network that weighs it.
pub(super) const HIDDEN: usize = 12;
/// What that network sees: what is known, and the same against the mean of all items.
pub(super) const SEEN: usize = 2 * KNOWN;

/// The tokens of reply and buyer as items see them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    reply: Vec<[f32; VECTOR]>,
    buyer: Vec<[f32; VECTOR]>,
}

/// The tokens of an item with their shares, which sum to one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    tokens: Vec<[f32; VECTOR]>,
    shares: Vec<f32>,
}

impl Item {
    /// How well the item is met in the reply and in what the buyer said, −1 to 1; 0 for an empty item.
    pub fn met(&self, scratch: &Scratch, speech: &Speech) -> [f32; 2] {
        let machine = scratch.machine;
        [&speech.reply, &speech.buyer].map(|words| {
            let mut found = vec![0.0; words.len()];
            let best = self.tokens.iter().map(|token| {
                machine.dots(words.as_flattened(), token, &mut found);
                found.iter().copied().fold(-1.0, f32::max)
            });
            best.zip(&self.shares).fold(0.0, |sum, (best, share)| sum + best * share)
        })
    }
}

/// What a nearness by shared chars, from 0 upwards, counts: 0 to 1.
pub fn share_of_near(near: u32) -> f32 {
    near as f32 / (near as f32 + NEAR)
}

impl Model {
    /// The speech of the reply that was read last with this scratch.
    pub(super) fn speech(&self, scratch: &Scratch) -> Speech {
        let mut speech = Speech::default();
        let heard = scratch.tokens.iter().map(|(_, segment)| *segment).filter(|segment| *segment != ITEM);
        for (segment, row) in heard.zip(scratch.mixed.chunks_exact(self.sizes.width)) {
            let vector = self.vector(scratch, &self.match_weight, row);
            match segment {
                REPLY => speech.reply.push(vector),
                BUYER => speech.buyer.push(vector),
                _ => {}
            }
        }
        speech
    }

    /// The item that was read last with this scratch, without the marks at its ends.
    pub(super) fn meaning(&self, scratch: &Scratch) -> Item {
        let count = scratch.tokens.len().saturating_sub(2);
        let rows = || scratch.mixed.chunks_exact(self.sizes.width).skip(1).take(count);
        let tokens = rows().map(|row| self.vector(scratch, &self.match_item, row)).collect();
        let mut shares = vec![0.0; count];
        for (share, row) in shares.iter_mut().zip(rows()) {
            scratch.machine.dots(&self.match_worth, row, std::slice::from_mut(share));
        }
        scratch.machine.softmax(&mut shares);
        Item { tokens, shares }
    }

    /// How surely each item is spoken of, from what is known of them all; from 0 upwards it is.
    pub fn spoken_of(&self, known: &[Known]) -> Vec<f32> {
        let count = known.len().max(1) as f32;
        let numbers = |k: &Known| [share_of_near(k.near[0]), share_of_near(k.near[1]), k.met[0], k.met[1]];
        let known: Vec<[f32; KNOWN]> = known.iter().map(numbers).collect();
        let mean: [f32; KNOWN] = std::array::from_fn(|k| known.iter().fold(0.0, |sum, item| sum + item[k]) / count);
        let score = |item: &[f32; KNOWN]| {
            let seen: [f32; SEEN] =
                std::array::from_fn(|k| if k < KNOWN { item[k] } else { item[k - KNOWN] - mean[k - KNOWN] });
            let dot = |row: &[f32]| row.iter().zip(&seen).fold(0.0, |sum, (weight, value)| sum + weight * value);
            let rows = self.match_hidden.chunks_exact(SEEN).zip(&self.match_bias).zip(&self.match_out);
            rows.fold(dot(&self.match_direct) - self.match_none, |sum, ((row, bias), out)| {
                sum + (dot(row) + bias).max(0.0) * out
            })
        };
        known.iter().map(score).collect()
    }

    /// Of length 1, or all zero.
    fn vector(&self, scratch: &Scratch, matrix: &[f32], row: &[f32]) -> [f32; VECTOR] {
        let mut vector = [0.0; VECTOR];
        scratch.machine.dots(matrix, row, &mut vector);
        let mut square = [0.0];
        scratch.machine.dots(&vector, &vector, &mut square);
        let factor = 1.0 / (square[0] + 1e-12).sqrt();
        vector.map(|v| v * factor)
    }
}
