//! The command line: one file per command; `COMMANDS` is their registry. The contract is `docs/CLI.md`.

mod help;
mod output;
pub mod scorecard;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

pub use output::{Failure, Output};

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

commands![];

/// Parses the arguments and runs the command; without one, the game.
pub fn main() -> ExitCode {
    let matches = match help::parser().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // Nothing is left to do where even the message can't be written.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let mut stdout = std::io::stdout().lock();
    let mut stderr = std::io::stderr();
    let mut output = Output::new(&mut stdout, &mut stderr);
    let result = match matches.subcommand() {
        Some((name, sub)) => match COMMANDS.iter().find(|c| c.name == name) {
            Some(command) => (command.run)(sub, &mut output),
            None => Ok(()),
        },
        None => Ok(()),
    };
    output.finish(result)
}
