//! The pass through the network: tokens in, logits and tone out.

use super::header::LABELS;
use super::matching::{Item, Speech};
use super::model::{Layer, Model, Norm};
use super::scratch::Scratch;
use super::tokens::{END, START};

/// Stands for the line of a buyer who has said nothing.
const NOTHING: &str = "无";

pub(super) const BUYER: usize = 0;
pub(super) const REPLY: usize = 1;
pub(super) const ITEM: usize = 2;

/// What the encoder makes of a reply, not yet joined with the linear model.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub logits: [f32; LABELS],
    /// On the scale 1 to 5, but not cut to it.
    pub tone: f32,
    /// True where the reply was too long and its end was not read.
    pub cut: bool,
}

impl Model {
    /// Reads a reply to the buyer's lines, of which the end counts, beside lines of the sheet (or none); all in the
    /// form that the model was trained on (`normalise` of the crate huashu). Linear in the texts' lengths.
    pub fn reply(&self, scratch: &mut Scratch, buyer: &str, sheet: &str, reply: &str) -> Outcome {
        scratch.fit(self);
        self.divide(scratch, if buyer.is_empty() { NOTHING } else { buyer });
        let kept = scratch.ids.len().min(self.sizes.buyer);
        scratch.tokens.push((START, BUYER));
        scratch.tokens.extend(scratch.ids[scratch.ids.len() - kept..].iter().map(|id| (*id, BUYER)));
        scratch.tokens.push((END, BUYER));
        if !sheet.is_empty() {
            self.append(scratch, sheet, ITEM, self.sizes.sheet);
        }
        let room = self.sizes.tokens - 1 - scratch.tokens.len();
        let cut = self.append(scratch, reply, REPLY, room);
        self.pass(scratch);
        let heard = self.hear(scratch, |segment| segment != ITEM);
        let outputs = self.outputs(scratch, heard);
        Outcome { logits: std::array::from_fn(|label| outputs[label]), tone: outputs[LABELS], cut }
    }

    /// The same, and what is compared with items.
    pub fn listen(&self, scratch: &mut Scratch, buyer: &str, sheet: &str, reply: &str) -> (Outcome, Speech) {
        let outcome = self.reply(scratch, buyer, sheet, reply);
        (outcome, self.speech(scratch))
    }

    /// What a fact of the sheet, or something that the buyer asks, looks like to replies.
    pub fn item(&self, scratch: &mut Scratch, text: &str) -> Item {
        scratch.fit(self);
        scratch.tokens.push((START, ITEM));
        self.append(scratch, text, ITEM, self.sizes.item);
        self.pass(scratch);
        self.hear(scratch, |_| true);
        self.meaning(scratch)
    }

    /// Appends the first pieces of a text and the mark of its end. Returns true where it has more.
    fn append(&self, scratch: &mut Scratch, text: &str, segment: usize, most: usize) -> bool {
        self.divide(scratch, text);
        let kept = scratch.ids.len().min(most);
        scratch.tokens.extend(scratch.ids[..kept].iter().map(|id| (*id, segment)));
        scratch.tokens.push((END, segment));
        kept < scratch.ids.len()
    }

    fn divide(&self, scratch: &mut Scratch, text: &str) {
        self.pieces.encode(text, &mut scratch.lattice, &mut scratch.ids);
    }

    /// Runs the scratch's tokens through the layers.
    fn pass(&self, scratch: &mut Scratch) {
        self.embed(scratch);
        for layer in &self.layers {
            self.attend(scratch, layer);
            self.feed_forward(scratch, layer);
        }
    }

    /// Leaves the standardised tokens of these segments in `mixed`, and their standardised mean in `pooled`. Gives
    /// their number.
    fn hear(&self, scratch: &mut Scratch, segments: impl Fn(usize) -> bool) -> usize {
        let width = self.sizes.width;
        let Scratch { machine, tokens, rows, mixed, pooled, .. } = scratch;
        let mut heard = 0;
        for ((_, segment), row) in tokens.iter().zip(rows.chunks_exact(width)) {
            if segments(*segment) {
                mixed[heard * width..][..width].copy_from_slice(row);
                heard += 1;
            }
        }
        let own = &mut mixed[..heard * width];
        let pooled = &mut pooled[..width];
        machine.mean(own, pooled);
        for ((value, mean), scale) in pooled.iter_mut().zip(&self.pool_mean).zip(&self.pool_scale) {
            *value = (*value - mean) * scale;
        }
        for row in own.chunks_exact_mut(width) {
            for ((value, mean), scale) in row.iter_mut().zip(&self.pool_mean).zip(&self.look_scale) {
                *value = (*value - mean) * scale;
            }
        }
        heard
    }

    fn embed(&self, scratch: &mut Scratch) {
        let width = self.sizes.width;
        let rows = &mut scratch.rows[..scratch.tokens.len() * width];
        let places = rows.chunks_exact_mut(width).zip(self.position.chunks_exact(width));
        for ((row, position), (id, segment)) in places.zip(&scratch.tokens) {
            let (values, scale) = self.embedding(*id);
            let segment = &self.segment[segment * width..][..width];
            for (((out, byte), position), segment) in row.iter_mut().zip(values).zip(position).zip(segment) {
                *out = f32::from(*byte as i8) * scale + position + segment;
            }
        }
        let Norm { weight, bias } = &self.embed_norm;
        scratch.machine.normalise(rows, weight, bias, self.sizes.eps);
    }

    fn attend(&self, scratch: &mut Scratch, layer: &Layer) {
        let Scratch { machine, tokens, rows, mixed, added, wide, keys, shares, activations, .. } = scratch;
        let (tokens, width, heads) = (tokens.len(), self.sizes.width, self.sizes.heads);
        let (rows, mixed, added) =
            (&mut rows[..tokens * width], &mut mixed[..tokens * width], &mut added[..tokens * width]);
        let wide = &mut wide[..tokens * 3 * width];
        machine.quantise(rows, width, activations);
        machine.product(self.weights(&layer.qkv), activations, wide);
        machine.attend(wide, heads, keys, &mut shares[..tokens], mixed);
        machine.quantise(mixed, width, activations);
        machine.product(self.weights(&layer.out), activations, added);
        machine.add(rows, added);
        machine.normalise(rows, &layer.norm1.weight, &layer.norm1.bias, self.sizes.eps);
    }

    fn feed_forward(&self, scratch: &mut Scratch, layer: &Layer) {
        let Scratch { machine, tokens, rows, added, wide, activations, .. } = scratch;
        let (tokens, width, inner) = (tokens.len(), self.sizes.width, self.sizes.inner);
        let (rows, added) = (&mut rows[..tokens * width], &mut added[..tokens * width]);
        let wide = &mut wide[..tokens * inner];
        machine.quantise(rows, width, activations);
        machine.product(self.weights(&layer.up), activations, wide);
        machine.gelu(wide);
        machine.quantise(wide, inner, activations);
        machine.product(self.weights(&layer.down), activations, added);
        machine.add(rows, added);
        machine.normalise(rows, &layer.norm2.weight, &layer.norm2.bias, self.sizes.eps);
    }
}
