//! No subcommand: the desktop game, or the same game in the terminal where no window can be had.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Failure, Output, library, mention_problems, terminal};
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

/// Opens the window. Where there is none: says why, and plays in the terminal unless the window was insisted on.
pub fn run(matches: &ArgMatches, output: &mut Output<'_>) -> Result<(), Failure> {
    let Some(why) = window(matches)? else { return Ok(()) };
    if matches.get_flag("window") {
        return Err(Failure::Usage(why));
    }
    output.say(&why)?;
    let library = library(matches)?;
    mention_problems(matches, &library, output)?;
    terminal::play_game(&library, super::model::analyser(matches)?, output)
}

/// Plays in the window until it is closed; what kept it from opening, where it did not.
#[cfg(feature = "game")]
fn window(matches: &ArgMatches) -> Result<Option<Text>, Failure> {
    use crate::analysis::Analyser;
    use crate::game::{Options, Refusal, run};
    // A window says in a dialog that a model can't be used, and goes on with the shipped one.
    let (analyser, notice) = match super::model::chosen(matches) {
        Ok(analyser) => (analyser, None),
        Err(why) => (Analyser::new(), Some(why)),
    };
    match run(Options { scenarios: super::folders(matches), analyser, notice }) {
        Ok(()) => Ok(None),
        Err(refusal @ Refusal::NoWindow(_)) => Ok(Some(refusal.into())),
        Err(refusal) => Err(Failure::Usage(refusal.into())),
    }
}

/// This build has no window.
#[cfg(not(feature = "game"))]
fn window(_matches: &ArgMatches) -> Result<Option<Text>, Failure> {
    Ok(Some(Text::new("game-not-built")))
}
