//! The model file as bytes: frame, checksum and tensors, each checked before it is used.

use std::collections::BTreeMap;
use std::ops::Range;

use sha2::{Digest as _, Sha256};

use super::error::ModelError;
use super::header::{Header, Place};

const MAGIC: &[u8; 8] = b"HUASHUM\0";
const FORMAT: u32 = 2;
const CHECKSUM: usize = 32;
const ALIGNMENT: usize = 16;
/// Magic, format and the header's length.
const FRAME: usize = 16;

/// A model file whose frame, checksum and header are sound.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    pub header: Header,
    places: BTreeMap<String, Place>,
    /// Where the data section lies in the file.
    data: Range<usize>,
}

impl<'a> File<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let found = u32_at(bytes, MAGIC.len()).ok_or(ModelError::Damaged)?;
        if found != FORMAT {
            return Err(ModelError::Format { found, expected: FORMAT });
        }
        let end = bytes.len().checked_sub(CHECKSUM).filter(|end| *end >= FRAME).ok_or(ModelError::Damaged)?;
        let (body, checksum) = bytes.split_at(end);
        if Sha256::digest(body).as_slice() != checksum {
            return Err(ModelError::Damaged);
        }
        let length = u32_at(bytes, MAGIC.len() + 4).ok_or(ModelError::Damaged)? as usize;
        let json = FRAME.checked_add(length).and_then(|end| body.get(FRAME..end));
        let json = json.ok_or_else(|| ModelError::broken("header", "it is longer than the file"))?;
        let mut header = Header::parse(json)?;
        let places = header.places()?;
        let start = (FRAME + length).next_multiple_of(ALIGNMENT).min(end);
        Ok(Self { bytes, header, places, data: start..end })
    }

    /// The checksum at the end, in hexadecimal.
    pub fn checksum(&self) -> String {
        self.bytes[self.data.end..].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The length of the tensor's first dimension: for those whose size the header doesn't say.
    pub fn rows(&self, name: &str) -> Result<usize, ModelError> {
        self.place(name)?.shape.first().copied().ok_or_else(|| ModelError::broken(name, "it has no dimension"))
    }

    /// Where in the file the bytes of a tensor of this type ("i8" or "u8") and shape lie.
    pub fn bytes(&self, name: &str, kind: &str, shape: &[usize]) -> Result<Range<usize>, ModelError> {
        self.tensor(name, kind, shape, 1)
    }

    /// The values of an f32 tensor, all of them finite.
    pub fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let range = self.tensor(name, "f32", shape, 4)?;
        let (words, _) = self.bytes[range].as_chunks::<4>();
        let values: Vec<f32> = words.iter().map(|word| f32::from_le_bytes(*word)).collect();
        if values.iter().any(|v| !v.is_finite()) {
            return Err(ModelError::broken(name, "a value is not a finite number"));
        }
        Ok(values)
    }

    fn place(&self, name: &str) -> Result<&Place, ModelError> {
        self.places.get(name).ok_or_else(|| ModelError::broken(name, "it is missing"))
    }

    fn tensor(&self, name: &str, kind: &str, shape: &[usize], size: usize) -> Result<Range<usize>, ModelError> {
        let place = self.place(name)?;
        if place.kind != kind {
            let reason = format!("its type is {}, not {kind}", place.kind);
            return Err(ModelError::broken(name, reason));
        }
        if place.shape != shape {
            let reason = format!("its shape is {:?}, not {shape:?}", place.shape);
            return Err(ModelError::broken(name, reason));
        }
        let length = shape.iter().try_fold(size, |product, side| product.checked_mul(*side));
        if length != Some(place.bytes) {
            return Err(ModelError::broken(name, "its number of bytes is not that of its shape"));
        }
        let start = self.data.start.checked_add(place.offset);
        let range = start.and_then(|start| Some(start..start.checked_add(place.bytes)?));
        range
            .filter(|range| range.end <= self.data.end && place.offset.is_multiple_of(ALIGNMENT))
            .ok_or_else(|| ModelError::broken(name, "it lies outside the file or between two places"))
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|word| u32::from_le_bytes(*word))
}

/// Splits entries of one length byte and as many bytes of UTF-8 each: the place of each within the bytes.
pub(super) fn names(part: &str, bytes: &[u8]) -> Result<Vec<Range<u32>>, ModelError> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(&length) = bytes.get(at) {
        let range = at + 1..at + 1 + usize::from(length);
        let name = bytes.get(range.clone()).filter(|name| !name.is_empty());
        if name.is_none_or(|name| std::str::from_utf8(name).is_err()) {
            return Err(ModelError::broken(part, format!("entry {} is not a name", names.len())));
        }
        let end = u32::try_from(range.end).map_err(|_| ModelError::broken(part, "it is too long"))?;
        names.push(end - u32::from(length)..end);
        at = range.end;
    }
    Ok(names)
}
