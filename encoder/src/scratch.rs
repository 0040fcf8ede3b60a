//! The buffers of a pass, made once.

use super::heads::OUTPUTS;
use super::kernel::{Activations, Machine};
use super::model::Model;
use super::tokens::Lattice;

/// Bytes of a text for which room is made at the start; longer ones make more.
const TEXT: usize = 8192;

/// Buffers for [`Model::reply`] and [`Model::item`]; made for a model, they grow where another needs more.
#[derive(Clone, Debug)]
pub struct Scratch {
    pub(super) machine: Machine,
    pub(super) lattice: Lattice,
    /// Ids of one text's pieces.
    pub(super) ids: Vec<u32>,
    /// Id and segment of each token of the sequence.
    pub(super) tokens: Vec<(u32, usize)>,
    /// A row of the model's width for each token.
    pub(super) rows: Vec<f32>,
    pub(super) mixed: Vec<f32>,
    pub(super) added: Vec<f32>,
    /// A row of queries, keys and values, or of the inner width, or of what the heads see, for each token.
    pub(super) wide: Vec<f32>,
    /// One head's keys, a column for each token.
    pub(super) keys: Vec<f32>,
    /// How much one token looks at each.
    pub(super) shares: Vec<f32>,
    pub(super) activations: Activations,
    pub(super) pooled: Vec<f32>,
}

impl Scratch {
    /// Fast on this machine, and the same results as on every other.
    pub fn new(model: &Model) -> Self {
        Self::on(Machine::detect(), model)
    }

    pub(super) fn on(machine: Machine, model: &Model) -> Self {
        let mut scratch = Self {
            machine,
            lattice: Lattice::default(),
            ids: Vec::new(),
            tokens: Vec::new(),
            rows: Vec::new(),
            mixed: Vec::new(),
            added: Vec::new(),
            wide: Vec::new(),
            keys: Vec::new(),
            shares: Vec::new(),
            activations: Activations::default(),
            pooled: Vec::new(),
        };
        scratch.fit(model);
        scratch
    }

    /// Clears the tokens and makes room for the model's longest sequence.
    pub(super) fn fit(&mut self, model: &Model) {
        let tokens = model.sizes.tokens;
        let width = model.sizes.width;
        let widest = model.sizes.inner.max(3 * width).max(2 * OUTPUTS);
        for (buffer, length) in [
            (&mut self.rows, tokens * width),
            (&mut self.mixed, tokens * width),
            (&mut self.added, tokens * width),
            (&mut self.wide, tokens * widest),
            (&mut self.keys, tokens * width / model.sizes.heads),
            (&mut self.shares, tokens),
            (&mut self.pooled, width),
        ] {
            if buffer.len() < length {
                buffer.resize(length, 0.0);
            }
        }
        self.lattice.reserve(TEXT);
        self.ids.clear();
        self.ids.reserve(TEXT);
        self.tokens.clear();
        self.tokens.reserve(tokens);
        self.activations.reserve(tokens, model.sizes.inner.max(width));
    }
}
