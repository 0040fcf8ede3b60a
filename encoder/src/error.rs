//! Why a model file can't be used.

use thiserror::Error;

/// Why [`Model::parse`](super::Model::parse) refuses a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// The file doesn't begin as model files do.
    #[error("this is not a Huashu model file")]
    NotAModel,
    /// A model file, but of a format that this program doesn't read.
    #[error("the model file has format {found}; this program reads format {expected}")]
    Format { found: u32, expected: u32 },
    /// Cut short or changed: the checksum at its end doesn't fit.
    #[error("the model file is damaged: its checksum does not match")]
    Damaged,
    /// The checksum fits, but a part is missing or not as it must be.
    #[error("the model file's part \"{part}\" is wrong: {reason}")]
    Broken { part: String, reason: String },
    /// Sound, but trained for other labels than the program knows.
    #[error("the model file was trained for other labels")]
    OtherLabels,
}

impl ModelError {
    pub(super) fn broken(part: &str, reason: impl Into<String>) -> Self {
        Self::Broken { part: part.to_owned(), reason: reason.into() }
    }
}
