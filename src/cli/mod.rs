//! The command line: one file per command; `COMMANDS` is their registry. The contract is `docs/CLI.md`.

mod clockwork;
mod fields;
mod help;
mod misuse;
pub mod model;
mod output;
pub mod scorecard;
mod shelf;
mod start;
mod terminal;

use std::io::Write;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::i18n::{Locale, Text};

pub use output::{Failure, Output};
use shelf::folders;
pub use shelf::{library, mention_problems, report_problems};

/// One command: its clap definition (texts come from Fluent) and what it does.
pub struct CommandEntry {
    pub name: &'static str,
    pub define: fn(Command) -> Command,
    pub run: fn(&ArgMatches, &mut Output<'_>) -> Result<(), Failure>,
}

/// Declares the commands: `mod` and registry line in one. A command module has `define` and `run`.
macro_rules! commands {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every command, in the order in which `--help` lists them.
        pub const COMMANDS: &[CommandEntry] = &[
            $(CommandEntry { name: stringify!($name), define: $name::define, run: $name::run }),*
        ];
    };
}

commands![list, play, score, check, test, simulate, analyze];

/// Parses the arguments and runs the command; without one, the game.
pub fn main() -> ExitCode {
    let matches = match help::parser().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return refuse(&error),
    };
    let mut stdout = std::io::stdout().lock();
    let mut stderr = std::io::stderr();
    let mut output = Output::new(&mut stdout, &mut stderr);
    let result = match matches.subcommand() {
        Some((name, sub)) => match COMMANDS.iter().find(|c| c.name == name) {
            Some(command) => (command.run)(sub, &mut output),
            None => Ok(()),
        },
        None => start::run(&matches, &mut output),
    };
    output.finish(result)
}

/// Help and version go to stdout with 0; a call that can't be understood is told on stderr with 2.
fn refuse(error: &clap::Error) -> ExitCode {
    let code = if error.use_stderr() { 2 } else { 0 };
    // Nothing is left to do where even the message can't be written.
    let _ = match misuse::message(error) {
        Some(text) => {
            let locale = Locale::from_environment();
            let command = std::env::args().nth(1).filter(|name| COMMANDS.iter().any(|c| c.name == name));
            let command = command.map_or("huashu".to_owned(), |name| format!("huashu {name}"));
            let hint = Text::new("cli-try-help").with("command", command);
            writeln!(std::io::stderr(), "{}\n{}", locale.render(&text), locale.render(&hint))
        }
        None => error.print(),
    };
    ExitCode::from(code)
}
