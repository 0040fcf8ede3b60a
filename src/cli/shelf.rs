//! The library that a command works with, as `--scenarios` asks for it.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ArgMatches;

use super::{Failure, Output};
use crate::diagnostic::render;
use crate::i18n::Text;
use crate::store::{Library, StoreError, files};

impl From<StoreError> for Failure {
    /// A missing file or an unknown name is a wrong call.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::BrokenScenario { .. } => Failure::FoundWith(Text::from(error)),
            _ => Failure::Usage(Text::from(error)),
        }
    }
}

/// The shipped scenarios and those of the folders given with `--scenarios`.
pub fn library(matches: &ArgMatches) -> Result<Library, Failure> {
    Ok(Library::open(&folders(matches))?)
}

/// Every problem with its line and a caret, on stderr.
pub fn report_problems(library: &Library, output: &mut Output<'_>) -> Result<(), Failure> {
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for problem in library.diagnostics() {
        let shown = render::terminal::render(problem, library.text(&problem.file), output.locale, colours);
        writeln!(output.messages, "{shown}\n")?;
    }
    Ok(())
}

/// Says where scenario files have errors, as what depends on them is not in the library.
pub fn mention_problems(matches: &ArgMatches, library: &Library, output: &mut Output<'_>) -> Result<(), Failure> {
    let errors = library.diagnostics().iter().filter(|p| p.is_error()).count();
    if errors == 0 {
        return Ok(());
    }
    let folders: Vec<String> = folders(matches).iter().map(|folder| files::display(folder)).collect();
    let path = if folders.is_empty() { "scenarios".to_owned() } else { folders.join(" ") };
    output.say(&Text::new("cli-problems").with("errors", errors as i64).with("path", path))
}

/// The folders given with `--scenarios`.
pub fn folders(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>("scenarios").map(|dirs| dirs.cloned().collect()).unwrap_or_default()
}
