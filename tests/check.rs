//! Broken files: every problem is named with file, line and column, and what is sound still loads.
//!
//! A broken file under `tests/broken/` says itself what must be found in it: `// Error: CODE@LINE:COLUMN, …`.
//! Those that can't be written as text stand in a table here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use huashu::diagnostic::Diagnostic;
use huashu::i18n::Locale;
use huashu::scenario::{LARGEST_FILE, Loaded, Source, load};

const LIBRARY: &str = "tests/fixtures/library";
const BROKEN: &str = "tests/broken";

/// Files whose text can't say what is wrong with them.
const UNWRITABLE: [(&str, &str); 4] = [
    ("gbk.ron", "wrong-encoding@4:15"),
    ("utf16.ron", "wrong-encoding@1:1"),
    ("cut_char.ron", "cut-off-char@14:14"),
    ("with_mark.ron", ""),
];

fn files(folder: &str) -> Vec<Source> {
    let mut out = Vec::new();
    for inner in ["", "personas", "products", "scripts", "phrases", "runs"] {
        let folder = Path::new(folder).join(inner);
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("entry").path()).filter(|p| p.is_file()).collect();
        paths.sort();
        for path in paths {
            out.push(Source { path: path.display().to_string(), bytes: fs::read(&path).expect("readable") });
        }
    }
    out
}

fn library_and(more: Vec<Source>) -> Loaded {
    let mut sources = files(LIBRARY);
    sources.extend(more);
    load(&sources)
}

/// The library's scenario with one place changed, as a file of another name.
fn variant(stem: &str, from: &str, to: &str) -> Source {
    let text = fs::read_to_string(format!("{LIBRARY}/cup_plain.ron")).expect("fixture");
    assert!(text.contains(from), "{from}");
    let text = text.replacen("\"cup_plain\"", &format!("\"{stem}\""), 1).replacen(from, to, 1);
    Source { path: format!("mine/{stem}.ron"), bytes: text.into_bytes() }
}

fn told(problem: &Diagnostic) -> String {
    format!("{}@{}:{}", problem.code, problem.line, problem.column)
}

fn expected(source: &Source) -> Vec<String> {
    let name = source.path.strip_prefix("tests/broken/").unwrap_or_default();
    let text = String::from_utf8_lossy(&source.bytes);
    let written = text.lines().find_map(|line| line.strip_prefix("// Error: ")).map(str::to_owned);
    let listed = UNWRITABLE.iter().find(|(file, _)| *file == name).map(|(_, errors)| (*errors).to_owned());
    let all = listed.or(written).unwrap_or_else(|| panic!("{name} does not say what is wrong with it"));
    let mut all: Vec<String> = all.split(", ").filter(|e| !e.is_empty()).map(str::to_owned).collect();
    all.sort();
    all
}

#[test]
fn the_fixture_library_is_sound() {
    let loaded = library_and(Vec::new());
    assert_eq!(loaded.diagnostics, []);
    let [entry] = loaded.scenarios.as_slice() else { panic!("{:?}", loaded.scenarios) };
    let scenario = &entry.scenario;
    assert_eq!(scenario.id(), "cup_plain");
    assert_eq!((scenario.persona.id.as_str(), scenario.product.price.fen()), ("plain", 3_000));
    assert_eq!(scenario.product.floor_price.fen(), 2_550);
    assert_eq!(scenario.script.steps.len(), 3);
    assert_eq!(scenario.phrases.as_ref().map(|p| p.quick.len()), Some(2));
    // What a transcript carries is the same scenario again.
    let carried = serde_json::to_string(&**scenario).expect("as JSON");
    assert_eq!(&serde_json::from_str::<huashu::scenario::Scenario>(&carried).expect("back"), &**scenario);
}

#[test]
fn every_problem_of_every_broken_file_is_told_in_one_run() {
    let broken = files(BROKEN);
    assert!(broken.len() >= 20, "{} files", broken.len());
    let loaded = library_and(broken.clone());
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for problem in loaded.diagnostics.iter().filter(|p| p.is_error()) {
        found.entry(&problem.file).or_default().push(told(problem));
    }
    for source in &broken {
        let mut errors = found.remove(source.path.as_str()).unwrap_or_default();
        errors.sort();
        assert_eq!(errors, expected(source), "{}", source.path);
    }
    assert!(found.is_empty(), "{found:?}");
    // What is sound is still there: the library's scenario and the one with a byte-order mark.
    let ids: Vec<&str> = loaded.scenarios.iter().map(|e| e.scenario.id()).collect();
    assert_eq!(ids, ["cup_plain", "with_mark"]);
}

