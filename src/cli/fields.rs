//! A line of JSON Lines as an object, and what is wrong with it in the user's words.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::i18n::Text;

/// The keys and values of one line.
pub struct Fields(Map<String, Value>);

impl Fields {
    /// Reads a line, which must be one JSON object.
    ///
    /// # Errors
    /// What the line is instead.
    pub fn read(line: &[u8]) -> Result<Self, Text> {
        let line = std::str::from_utf8(line).map_err(|why| {
            let sound = why.valid_up_to();
            let before = String::from_utf8_lossy(line.get(..sound).unwrap_or_default());
            Text::new("line-encoding").with("column", column(before.chars().count() + 1))
        })?;
        if line.trim().is_empty() {
            return Err(Text::new("line-empty"));
        }
        match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(_) => Err(Text::new("line-no-object")),
            Err(why) => Err(no_json(line, &why)),
        }
    }

    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// The string of this key; None where the key is missing.
    pub fn text(&self, key: &str) -> Result<Option<&str>, Text> {
        match self.0.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Text::new("line-no-string").with("key", key)),
        }
    }

    /// The string of a key that must be there.
    pub fn needed(&self, key: &str) -> Result<&str, Text> {
        self.text(key)?.ok_or_else(|| missing(key))
    }

    /// The object of this key; None where it is missing or null.
    pub fn object<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Text> {
        let wrong = |at: &str, why: String| Text::new("line-bad-value").with("key", at).with("why", why);
        match self.0.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(fields)) => {
                let parsed = serde_path_to_error::deserialize(Value::Object(fields.clone()));
                parsed.map(Some).map_err(|e| match e.path().to_string().as_str() {
                    "." => wrong(key, e.inner().to_string()),
                    inner => wrong(&format!("{key}.{inner}"), e.inner().to_string()),
                })
            }
            Some(_) => Err(Text::new("line-inner-no-object").with("key", key)),
        }
    }
}

/// A key is needed and not there.
pub fn missing(key: &str) -> Text {
    Text::new("line-missing").with("key", key)
}

fn column(chars: usize) -> i64 {
    i64::try_from(chars).unwrap_or(i64::MAX)
}

/// Where and why a line is no JSON. The parser counts bytes; people count chars.
fn no_json(line: &str, why: &serde_json::Error) -> Text {
    let shown = why.to_string();
    let shown = shown.split(" at line ").next().unwrap_or_default();
    let bytes = why.column().min(line.len());
    let chars = line.char_indices().take_while(|(at, _)| *at < bytes).count();
    Text::new("line-no-json").with("why", shown).with("column", column(chars))
}
