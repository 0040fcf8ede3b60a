//! Where commands write: data to stdout, messages to stderr, and the exit code that follows.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::i18n::{Locale, Text};

/// Why a command ends with another code than 0.
#[derive(Debug)]
pub enum Failure {
    /// The input was read and found wrong (exit 1); what was wrong has been said already.
    Found,
    /// The same, with the message still to be said.
    FoundWith(Text),
    /// The call itself was wrong: missing file, unknown scenario (exit 2).
    Usage(Text),
    /// Output could not be written. A closed pipe is no failure.
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

/// The two streams of a command and the language of its messages.
pub struct Output<'a> {
    pub data: &'a mut dyn Write,
    pub messages: &'a mut dyn Write,
    pub locale: Locale,
}

impl<'a> Output<'a> {
    pub fn new(data: &'a mut dyn Write, messages: &'a mut dyn Write) -> Self {
        Self { data, messages, locale: Locale::from_environment() }
    }

    /// One line of data.
    pub fn line(&mut self, line: &str) -> Result<(), Failure> {
        Ok(writeln!(self.data, "{line}")?)
    }

    /// What was written reaches the reader now.
    pub fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.data.flush()?)
    }

    /// One line for the person, on stderr.
    pub fn say(&mut self, text: &Text) -> Result<(), Failure> {
        Ok(writeln!(self.messages, "{}", self.locale.render(text))?)
    }

    /// Says what is still to be said and turns the result into the exit code.
    pub fn finish(&mut self, result: Result<(), Failure>) -> ExitCode {
        let result = result.and_then(|()| Ok(self.data.flush()?));
        match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(Failure::Found) => ExitCode::from(1),
            Err(Failure::FoundWith(text)) => self.exit_with(&text, 1),
            Err(Failure::Usage(text)) => self.exit_with(&text, 2),
            Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(Failure::Io(error)) => self.exit_with(&Text::new("cli-write-failed").with("why", error.to_string()), 2),
        }
    }

    fn exit_with(&mut self, text: &Text, code: u8) -> ExitCode {
        // Where stderr is closed too, the exit code is all that can be said.
        let _ = self.say(text);
        ExitCode::from(code)
    }
}
