//! The model file's header: sizes, labels, how the two models are joined, where each tensor lies.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::ModelError;
use super::kernel::MOST_COLUMNS;

/// How many labels a model gives.
pub const LABELS: usize = 36;

/// What is given to the labels' logits of the encoder and of the linear model, and from where a label holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Blend {
    /// Factor of the encoder's logit, by label.
    pub encoder: [f32; LABELS],
    /// Factor of the linear model's logit, by label.
    pub linear: [f32; LABELS],
    /// The label is given where the joined logit is at least this.
    pub threshold: [f32; LABELS],
}

/// How the two tones are joined: factor × encoder + factor × linear + bias, on the scale 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct ToneBlend {
    pub encoder: f32,
    pub linear: f32,
    pub bias: f32,
}

/// Unknown keys are ignored.
#[derive(Debug, Deserialize)]
pub(super) struct Header {
    pub version: String,
    pub licence: String,
    pub layers: usize,
    pub width: usize,
    pub heads: usize,
    pub inner: usize,
    pub eps: f32,
    pub max_tokens: usize,
    pub buyer_tokens: usize,
    pub sheet_tokens: usize,
    pub item_tokens: usize,
    pub labels: Vec<String>,
    blend: BlendLists,
    pub tone: ToneBlend,
    #[serde(rename = "match")]
    pub matching: Match,
    tensors: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct BlendLists {
    encoder: Vec<f32>,
    linear: Vec<f32>,
    threshold: Vec<f32>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Match {
    /// What an item's score must reach.
    pub none: f32,
}

#[derive(Debug, Deserialize)]
struct Entry {
    name: String,
    #[serde(flatten)]
    place: Place,
}

/// Where a tensor lies in the data section, and what it is.
#[derive(Debug, Deserialize)]
pub(super) struct Place {
    #[serde(rename = "type")]
    pub kind: String,
    pub shape: Vec<usize>,
    /// Bytes from the start of the data section.
    pub offset: usize,
    pub bytes: usize,
}

impl Header {
    pub fn parse(json: &[u8]) -> Result<Self, ModelError> {
        let header: Self = serde_json::from_slice(json).map_err(|e| ModelError::broken("header", e.to_string()))?;
        header.check()?;
        Ok(header)
    }

    /// Sizes beyond these bounds would overflow sums or take more memory than a model may.
    fn check(&self) -> Result<(), ModelError> {
        let sizes = [
            ("layers", self.layers, 1, 48),
            ("width", self.width, 1, MOST_COLUMNS),
            ("heads", self.heads, 1, self.width),
            ("inner", self.inner, 1, MOST_COLUMNS),
            ("max_tokens", self.max_tokens, 7, 1024),
            ("buyer_tokens", self.buyer_tokens, 1, self.max_tokens.saturating_sub(6)),
            ("sheet_tokens", self.sheet_tokens, 1, self.max_tokens.saturating_sub(5).saturating_sub(self.buyer_tokens)),
            ("item_tokens", self.item_tokens, 1, self.max_tokens.saturating_sub(2)),
            ("labels", self.labels.len(), LABELS, LABELS),
        ];
        for (name, size, least, most) in sizes {
            if !(least..=most).contains(&size) {
                let reason = format!("{name} is {size}, not within {least} to {most}");
                return Err(ModelError::broken("header", reason));
            }
        }
        if !self.width.is_multiple_of(self.heads) {
            return Err(ModelError::broken("header", "width is no multiple of heads"));
        }
        let ToneBlend { encoder, linear, bias } = self.tone;
        let numbers = [self.eps, encoder, linear, bias, self.matching.none];
        if numbers.iter().any(|n| !n.is_finite()) || self.eps < 0.0 {
            return Err(ModelError::broken("header", "a number is out of range"));
        }
        Ok(())
    }

    pub fn blend(&self) -> Result<Blend, ModelError> {
        let list = |name: &str, values: &[f32]| {
            let list = <[f32; LABELS]>::try_from(values).ok().filter(|l| l.iter().all(|v| v.is_finite()));
            list.ok_or_else(|| ModelError::broken("header", format!("blend.{name} must have {LABELS} finite numbers")))
        };
        Ok(Blend {
            encoder: list("encoder", &self.blend.encoder)?,
            linear: list("linear", &self.blend.linear)?,
            threshold: list("threshold", &self.blend.threshold)?,
        })
    }

    /// The tensors by name; two of the same name are an error.
    pub fn places(&mut self) -> Result<BTreeMap<String, Place>, ModelError> {
        let mut places = BTreeMap::new();
        for Entry { name, place } in std::mem::take(&mut self.tensors) {
            if places.contains_key(&name) {
                return Err(ModelError::broken(&name, "it is there twice"));
            }
            places.insert(name, place);
        }
        Ok(places)
    }
}
