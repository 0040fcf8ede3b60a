//! The heads: each output looks at the mean of the tokens and, with its own eye, at the tokens one by one.

use super::header::LABELS;
use super::model::Model;
use super::scratch::Scratch;

/// The labels, and then the tone.
pub const OUTPUTS: usize = LABELS + 1;

impl Model {
    /// The outputs for so many standardised tokens in `mixed`, with their standardised mean in `pooled`.
    pub(super) fn outputs(&self, scratch: &mut Scratch, tokens: usize) -> [f32; OUTPUTS] {
        let width = self.sizes.width;
        let Scratch { machine, mixed, wide, shares, pooled, .. } = scratch;
        let own = &mixed[..tokens * width];
        let (looks, worth) = wide[..2 * tokens * OUTPUTS].split_at_mut(tokens * OUTPUTS);
        for (token, row) in own.chunks_exact(width).enumerate() {
            machine.dots(&self.look_query, row, &mut looks[token * OUTPUTS..][..OUTPUTS]);
            machine.dots(&self.look_weight, row, &mut worth[token * OUTPUTS..][..OUTPUTS]);
        }
        let mut outputs = [0.0; OUTPUTS];
        machine.dots(&self.head_weight, &pooled[..width], &mut outputs);
        let shares = &mut shares[..tokens];
        for (l, output) in outputs.iter_mut().enumerate() {
            for (share, look) in shares.iter_mut().zip(looks.iter().skip(l).step_by(OUTPUTS)) {
                *share = *look;
            }
            machine.softmax(shares);
            let seen = shares.iter().zip(worth.iter().skip(l).step_by(OUTPUTS));
            *output += self.head_bias[l] + seen.fold(0.0, |sum, (share, worth)| sum + share * worth);
        }
        outputs
    }
}
