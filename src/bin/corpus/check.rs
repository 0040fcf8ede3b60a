//! `corpus check`: broken rows, and how much there is of what.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use crate::Trouble;
use crate::rows::{Corpus, Product, all_labels};

/// Prints what is wrong, then the counts. True where nothing is wrong.
pub fn run(folder: &Path) -> Result<bool, Trouble> {
    let corpus = Corpus::read(folder)?;
    let mut out = std::io::stdout().lock();
    let mut wrong = 0;
    let mut seen = BTreeSet::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sources: BTreeMap<&str, usize> = BTreeMap::new();
    let mut channels: BTreeMap<&str, usize> = BTreeMap::new();
    let mut few = 0;
    for row in corpus.rows() {
        let mut complain = |why: String| {
            wrong += 1;
            writeln!(out, "{}: {why}", row.id)
        };
        if !seen.insert(&row.id) {
            complain("this id stands twice".into())?;
        }
        if !corpus.sources.contains_key(row.source()) {
            complain(format!("no source {:?} in sources.jsonl", row.source()))?;
        }
        match corpus.products.get(&row.product) {
            Some(product) => {
                if let Some(unknown) = row.about.iter().find(|a| !names_an_item(product, a)) {
                    complain(format!("{unknown:?} is no item of {}", row.product))?;
                }
            }
            None => complain(format!("no product {:?} in products.jsonl", row.product))?,
        }
        if row.reply.trim().is_empty() {
            complain("the reply is empty".into())?;
        }
        match row.gold() {
            Ok(gold) => {
                few += usize::from(gold.labels.len() <= 1);
                for label in gold.labels {
                    *counts.entry(label).or_default() += 1;
                }
            }
            Err(why) => complain(why)?,
        }
        *sources.entry(row.source()).or_default() += 1;
        *channels.entry(row.channel.id()).or_default() += 1;
    }
    let total = seen.len();
    writeln!(
        out,
        "{total} rows, {} products, {} sources, {few} rows with one label or none",
        corpus.products.len(),
        sources.len()
    )?;
    for (channel, n) in channels {
        writeln!(out, "{channel:<24} {n:>6}")?;
    }
    for (family, id) in all_labels() {
        writeln!(out, "{:<24} {:>6}", format!("{}:{id}", family.id()), counts.get(id).copied().unwrap_or_default())?;
    }
    Ok(wrong == 0)
}

fn names_an_item(product: &Product, about: &str) -> bool {
    if about == "price" || about == "promo" {
        return true;
    }
    let list = match about.get(..1) {
        Some("f") => product.sheet.facts.len(),
        Some("q") => product.questions.len(),
        Some("w") => product.worries.len(),
        _ => return false,
    };
    about.get(1..).and_then(|n| n.parse::<usize>().ok()).is_some_and(|n| (1..=list).contains(&n))
}
