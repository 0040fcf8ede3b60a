//! `huashu play`: one session without a window, readable or as JSON Lines.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::clockwork::{Clockwork, Line};
use super::fields::{Fields, missing};
use super::scorecard;
use super::{Failure, Output, library, mention_problems};
use crate::analysis::Analyser;
use crate::engine::{Event, Outcome};
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::scenario::format::Predicate;
use crate::score;
use crate::session::{Desk, Session, Transcript};
use crate::store;

/// The seed where none is given and no person sits at the terminal, so that a prepared file plays the same twice.
pub const PREPARED_SEED: u64 = 1;

pub fn define(command: Command) -> Command {
    command
        .arg(Arg::new("scenario").value_name("SCENARIO").required(true))
        .arg(Arg::new("seed").long("seed").value_name("N").value_parser(value_parser!(u64)))
        .arg(Arg::new("trainee").long("trainee").value_name("NAME"))
        .arg(Arg::new("jsonl").long("jsonl").action(ArgAction::SetTrue))
        .arg(Arg::new("save").long("save").value_name("FILE").value_parser(value_parser!(PathBuf)))
}

pub fn run(args: &ArgMatches, out: &mut Output<'_>) -> Result<(), Failure> {
    let library = library(args)?;
    mention_problems(args, &library, out)?;
    let wanted = args.get_one::<String>("scenario").map_or("", String::as_str);
    let scenario = library.find(wanted)?.scenario;
    let terminal = std::io::stdin().is_terminal();
    let options = Options {
        seed: args.get_one::<u64>("seed").copied().unwrap_or_else(|| if terminal { fresh_seed() } else { PREPARED_SEED }),
        trainee: args.get_one::<String>("trainee").cloned().unwrap_or_default(),
        jsonl: args.get_flag("jsonl"),
        save: args.get_one::<PathBuf>("save").cloned(),
    };
    play(scenario, &options, Arc::new(super::model::analyser(args)?), out)
}

/// How a session without a window is played.
#[derive(Default)]
pub struct Options {
    pub seed: u64,
    pub trainee: String,
    pub jsonl: bool,
    pub save: Option<PathBuf>,
}

/// One line of input.
enum Input {
    Quit,
    /// Nothing to do.
    Nothing,
    /// `at_ms` None where the line doesn't say when it came.
    Reply { text: String, at_ms: Option<u64> },
}

impl Input {
    /// Reads a line of JSON Lines.
    fn parse(line: &str) -> Result<Self, Text> {
        let fields = Fields::read(line.as_bytes())?;
        let at_ms = match fields.get("at_ms") {
            None | Some(Value::Null) => None,
            Some(value) => Some(time(value).ok_or_else(|| Text::new("line-no-time").with("key", "at_ms"))?),
        };
        match (fields.get("quit"), fields.text("text")?) {
            (Some(Value::Bool(true)), _) => Ok(Input::Quit),
            (Some(Value::Bool(false)), None) => Ok(Input::Nothing),
            (None | Some(Value::Bool(false)), Some(text)) => Ok(Input::Reply { text: text.to_owned(), at_ms }),
            (None, None) => Err(missing("text")),
            (Some(_), _) => Err(Text::new("line-no-bool").with("key", "quit")),
        }
    }
}

/// Session time in whole ms; what lies before the session or beyond all times is set to its edge.
fn time(value: &Value) -> Option<u64> {
    // A cast from a float keeps within the bounds of the integer.
    value.as_u64().or_else(|| value.as_f64().map(|ms| ms as u64))
}

/// Plays a session: replies from stdin, the talk to `out.data`.
pub fn play(
    scenario: Arc<Scenario>,
    options: &Options,
    analyser: Arc<Analyser>,
    out: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut player = Player {
        desk: Desk::new(Session::start(scenario.clone(), options.seed), analyser.clone()),
        model: analyser.version().to_owned(),
        mood: 0,
        patience: 0,
        options,
    };
    // Where the file can't be written, this is the moment to say so.
    player.save()?;
    if options.jsonl {
        out.line(&brief(&scenario).to_string())?;
    } else {
        super::terminal::brief(&scenario, out)?;
    }
    let opening = player.desk.session().events().to_vec();
    player.show(&opening, out)?;
    let mut faulty = false;
    let terminal = std::io::stdin().is_terminal();
    let mut clockwork = Clockwork::new(terminal);
    let mut number = 0;
    while !player.desk.session().is_over() {
        if terminal && !options.jsonl {
            super::terminal::prompt(out)?;
        }
        let line = clockwork.next(player.desk.session().next_due(), player.desk.session().now_ms());
        number += i64::from(matches!(line, Line::Text(_) | Line::Bad(_)));
        let taken = match line {
            Line::End => Ok(player.desk.quit(clockwork.now_ms().unwrap_or_default())),
            Line::Due(at_ms) => {
                if terminal && !options.jsonl {
                    super::terminal::leave_prompt(out)?;
                }
                Ok(player.desk.tick(at_ms))
            }
            Line::Bad(why) => Err(why),
            Line::Text(text) => player.take(&text, &clockwork),
        };
        match taken {
            Ok(events) => {
                player.save()?;
                player.show(&events, out)?;
            }
            Err(why) => {
                faulty = true;
                let wanted = Text::new(if options.jsonl { "play-wanted-jsonl" } else { "play-wanted-text" });
                let text = Text::new("play-bad-line").with("line", number).with("why", why);
                out.say(&text.with("wanted", wanted))?;
            }
        }
    }
    player.finish(out)?;
    if terminal && !options.jsonl {
        super::terminal::goodbye(player.desk.session(), out)?;
    }
    if faulty { Err(Failure::Found) } else { Ok(()) }
}

