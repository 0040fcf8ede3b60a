//! An agenda of one kind alone makes a dull buyer: questions, objections and digressions belong together.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Warning;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let kinds: BTreeSet<_> = walk::items(file).iter().map(|(_, item)| item.kind).collect();
    if let (1, Some(kind)) = (kinds.len(), kinds.first()) {
        report.add(Route::new("agenda")).with("kind", format!("{kind:?}"));
    }
}
