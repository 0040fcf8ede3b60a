//! `huashu check` and `huashu test`: files that people write.

use std::collections::BTreeSet;

use crate::place::{Place, copy_library, has_keys, source};

#[test]
fn check_reports_every_problem_in_one_go() {
    let place = Place::new();
    let broken = source("tests/broken");
    let ran = place.run(&["check", &broken, "--json"]).exits(1);
    let all = ran.json();
    let all = all.as_array().expect("an array");
    let files: BTreeSet<&str> = all.iter().map(|p| p["file"].as_str().expect("file")).collect();
    assert!(files.len() > 5, "{files:?}");
    for one in all {
        has_keys(one, &["file", "line", "column", "severity", "code", "message", "help"]);
        assert!(one["line"].as_u64() >= Some(1) && one["column"].as_u64() >= Some(1), "{one}");
        assert!(["error", "warning"].contains(&one["severity"].as_str().expect("severity")));
    }
    let readable = place.run(&["check", &broken]).exits(1);
    assert_eq!(readable.out, "");
    for one in all {
        let place = format!("{}:{}:{}", one["file"].as_str().expect("file"), one["line"], one["column"]);
        assert!(readable.err.contains(&place), "{place}");
    }
}

#[test]
fn check_tells_sound_warned_and_broken_apart() {
    let place = Place::new();
    copy_library(&place, "mine");
    let sound = place.run(&["check", "mine", "--json"]).exits(0);
    assert_eq!(sound.json().as_array().map(Vec::len), Some(0), "{}", sound.out);
    let source = String::from_utf8(place.read("mine/cup_plain.ron")).expect("text");
    assert!(source.contains("persona: \"plain\""));
    place.write("mine/cup_plain.ron", source.replace("persona: \"plain\"", "persona: \"plian\""));
    let ran = place.run(&["check", "mine/cup_plain.ron", "--json"]).exits(1);
    let all = ran.json();
    let line = 1 + source.lines().position(|l| l.contains("persona: \"plain\"")).expect("there") as u64;
    let wrong = &all[0];
    assert_eq!((wrong["line"].as_u64(), wrong["severity"].as_str()), (Some(line), Some("error")));
    assert!(format!("{} {}", wrong["message"], wrong["help"]).contains("plain"), "the nearest name: {wrong}");
    // Several paths, one of them sound.
    place.run(&["check", "mine/products", "mine/cup_plain.ron"]).exits(1);
    place.run(&["check", "mine/products"]).exits(0);
}

#[test]
fn the_shipped_scenarios_are_sound_and_their_golden_runs_hold() {
    let place = Place::new();
    let folder = source("scenarios");
    place.run(&["check", &folder]).exits(0);
    let ran = place.run(&["test", &folder, "--json"]).exits(0);
    let all = ran.json();
    let all = all.as_array().expect("an array");
    assert!(!all.is_empty());
    for one in all {
        has_keys(one, &["scenario", "run", "outcome", "score", "passed", "misses"]);
        assert_eq!(one["passed"], true, "{one}");
    }
}

#[test]
fn a_golden_run_that_misses_is_told_with_what_came_instead() {
    let place = Place::new();
    copy_library(&place, "mine");
    place.run(&["test", "mine"]).exits(0);
    let run = |expect: &str| {
        let text = format!(
            "(schema: 1, id: \"cup_plain\", runs: [(name: \"silent\", seed: 1, replies: [\"在的\"], expect: ({expect}))])"
        );
        place.write("mine/runs/cup_plain.ron", text);
        place.run(&["test", "mine", "--json"])
    };
    assert_eq!(run("outcome: \"quit\"").exits(0).json()[0]["passed"], true);
    for (expect, told) in [("outcome: \"deal\"", ["deal", "quit"]), ("score: (99, 100)", ["99", "100"])] {
        let ran = run(expect).exits(1);
        let row = &ran.json()[0];
        assert_eq!((row["passed"].as_bool(), row["outcome"].as_str()), (Some(false), Some("quit")));
        let miss = row["misses"][0].as_str().expect("a miss").to_owned();
        assert!(told.iter().all(|word| miss.contains(word)), "{miss}");
        assert!(place.run(&["test", "mine"]).exits(1).out.contains(&miss));
    }
    // Nothing to replay is no success.
    place.write("empty/x.txt", "");
    place.run(&["test", "empty"]).exits(1);
}