#[test]
fn every_problem_has_texts_in_both_languages() {
    let loaded = library_and(files(BROKEN));
    for locale in Locale::ALL {
        for problem in &loaded.diagnostics {
            for text in std::iter::once(&problem.message).chain(&problem.help) {
                let shown = locale.render(text);
                assert!(locale.has(&text.id), "{}: no {}", locale.tag(), text.id);
                assert!(!shown.contains("{$") && !shown.contains("{ $"), "{shown}");
            }
        }
    }
}

#[test]
fn names_that_are_nearly_right_are_put_right() {
    for (from, to, near) in [
        ("persona: \"plain\"", "persona: \"plian\"", Some("plain")),
        ("level: 1", "lvel: 1", Some("level")),
        ("kind: Price", "kind: Prise", Some("Price")),
        ("\"fact:delivery\"", "\"fact:delivrey\"", Some("fact:delivery")),
        ("\"moves:offer\"", "\"moves:ofer\"", Some("moves:offer")),
        ("\"tone\"", "\"tune\"", Some("tone")),
        // Near nothing: no guess.
        ("persona: \"plain\"", "persona: \"zzzzzz\"", None),
    ] {
        let loaded = library_and(vec![variant("mine", from, to)]);
        let helps: Vec<String> =
            loaded.diagnostics.iter().filter_map(|p| p.help.as_ref()).map(|h| Locale::En.render(h)).collect();
        let guessed = helps.iter().any(|help| match near {
            Some(near) => help.contains(&format!("Did you mean “{near}”?")),
            None => help.contains("Did you mean"),
        });
        assert_eq!(guessed, near.is_some(), "{to}: {helps:?}");
    }
}

#[test]
fn warnings_leave_a_scenario_playable() {
    for (code, from, to) in [
        ("unused-point", "\"benefit:thick\", \"point:wrap\"", "\"benefit:thick\", \"feature:thick\""),
        ("repeated-line", "say: [\"自己用\"]", "say: [\"有点贵\"]"),
    ] {
        let mut source = variant("mine", from, to);
        if code == "unused-point" {
            let text = String::from_utf8(source.bytes).expect("text");
            source.bytes = text.replace("convince: [\"point:wrap\"]", "convince: [\"price\"]").into_bytes();
        }
        let loaded = library_and(vec![source]);
        let codes: Vec<&str> = loaded.diagnostics.iter().map(|p| p.code.as_str()).collect();
        assert_eq!(codes, [code]);
        assert_eq!(loaded.scenarios.len(), 2, "{code}");
    }
}

#[test]
fn options_may_be_written_with_and_without_some() {
    let loaded = library_and(vec![
        variant("with", "phrases: \"counter\"", "phrases: Some(\"counter\")"),
        variant("without", "phrases: \"counter\",", ""),
    ]);
    assert_eq!(loaded.diagnostics, []);
    let phrases: Vec<bool> = loaded.scenarios.iter().map(|e| e.scenario.phrases.is_some()).collect();
    assert_eq!(phrases, [true, true, false]);
}

#[test]
fn a_later_file_replaces_an_earlier_one_and_says_so() {
    let mut later = variant("cup_plain", "level: 1", "level: 4");
    let loaded = library_and(vec![later.clone()]);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(codes, ["replaces"]);
    assert_eq!(loaded.scenarios.len(), 1);
    assert_eq!(loaded.scenarios[0].scenario.file.level, 4);
    // The same content twice is nothing to speak of.
    later = variant("cup_plain", "level: 1", "level: 1");
    assert_eq!(library_and(vec![later]).diagnostics, []);
    // A broken one doesn't take the sound one away.
    let loaded = library_and(vec![variant("cup_plain", "level: 1", "level: 9")]);
    assert_eq!(loaded.scenarios[0].scenario.file.level, 1);
}

