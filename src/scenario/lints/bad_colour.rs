//! Colours of a figure are written `#RRGGBB`.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let figure = &file.customer.figure;
    for (field, colour) in [("hair", &figure.hair), ("clothes", &figure.clothes)] {
        let sound = colour
            .strip_prefix('#')
            .is_some_and(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()));
        if !sound {
            let route = Route::new("customer").field("figure").field(field);
            report.add(route).with("colour", colour.as_str());
        }
    }
}
