//! The agenda fits into one talk: a buyer has had enough after forty exchanges, and each matter takes one or two.

use crate::diagnostic::Severity;
use crate::i18n::Text;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

/// Matters that a good trainee can still deal with before the buyer has had enough.
const MOST: usize = 18;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Scenario(file) = view else { return };
    let hidden = file.truths.iter().map(|truth| truth.agenda.len()).max().unwrap_or(0);
    let found = file.agenda.len() + hidden + file.closing.settle.len();
    if found > MOST {
        report
            .add(Route::new("agenda"))
            .with("found", found as i64)
            .helped(Text::new("diag-endless-agenda-help").with("most", MOST as i64));
    }
}
