//! A model read from its file: parts, words about it, and how its two halves are joined.

use std::borrow::Cow;
use std::ops::Range;

use super::error::ModelError;
use super::file::{File, names};
use super::header::{Blend, LABELS, ToneBlend};
use super::kernel::Weights;
use super::linear::Linear;
use super::matching::{HIDDEN, SEEN, VECTOR};
use super::network::Outcome;
use super::tokens::Pieces;

/// Segments: the buyer's line, the reply, an item.
const SEGMENTS: usize = 3;

/// The encoder and the linear model, ready to run. Its int8 weights stay where they are in the file's bytes.
pub struct Model {
    bytes: Cow<'static, [u8]>,
    version: String,
    licence: String,
    checksum: String,
    labels: Vec<String>,
    blend: Blend,
    tone: ToneBlend,
    pub(super) match_none: f32,
    pub(super) sizes: Sizes,
    pub(super) pieces: Pieces,
    embed: Range<usize>,
    embed_scale: Vec<f32>,
    pub(super) position: Vec<f32>,
    pub(super) segment: Vec<f32>,
    pub(super) embed_norm: Norm,
    pub(super) layers: Vec<Layer>,
    pub(super) pool_mean: Vec<f32>,
    pub(super) pool_scale: Vec<f32>,
    pub(super) head_weight: Vec<f32>,
    pub(super) head_bias: Vec<f32>,
    pub(super) look_query: Vec<f32>,
    pub(super) look_weight: Vec<f32>,
    pub(super) look_scale: Vec<f32>,
    pub(super) match_weight: Vec<f32>,
    pub(super) match_item: Vec<f32>,
    pub(super) match_worth: Vec<f32>,
    pub(super) match_hidden: Vec<f32>,
    pub(super) match_bias: Vec<f32>,
    pub(super) match_out: Vec<f32>,
    pub(super) match_direct: Vec<f32>,
    features: Range<usize>,
    feature_places: Vec<Range<u32>>,
    linear_weight: Range<usize>,
    linear_scale: Vec<f32>,
    linear_bias: Vec<f32>,
}

#[derive(Clone, Copy)]
pub(super) struct Sizes {
    pub width: usize,
    pub heads: usize,
    pub inner: usize,
    /// Most tokens of a sequence.
    pub tokens: usize,
    /// Most tokens of the buyer's lines, of the sheet's and of an item, their marks not counted.
    pub buyer: usize,
    pub sheet: usize,
    pub item: usize,
    pub eps: f32,
}

pub(super) struct Layer {
    /// Queries, keys and values, one after the other.
    pub qkv: Matrix,
    pub out: Matrix,
    pub norm1: Norm,
    pub up: Matrix,
    pub down: Matrix,
    pub norm2: Norm,
}

pub(super) struct Matrix {
    values: Range<usize>,
    scale: Vec<f32>,
    bias: Vec<f32>,
}

pub(super) struct Norm {
    pub weight: Vec<f32>,
    pub bias: Vec<f32>,
}

impl Model {
    /// Reads a model file's bytes; static ones (of `include_bytes!`) are not copied.
    ///
    /// # Errors
    ///
    /// Where the bytes are no model file, of another format, damaged, or a part is missing or wrong.
    pub fn parse(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ModelError> {
        let bytes = bytes.into();
        let file = File::open(&bytes)?;
        let header = &file.header;
        let sizes = Sizes {
            width: header.width,
            heads: header.heads,
            inner: header.inner,
            tokens: header.max_tokens,
            buyer: header.buyer_tokens,
            sheet: header.sheet_tokens,
            item: header.item_tokens,
            eps: header.eps,
        };
        let width = sizes.width;
        let pieces = {
            let range = file.bytes("pieces", "u8", &[file.rows("pieces")?])?;
            let scores = file.floats("piece_scores", &[file.rows("piece_scores")?])?;
            Pieces::new(&bytes[range], scores)?
        };
        let features = file.bytes("features", "u8", &[file.rows("features")?])?;
        let feature_places = feature_places(&bytes[features.clone()])?;
        let count = feature_places.len();
        Ok(Self {
            version: header.version.clone(),
            licence: header.licence.clone(),
            checksum: file.checksum(),
            labels: header.labels.clone(),
            blend: header.blend()?,
            tone: header.tone,
            match_none: header.matching.none,
            sizes,
            embed: file.bytes("embed", "i8", &[pieces.len(), width])?,
            embed_scale: file.floats("embed.scale", &[pieces.len()])?,
            pieces,
            position: file.floats("position", &[sizes.tokens, width])?,
            segment: file.floats("segment", &[SEGMENTS, width])?,
            embed_norm: norm(&file, "embed.norm", width)?,
            layers: (0..header.layers).map(|i| layer(&file, i, &sizes)).collect::<Result<_, _>>()?,
            pool_mean: file.floats("pool.mean", &[width])?,
            pool_scale: file.floats("pool.scale", &[width])?,
            head_weight: file.floats("head.weight", &[LABELS + 1, width])?,
            head_bias: file.floats("head.bias", &[LABELS + 1])?,
            look_query: file.floats("look.query", &[LABELS + 1, width])?,
            look_weight: file.floats("look.weight", &[LABELS + 1, width])?,
            look_scale: file.floats("look.scale", &[width])?,
            match_weight: file.floats("match.weight", &[VECTOR, width])?,
            match_item: file.floats("match.item", &[VECTOR, width])?,
            match_worth: file.floats("match.worth", &[width])?,
            match_hidden: file.floats("match.hidden", &[HIDDEN, SEEN])?,
            match_bias: file.floats("match.bias", &[HIDDEN])?,
            match_out: file.floats("match.out", &[HIDDEN])?,
            match_direct: file.floats("match.direct", &[SEEN])?,
            features,
            feature_places,
            linear_weight: file.bytes("linear.weight", "i8", &[count, LABELS + 1])?,
            linear_scale: file.floats("linear.scale", &[LABELS + 1])?,
            linear_bias: file.floats("linear.bias", &[LABELS + 1])?,
            bytes,
        })
    }

    /// The version written into the file, such as 2026.11.22.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The SHA-256 at the file's end, in hexadecimal.
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// The licence notice that travels with the weights.
    pub fn licence(&self) -> &str {
        &self.licence
    }

    /// The labels as `family:id`, [`LABELS`] of them, in the order of the logits.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    pub fn blend(&self) -> &Blend {
        &self.blend
    }

