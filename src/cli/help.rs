//! The clap parser with every help text taken from Fluent.

use clap::Command;

use super::COMMANDS;
use crate::i18n::Locale;

/// The whole parser. `cli-about`, `cli-NAME-about`, `cli-NAME-long` and `cli-NAME-ARG` are its texts.
pub fn parser() -> Command {
    let locale = Locale::from_environment();
    let mut parser = Command::new("huashu").version(env!("CARGO_PKG_VERSION")).about(locale.tr("cli-about"));
    for command in COMMANDS {
        let sub = (command.define)(Command::new(command.name));
        parser = parser.subcommand(with_texts(sub, command.name, locale));
    }
    parser
}

fn with_texts(mut command: Command, name: &str, locale: Locale) -> Command {
    command = command.about(locale.tr(&format!("cli-{name}-about")));
    let long = format!("cli-{name}-long");
    if locale.has(&long) {
        command = command.after_long_help(locale.tr(&long));
    }
    command.mut_args(|arg| {
        let help = locale.tr(&format!("cli-{name}-{}", arg.get_id().as_str().replace('_', "-")));
        arg.help(help)
    })
}
