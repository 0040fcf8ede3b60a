//! `huashu score`: scores a saved session again, with the labels as they were decided then or anew.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use super::{Failure, Output, scorecard};
use crate::analysis::{Analyser, Family, Labels};
use crate::engine::Event;
use crate::i18n::{Locale, Text};
use crate::score;
use crate::session::{Command as SessionCommand, Desk, Session, Transcript};
use crate::store;

/// Files above this size (in bytes) are no transcripts of ours.
const LARGEST_TRANSCRIPT: usize = 64 * 1024 * 1024;

pub fn define(command: Command) -> Command {
    command
        .arg(Arg::new("transcript").value_name("TRANSCRIPT").required(true).value_parser(value_parser!(PathBuf)))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue))
        .arg(Arg::new("relabel").long("relabel").action(ArgAction::SetTrue))
}

pub fn run(args: &ArgMatches, out: &mut Output<'_>) -> Result<(), Failure> {
    let path = args.get_one::<PathBuf>("transcript").cloned().unwrap_or_default();
    let name = path.display().to_string();
    let bytes = store::files::read(&path, LARGEST_TRANSCRIPT)?;
    let (transcript, cut) = Transcript::from_bytes(&bytes).map_err(|e| Failure::FoundWith(e.text(&name)))?;
    if let Some(cut) = &cut {
        out.say(&cut.text(&name))?;
    }
    let recorded = transcript.replay();
    let mut session = if args.get_flag("relabel") { relabel(&recorded, super::model::analyser(args)?, out)? } else { recorded };
    // A talk that was saved while it went on is scored as given up where it stands.
    if !session.is_over() {
        let at_ms = session.now_ms();
        session.handle(SessionCommand::Quit { at_ms });
    }
    let card = score::score(session.scenario(), session.events());
    if args.get_flag("json") {
        out.line(&scorecard::json(session.scenario(), &card, Locale::ZhCn).to_string())?;
    } else {
        scorecard::print(session.scenario(), &card, out)?;
    }
    if cut.is_some() { Err(Failure::Found) } else { Ok(()) }
}

/// Plays the recorded replies again with labels decided anew, and says which differ.
fn relabel(recorded: &Session, analyser: Analyser, out: &mut Output<'_>) -> Result<Session, Failure> {
    let mut desk = Desk::new(Session::start(recorded.scenario().clone(), recorded.seed()), Arc::new(analyser));
    let mut turn = 0;
    let mut differing = 0;
    for command in recorded.commands() {
        match command {
            SessionCommand::Tick { at_ms } => {
                desk.tick(*at_ms);
            }
            SessionCommand::Quit { at_ms } => {
                desk.quit(*at_ms);
            }
            SessionCommand::Reply { at_ms, text, reading } => {
                let events = desk.reply(text, *at_ms);
                let anew = events.iter().find_map(|e| match e {
                    Event::TraineeSaid { reading, .. } => Some(&reading.labels),
                    _ => None,
                });
                if let Some(difference) = anew.and_then(|anew| difference(&reading.labels, anew)) {
                    differing += 1;
                    let text = Text::new("score-relabelled").with("turn", turn + 1).with("difference", difference);
                    out.say(&text)?;
                }
                turn += 1;
            }
        }
    }
    out.say(&Text::new("score-relabel-summary").with("turns", turn).with("differing", differing))?;
    Ok(desk.into_session())
}

/// "+closes:alternative −steps:greet tone 3.0→4.0"; None where nothing differs.
fn difference(old: &Labels, new: &Labels) -> Option<String> {
    let mut parts = Vec::new();
    for family in Family::ALL {
        let missing = |a: &Labels, b: &Labels| -> Vec<String> {
            a.family(family).iter().filter(|id| !b.has(family, id)).map(|id| format!("{}:{id}", family.id())).collect()
        };
        parts.extend(missing(new, old).into_iter().map(|l| format!("+{l}")));
        parts.extend(missing(old, new).into_iter().map(|l| format!("−{l}")));
    }
    if old.tone_tenths != new.tone_tenths {
        let shown = |tenths: u8| format!("{}.{}", tenths / 10, tenths % 10);
        parts.push(format!("tone {}→{}", shown(old.tone_tenths), shown(new.tone_tenths)));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}