#[test]
fn huge_and_monstrous_files_are_answered_quickly() {
    let text = fs::read_to_string(format!("{LIBRARY}/cup_plain.ron")).expect("fixture");
    let many = format!("goals: [{}]", "\"x\", 3, ".repeat(60_000));
    for (name, bytes, code) in [
        ("huge", vec![b' '; 10 * 1024 * 1024], "too-large"),
        ("blanks", vec![b' '; LARGEST_FILE], "empty-file"),
        ("zeros", vec![0; LARGEST_FILE], "expected-value"),
        ("deep", "[".repeat(LARGEST_FILE).into_bytes(), "too-deep"),
        ("deeper", "(a:".repeat(LARGEST_FILE / 3).into_bytes(), "too-deep"),
        ("open", format!("(id: \"{}", "长".repeat(1_000_000)).into_bytes(), "cut-off"),
        ("wrong", text.replace("goals: [\"把杯子卖出去\"]", &many).into_bytes(), "wrong-type"),
        ("word", "x".repeat(LARGEST_FILE).into_bytes(), "wrong-type"),
    ] {
        let began = Instant::now();
        let loaded = library_and(vec![Source { path: format!("mine/{name}.ron"), bytes }]);
        let codes: Vec<&str> = loaded.diagnostics.iter().map(|p| p.code.as_str()).collect();
        assert!(codes.contains(&code), "{name}: {codes:?}");
        assert_eq!(loaded.scenarios.len(), 1);
        assert!(began.elapsed() < Duration::from_secs(10), "{name}: {:?}", began.elapsed());
        for problem in &loaded.diagnostics {
            assert!(Locale::ZhCn.render(&problem.message).len() < 2_000, "{name}");
        }
    }
}

#[test]
fn any_cut_of_a_file_is_told_and_never_panics() {
    let text = fs::read(format!("{LIBRARY}/cup_plain.ron")).expect("fixture");
    let whole = text.len() - 2;
    for length in (0..whole).step_by(7) {
        let source = Source { path: "mine/cut.ron".into(), bytes: text[..length].to_vec() };
        let loaded = library_and(vec![source]);
        assert!(loaded.diagnostics.iter().any(|p| p.is_error() && p.file == "mine/cut.ron"), "{length}");
        assert_eq!(loaded.scenarios.len(), 1);
    }
}

fn huashu(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huashu")).args(args).env("HUASHU_LANG", "en").output().expect("runs")
}

#[test]
fn the_command_reports_everything_as_json() {
    let output = huashu(&["check", LIBRARY, BROKEN, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let problems: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(problems.len() >= 50);
    for key in ["file", "line", "column", "severity", "code", "message", "help"] {
        assert!(problems.iter().all(|p| p.get(key).is_some_and(|v| !v.is_null())), "{key}");
    }
    let files: std::collections::BTreeSet<&str> = problems.iter().filter_map(|p| p["file"].as_str()).collect();
    assert!(files.len() >= 20, "{files:?}");
}

#[test]
fn exit_codes_and_places() {
    let single = format!("{LIBRARY}/cup_plain.ron");
    let persona = format!("{LIBRARY}/personas/plain.ron");
    let personas = format!("{LIBRARY}/personas");
    let broken = format!("{BROKEN}/numbers.ron");
    for (args, code, said) in [
        (vec!["check", LIBRARY], 0, "6 files checked (1 scenarios): all is well"),
        // With its golden runs.
        (vec!["check", &single], 0, "2 files checked (1 scenarios)"),
        (vec!["check", &persona], 0, "1 files checked (0 scenarios)"),
        (vec!["check", &personas], 0, "1 files checked (0 scenarios)"),
        (vec!["check", &broken, "--scenarios", LIBRARY], 1, "tests/broken/numbers.ron:7:12"),
        (vec!["check", "tests/no-such-thing"], 2, "tests/no-such-thing"),
        (vec!["check"], 2, "huashu check --help"),
        (vec!["chek"], 2, "Did you mean “check”?"),
        (vec!["list", "--scenarios", "tests/no-such-thing"], 2, "tests/no-such-thing"),
        (vec!["list", "--scenarios", BROKEN], 0, "huashu check tests/broken"),
        (vec!["--help"], 0, ""),
    ] {
        let output = huashu(&args);
        let messages = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {messages}");
        assert!(messages.contains(said), "{args:?}: {messages}");
    }
}

#[test]
fn a_huge_file_is_refused_by_its_real_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("huge.ron");
    fs::write(&path, vec![b'('; 10 * 1024 * 1024]).expect("written");
    let output = huashu(&["check", &path.display().to_string()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("10 MB"));
    // The game starts all the same, with the others.
    let output = huashu(&["list", "--json", "--scenarios", &folder.path().display().to_string()]);
    let all: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(all.len() >= 4);
}

#[test]
fn the_list_takes_further_folders() {
    let output = huashu(&["list", "--json", "--scenarios", LIBRARY]);
    let all: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    let own = all.iter().find(|s| s["id"] == "cup_plain").expect("listed");
    for (key, value) in [("persona", "plain"), ("product", "cup"), ("channel", "im"), ("title", "一只杯子")] {
        assert_eq!(own[key], value);
    }
    assert_eq!((own["level"].as_u64(), own["pass_mark"].as_u64()), (Some(1), Some(60)));
    assert_eq!(own["path"], format!("{LIBRARY}/cup_plain.ron"));
}
