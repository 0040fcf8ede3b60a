//! The lowest price that may be conceded is not above the list price, and both are above zero.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Product(product) = view else { return };
    let (price, floor) = (product.price, product.floor_price);
    if floor > price || floor.fen() <= 0 {
        report.add(Route::new("floor_price")).with("floor", floor.to_string()).with("price", price.to_string());
    }
}
