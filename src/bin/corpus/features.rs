//! `corpus features`: every row as the training takes it.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use huashu::analysis::{Analyser, Context, Family, PlainSheet, Sheet};
use huashu::scenario::format::Channel;
use huashu::text::normalise;

use crate::Trouble;
use crate::rows::{Corpus, Gold, Row, all_labels};

/// Prints the rows of the corpus, or of labelled files where some are named.
pub fn run(folder: &Path, labelled: &[PathBuf]) -> Result<bool, Trouble> {
    let analyser = Analyser::rules();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if !labelled.is_empty() {
        for path in labelled {
            other(&analyser, path, &mut out)?;
        }
        out.flush()?;
        return Ok(true);
    }
    let corpus = Corpus::read(folder)?;
    for row in corpus.rows() {
        let product = corpus.products.get(&row.product).ok_or_else(|| format!("{}: no such product", row.id))?;
        let source = corpus.sources.get(row.source()).ok_or_else(|| format!("{}: no such source", row.id))?;
        let gold = row.gold().map_err(|why| format!("{}: {why}", row.id))?;
        let sheet = &product.sheet;
        let mut items = sheet.facts.clone();
        items.extend(product.questions.iter().cloned());
        items.extend(product.worries.iter().cloned());
        items.push("价格".into());
        items.push(sheet.promotion.clone().unwrap_or_else(|| "优惠活动".into()));
        let (facts, questions) = (sheet.facts.len(), product.questions.len());
        let place = |about: &String| match about.as_str() {
            "price" => Some(items.len() - 2),
            "promo" => Some(items.len() - 1),
            other => {
                let number: usize = other.get(1..)?.parse().ok()?;
                let before = match other.get(..1)? {
                    "f" => 0,
                    "q" => facts,
                    "w" => facts + questions,
                    _ => return None,
                };
                Some(before + number.checked_sub(1)?)
            }
        };
        let about: Vec<usize> = row.about.iter().filter_map(place).filter(|&i| i < items.len()).collect();
        let context = Context { channel: row.channel, buyer: &row.buyer, sheet: Some(&Sheet::plain(sheet)) };
        let mut value = seen(&analyser, &context, &row.reply, &items);
        let shown = json!({ "channel": row.channel.id(), "buyer": row.buyer, "reply": row.reply, "part": source.part, "read": source.read });
        let items: Vec<String> = items.iter().map(|i| normalise(i)).collect();
        merge(
            &mut value,
            json!({
                "id": row.id, "source": row.source(), "gold": labels(&gold), "soft": soft(row)?, "items": items,
                "about": about, "shown": shown,
            }),
        );
        writeln!(out, "{value}")?;
    }
    out.flush()?;
    Ok(true)
}

/// The rows of a labelled file, as `huashu analyze --report` takes it.
fn other(analyser: &Analyser, path: &Path, out: &mut dyn Write) -> Result<(), Trouble> {
    let file = std::fs::File::open(path).map_err(|why| format!("{}: {why}", path.display()))?;
    for line in BufReader::new(file).lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = |key: &str| row[key].as_str().unwrap_or_default();
        let channel = [Channel::Im, Channel::Phone, Channel::Visit].into_iter().find(|c| c.id() == text("channel"));
        let sheet: Option<PlainSheet> = serde_json::from_value(row["product"].clone()).ok();
        let sheet = sheet.as_ref().map(Sheet::plain);
        let channel = channel.unwrap_or(Channel::Im);
        let mut value =
            seen(analyser, &Context { channel, buyer: text("buyer"), sheet: sheet.as_ref() }, text("reply"), &[]);
        let shown = json!({ "channel": text("channel"), "buyer": text("buyer"), "reply": text("reply") });
        merge(&mut value, json!({ "id": row["id"], "source": "labelled", "gold": row["gold"], "shown": shown }));
        writeln!(out, "{value}")?;
    }
    Ok(())
}

fn seen(analyser: &Analyser, context: &Context<'_>, reply: &str, items: &[String]) -> Value {
    let prepared = analyser.prepared(context, reply, items);
    json!({
        "buyer": normalise(context.buyer),
        "reply": normalise(reply),
        "folded": prepared.folded,
        "folded_buyer": prepared.folded_buyer,
        "features": prepared.features,
        "sheet": normalise(&prepared.sheet),
        "near": prepared.near,
    })
}

fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(from)) = (value, more) {
        into.extend(from);
    }
}

/// The share of labellings that give each label (where any does), and the mean tone: what the training aims at.
fn soft(row: &Row) -> Result<Value, Trouble> {
    let all = row.parsed().map_err(|why| format!("{}: {why}", row.id))?;
    let count = all.len().max(1) as f64;
    let mut out = serde_json::Map::new();
    for (family, id) in all_labels() {
        let given = all.iter().filter(|g| g.has(id)).count();
        if given > 0 {
            out.insert(format!("{}:{id}", family.id()), json!(given as f64 / count));
        }
    }
    out.insert("tone".to_owned(), json!(all.iter().map(|g| f64::from(g.tone)).sum::<f64>() / count));
    Ok(Value::Object(out))
}

fn labels(gold: &Gold) -> Value {
    let mut out = serde_json::Map::new();
    for family in Family::ALL {
        out.insert(family.id().to_owned(), json!(gold.family(family)));
    }
    out.insert("tone".to_owned(), json!(gold.tone));
    Value::Object(out)
}
