//! Codes of quick phrases begin with a slash, have no blanks, and are given once.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Phrases(phrases) = view else { return };
    let mut seen = BTreeSet::new();
    for (at, quick) in phrases.quick.iter().enumerate() {
        let code = quick.code.as_str();
        let sound = code.len() > 1 && code.starts_with('/') && !code.chars().any(char::is_whitespace);
        if !sound || !seen.insert(code) {
            report.add(Route::new("quick").at(at).field("code")).with("code", code);
        }
    }
}
