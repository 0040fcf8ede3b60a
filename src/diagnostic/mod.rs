//! What is wrong with an input: code, message, help, and the place in the file.

use serde::{Deserialize, Serialize};

use crate::i18n::Text;

/// One problem. Its message is the Fluent text `diag-CODE` with `args`, its help `diag-CODE-help`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Path as it was given or found, with forward slashes.
    pub file: String,
    /// 1-based; 0 where the problem is the file as a whole.
    pub line: usize,
    /// 1-based, counted in chars; 0 where the problem is the file as a whole.
    pub column: usize,
    /// How many chars the caret covers, at least 1.
    pub length: usize,
    pub severity: Severity,
    /// Kebab-case and stable: "unknown-id".
    pub code: String,
    pub message: Text,
    /// What to do, or the nearest valid name.
    pub help: Option<Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Error,
    Warning,
}
