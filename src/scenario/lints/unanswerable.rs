//! A question has an answer: subjects of which each tells a part, or any of which is enough.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::format::ItemKind;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    for (route, item) in walk::items(file) {
        if item.kind == ItemKind::Question
            && item.answer.is_empty()
            && item.arguments.is_empty()
            && item.labels.is_empty()
        {
            report.add(route).with("item", item.id.as_str());
        }
    }
}
