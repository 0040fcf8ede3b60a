//! Exit codes, help, languages, closed pipes, the start without a window.

use std::io::{BufRead, BufReader, Read};

use crate::place::{Place, copy_library, finish, has_keys, source};

const COMMANDS: [(&str, &[&str]); 6] = [
    ("list", &["--json"]),
    ("analyze", &["--product"]),
    ("play", &["--seed", "--trainee", "--jsonl", "--save"]),
    ("score", &["--json", "--relabel"]),
    ("check", &["--json"]),
    ("test", &["--json"]),
];

#[test]
fn every_command_has_help_that_names_its_options() {
    let place = Place::new();
    for language in ["zh-CN", "en"] {
        let help = |args: &[&str]| {
            let mut command = place.command(args);
            command.env("HUASHU_LANG", language);
            finish(command, b"").exits(0)
        };
        let all = help(&["--help"]);
        assert_eq!(all.err, "");
        for (name, options) in COMMANDS {
            assert!(all.out.contains(name), "{}", all.out);
            let long = help(&[name, "--help"]);
            assert_eq!(long, help(&[name, "--help"]));
            assert_eq!(long.err, "");
            for option in options.iter().chain(&["--scenarios", "--help"]) {
                assert!(long.out.contains(option), "{name} {option}: {}", long.out);
            }
            assert!(help(&[name, "-h"]).out.lines().count() < long.out.lines().count(), "{name}");
        }
        for option in ["--window", "--scenarios", "--version"] {
            assert!(all.out.contains(option), "{}", all.out);
        }
    }
    assert!(place.run(&["--version"]).exits(0).out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_call_exits_with_2_and_says_what_was_meant() {
    let place = Place::new();
    place.write("a folder/inside.txt", "");
    let cases: [(&[&str], &str); 23] = [
        (&["--nope"], "--nope"),
        (&["list", "--jsn"], "--json"),
        (&["list", "extra"], "extra"),
        (&["lst"], "“list”"),
        (&["paly"], "“play”"),
        (&["play"], "<SCENARIO>"),
        (&["play", "tea_impatiant"], "“tea_impatient”"),
        (&["play", "zzzzzzzzzz"], "tea_impatient, "),
        (&["play", "nowhere/tea.ron"], "nowhere/tea.ron"),
        (&["play", "tea.ron"], "tea.ron"),
        (&["play", "tea_impatient", "--seed", "many"], "many"),
        (&["play", "tea_impatient", "--seed", "-1"], "-1"),
        (&["play", "tea_impatient", "--seed"], "--seed"),
        (&["play", "tea_impatient", "--save", "a folder"], "a folder"),
        (&["play", "tea_impatient", "--save", "a folder/inside.txt/x"], "inside.txt/x"),
        (&["score"], "<TRANSCRIPT>"),
        (&["score", "missing.jsonl"], "missing.jsonl"),
        (&["score", "a folder"], "a folder"),
        (&["check", "missing"], "missing"),
        (&["test", "missing"], "missing"),
        (&["analyze", "missing.jsonl"], "missing.jsonl"),
        (&["analyze", "--product", "missing.ron"], "missing.ron"),
        (&["list", "--scenarios", "missing"], "missing"),
    ];
    for (args, told) in cases {
        let ran = place.run(args).exits(2);
        assert_eq!(ran.out, "", "{args:?}");
        assert!(ran.err.contains(told), "{args:?}: {}", ran.err);
        assert!(ran.err.trim_end().ends_with(['.', '?', '!']), "{args:?}: {}", ran.err);
    }
}

#[test]
fn messages_come_in_the_language_asked_for() {
    let place = Place::new();
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (language, expect_chinese) in [("en", false), ("en_US.UTF-8", false), ("zh-CN", true), ("fr", true), ("", true)]
    {
        for args in [&["--nope"][..], &["play", "tea_impatiant"], &["score", "missing"], &["--window"]] {
            let mut command = place.command(args);
            command.env("HUASHU_LANG", language);
            let ran = finish(command, b"").exits(2);
            assert_eq!(chinese(&ran.err), expect_chinese, "{language} {args:?}: {}", ran.err);
        }
    }
}

#[test]
fn list_has_the_keys_of_the_contract() {
    let ran = Place::new().run(&["list", "--json"]).exits(0);
    assert_eq!(ran.err, "");
    let all = ran.json();
    let all = all.as_array().expect("an array");
    assert!(all.len() >= 4);
    for one in all {
        has_keys(one, &["id", "title", "persona", "product", "channel", "level", "pass_mark", "path"]);
        assert!(["im", "phone", "visit"].contains(&one["channel"].as_str().expect("channel")));
        assert!((1..=5).contains(&one["level"].as_u64().expect("level")));
        assert!((1..=100).contains(&one["pass_mark"].as_u64().expect("pass mark")));
    }
}

#[test]
fn everything_that_list_shows_can_be_played_by_id_and_by_path() {
    let place = Place::new();
    let all = place.run(&["list", "--json"]).json();
    for one in all.as_array().expect("an array") {
        for key in ["id", "path"] {
            let ran = place.run(&["play", one[key].as_str().expect("text"), "--jsonl"]).exits(0);
            assert_eq!(ran.lines()[0]["scenario"], one["id"]);
        }
    }
}

#[test]
fn folders_of_ones_own_count_in_every_command() {
    let place = Place::new();
    copy_library(&place, "mine");
    copy_library(&place, "parts");
    std::fs::remove_file(place.path("parts/cup_plain.ron")).expect("removed");
    std::fs::remove_dir_all(place.path("parts/runs")).expect("removed");
    place.write("alone/cup_plain.ron", place.read("mine/cup_plain.ron"));
    let with = |folder: &str, args: &[&str]| {
        let mut all = args.to_vec();
        all.extend(["--scenarios", folder]);
        place.feed(&all, "")
    };
    let ids = |json: serde_json::Value| -> Vec<String> {
        json.as_array().expect("array").iter().map(|s| s["id"].as_str().expect("id").to_owned()).collect()
    };
    let known = ids(with("mine", &["list", "--json"]).exits(0).json());
    assert!(known.contains(&"cup_plain".to_owned()) && known.contains(&"tea_impatient".to_owned()), "{known:?}");
    // Before the subcommand as well, and more than one.
    let twice = place.run(&["--scenarios", "parts", "--scenarios", "mine", "list", "--json"]).exits(0);
    assert!(ids(twice.json()).contains(&"cup_plain".to_owned()));
    place.run(&["play", "cup_plain"]).exits(2);
    let played = with("mine", &["play", "cup_plain", "--jsonl", "--save", "s.jsonl"]).exits(0);
    assert_eq!(played.lines()[0]["scenario"], "cup_plain");
    // A file whose persona, product and script stand in the folder.
    place.run(&["play", "alone/cup_plain.ron", "--jsonl"]).exits(1);
    assert_eq!(with("parts", &["play", "alone/cup_plain.ron", "--jsonl"]).exits(0).out, played.out);
    place.run(&["check", "alone/cup_plain.ron"]).exits(1);
    with("parts", &["check", "alone/cup_plain.ron"]).exits(0);
    place.run(&["check", "alone"]).exits(1);
    with("parts", &["check", "alone"]).exits(0);
    place.write("alone/runs/cup_plain.ron", place.read("mine/runs/cup_plain.ron"));
    place.run(&["test", "alone"]).exits(1);
    with("parts", &["test", "alone"]).exits(0);
    with("mine", &["score", "s.jsonl", "--json"]).exits(0);
    with("mine", &["analyze"]).exits(0);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let place = Place::new();
    let runs = source("scenarios/runs/tea_impatient.ron");
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["--help"],
        &["play", "--help"],
        &["play", "tea_impatient"],
        &["play", "tea_impatient", "--jsonl"],
        &["test", &runs],
        &[],
    ] {
        for lines in [0, 1] {
            let mut child = place.command(args).spawn().expect("started");
            drop(child.stdin.take());
            let mut stdout = BufReader::new(child.stdout.take().expect("stdout"));
            let mut line = String::new();
            for _ in 0..lines {
                stdout.read_line(&mut line).expect("a line");
            }
            drop(stdout);
            let mut err = String::new();
            child.stderr.take().expect("stderr").read_to_string(&mut err).expect("UTF-8");
            let code = child.wait().expect("ended").code().expect("an exit code");
            assert_eq!(code, 0, "{args:?} {err}");
            assert!(!err.contains("panicked") && !err.to_lowercase().contains("pipe"), "{args:?}: {err}");
        }
    }
}

/// Elsewhere a window may well open.
#[cfg(any(not(feature = "game"), target_os = "linux"))]
#[test]
fn without_a_window_the_first_scenario_is_played_from_the_input() {
    let place = Place::new();
    let listed = place.run(&["list", "--json"]).json();
    let ran = place.feed(&[], "您好，欢迎光临\n请问您想看点什么？\n").exits(0);
    assert!(ran.out.contains(listed[0]["title"].as_str().expect("title")), "{}", ran.out);
    assert!(ran.out.contains("您好，欢迎光临"), "{}", ran.out);
    let reason = ["no display", "Vulkan", "no desktop game"].iter().any(|why| ran.err.contains(why));
    assert!(reason, "{}", ran.err);
    assert_eq!(ran, place.feed(&[], "您好，欢迎光临\n请问您想看点什么？\n"));
    let ran = place.run(&["--window"]).exits(2);
    assert_eq!(ran.out, "");
    assert!(!ran.err.trim().is_empty());
}
