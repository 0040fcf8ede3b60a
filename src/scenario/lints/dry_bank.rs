//! What the buyer may have to ask again has lines to ask again with: with too few, it falls silent and gives the matter up.

use crate::diagnostic::Severity;
use crate::i18n::Text;
use crate::scenario::findings::{Report, View, walk};

pub const SEVERITY: Severity = Severity::Warning;

/// Once raised, an item may be asked for this often again before it is given up.
const ENOUGH: usize = 3;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    for (route, item) in walk::items(file).into_iter().filter(|(_, item)| item.blocks) {
        let found = item.raise.len() + item.insist.len();
        if found < ENOUGH {
            report
                .add(route.field("insist"))
                .with("item", item.id.as_str())
                .with("found", found as i64)
                .helped(Text::new("diag-dry-bank-help").with("enough", ENOUGH as i64));
        }
    }
}
