//! A rule: one label, and how it is found. Each family's `mod.rs` is a registry of rules.

use super::scene::Scene;
use crate::text::Span;

/// One label of a family.
pub struct Rule {
    /// The label's identifier, which is also the stem of its file.
    pub id: &'static str,
    /// The spans that earn it; none where the reply does not do it.
    pub find: fn(&Scene<'_>) -> Vec<Span>,
}

/// Declares a family's rules: adding one is one file with `find` and one line here.
macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// The family's rules, in the order of the rubric.
        pub const RULES: &[$crate::analysis::rule::Rule] = &[
            $($crate::analysis::rule::Rule { id: stringify!($name), find: $name::find }),*
        ];
    };
}
pub(super) use rules;

/// For the table tests beside each rule: that the label is given to each of `yes` and to none of `no`.
/// A case is the buyer's line and the reply.
#[cfg(test)]
pub(super) fn check(written: &str, yes: &[(&str, &str)], no: &[(&str, &str)]) {
    use super::{Analyser, Context};
    use crate::scenario::format::Channel;
    let analyser = Analyser::rules();
    let sheet = super::Sheet::plain(&super::context::tests::tea());
    let mut wrong = Vec::new();
    for (cases, expected) in [(yes, true), (no, false)] {
        for (buyer, reply) in cases {
            let reading = analyser.read(&Context { channel: Channel::Im, buyer, sheet: Some(&sheet) }, reply);
            if reading.labels.has_written(written) != expected {
                wrong.push(format!("{written} should be {expected}: {buyer:?} → {reply:?}: {:?}", reading.labels));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
