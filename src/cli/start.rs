//! No subcommand: the game in its window, or on the terminal where no window can be had.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Failure, Output, folders, library, mention_problems, terminal};
use crate::i18n::{Locale, Text};

/// The options of the game's start, put into the parser.
pub fn define(command: Command, locale: Locale) -> Command {
    command.arg(
        Arg::new("window")
            .long("window")
            .action(ArgAction::SetTrue)
            .help(locale.tr("cli-window"))
            .help_heading(locale.tr("cli-options")),
    )
}

/// Opens the window; without one says why and plays on the terminal, unless the window was insisted on.
pub fn run(matches: &ArgMatches, output: &mut Output<'_>) -> Result<(), Failure> {
    let why = match open_window(matches)? {
        None => return Ok(()),
        Some(why) => why,
    };
    if matches.get_flag("window") {
        return Err(Failure::Usage(why));
    }
    output.say(&why)?;
    let library = library(matches)?;
    mention_problems(matches, &library, output)?;
    terminal::play_game(&library, output)
}

/// Plays in the window until it is closed; returns what is missing where there can't be one.
#[cfg(feature = "game")]
fn open_window(matches: &ArgMatches) -> Result<Option<Text>, Failure> {
    use crate::game::{Options, Refusal, run};
    match run(&Options { scenarios: folders(matches) }) {
        Ok(()) => Ok(None),
        Err(Refusal::NoWindow(missing)) => Ok(Some(missing.text())),
        Err(Refusal::Store(error)) => Err(error.into()),
        Err(Refusal::Failed) => Err(Failure::FoundWith(Text::new("game-failed"))),
    }
}

/// This build holds no game.
#[cfg(not(feature = "game"))]
fn open_window(_matches: &ArgMatches) -> Result<Option<Text>, Failure> {
    Ok(Some(Text::new("game-not-built")))
}
