//! One problem in an input.

use serde::{Deserialize, Serialize};

use crate::i18n::{Arg, Text};

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

impl Diagnostic {
    /// An error in the file as a whole, with the texts that belong to its code.
    pub fn error(file: &str, code: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            length: 1,
            severity: Severity::Error,
            code: code.to_owned(),
            message: Text::new(format!("diag-{code}")),
            help: Some(Text::new(format!("diag-{code}-help"))),
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(file: &str, code: &str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, code) }
    }

    /// Adds an argument to the message and to the help.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        let value = value.into();
        self.help = self.help.map(|help| help.with(name, value.clone()));
        self.message = self.message.with(name, value);
        self
    }

    /// Replaces the help.
    #[must_use]
    pub fn helped(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    #[must_use]
    pub fn at(mut self, line: usize, column: usize, length: usize) -> Self {
        (self.line, self.column, self.length) = (line, column, length.max(1));
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
