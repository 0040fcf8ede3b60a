//! A promotion begins before it ends.

use super::bad_date::is_day;
use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Product(product) = view else { return };
    let Some(promotion) = &product.promotion else { return };
    let (from, until) = (promotion.from.as_str(), promotion.until.as_str());
    // As text, days in this form sort by time.
    if is_day(from) && is_day(until) && from > until {
        report.add(Route::new("promotion").field("until")).with("from", from).with("until", until);
    }
}
