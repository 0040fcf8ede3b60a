//! What the linear model sees of a reply: character n-grams of reply and buyer's line, and what the rules found.
//!
//! The names are those that `tools/train/linear.py` learns weights for; a change here needs a new model.

use std::collections::BTreeSet;

use super::scene::Scene;
use super::{Family, Grasp, tone, vocabulary};

/// A reply as the trained parts of the analyser see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The reply, folded.
    pub folded: String,
    /// The buyer's line, folded.
    pub folded_buyer: String,
    /// What the rules found.
    pub features: Vec<String>,
    /// The lines of the sheet that come nearest, as the encoder reads them.
    pub sheet: String,
    /// How near reply and buyer come to each of the texts that were asked for.
    pub near: Vec<(u32, u32)>,
}

/// Longest n-gram of the reply and of the buyer's line, in chars.
const LONGEST_REPLY: usize = 4;
const LONGEST_BUYER: usize = 3;
/// Of a long text only this many chars are cut into n-grams.
const MOST_CHARS: usize = 400;

/// The n-grams of a folded text, with `^` and `$` for its ends, each written once behind its prefix.
pub fn grams(prefix: &str, text: &str, longest: usize) -> BTreeSet<String> {
    let mut chars = vec!['^'];
    chars.extend(text.chars().take(MOST_CHARS));
    chars.push('$');
    let mut out = BTreeSet::new();
    for size in 1..=longest {
        for window in chars.windows(size) {
            if window != ['^'] && window != ['$'] {
                out.insert(prefix.chars().chain(window.iter().copied()).collect());
            }
        }
    }
    out
}

/// Every feature: the n-grams of the reply (`n:`) and of the buyer's line (`b:`), and what the rules found.
pub fn all(scene: &Scene<'_>) -> BTreeSet<String> {
    let mut out = grams("n:", scene.text.as_str(), LONGEST_REPLY);
    out.append(&mut grams("b:", scene.buyer.text.as_str(), LONGEST_BUYER));
    out.extend(found(scene));
    out
}

/// What the rules found, as names: labels by rule (`r:`), the rules' tone (`t:`), the buyer's line (`w:`), the channel
/// (`c:`), the shape of the reply (`l:`), the sheet (`m:`).
pub fn found(scene: &Scene<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for family in Family::ALL {
        for id in vocabulary::ids(family) {
            if scene.has(family, id) {
                out.push(format!("r:{}:{id}", family.id()));
            }
        }
    }
    out.push(format!("t:{}", tone::tenths(scene) / 5));
    out.push(format!("c:{}", scene.channel.id()));
    buyer(scene, &mut out);
    shape(scene, &mut out);
    sheet(scene, &mut out);
    out
}

fn buyer(scene: &Scene<'_>, out: &mut Vec<String>) {
    let buyer = &scene.buyer;
    let flags = [
        ("asks", buyer.asks),
        ("price", buyer.price),
        ("bargains", buyer.bargains),
        ("refuses", buyer.refuses),
        ("authority", buyer.authority),
        ("delays", buyer.delays),
        ("doubts", buyer.doubts),
        ("complains", buyer.complains),
        ("ordered", buyer.ordered),
        ("ready", buyer.ready),
        ("browses", buyer.browses),
        ("after_sale", buyer.after_sale),
        ("objects", buyer.objects()),
        ("likes", buyer.likes()),
        ("silent", buyer.is_silent()),
    ];
    out.extend(flags.into_iter().filter(|f| f.1).map(|f| format!("w:{}", f.0)));
}

fn shape(scene: &Scene<'_>, out: &mut Vec<String>) {
    let text = &scene.text;
    out.push(format!("l:chars{}", (scene.content_chars() / 8).min(12)));
    out.push(format!("l:asks{}", scene.questions().min(4)));
    out.push(format!("l:polite{}", text.polite().min(2)));
    out.push(format!("l:bangs{}", text.as_str().matches('!').count().min(2)));
    if scene.recites() {
        out.push("l:recites".into());
    }
    if text.clauses().last().is_some_and(|c| c.question) {
        out.push("l:ends_asking".into());
    }
    // Words taken over from the buyer: a playback, or an echo.
    let own = super::facts::Pairs::of(text.as_str());
    let theirs = super::facts::Pairs::of(scene.buyer.text.as_str());
    if theirs.len() >= 3 {
        let shared = theirs.shared(&own).count() * 4 / theirs.len();
        out.push(format!("l:echo{shared}"));
    }
}

fn sheet(scene: &Scene<'_>, out: &mut Vec<String>) {
    let Some(sheet) = scene.sheet else {
        out.push("m:none".into());
        return;
    };
    let facts = &scene.facts;
    for (name, grasp) in [("told", Grasp::Told), ("wrong", Grasp::Wrong), ("touched", Grasp::Touched)] {
        if facts.mentions.iter().any(|m| m.1 == grasp) {
            out.push(format!("m:{name}"));
        }
    }
    let flags = [
        ("contradiction", !facts.contradictions.is_empty()),
        ("below_floor", !facts.below_floor.is_empty()),
        ("offered", facts.offered.is_some()),
    ];
    out.extend(flags.into_iter().filter(|f| f.1).map(|f| format!("m:{}", f.0)));
    let found = [
        ("value_wrong", facts.value_wrong > 0),
        ("material_strange", facts.strange_material),
        ("denied", facts.denied),
        ("sooner", facts.sooner),
        ("free", facts.free),
    ];
    out.extend(found.into_iter().filter(|f| f.1).map(|f| format!("m:{}", f.0)));
    out.extend(facts.notes.iter().map(|name| format!("m:{name}")));
    out.extend(super::claims::findings(scene).into_iter().map(|name| format!("m:{name}")));
    values(scene, sheet, out);
    let (mut known, mut unknown) = (false, false);
    for quantity in &scene.quantities {
        let digits = scene.text.slice(quantity.span);
        let digits: String = digits.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        if digits.is_empty() {
            continue;
        }
        let there = sheet.covered().contains(&digits);
        known |= there;
        unknown |= !there;
    }
    out.extend(known.then(|| "m:number_known".to_owned()));
    out.extend(unknown.then(|| "m:number_unknown".to_owned()));
}

/// Values by what they measure, and whether the sheet has them: `m:value_right:time`, `m:value_wrong:time`; `asked`
/// in front where the buyer asked.
fn values(scene: &Scene<'_>, sheet: &super::Sheet, out: &mut Vec<String>) {
    let mut names = BTreeSet::new();
    for quantity in &scene.quantities {
        let Some(kind) = super::facts::kind(quantity) else { continue };
        let state = match super::facts::known_value(quantity, sheet) {
            Some(true) => "right",
            Some(false) => "wrong",
            None => "new",
        };
        names.insert(format!("m:value_{state}:{kind}"));
        if scene.buyer.asks {
            names.insert(format!("m:asked_{state}:{kind}"));
        }
    }
    out.extend(names);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_mark_the_ends_and_stand_once() {
        let got = grams("n:", "好好", 2);
        assert_eq!(got.iter().map(String::as_str).collect::<Vec<_>>(), ["n:^好", "n:好", "n:好$", "n:好好"]);
        assert!(grams("n:", "", 3).iter().all(|g| g == "n:^$"));
        assert_eq!(grams("n:", &"字".repeat(100_000), 4).len(), 10);
    }
}