struct Player<'a> {
    desk: Desk,
    model: String,
    mood: i32,
    patience: i32,
    options: &'a Options,
}

impl Player<'_> {
    /// One input line as a command.
    fn take(&mut self, line: &str, clockwork: &Clockwork) -> Result<Vec<Event>, Text> {
        let input = match line {
            line if self.options.jsonl => Input::parse(line)?,
            // Enter pressed twice is no reply.
            line if line.trim().is_empty() => Input::Nothing,
            line => Input::Reply { text: line.to_owned(), at_ms: None },
        };
        Ok(match input {
            Input::Nothing => Vec::new(),
            Input::Quit => self.desk.quit(clockwork.now_ms().unwrap_or_default()),
            Input::Reply { text, at_ms } => {
                let fair = || self.desk.session().fair_time(text.chars().count());
                let at_ms = at_ms.or_else(|| clockwork.now_ms()).unwrap_or_else(fair);
                self.desk.reply(&text, at_ms)
            }
        })
    }

    fn show(&mut self, events: &[Event], out: &mut Output<'_>) -> Result<(), Failure> {
        for event in events {
            match event {
                Event::Felt { mood, patience, .. } => (self.mood, self.patience) = (*mood, *patience),
                Event::BuyerSaid { at_ms, text, .. } if self.options.jsonl => {
                    let (mood, patience) = (hundredths(self.mood), hundredths(self.patience));
                    let said = json!({"type": "buyer", "text": text, "at_ms": at_ms, "mood": mood, "patience": patience});
                    out.line(&said.to_string())?;
                }
                Event::Over { at_ms, outcome, goal_met } if self.options.jsonl => {
                    let over = json!({"type": "over", "outcome": outcome.id(), "goal_met": goal_met, "at_ms": at_ms});
                    out.line(&over.to_string())?;
                }
                event if !self.options.jsonl => super::terminal::show(self.desk.session(), event, (self.mood, self.patience), out)?,
                _ => {}
            }
        }
        out.flush()
    }

    fn save(&self) -> Result<(), Failure> {
        let Some(path) = &self.options.save else { return Ok(()) };
        let transcript = Transcript::of(self.desk.session(), &self.model, &self.options.trainee, 0);
        Ok(store::files::write_atomically(path, &transcript.to_bytes())?)
    }

    fn finish(&self, out: &mut Output<'_>) -> Result<(), Failure> {
        let session = self.desk.session();
        let card = score::score(session.scenario(), session.events());
        if self.options.jsonl {
            let mut document = serde_json::Map::new();
            document.insert("type".into(), json!("score"));
            // Chinese whatever the language of the screen: the same talk gives the same bytes.
            if let Value::Object(fields) = scorecard::json(session.scenario(), &card, Locale::ZhCn) {
                document.extend(fields);
            }
            out.line(&Value::Object(document).to_string())
        } else {
            scorecard::print(session.scenario(), &card, out)
        }
    }
}

/// Per mille as a number with two decimals.
fn hundredths(per_mille: i32) -> f64 {
    f64::from((per_mille + if per_mille < 0 { -5 } else { 5 }) / 10) / 100.0
}

/// The contract's `brief` object.
fn brief(scenario: &Scenario) -> Value {
    let (file, product) = (&scenario.file, &scenario.product);
    let script: Vec<Value> = scenario
        .script
        .steps
        .iter()
        .map(|s| json!({"id": s.id, "name": s.name, "hint": s.hint, "optional": s.applies != Predicate::Always}))
        .collect();
    json!({
        "type": "brief",
        "scenario": file.id,
        "title": file.title,
        "channel": file.channel.id(),
        "role": file.role,
        "goals": file.goals,
        "customer": file.customer,
        "product": product,
        "script": script,
        "weights": file.weights,
        "bands": file.bands,
        "handle_time": file.handle_time,
        "pass_mark": file.pass_mark,
        "persona": scenario.persona.name,
        "date": file.date,
        "phrases": scenario.phrases,
    })
}

/// A seed for someone who asked for none: the clock's, so that two talks differ.
pub fn fresh_seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    // Short, so that it can be typed again.
    (u64::from(since.subsec_nanos()) ^ since.as_secs()) % 100_000
}

/// The outcome as a person reads it.
pub fn outcome_text(outcome: Outcome) -> Text {
    Text::new(format!("outcome-{}", outcome.id()))
}
