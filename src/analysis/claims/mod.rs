//! Truthfulness: what the sheet says otherwise, what it does not cover, what advertising law forbids.

use super::rule::rules;

mod gifts;
mod vows;

rules![contradicts_sheet, beyond_sheet, absolute, medical];

/// Finer findings than the labels, for the linear model.
pub fn findings(scene: &super::scene::Scene<'_>) -> Vec<&'static str> {
    let gifts = gifts::unknown(scene);
    let mut out = vows::kinds(scene);
    out.extend(beyond_sheet::kinds(scene));
    out.extend(gifts.iter().any(|g| !g.otherwise).then_some("gift_unknown"));
    out.extend(gifts.iter().any(|g| g.otherwise).then_some("gift_otherwise"));
    out.extend(gifts::gives(&scene.text).then_some("gives"));
    out
}
