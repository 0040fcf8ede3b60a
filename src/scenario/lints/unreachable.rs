//! No more arguments are needed than there are, so that every objection can be settled and every truth be met.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let objections = walk::items(file).into_iter().filter(|(_, item)| item.kind.is_objection());
    for (route, item) in objections {
        let ways = item.arguments.len() + item.labels.len();
        // A price that is low enough settles it alone.
        if item.price_at_most.is_none() && ways < item.needed as usize {
            tell(report, route, &item.id, item.needed, ways);
        }
    }
    for (at, truth) in file.truths.iter().enumerate() {
        if truth.convince.len() < truth.needed as usize {
            tell(report, Route::new("truths").at(at), &truth.id, truth.needed, truth.convince.len());
        }
    }
}

fn tell(report: &mut Report, route: Route, id: &str, needed: u32, found: usize) {
    report.add(route.field("needed")).with("id", id).with("needed", i64::from(needed)).with("found", found as i64);
}