    pub fn tone_blend(&self) -> ToneBlend {
        self.tone
    }

    pub fn linear(&self) -> Linear<'_> {
        Linear {
            names: &self.bytes[self.features.clone()],
            places: &self.feature_places,
            weights: &self.bytes[self.linear_weight.clone()],
            scale: &self.linear_scale,
            bias: &self.linear_bias,
        }
    }

    /// Joins what the encoder and the linear model say: the labels' logits, to be held against
    /// [`Blend::threshold`], and the tone, on the scale 1 to 5 (but not cut to it).
    pub fn join(&self, encoder: &Outcome, linear: &[f32; LABELS + 1]) -> ([f32; LABELS], f32) {
        let logit = |l: usize| encoder.logits[l] * self.blend.encoder[l] + linear[l] * self.blend.linear[l];
        let tone = encoder.tone * self.tone.encoder + linear[LABELS] * self.tone.linear + self.tone.bias;
        (std::array::from_fn(logit), tone)
    }

    pub(super) fn weights<'a>(&'a self, matrix: &'a Matrix) -> Weights<'a> {
        Weights { values: &self.bytes[matrix.values.clone()], scale: &matrix.scale, bias: &matrix.bias }
    }

    /// A piece's row of i8 and its scale.
    pub(super) fn embedding(&self, id: u32) -> (&[u8], f32) {
        let id = id as usize;
        let values = &self.bytes[self.embed.clone()][id * self.sizes.width..][..self.sizes.width];
        (values, self.embed_scale[id])
    }
}

fn layer(file: &File<'_>, index: usize, sizes: &Sizes) -> Result<Layer, ModelError> {
    let Sizes { width, inner, .. } = *sizes;
    let matrix = |part: &str, rows: usize, columns: usize| {
        let name = format!("layer{index}.{part}");
        Ok(Matrix {
            values: file.bytes(&name, "i8", &[rows, columns])?,
            scale: file.floats(&format!("{name}.scale"), &[rows])?,
            bias: file.floats(&format!("{name}.bias"), &[rows])?,
        })
    };
    Ok(Layer {
        qkv: matrix("qkv", 3 * width, width)?,
        out: matrix("out", width, width)?,
        norm1: norm(file, &format!("layer{index}.norm1"), width)?,
        up: matrix("up", inner, width)?,
        down: matrix("down", width, inner)?,
        norm2: norm(file, &format!("layer{index}.norm2"), width)?,
    })
}

fn norm(file: &File<'_>, name: &str, width: usize) -> Result<Norm, ModelError> {
    let floats = |part: &str| file.floats(&format!("{name}.{part}"), &[width]);
    Ok(Norm { weight: floats("weight")?, bias: floats("bias")? })
}

fn feature_places(bytes: &[u8]) -> Result<Vec<Range<u32>>, ModelError> {
    let places = names("features", bytes)?;
    let name = |place: &Range<u32>| &bytes[place.start as usize..place.end as usize];
    if places.windows(2).any(|pair| name(&pair[0]) >= name(&pair[1])) {
        return Err(ModelError::broken("features", "the names are not in order"));
    }
    Ok(places)
}
