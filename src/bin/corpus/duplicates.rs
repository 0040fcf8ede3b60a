//! `corpus duplicates`: replies that nearly repeat another one, in the corpus or in files that must stay apart from it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;

use huashu::text::fold;

use crate::Trouble;
use crate::rows::{Corpus, Row};

/// Replies this much alike say the same: shared trigrams by all trigrams, in percent.
const ALIKE: usize = 60;
/// Shorter ones ("好的") are everybody's and are only compared whole, with the buyer's line.
const SHORT: usize = 8;

struct Text {
    id: String,
    whole: String,
    grams: BTreeSet<(char, char, char)>,
}

impl Text {
    fn new(id: String, buyer: &str, reply: &str) -> Self {
        let bare = |text: &str| -> Vec<char> { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
        let core = bare(reply);
        let grams = if core.len() < SHORT { BTreeSet::new() } else { triples(&core) };
        let whole = bare(buyer).into_iter().chain(['>']).chain(core).collect();
        Self { id, whole, grams }
    }
}

fn triples(chars: &[char]) -> BTreeSet<(char, char, char)> {
    chars.windows(3).map(|w| (w[0], w[1], w[2])).collect()
}

/// Prints each pair; with `remove`, takes the later row of each out of its file. True where nothing was found.
pub fn run(folder: &Path, against: &[PathBuf], remove: bool) -> Result<bool, Trouble> {
    let corpus = Corpus::read(folder)?;
    let mut texts = Vec::new();
    for path in against {
        texts.extend(apart(path)?);
    }
    let fixed = texts.len();
    texts.extend(corpus.rows().map(|r| Text::new(r.id.clone(), &r.buyer, &r.reply)));
    let pairs = pairs(&texts, fixed);
    let mut out = std::io::stdout().lock();
    for &(first, second) in &pairs {
        writeln!(out, "{} repeats {}", texts[second].id, texts[first].id)?;
    }
    writeln!(out, "{} of {} rows repeat another", pairs.len(), texts.len() - fixed)?;
    if remove {
        let gone: BTreeSet<&str> = pairs.iter().map(|&(_, second)| texts[second].id.as_str()).collect();
        for (path, rows) in &corpus.files {
            let kept: Vec<&Row> = rows.iter().filter(|r| !gone.contains(r.id.as_str())).collect();
            if kept.len() < rows.len() {
                write_rows(path, &kept)?;
            }
        }
    }
    Ok(pairs.is_empty() || remove)
}

/// Writes a file of rows anew, whole or not at all.
fn write_rows(path: &Path, rows: &[&Row]) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    for row in rows {
        writeln!(file, "{}", serde_json::to_string(row)?)?;
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

fn apart(path: &Path) -> Result<Vec<Text>, Trouble> {
    let text = std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let mut out = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let field = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        out.push(Text::new(field("id"), &field("buyer"), &field("reply")));
    }
    Ok(out)
}

/// Pairs of indices, the earlier first; every later text at most once, and only from `fixed` on.
fn pairs(texts: &[Text], fixed: usize) -> Vec<(usize, usize)> {
    let mut wholes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut holders: BTreeMap<(char, char, char), Vec<usize>> = BTreeMap::new();
    let mut out = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for gram in &text.grams {
            for &holder in holders.get(gram).into_iter().flatten() {
                *shared.entry(holder).or_default() += 1;
            }
        }
        let near = shared.iter().find(|&(&j, &n)| n * 100 >= ALIKE * (text.grams.len() + texts[j].grams.len() - n));
        let found = wholes.get(text.whole.as_str()).copied().or(near.map(|(&j, _)| j));
        if let Some(earlier) = found.filter(|_| i >= fixed) {
            out.push((earlier, i));
            continue;
        }
        wholes.entry(&text.whole).or_insert(i);
        for gram in &text.grams {
            holders.entry(*gram).or_default().push(i);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_nearly_repeats_and_leaves_the_rest() {
        let text = |id: &str, buyer: &str, reply: &str| Text::new(id.into(), buyer, reply);
        let texts = [
            text("a", "几天到", "您好,今天拍明天就能发走,三天到您家"),
            text("b", "多久到", "您好!今天拍,明天就能发走 三天到您家哦"),
            text("c", "几天到", "今天下午五点前付款当天寄出,江浙沪第二天收"),
            text("d", "嗯", "好的"),
            text("e", "谢谢", "好的"),
            text("f", "嗯", "好的。"),
        ];
        assert_eq!(pairs(&texts, 0), [(0, 1), (3, 5)]);
        assert_eq!(pairs(&texts, 2), [(3, 5)]);
    }
}
