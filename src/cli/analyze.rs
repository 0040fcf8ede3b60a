//! `huashu analyze`: labels replies, JSON Lines in and out; `--report` measures against labelled rows.

mod explain;
mod report;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, missing};
use super::{Failure, Output};
use crate::analysis::{Analyser, Context, Evidence, PlainSheet, Reading, Sheet};
use crate::i18n::{Locale, Text};
use crate::scenario::format::{Channel, Product};

pub fn define(command: Command) -> Command {
    command
        .arg(Arg::new("file").value_name("FILE"))
        .arg(Arg::new("product").long("product").value_name("SHEET.ron"))
        .arg(flag("report"))
        .arg(flag("explain"))
        .arg(flag("rules"))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

pub fn run(matches: &ArgMatches, output: &mut Output<'_>) -> Result<(), Failure> {
    let sheet = match matches.get_one::<String>("product") {
        Some(path) => Some(read_product(Path::new(path))?),
        None => None,
    };
    let file = matches.get_one::<String>("file").map(String::as_str).filter(|f| *f != "-");
    let mut input: Box<dyn BufRead> = match file {
        Some(path) => Box::new(BufReader::new(File::open(path).map_err(|why| cannot_read(path, &why))?)),
        None => Box::new(io::stdin().lock()),
    };
    let analyser = if matches.get_flag("rules") { Analyser::rules() } else { super::model::analyser(matches)? };
    if matches.get_flag("report") {
        return report::run(&mut *input, &analyser.without_evidence(), sheet.as_ref(), output);
    }
    label(&mut *input, &analyser, sheet.as_ref(), matches.get_flag("explain"), output)
}

fn cannot_read(path: &str, why: &io::Error) -> Failure {
    Failure::Usage(Text::new("cli-analyze-cannot-read").with("path", path).with("why", why.to_string()))
}

fn read_product(path: &Path) -> Result<Sheet, Failure> {
    let shown = path.display().to_string();
    let source = std::fs::read_to_string(path).map_err(|why| cannot_read(&shown, &why))?;
    let product: Product = ron::from_str(&source).map_err(|why| {
        Failure::FoundWith(
            Text::new("cli-analyze-broken-product").with("path", shown.clone()).with("why", why.to_string()),
        )
    })?;
    Ok(Sheet::of_product(&product))
}

/// One line of input, as the contract has it.
struct Row {
    id: Value,
    channel: Channel,
    buyer: String,
    reply: String,
    product: Option<PlainSheet>,
}

/// One line of output.
#[derive(Debug, Serialize)]
struct Labelled<'a> {
    id: &'a Value,
    closes: &'a [String],
    steps: &'a [String],
    controls: &'a [String],
    moves: &'a [String],
    tone: f64,
    faults: &'a [String],
    claims: &'a [String],
    evidence: &'a [Evidence],
    /// There where the reply was too long for the encoder.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cut: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<Value>,
}

impl<'a> Labelled<'a> {
    fn new(id: &'a Value, reading: &'a Reading) -> Self {
        let labels = &reading.labels;
        Self {
            id,
            closes: &labels.closes,
            steps: &labels.steps,
            controls: &labels.controls,
            moves: &labels.moves,
            tone: f64::from(labels.tone_tenths) / 10.0,
            faults: &labels.faults,
            claims: &labels.claims,
            evidence: &reading.evidence,
            cut: reading.cut,
            explain: None,
        }
    }
}

impl Row {
    /// # Errors
    /// What is wrong with the line.
    fn parse(line: &[u8]) -> Result<Self, Text> {
        let fields = Fields::read(line)?;
        let named = fields.needed("channel")?;
        let channel = [Channel::Im, Channel::Phone, Channel::Visit].into_iter().find(|c| c.id() == named);
        Ok(Self {
            id: fields.get("id").cloned().ok_or_else(|| missing("id"))?,
            channel: channel.ok_or_else(|| Text::new("line-unknown-channel").with("channel", named))?,
            buyer: fields.needed("buyer")?.to_owned(),
            reply: fields.needed("reply")?.to_owned(),
            product: fields.object("product")?,
        })
    }

    fn read(&self, analyser: &Analyser, default: Option<&Sheet>) -> Reading {
        let own = self.product.as_ref().map(Sheet::plain);
        analyser.read(&self.context(own.as_ref().or(default)), &self.reply)
    }

    fn explain(&self, analyser: &Analyser, default: Option<&Sheet>) -> Value {
        let own = self.product.as_ref().map(Sheet::plain);
        explain::value(&analyser.explain(&self.context(own.as_ref().or(default)), &self.reply), &self.reply)
    }

    fn context<'a>(&'a self, sheet: Option<&'a Sheet>) -> Context<'a> {
        Context { channel: self.channel, buyer: &self.buyer, sheet }
    }
}

fn label(
    input: &mut dyn BufRead,
    analyser: &Analyser,
    sheet: Option<&Sheet>,
    explained: bool,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut broken = false;
    for (number, line) in lines(input).enumerate() {
        let line = line?;
        let out = match Row::parse(&line) {
            Ok(row) => {
                let reading = row.read(analyser, sheet);
                let explain = explained.then(|| row.explain(analyser, sheet));
                serde_json::to_string(&Labelled { explain, ..Labelled::new(&row.id, &reading) })
            }
            Err(why) => {
                broken = true;
                serde_json::to_string(&complaint(&line, number + 1, why, output.locale))
            }
        };
        output.line(&out.map_err(io::Error::from)?)?;
        output.data.flush()?;
    }
    if broken { Err(Failure::Found) } else { Ok(()) }
}

/// Lines as bytes, without their ends, so that a line in another encoding is reported in its place; a mark at the start is passed over.
fn lines(input: &mut dyn BufRead) -> impl Iterator<Item = io::Result<Vec<u8>>> + '_ {
    let mut first = true;
    std::iter::from_fn(move || {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(_) => {
                if std::mem::take(&mut first) && line.starts_with(b"\xef\xbb\xbf") {
                    line.drain(..3);
                }
                if line.ends_with(b"\n") {
                    line.pop();
                }
                Some(Ok(line))
            }
            Err(why) => Some(Err(why)),
        }
    })
}

#[derive(Serialize)]
struct Complaint {
    id: Value,
    error: String,
}

/// What is wrong with a line, under its id where one can be read.
fn complaint(line: &[u8], number: usize, why: Text, locale: Locale) -> Complaint {
    let readable = String::from_utf8_lossy(line);
    let id = Fields::read(readable.as_bytes()).ok().and_then(|fields| fields.get("id").cloned());
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let error = locale.render(&Text::new("line-bad").with("line", number).with("why", why));
    Complaint { id: id.unwrap_or(Value::Null), error }
}
