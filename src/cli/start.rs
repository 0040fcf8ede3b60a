//! No subcommand: the desktop game.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Failure, Output};
use crate::i18n::Locale;

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

/// Opens the window.
#[cfg(feature = "game")]
pub fn run(matches: &ArgMatches, output: &mut Output<'_>) -> Result<(), Failure> {
    use crate::game::{Options, run};
    let scenarios = matches.get_many::<PathBuf>("scenarios").map(|dirs| dirs.cloned().collect()).unwrap_or_default();
    let _ = output;
    run(&Options { scenarios }).map_err(|refusal| Failure::Usage(refusal.into()))
}

/// Without the game there is no window.
#[cfg(not(feature = "game"))]
pub fn run(_matches: &ArgMatches, _output: &mut Output<'_>) -> Result<(), Failure> {
    let _: Option<PathBuf> = None;
    Err(Failure::Usage(crate::i18n::Text::new("game-not-built")))
}
