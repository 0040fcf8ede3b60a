//! The analyser that a command works with, as `--model` asks for it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::Failure;
use crate::analysis::{Analyser, ModelError};
use crate::i18n::Text;
use crate::store::files;

/// With the shipped model, or that of the file given with `--model`.
///
/// # Errors
/// A wrong call: the file can't be read, or is no model that this version can use.
pub fn analyser(matches: &ArgMatches) -> Result<Analyser, Failure> {
    chosen(matches).map_err(Failure::Usage)
}

/// The same for those who say themselves why it can't be had.
///
/// # Errors
/// One sentence.
pub fn chosen(matches: &ArgMatches) -> Result<Analyser, Text> {
    match matches.get_one::<PathBuf>("model") {
        Some(path) => read(path),
        None => Ok(Analyser::new()),
    }
}

fn read(path: &Path) -> Result<Analyser, Text> {
    let shown = files::display(path);
    let bytes = std::fs::read(path)
        .map_err(|why| Text::new("model-cannot-read").with("path", shown.clone()).with("why", why.to_string()))?;
    Analyser::with_model(bytes).map_err(|why| refused(&why).with("path", shown))
}

fn refused(why: &ModelError) -> Text {
    match why {
        ModelError::NotAModel => Text::new("model-not-one"),
        ModelError::Format { found, expected } => {
            Text::new("model-format").with("found", i64::from(*found)).with("expected", i64::from(*expected))
        }
        ModelError::Damaged => Text::new("model-damaged"),
        ModelError::Broken { part, reason } => {
            Text::new("model-broken").with("part", part.clone()).with("reason", reason.clone())
        }
        ModelError::OtherLabels => Text::new("model-other-labels"),
    }
}
