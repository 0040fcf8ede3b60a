//! The clap parser with every text taken from Fluent.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use super::COMMANDS;
use crate::i18n::Locale;

/// The whole parser. `cli-about`, `cli-NAME-about`, `cli-NAME-long` and `cli-NAME-ARG` are its texts.
pub fn parser() -> Command {
    let locale = Locale::from_environment();
    let mut parser = Command::new("huashu")
        .version(env!("CARGO_PKG_VERSION"))
        .about(locale.tr("cli-about"))
        .after_long_help(locale.tr("cli-long"))
        .subcommand_help_heading(locale.tr("cli-commands"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("scenarios")
                .long("scenarios")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append)
                .global(true)
                .help(locale.tr("cli-scenarios"))
                .help_heading(locale.tr("cli-everywhere")),
        )
        .arg(
            Arg::new("model")
                .long("model")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .global(true)
                .help(locale.tr("cli-model"))
                .help_heading(locale.tr("cli-everywhere")),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(locale.tr("cli-version"))
                .help_heading(locale.tr("cli-everywhere")),
        );
    parser = super::start::define(parser, locale);
    for command in COMMANDS {
        let sub = (command.define)(Command::new(command.name));
        parser = parser.subcommand(with_texts(sub, command.name, locale));
    }
    in_language(parser, locale)
}

fn with_texts(mut command: Command, name: &str, locale: Locale) -> Command {
    command = command.about(locale.tr(&format!("cli-{name}-about")));
    let long = format!("cli-{name}-long");
    if locale.has(&long) {
        command = command.after_long_help(locale.tr(&long));
    }
    command = command.mut_args(|arg| {
        let help = locale.tr(&format!("cli-{name}-{}", arg.get_id().as_str().replace('_', "-")));
        let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
        arg.help(help).help_heading(locale.tr(heading))
    });
    in_language(command, locale)
}

/// Clap's own words are English: these take their place.
fn in_language(command: Command, locale: Locale) -> Command {
    let usage = locale.tr("cli-usage");
    command
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(locale.tr("cli-help"))
                .help_heading(locale.tr("cli-everywhere")),
        )
}
