//! The linear model: each known feature once, and its join with the encoder.

use super::fixture::{FEATURES, Fixture};
use super::{Active, LABELS, Model, Scratch};

#[test]
fn the_linear_model_counts_each_known_feature_once() {
    let fixture = Fixture::small();
    let model = Model::parse(fixture.bytes()).expect("a sound model");
    let linear = model.linear();
    let (weights, bias) = (fixture.values_of_columns("linear.weight", "linear.scale"), fixture.values("linear.bias"));
    let mut active = Active::default();
    for (features, values) in [
        (vec![], [0.0; 5]),
        (vec!["unknown", "n:", "n:你", ""], [0.0; 5]),
        (vec!["x", "question", "x"], [0.0, 0.0, 0.0, 1.0, 1.0]),
        (vec!["n:你好", "x", "b:你", "n:不"], [1.0, 0.0, 1.0, 0.0, 1.0]),
        (vec!["n:你好", "n:买吗", "n:你好"], [0.0, 0.5f32.sqrt(), 0.5f32.sqrt(), 0.0, 0.0]),
    ] {
        linear.find(features.iter().copied(), &mut active);
        let logits = linear.logits(&active);
        for (output, logit) in logits.iter().enumerate() {
            let sum: f32 = (0..FEATURES.len()).map(|f| values[f] * weights[f * (LABELS + 1) + output]).sum();
            assert!((logit - sum - bias[output]).abs() < 1e-4, "{features:?}");
            let parts = linear.contributions(&active, output);
            let total: f32 = parts.iter().map(|(_, part)| part).sum();
            assert!((total - sum).abs() < 1e-4, "{features:?}");
            let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
            let known: Vec<&str> =
                FEATURES.iter().zip(values).filter(|(_, value)| *value > 0.0).map(|(name, _)| *name).collect();
            assert_eq!(names, known);
        }
        assert!(linear.contributions(&active, LABELS + 1).is_empty());
        let outcome = model.reply(&mut Scratch::new(&model), "", "", "好");
        let (joined, tone) = model.join(&outcome, &logits);
        assert_eq!(joined[3], outcome.logits[3] * 0.75 + logits[3] * 0.25);
        assert_eq!(tone, outcome.tone * 0.5 + logits[LABELS] * 0.5 + 0.25);
    }
}
