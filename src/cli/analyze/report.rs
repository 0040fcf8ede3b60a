//! How well the analyser agrees with labelled rows: precision, recall and F1 per label, macro-F1, tone agreement.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::Deserialize;

use super::{Row, lines};
use crate::analysis::{Analyser, Family, Sheet, vocabulary};
use crate::cli::{Failure, Output};
use crate::i18n::Text;
use crate::measures::{Count, weighted_kappa};

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

/// Confusions that are listed.
const MOST_CONFUSED: usize = 12;

/// Reads labelled rows and prints the report.
pub fn run(
    input: &mut dyn BufRead,
    analyser: &Analyser,
    sheet: Option<&Sheet>,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut counts: BTreeMap<(Family, &'static str), Count> = BTreeMap::new();
    let mut tones: Vec<(u8, u8)> = Vec::new();
    let mut confused: BTreeMap<(Family, &'static str, &'static str), u32> = BTreeMap::new();
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
        let labels = row.read(analyser, sheet).labels;
        for family in Family::ALL {
            let wrong = |given: bool| {
                let ids = vocabulary::ids(family).into_iter();
                let wanted = |id: &str| gold.family(family).iter().any(|g| g == id);
                ids.filter(|id| labels.has(family, id) == given && wanted(id) != given).collect::<Vec<_>>()
            };
            let (missed, invented) = (wrong(false), wrong(true));
            for &id in &missed {
                for &other in &invented {
                    *confused.entry((family, id, other)).or_default() += 1;
                }
            }
            for id in vocabulary::ids(family) {
                let count = counts.entry((family, id)).or_default();
                count.add(labels.has(family, id), gold.family(family).iter().any(|g| g == id));
            }
        }
        tones.push((gold.tone.clamp(1, 5), labels.tone()));
    }
    print(&counts, &tones, output)?;
    print_confused(&confused, output)?;
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
        let mut pooled = Count::default();
        for id in vocabulary::ids(family) {
            let count = counts.get(&(family, id)).copied().unwrap_or_default();
            pooled.hit += count.hit;
            pooled.invented += count.invented;
            let (rows, precision, recall, f1) = (count.rows(), count.precision(), count.recall(), count.f1());
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
        output.line(&format!("{:<26} {:>26.3}", format!("precision {}", family.id()), pooled.precision()))?;
    }
    output.line(&format!("{:<26} {:>26.3}", "mean macro-F1", mean(&means)))?;
    output.line(&format!("{:<26} {:>26.3}", "tone QWK", weighted_kappa(tones)))?;
    output.line(&format!("{:<26} {:>26}", "rows", tones.len()))
}

/// The pairs of labels that are taken for one another most often, in one reply.
fn print_confused(
    confused: &BTreeMap<(Family, &'static str, &'static str), u32>,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut pairs: Vec<_> = confused.iter().collect();
    // The sort is stable: pairs of one count stay in the rubric's order.
    pairs.sort_by(|a, b| b.1.cmp(a.1));
    output.line(&format!("{:<26} {:<26} {:>5}", "missed", "given instead", "rows"))?;
    for ((family, missed, given), rows) in pairs.into_iter().take(MOST_CONFUSED) {
        let name = |id: &str| format!("{}:{id}", family.id());
        output.line(&format!("{:<26} {:<26} {rows:>5}", name(missed), name(given)))?;
    }
    Ok(())
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}
