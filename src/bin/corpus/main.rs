//! `corpus`: the tool that keeps the labelled corpus in order. For developers; `docs/CORPUS.md` says how it is used.

mod agree;
mod check;
mod duplicates;
mod features;
mod rows;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};

/// What went wrong, for stderr.
type Trouble = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let matches = parser().get_matches();
    let done = match matches.subcommand() {
        Some(("check", sub)) => check::run(&folder(sub)),
        Some(("features", sub)) => features::run(&folder(sub), &paths(sub, "labelled")),
        Some(("duplicates", sub)) => duplicates::run(&folder(sub), &paths(sub, "against"), sub.get_flag("remove")),
        Some(("agree", sub)) => agree::run(&folder(sub)),
        _ => Ok(true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn parser() -> Command {
    let path = |id: &'static str, about: &'static str| {
        Arg::new(id).long(id).value_name("FILE").value_parser(value_parser!(PathBuf)).num_args(1..).help(about)
    };
    let folder = Arg::new("folder")
        .value_parser(value_parser!(PathBuf))
        .default_value("assets/corpus")
        .help("the corpus: products.jsonl, sources.jsonl, rows/*.jsonl");
    let command = |name: &'static str, about: &'static str| Command::new(name).about(about).arg(folder.clone());
    Command::new("corpus")
        .about("Keeps the labelled corpus of Huashu in order")
        .subcommand_required(true)
        .subcommand(command("check", "Reports broken rows, unknown labels and how much there is of what"))
        .subcommand(
            command("features", "Prints every row as the training takes it, JSON Lines").arg(path(
                "labelled",
                "labelled files in the format of `huashu analyze --report`, instead of the corpus",
            )),
        )
        .subcommand(
            command("duplicates", "Finds replies that nearly repeat another one; exit 1 where there are any")
                .arg(path("against", "labelled files whose replies must not be in the corpus either"))
                .arg(Arg::new("remove").long("remove").num_args(0).help("takes them out of the corpus")),
        )
        .subcommand(command("agree", "Prints how well the blind labellings agree"))
}

fn folder(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default()
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(id).into_iter().flatten().cloned().collect()
}
