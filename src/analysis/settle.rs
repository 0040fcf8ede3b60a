//! What the rules' findings exclude of one another, and the labels that they give where there is no model.

use super::scene::Scene;
use super::{Evidence, Family, Labels, vocabulary};
use crate::text::Span;

/// Families in the order in which later ones use what earlier ones found.
pub const ORDER: [Family; 6] =
    [Family::Closes, Family::Moves, Family::Faults, Family::Claims, Family::Controls, Family::Steps];

/// Labels that exclude one another once all are known.
pub fn exclude(scene: &mut Scene<'_>) {
    // An insult acknowledges nothing, whatever words it uses, and offers nothing.
    if scene.has(Family::Faults, "arrogant") || scene.has(Family::Faults, "blaming") {
        let real = scene.has(Family::Steps, "objection");
        for id in ["acknowledge", "evidence", "offer", "boundary", "probe"] {
            if !real {
                scene.drop_label(Family::Moves, id);
            }
        }
        scene.drop_label(Family::Steps, "recommend");
        scene.drop_label(Family::Steps, "farewell");
    }
    // One move of the purchase is one label: the choice is not also taken for granted.
    if let (Some(a), Some(b)) = (scene.spans(Family::Closes, "assumptive"), scene.spans(Family::Closes, "alternative"))
        && a.iter().all(|x| b.iter().any(|y| y.overlaps(*x)))
    {
        scene.drop_label(Family::Closes, "assumptive");
    }
    for body in ["summary", "isolation"] {
        if let (Some(a), Some(b)) = (scene.spans(Family::Closes, "assumptive"), scene.spans(Family::Closes, body))
            && a.iter().all(|x| b.iter().any(|y| y.overlaps(*x)))
        {
            scene.drop_label(Family::Closes, "assumptive");
        }
    }
}

/// The labels that the rules give, with their spans.
pub fn by_rules(scene: Scene<'_>, tone_tenths: u8) -> (Labels, Vec<Evidence>) {
    let mut labels = Labels { tone_tenths, ..Labels::default() };
    let mut evidence = Vec::new();
    let text = scene.text.clone();
    let found = scene.into_found();
    for family in Family::ALL {
        for rule in vocabulary::rules(family) {
            let Some((_, id, spans)) = found.iter().find(|f| f.0 == family && f.1 == rule.id) else { continue };
            labels.family_mut(family).push((*id).to_owned());
            for span in merged(spans) {
                let (start, end) = text.original(text.trim(span));
                let (start, end) = if end > start { (start, end) } else { text.original(span) };
                evidence.push(Evidence::new(id, start, end));
            }
        }
    }
    (labels, evidence)
}

/// Overlapping spans as one, four at most.
fn merged(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for span in sorted {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out.truncate(4);
    out
}
