//! `corpus agree`: how well the labellings agree, by the measures that the analyser is judged by.

use std::io::Write;
use std::path::Path;

use huashu::analysis::Family;
use huashu::measures::{Count, weighted_kappa};

use crate::Trouble;
use crate::rows::{Corpus, Gold, all_labels};

/// Prints macro-F1 per family and tone agreement of the writer's labelling with the first blind one, and of the blind
/// ones of the rows that have four with one another.
pub fn run(folder: &Path) -> Result<bool, Trouble> {
    let corpus = Corpus::read(folder)?;
    let mut written = Vec::new();
    let mut blind = Vec::new();
    for row in corpus.rows() {
        let all = row.parsed().map_err(|why| format!("{}: {why}", row.id))?;
        if let [first, second, ..] = all.as_slice() {
            written.push((first.clone(), second.clone()));
        }
        if row.labellings.len() >= 4
            && let [.., third, fourth] = all.as_slice()
        {
            blind.push((third.clone(), fourth.clone()));
        }
    }
    let mut out = std::io::stdout().lock();
    for (name, pairs) in [("writer and blind second", &written), ("two blind labellings", &blind)] {
        writeln!(out, "{name}: {} rows", pairs.len())?;
        if !pairs.is_empty() {
            print(pairs, &mut out)?;
        }
    }
    Ok(true)
}

fn print(pairs: &[(Gold, Gold)], out: &mut dyn Write) -> Result<(), Trouble> {
    let mut means = Vec::new();
    for family in Family::ALL {
        let mut scores = Vec::new();
        for (_, id) in all_labels().filter(|l| l.0 == family) {
            let mut count = Count::default();
            for (a, b) in pairs {
                count.add(b.has(id), a.has(id));
            }
            if count.rows() > 0 {
                scores.push(count.f1());
                writeln!(out, "  {:<24} {:>6} {:>6.2}", format!("{}:{id}", family.id()), count.rows(), count.f1())?;
            }
        }
        let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
        means.push(mean);
        writeln!(out, "  {:<24} {mean:>13.3}", format!("macro-F1 {}", family.id()))?;
    }
    let tones: Vec<(u8, u8)> = pairs.iter().map(|(a, b)| (a.tone, b.tone)).collect();
    writeln!(out, "  {:<24} {:>13.3}", "mean macro-F1", means.iter().sum::<f64>() / means.len() as f64)?;
    writeln!(out, "  {:<24} {:>13.3}", "tone QWK", weighted_kappa(&tones))?;
    Ok(())
}
