//! The linear model: what n-grams and cues say, feature by feature.

use std::ops::Range;

use super::heads::OUTPUTS;

/// Features of these kinds share a length of 1 between them; those of no kind count 1 each.
const KINDS: [&[u8]; 2] = [b"n:", b"b:"];

/// The linear model of a [`Model`](super::Model).
#[derive(Clone, Copy)]
pub struct Linear<'a> {
    pub(super) names: &'a [u8],
    /// Where in `names` each feature's name lies, in the order of the names.
    pub(super) places: &'a [Range<u32>],
    /// A row of outputs for each feature; each byte is an i8.
    pub(super) weights: &'a [u8],
    pub(super) scale: &'a [f32],
    pub(super) bias: &'a [f32],
}

/// The features of a text that the model knows, each once. To be used again, so that nothing is allocated.
#[derive(Clone, Debug, Default)]
pub struct Active {
    ids: Vec<usize>,
}

impl<'a> Linear<'a> {
    /// Replaces the active features by those of the given names that the model knows.
    pub fn find<'f>(self, features: impl IntoIterator<Item = &'f str>, active: &mut Active) {
        let known = |name: &str| self.places.binary_search_by(|place| self.bytes(place).cmp(name.as_bytes())).ok();
        active.ids.clear();
        active.ids.extend(features.into_iter().filter_map(known));
        active.ids.sort_unstable();
        active.ids.dedup();
    }

    /// The logit of each label, and the tone, as the linear model sees them.
    pub fn logits(self, active: &Active) -> [f32; OUTPUTS] {
        let counts = self.counts(active);
        std::array::from_fn(|output| {
            let mut sums = [0i32; KINDS.len() + 1];
            for &id in &active.ids {
                let kind = self.kind(id).unwrap_or(KINDS.len());
                sums[kind] = sums[kind].wrapping_add(i32::from(self.weight(id, output)));
            }
            let [n, b, other] = sums.map(|sum| sum as f32);
            let sum = other + n * share(counts[0]) + b * share(counts[1]);
            self.bias[output] + self.scale[output] * sum
        })
    }

    /// What each active feature adds to a label's logit (`LABELS` for the tone), in the order of their names; with
    /// the bias they sum to the logit. None for a label that there is not.
    pub fn contributions(self, active: &Active, label: usize) -> Vec<(&'a str, f32)> {
        let Some(scale) = self.scale.get(label) else { return Vec::new() };
        let counts = self.counts(active);
        let contribution = |id: &usize| {
            let value = self.kind(*id).map_or(1.0, |kind| share(counts[kind]));
            let name = std::str::from_utf8(self.bytes(&self.places[*id])).unwrap_or_default();
            (name, scale * (f32::from(self.weight(*id, label)) * value))
        };
        active.ids.iter().map(contribution).collect()
    }

    fn counts(self, active: &Active) -> [usize; KINDS.len()] {
        let mut counts = [0; KINDS.len()];
        active.ids.iter().filter_map(|id| self.kind(*id)).for_each(|kind| counts[kind] += 1);
        counts
    }

    fn kind(self, id: usize) -> Option<usize> {
        let name = self.bytes(&self.places[id]);
        KINDS.iter().position(|kind| name.starts_with(kind))
    }

    fn weight(self, id: usize, output: usize) -> i8 {
        self.weights[id * OUTPUTS + output] as i8
    }

    fn bytes(self, place: &Range<u32>) -> &'a [u8] {
        &self.names[place.start as usize..place.end as usize]
    }
}

/// The value of each of so many features of a kind.
fn share(count: usize) -> f32 {
    1.0 / (count.max(1) as f32).sqrt()
}
