//! Problems as the JSON that `huashu check --json` promises.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Locale;

/// `[{"file","line","column","severity","code","message","help"}]`.
pub fn render(problems: &[Diagnostic], locale: Locale) -> Value {
    problems.iter().map(|problem| one(problem, locale)).collect()
}

fn one(problem: &Diagnostic, locale: Locale) -> Value {
    json!({
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "code": problem.code,
        "message": locale.render(&problem.message),
        "help": problem.help.as_ref().map(|help| locale.render(help)),
    })
}
