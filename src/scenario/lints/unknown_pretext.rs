//! A truth's pretexts are objections of the agenda.

use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let objections = || file.agenda.iter().filter(|item| item.kind.is_objection()).map(|item| item.id.as_str());
    for (at, truth) in file.truths.iter().enumerate() {
        for (place, pretext) in truth.pretexts.iter().enumerate() {
            if objections().all(|id| id != pretext) {
                let route = Route::new("truths").at(at).field("pretexts").at(place);
                report.add(route).with("pretext", pretext.as_str()).helped(listed(pretext, objections()));
            }
        }
    }
}
