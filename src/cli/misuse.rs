//! A wrong call, in the user's language: what is wrong with it and what was probably meant.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Text;

/// The message for a call that clap refused; None where clap's own words are all there is.
pub fn message(error: &clap::Error) -> Option<Text> {
    let one = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(value) => Some(value.clone()),
        ContextValue::Strings(values) => Some(values.join(" ")),
        _ => None,
    };
    let near = |id: &str, arg: String, suggested: Option<String>| match suggested {
        Some(nearest) => Text::new(format!("{id}-near")).with("arg", arg).with("nearest", nearest),
        None => Text::new(id).with("arg", arg),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let suggested = nearest(error, ContextKind::SuggestedArg);
            Some(near("cli-misuse-unknown-argument", one(ContextKind::InvalidArg)?, suggested))
        }
        ErrorKind::InvalidSubcommand => {
            let suggested = nearest(error, ContextKind::SuggestedSubcommand);
            Some(near("cli-misuse-unknown-command", one(ContextKind::InvalidSubcommand)?, suggested))
        }
        ErrorKind::MissingRequiredArgument => {
            Some(Text::new("cli-misuse-missing").with("args", one(ContextKind::InvalidArg)?))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let arg = one(ContextKind::InvalidArg)?;
            let value = one(ContextKind::InvalidValue).unwrap_or_default();
            Some(match one(ContextKind::ValidValue).filter(|known| !known.is_empty()) {
                _ if value.is_empty() => Text::new("cli-misuse-no-value").with("arg", arg),
                Some(known) => {
                    Text::new("cli-misuse-value-known").with("value", value).with("arg", arg).with("known", known)
                }
                None => Text::new("cli-misuse-value").with("value", value).with("arg", arg),
            })
        }
        ErrorKind::ArgumentConflict => {
            Some(Text::new("cli-misuse-conflict").with("arg", one(ContextKind::InvalidArg)?))
        }
        _ => None,
    }
}

/// The best of clap's suggestions, which stands last.
fn nearest(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(value) => Some(value.clone()),
        ContextValue::Strings(values) => values.last().cloned(),
        _ => None,
    }
}
