//! The pass through the network: tokens in, logits, tone and sentence vector out.

use super::header::LABELS;
use super::model::{Layer, Model, Norm};
use super::scratch::Scratch;
use super::tokens::{END, START};

/// Length of a sentence vector.
pub const VECTOR: usize = 128;
/// Stands for the line of a buyer who has said nothing.
const NOTHING: &str = "无";

const BUYER: usize = 0;
const REPLY: usize = 1;
const ITEM: usize = 2;

/// What the encoder makes of a reply, not yet joined with the linear model.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub logits: [f32; LABELS],
    /// On the scale 1 to 5, but not cut to it.
    pub tone: f32,
    /// Of length 1 (or all zero): its product with an item's says how well they match.
    pub vector: [f32; VECTOR],
    /// True where the reply was too long and its end was not read.
    pub cut: bool,
}

impl Model {
    /// Reads a reply to the buyer's line, of which the end counts; both in the form that the model was trained on
    /// (`normalise` of the crate huashu). Linear in the texts' lengths.
    pub fn reply(&self, scratch: &mut Scratch, buyer: &str, reply: &str) -> Outcome {
        scratch.fit(self);
        self.divide(scratch, if buyer.is_empty() { NOTHING } else { buyer });
        let kept = scratch.ids.len().min(self.sizes.buyer);
        scratch.tokens.push((START, BUYER));
        scratch.tokens.extend(scratch.ids[scratch.ids.len() - kept..].iter().map(|id| (*id, BUYER)));
        scratch.tokens.push((END, BUYER));
        let cut = self.append(scratch, reply, REPLY, self.sizes.tokens - 3 - kept);
        self.pass(scratch);
        let outputs = self.outputs(scratch);
        let vector = self.vector(scratch, &self.match_weight);
        Outcome { logits: std::array::from_fn(|label| outputs[label]), tone: outputs[LABELS], vector, cut }
    }

    /// The sentence vector of a sheet's fact or a buyer's question, of length 1 (or all zero).
    pub fn item(&self, scratch: &mut Scratch, text: &str) -> [f32; VECTOR] {
        scratch.fit(self);
        scratch.tokens.push((START, ITEM));
        self.append(scratch, text, ITEM, self.sizes.item);
        self.pass(scratch);
        self.vector(scratch, &self.match_item)
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

    fn vector(&self, scratch: &Scratch, matrix: &[f32]) -> [f32; VECTOR] {
        let mut vector = [0.0; VECTOR];
        scratch.machine.dots(matrix, &scratch.pooled[..self.sizes.width], &mut vector);
        let mut square = [0.0];
        scratch.machine.dots(&vector, &vector, &mut square);
        let factor = 1.0 / square[0].sqrt();
        vector.map(|v| if factor.is_finite() { v * factor } else { 0.0 })
    }

    /// Runs the scratch's tokens through the layers and leaves their standardised mean in `pooled`.
    fn pass(&self, scratch: &mut Scratch) {
        let tokens = scratch.tokens.len();
        let width = self.sizes.width;
        self.embed(scratch);
        for layer in &self.layers {
            self.attend(scratch, layer);
            self.feed_forward(scratch, layer);
        }
        let Scratch { machine, rows, pooled, .. } = scratch;
        let pooled = &mut pooled[..width];
        machine.mean(&rows[..tokens * width], pooled);
        for ((value, mean), scale) in pooled.iter_mut().zip(&self.pool_mean).zip(&self.pool_scale) {
            *value = (*value - mean) * scale;
        }
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
