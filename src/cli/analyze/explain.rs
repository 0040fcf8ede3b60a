//! `--explain`: why each label was given, in words.

use serde_json::{Value, json};

use crate::analysis::Explanation;

/// The explanations of a reply, by label.
pub fn value(explanations: &[Explanation], reply: &str) -> Value {
    let words = |start: usize, end: usize| reply.chars().skip(start).take(end - start).collect::<String>();
    let listed = explanations.iter().map(|e| {
        let rules: Vec<String> = e.rules.iter().map(|&(a, b)| words(a, b)).collect();
        let features: Vec<Value> = e.features.iter().map(|(name, weight)| json!([name, hundredths(*weight)])).collect();
        let clauses: Vec<Value> = e.clauses.iter().map(|&(a, b, w)| json!([words(a, b), hundredths(w)])).collect();
        json!({
            "label": e.label,
            "margin": e.margin.map(hundredths),
            "rules": rules,
            "features": features,
            "without": clauses,
        })
    });
    listed.collect()
}

/// Two decimals are all that a person reads.
fn hundredths(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}
