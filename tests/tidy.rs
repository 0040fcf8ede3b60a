//! The rules that keep the code in order: layers, registries, texts, sizes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use huashu::i18n::{Locale, catalogue};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}

/// The code of a file without comments and without its tests, which stand at the end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("text");
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The names that stand in alternatives of `use crate::{a, b}` count as well.
fn uses(code: &str, module: &str) -> bool {
    code.contains(&format!("crate::{module}::"))
        || code.contains(&format!("crate::{module};"))
        || code.match_indices("crate::{").any(|(at, _)| {
            let group = code[at..].split(';').next().unwrap_or_default();
            group.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == module)
        })
}

const PURE: [&str; 6] = ["text", "analysis", "scenario", "engine", "session", "score"];

#[test]
fn the_core_is_pure() {
    let banned = [
        "std::fs",
        "std::time",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "HashMap",
        "HashSet",
        "rand::rng",
        "thread_rng",
        "SystemTime",
        "Instant",
        "bevy",
        "egui",
        "f32",
        "println!",
        "eprintln!",
    ];
    let mut wrong = Vec::new();
    for module in PURE {
        for path in files(&format!("src/{module}"), "rs") {
            let code = code(&path);
            let words: BTreeSet<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '!').collect();
            for word in banned {
                let found = if word.contains(':') { code.contains(word) } else { words.contains(word) };
                // Margins come from the model as floats, whose sums have a fixed order; what follows from them is whole numbers.
                let from_the_model = word == "f32"
                    && ["judge", "evidence", "explain", "matching"]
                        .iter()
                        .any(|stem| path.ends_with(format!("analysis/{stem}.rs")));
                if found && !from_the_model {
                    wrong.push(format!("{}: {word}", path.display()));
                }
            }
            for face in ["cli", "game", "store", "classroom"] {
                if uses(&code, face) {
                    wrong.push(format!("{}: uses {face}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn dependencies_run_downwards() {
    let mut wrong = Vec::new();
    for (module, above) in [
        ("text", &["analysis", "scenario", "engine", "session", "score", "diagnostic"][..]),
        ("diagnostic", &["analysis", "scenario", "engine", "session", "score", "store", "cli", "game"]),
        ("analysis", &["engine", "session", "score"]),
        ("scenario", &["engine", "session", "score"]),
        ("engine", &["session", "score"]),
        ("store", &["cli", "game"]),
        ("cli", &[]),
    ] {
        for path in files(&format!("src/{module}"), "rs") {
            let code = code(&path);
            wrong.extend(above.iter().filter(|m| uses(&code, m)).map(|m| format!("{}: uses {m}", path.display())));
        }
    }
    // The faces don't know one another; the command line alone starts the game.
    if Path::new("src/game").is_dir() {
        for path in files("src/game", "rs") {
            if uses(&code(&path), "cli") {
                wrong.push(format!("{}: uses cli", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_is_part_of_its_module() {
    let mut wrong = Vec::new();
    for module in files("src", "rs").iter().filter(|p| p.file_name().is_some_and(|n| n == "mod.rs")) {
        let folder = module.parent().expect("folder");
        let code = fs::read_to_string(module).expect("text");
        let words: BTreeSet<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for entry in fs::read_dir(folder).expect("folder") {
            let path = entry.expect("entry").path();
            let module = path.is_dir() || path.extension().is_some_and(|e| e == "rs");
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            if module && stem != "mod" && !words.contains(stem) {
                wrong.push(path.display().to_string());
            }
        }
    }
    assert!(wrong.is_empty(), "not declared in mod.rs: {wrong:#?}");
}

#[test]
fn every_rule_is_registered_once_and_in_order() {
    let ids: Vec<&str> = huashu::scenario::lints::LINTS.iter().map(|l| l.id).collect();
    let mut stems: Vec<String> = files("src/scenario/lints", "rs")
        .iter()
        .filter_map(|p| p.file_stem()?.to_str().map(str::to_owned))
        .filter(|s| s != "mod")
        .collect();
    stems.sort();
    assert_eq!(ids, stems);
    for locale in Locale::ALL {
        for lint in huashu::scenario::lints::LINTS {
            assert!(locale.has(&format!("diag-{}", lint.code())), "{}: {}", locale.tag(), lint.code());
        }
    }
}

#[test]
fn the_words_for_outcomes_are_the_engines() {
    let ids: Vec<&str> = huashu::engine::Outcome::ALL.iter().map(|o| o.id()).collect();
    assert_eq!(ids, huashu::scenario::format::OUTCOMES);
}

#[test]
fn both_languages_have_the_same_texts() {
    let mut all: Vec<BTreeSet<(String, String)>> = Vec::new();
    for locale in Locale::ALL {
        let (ids, errors) = catalogue(locale);
        assert!(errors.is_empty(), "{}: {errors:#?}", locale.tag());
        let set: BTreeSet<(String, String)> = ids.iter().cloned().collect();
        let names: BTreeSet<&String> = ids.iter().map(|(id, _)| id).collect();
        assert_eq!(names.len(), ids.len(), "{}: a text is there twice", locale.tag());
        all.push(set);
    }
    let difference: Vec<_> = all[0].symmetric_difference(&all[1]).collect();
    assert!(difference.is_empty(), "in one language only: {difference:#?}");
}

#[test]
fn every_command_has_its_texts() {
    for command in huashu::cli::COMMANDS {
        let defined = (command.define)(clap::Command::new(command.name));
        let args = defined.get_arguments().map(|a| a.get_id().as_str().replace('_', "-"));
        for part in args.chain(["about".into(), "long".into()]) {
            let id = format!("cli-{}-{part}", command.name);
            assert!(Locale::ALL.into_iter().all(|l| l.has(&id)), "{id}");
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for path in files("src", "rs").into_iter().chain(files("encoder/src", "rs")) {
        let text = fs::read_to_string(&path).expect("text");
        let lines = text.lines().count();
        if lines > 400 {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
        if !text.starts_with("//! ") {
            wrong.push(format!("{}: no line of purpose", path.display()));
        }
        let code = code(&path);
        for banned in [".unwrap()", "todo!(", "unimplemented!(", "dbg!(", "TODO", "FIXME"] {
            if code.contains(banned) {
                wrong.push(format!("{}: {banned}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn shipped_files_are_named_by_their_ids_and_sound() {
    let sources: Vec<huashu::scenario::Source> = files("scenarios", "ron")
        .iter()
        .map(|path| huashu::scenario::Source {
            path: path.display().to_string(),
            bytes: fs::read(path).expect("readable"),
        })
        .collect();
    // The id of each must be its stem: `load` says where it is not, as it says all else that is wrong.
    let loaded = huashu::scenario::load(&sources);
    let shown: Vec<String> = loaded
        .diagnostics
        .iter()
        .filter(|p| p.is_error())
        .map(|p| format!("{}:{}:{} {}", p.file, p.line, p.column, Locale::En.render(&p.message)))
        .collect();
    assert!(shown.is_empty(), "{shown:#?}");
    let top = files("scenarios", "ron").iter().filter(|p| p.parent() == Some(Path::new("scenarios"))).count();
    assert_eq!(loaded.scenarios.len(), top);
}
