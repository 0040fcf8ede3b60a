//! A time band's `full` is shorter than its `none`: points fall from the one to the other.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let (bands, handle) = (&file.bands, &file.handle_time);
    for (part, full_name, full, none_name, none) in [
        ("bands", "first_full_ms", bands.first_full_ms, "first_none_ms", bands.first_none_ms),
        ("bands", "average_full_ms", bands.average_full_ms, "average_none_ms", bands.average_none_ms),
        ("handle_time", "full_ms", handle.full_ms, "none_ms", handle.none_ms),
    ] {
        if full >= none {
            report
                .add(Route::new(part).field(full_name))
                .with("full_name", full_name)
                .with("none_name", none_name)
                .with("full", full.to_string())
                .with("none", none.to_string());
        }
    }
}
