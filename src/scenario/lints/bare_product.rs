//! Buyers ask how it gets to them and what happens when something is wrong: a sheet should know.

use crate::diagnostic::Severity;
use crate::i18n::Text;
use crate::scenario::findings::{Report, View};
use crate::scenario::format::FactKind;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Warning;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Product(product) = view else { return };
    let tells = |kinds: &[FactKind]| product.facts.iter().any(|fact| kinds.contains(&fact.kind));
    // A service is delivered by being rendered.
    for (topic, kinds) in
        [("delivery", [FactKind::Delivery, FactKind::Service]), ("returns", [FactKind::Returns, FactKind::Warranty])]
    {
        if !tells(&kinds) {
            let missing = Text::new(format!("diag-bare-{topic}"));
            report.add(Route::new("facts")).with("missing", missing);
        }
    }
}
