//! The files of the corpus: products, sources, rows with all their labellings, and the labels that follow from them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use huashu::analysis::{Family, PlainSheet, vocabulary};
use huashu::scenario::format::Channel;

use crate::Trouble;

/// A product sheet, with what buyers ask and doubt about it.
#[derive(Debug, Deserialize, Serialize)]
pub struct Product {
    /// `SOURCE.NUMBER`.
    pub id: String,
    #[serde(flatten)]
    pub sheet: PlainSheet,
    pub questions: Vec<String>,
    pub worries: Vec<String>,
}

/// Where rows come from: one writer with one viewpoint.
#[derive(Debug, Deserialize, Serialize)]
pub struct Source {
    pub id: String,
    pub viewpoint: String,
    /// `train`, `tune` (thresholds) or `test` (never trained on, nothing chosen by it).
    pub part: String,
    /// True where rules against the sheet were written with its rows in view, so that they say more here than elsewhere.
    #[serde(default)]
    pub read: bool,
}

/// One reply in its context.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Row {
    pub id: String,
    pub product: String,
    pub channel: Channel,
    pub buyer: String,
    pub reply: String,
    /// What of the sheet it speaks of, main thing first: `f3`, `q2`, `w1`, `price`, `promo`; empty for nothing of it.
    pub about: Vec<String>,
    /// The labellings in the order in which they were made, each as "tone label label …": the writer's first, the
    /// others blind.
    pub labellings: Vec<String>,
}

/// The labels of one labelling, or those that follow from several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gold {
    /// 1–5.
    pub tone: u8,
    /// Identifiers in the order of the rubric; they are unique over all families.
    pub labels: Vec<&'static str>,
}

impl Gold {
    /// # Errors
    /// What is wrong with the labelling.
    pub fn parse(written: &str) -> Result<Self, String> {
        let mut words = written.split_whitespace();
        let tone = words.next().and_then(|t| t.parse::<u8>().ok()).filter(|t| (1..=5).contains(t));
        let tone = tone.ok_or_else(|| format!("{written:?} does not start with a tone from 1 to 5"))?;
        let given: Vec<&str> = words.collect();
        if let Some(unknown) = given.iter().find(|w| !all_labels().any(|(_, id)| id == **w)) {
            return Err(format!("no label is called {unknown:?}"));
        }
        Ok(Self { tone, labels: all_labels().map(|(_, id)| id).filter(|id| given.contains(id)).collect() })
    }

    pub fn has(&self, id: &str) -> bool {
        self.labels.contains(&id)
    }

    pub fn family(&self, family: Family) -> Vec<&'static str> {
        vocabulary::ids(family).into_iter().filter(|id| self.has(id)).collect()
    }
}

/// Every label with its family, in the order of the rubric.
pub fn all_labels() -> impl Iterator<Item = (Family, &'static str)> {
    Family::ALL.into_iter().flat_map(|f| vocabulary::ids(f).into_iter().map(move |id| (f, id)))
}

impl Row {
    /// The source: what stands before the dash of the id.
    pub fn source(&self) -> &str {
        self.id.split_once('-').map_or(self.id.as_str(), |(source, _)| source)
    }

    /// # Errors
    /// The first labelling that can't be read.
    pub fn parsed(&self) -> Result<Vec<Gold>, String> {
        self.labellings.iter().map(|l| Gold::parse(l)).collect()
    }

    /// What counts: labels of more than half of the labellings, the median of their tones; of two (that agree in their
    /// labels, or were not decided yet) the blind one.
    ///
    /// # Errors
    /// The first labelling that can't be read, or that there is none.
    pub fn gold(&self) -> Result<Gold, String> {
        let all = self.parsed()?;
        let last = all.last().ok_or("no labelling")?;
        if all.len() == 2 {
            return Ok(last.clone());
        }
        let mut tones: Vec<u8> = all.iter().map(|g| g.tone).collect();
        tones.sort_unstable();
        let labels = all_labels().map(|(_, id)| id);
        let labels = labels.filter(|id| all.iter().filter(|g| g.has(id)).count() * 2 > all.len()).collect();
        Ok(Gold { tone: tones[tones.len() / 2], labels })
    }
}

/// The whole corpus.
pub struct Corpus {
    pub products: BTreeMap<String, Product>,
    pub sources: BTreeMap<String, Source>,
    /// Files in the order of their names, each with its rows.
    pub files: Vec<(PathBuf, Vec<Row>)>,
}

impl Corpus {
    /// # Errors
    /// A file or line that can't be read, named.
    pub fn read(folder: &Path) -> Result<Self, Trouble> {
        let products: Vec<Product> = lines(&folder.join("products.jsonl"))?;
        let sources: Vec<Source> = lines(&folder.join("sources.jsonl"))?;
        let rows = folder.join("rows");
        let listed = std::fs::read_dir(&rows).map_err(|why| format!("{}: {why}", rows.display()))?;
        let mut paths: Vec<PathBuf> = listed.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|p| p.extension().is_some_and(|e| e == "jsonl"));
        paths.sort();
        let files = paths.into_iter().map(|path| Ok((path.clone(), lines(&path)?)));
        Ok(Self {
            products: products.into_iter().map(|p| (p.id.clone(), p)).collect(),
            sources: sources.into_iter().map(|s| (s.id.clone(), s)).collect(),
            files: files.collect::<Result<_, Trouble>>()?,
        })
    }

    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.files.iter().flat_map(|(_, rows)| rows)
    }
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Trouble> {
    let text = std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let numbered = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    numbered
        .map(|(n, line)| {
            serde_json::from_str(line).map_err(|why| format!("{}:{}: {why}", path.display(), n + 1).into())
        })
        .collect()
}
