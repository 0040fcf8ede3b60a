//! `huashu score`: saved sessions, whole and damaged.

use serde_json::{Value, json};

use crate::place::{Place, Ran};

const TALK: &str = "您好，欢迎光临\n一盒20袋，能喝20天，会员价119元\n您看是要一盒还是两盒？\n";

/// A place with a saved talk, and its lines.
fn saved() -> (Place, Vec<String>) {
    let place = Place::new();
    place.feed(&["play", "tea_impatient", "--seed", "7", "--save", "talk.jsonl"], TALK).exits(0);
    let text = String::from_utf8(place.read("talk.jsonl")).expect("text");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert!(lines.len() >= 4, "a header, three replies: {}", lines.len());
    (place, lines)
}

fn score(place: &Place, bytes: impl AsRef<[u8]>) -> Ran {
    place.write("damaged.jsonl", bytes);
    place.run(&["score", "damaged.jsonl", "--json"])
}

fn turns(ran: &Ran) -> usize {
    ran.json()["turns"].as_array().expect("turns").len()
}

#[test]
fn a_transcript_that_breaks_off_is_scored_up_to_there() {
    let (place, lines) = saved();
    let before = lines[..2].join("\n");
    let half = &lines[2][..lines[2].char_indices().nth(lines[2].chars().count() / 2).expect("a half").0];
    for broken in [half, "{", "nonsense", "{\"unknown\":{}}", "[]", "\u{0}\u{0}"] {
        let ran = score(&place, format!("{before}\n{broken}")).exits(1);
        assert_eq!((turns(&ran), ran.json()["outcome"].as_str()), (1, Some("quit")));
        assert!(ran.err.contains("line 3") && ran.err.contains("damaged.jsonl"), "{}", ran.err);
        let readable = place.run(&["score", "damaged.jsonl"]).exits(1);
        assert!(readable.out.contains("您好，欢迎光临"));
    }
    let mut cut_char = format!("{before}\n{}", lines[2]).into_bytes();
    cut_char.truncate(before.len() + 1 + lines[2].find('一').expect("Chinese") + 1);
    assert_eq!(turns(&score(&place, cut_char).exits(1)), 1);
    // What follows the damage is not guessed at.
    let ran = score(&place, format!("{before}\nnonsense\n{}", lines[3])).exits(1);
    assert_eq!(turns(&ran), 1);
    // Between two lines there is nothing to see: a talk saved while it went on.
    for end in ["", "\n", "\r\n", "\n\n"] {
        let ran = score(&place, format!("{before}{end}")).exits(0);
        assert_eq!((turns(&ran), ran.err.as_str()), (1, ""));
    }
}

#[test]
fn what_is_no_transcript_is_told_apart() {
    let (place, lines) = saved();
    let header = &lines[0];
    let version = |key: &str, to: u64| {
        let mut parsed: Value = serde_json::from_str(header).expect("JSON");
        parsed[key] = json!(to);
        parsed.to_string()
    };
    let cases: [(Vec<u8>, &str); 12] = [
        (Vec::new(), "empty"),
        (b"\n \n".to_vec(), "empty"),
        (b"hello".to_vec(), "no Huashu transcript"),
        (b"\xff\xfe\x00\x01".to_vec(), "no Huashu transcript"),
        (b"{}".to_vec(), "no Huashu transcript"),
        (b"[1]".to_vec(), "no Huashu transcript"),
        (br#"{"kind":"other","format":1,"engine":1}"#.to_vec(), "no Huashu transcript"),
        (lines[1].clone().into_bytes(), "no Huashu transcript"),
        (header.as_bytes()[..header.len() - 30].to_vec(), "first line"),
        (version("format", 99).into_bytes(), "newer"),
        (version("engine", 99).into_bytes(), "engine 99"),
        (header.replacen("129", "99", 1).into_bytes(), "changed after"),
    ];
    for (bytes, told) in cases {
        let ran = score(&place, &bytes).exits(1);
        assert_eq!(ran.out, "", "{told}");
        assert!(ran.err.contains(told) && ran.err.contains("damaged.jsonl"), "{told}: {}", ran.err);
    }
}

/// Whoever edits a file by hand may get another score, but never a panic.
#[test]
fn commands_changed_by_hand_do_no_harm() {
    let (place, lines) = saved();
    let edits: [&dyn Fn(&mut Value); 8] = [
        &|reply| reply["at_ms"] = json!(u64::MAX),
        &|reply| reply["at_ms"] = json!(0),
        &|reply| reply["text"] = json!(""),
        &|reply| reply["text"] = json!("短"),
        &|reply| reply["reading"]["labels"]["tone_tenths"] = json!(255),
        &|reply| reply["reading"]["labels"]["closes"] = json!(["unknown", "unknown"]),
        &|reply| reply["reading"]["evidence"] = json!([{"label": "greet", "start": 900, "end": 2}]),
        &|reply| reply["reading"]["mentions"] = json!([]),
    ];
    for edit in edits {
        let mut all = lines.clone();
        for line in &mut all[1..] {
            let mut command: Value = serde_json::from_str(line).expect("JSON");
            if let Some(reply) = command.get_mut("reply") {
                edit(reply);
            }
            *line = command.to_string();
        }
        let ran = score(&place, all.join("\n"));
        assert!(ran.code == 0 || ran.code == 1, "{ran:?}");
        assert!(ran.json()["overall"].as_u64().is_some_and(|overall| overall <= 100), "{ran:?}");
        assert_eq!(place.run(&["score", "damaged.jsonl"]).code, ran.code);
        assert_eq!(place.run(&["score", "damaged.jsonl", "--relabel"]).code, ran.code);
    }
    // Anywhere in the file.
    let whole = lines.join("\n").into_bytes();
    for at in (0..whole.len()).step_by(whole.len() / 12) {
        let mut bytes = whole.clone();
        bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        assert!((0..=1).contains(&score(&place, &bytes).code));
        assert!((0..=1).contains(&score(&place, &whole[..at]).code));
    }
}

#[test]
fn labels_decided_anew_do_not_differ_where_nothing_changed() {
    let (place, lines) = saved();
    let plain = place.run(&["score", "talk.jsonl", "--json"]).exits(0);
    let anew = place.run(&["score", "talk.jsonl", "--json", "--relabel"]).exits(0);
    assert_eq!(plain.out, anew.out);
    assert!(anew.err.contains("3 replies, 0 labelled otherwise"), "{}", anew.err);
    // A label that was recorded and isn't decided now is named.
    let mut all = lines.clone();
    let mut command: Value = serde_json::from_str(&all[1]).expect("JSON");
    command["reply"]["reading"]["labels"]["faults"] = json!(["insult"]);
    all[1] = command.to_string();
    place.write("changed.jsonl", all.join("\n"));
    let ran = place.run(&["score", "changed.jsonl", "--relabel"]).exits(0);
    assert!(ran.err.contains("−faults:insult") && ran.err.contains("3 replies, 1 labelled"), "{}", ran.err);
}
