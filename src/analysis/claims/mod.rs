//! Truthfulness: what the sheet says otherwise, what it does not cover, what advertising law forbids.

use super::Family;
use super::rule::rules;
use super::scene::Scene;

mod gifts;
mod vows;

rules![contradicts_sheet, beyond_sheet, absolute, medical];

/// True where nothing is claimed: the reply refuses to promise, and no rule finds this claim in it.
pub fn only_refused(scene: &Scene<'_>, id: &str) -> bool {
    vows::only_refuses(scene) && id != "contradicts_sheet" && !scene.has(Family::Claims, id)
}

/// Finer findings than the labels, for the linear model.
pub fn findings(scene: &Scene<'_>) -> Vec<&'static str> {
    let gifts = gifts::unknown(scene);
    let mut out = vows::kinds(scene);
    out.extend(beyond_sheet::kinds(scene));
    out.extend(gifts.iter().any(|g| !g.otherwise).then_some("gift_unknown"));
    out.extend(gifts.iter().any(|g| g.otherwise).then_some("gift_otherwise"));
    out.extend(gifts::gives(&scene.text).then_some("gives"));
    out
}
