//! How well the analyser agrees with labelled rows: precision, recall and F1 per label, macro-F1, tone agreement.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::Deserialize;

use super::{Row, lines};
use crate::analysis::{Analyser, Family, Sheet, vocabulary};
use crate::cli::{Failure, Output};
use crate::i18n::Text;

/// A row with its labels, keyed as in the rubric.
#[derive(Deserialize)]
struct Gold {
    gold: GoldLabels,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GoldLabels {
    closes: Vec<String>,
    steps: Vec<String>,
    controls: Vec<String>,
    moves: Vec<String>,
    faults: Vec<String>,
    claims: Vec<String>,
    tone: u8,
}

impl GoldLabels {
    fn family(&self, family: Family) -> &[String] {
        match family {
            Family::Closes => &self.closes,
            Family::Steps => &self.steps,
            Family::Controls => &self.controls,
            Family::Moves => &self.moves,
            Family::Faults => &self.faults,
            Family::Claims => &self.claims,
        }
    }
}

/// Counts of one label.
#[derive(Clone, Copy, Default)]
struct Count {
    hit: u32,
    invented: u32,
    missed: u32,
}

impl Count {
    /// Precision, recall, F1; 0 where nothing can be divided.
    fn scores(self) -> (f64, f64, f64) {
        let part = |a: u32, b: u32| if b == 0 { 0.0 } else { f64::from(a) / f64::from(b) };
        let precision = part(self.hit, self.hit + self.invented);
        let recall = part(self.hit, self.hit + self.missed);
        (precision, recall, part(2 * self.hit, 2 * self.hit + self.invented + self.missed))
    }
}

/// Reads labelled rows and prints the report.
pub fn run(input: &mut dyn BufRead, sheet: Option<&Sheet>, output: &mut Output<'_>) -> Result<(), Failure> {
    let analyser = Analyser::new();
    let mut counts: BTreeMap<(Family, &'static str), Count> = BTreeMap::new();
    let mut tones: Vec<(u8, u8)> = Vec::new();
    let mut broken = 0_i64;
    for line in lines(input) {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (Ok(row), Ok(Gold { gold })) = (Row::parse(&line), serde_json::from_slice::<Gold>(&line)) else {
            broken += 1;
            continue;
        };
        let labels = row.read(&analyser, sheet).labels;
        for family in Family::ALL {
            for id in vocabulary::ids(family) {
                let count = counts.entry((family, id)).or_default();
                match (labels.has(family, id), gold.family(family).iter().any(|g| g == id)) {
                    (true, true) => count.hit += 1,
                    (true, false) => count.invented += 1,
                    (false, true) => count.missed += 1,
                    (false, false) => {}
                }
            }
        }
        tones.push((gold.tone.clamp(1, 5), labels.tone()));
    }
    print(&counts, &tones, output)?;
    if broken > 0 {
        return Err(Failure::FoundWith(Text::new("cli-analyze-broken-rows").with("count", broken)));
    }
    Ok(())
}

fn print(
    counts: &BTreeMap<(Family, &'static str), Count>,
    tones: &[(u8, u8)],
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    output.line(&format!("{:<26} {:>5} {:>6} {:>6} {:>6}", "label", "rows", "prec", "rec", "f1"))?;
    let mut means = Vec::new();
    for family in Family::ALL {
        let mut scores = Vec::new();
        for id in vocabulary::ids(family) {
            let count = counts.get(&(family, id)).copied().unwrap_or_default();
            let rows = count.hit + count.missed;
            let (precision, recall, f1) = count.scores();
            // A label that no row has can't be measured; one that is invented all the same is shown.
            if rows > 0 {
                scores.push(f1);
            }
            let name = format!("{}:{id}", family.id());
            output.line(&format!("{name:<26} {rows:>5} {precision:>6.2} {recall:>6.2} {f1:>6.2}"))?;
        }
        let macro_f1 = mean(&scores);
        means.push(macro_f1);
        output.line(&format!("{:<26} {:>26.3}", format!("macro-F1 {}", family.id()), macro_f1))?;
    }
    output.line(&format!("{:<26} {:>26.3}", "mean macro-F1", mean(&means)))?;
    output.line(&format!("{:<26} {:>26.3}", "tone QWK", weighted_kappa(tones)))?;
    output.line(&format!("{:<26} {:>26}", "rows", tones.len()))
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// Cohen's kappa with quadratic weights over scores 1–5; 1 is full agreement, 0 what chance gives.
fn weighted_kappa(pairs: &[(u8, u8)]) -> f64 {
    let n = pairs.len() as f64;
    let mut first = [0.0; 6];
    let mut second = [0.0; 6];
    let mut observed = 0.0;
    for &(a, b) in pairs {
        first[usize::from(a)] += 1.0;
        second[usize::from(b)] += 1.0;
        observed += (f64::from(a) - f64::from(b)).powi(2);
    }
    let mut expected = 0.0;
    for (a, one) in first.iter().enumerate() {
        for (b, other) in second.iter().enumerate() {
            expected += one * other / n * (a as f64 - b as f64).powi(2);
        }
    }
    if expected > 0.0 { 1.0 - observed / expected } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_is_one_for_agreement_and_falls_with_distance() {
        let same: Vec<(u8, u8)> = (1..=5).map(|t| (t, t)).collect();
        let near: Vec<(u8, u8)> = (1..=5).map(|t| (t, (t + 1).min(5))).collect();
        let far: Vec<(u8, u8)> = (1..=5).map(|t| (t, 6 - t)).collect();
        assert!((weighted_kappa(&same) - 1.0).abs() < 1e-9);
        assert!(weighted_kappa(&near) > 0.7 && weighted_kappa(&near) < 1.0);
        assert!(weighted_kappa(&far) < 0.0);
    }
}
