//! `huashu play --jsonl`: a session as another program plays it.

use serde_json::{Value, json};

use crate::place::{Place, Ran, Talk, has_keys};

/// Input lines of replies at these times.
fn replies(all: &[(&str, Option<i64>)]) -> String {
    let line = |(text, at_ms): &(&str, Option<i64>)| match at_ms {
        Some(at_ms) => json!({"text": text, "at_ms": at_ms}).to_string() + "\n",
        None => json!({"text": text}).to_string() + "\n",
    };
    all.iter().map(line).collect()
}

/// A talk of some turns, none of them in haste.
fn some_talk() -> String {
    replies(&[
        ("您好，欢迎光临，请问有什么可以帮您？", Some(9_000)),
        ("一盒20袋，一天一袋，能喝20天。", Some(24_000)),
        ("理解您的顾虑，每批都有检测报告。", None),
        ("您看是要一盒还是两盒？", None),
    ])
}

fn play(place: &Place, scenario: &str, seed: &str, input: impl AsRef<[u8]>) -> Ran {
    place.feed(&["play", scenario, "--jsonl", "--seed", seed], input)
}

fn of_type<'a>(lines: &'a [Value], kind: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["type"] == kind).collect()
}

fn score(ran: &Ran) -> Value {
    let lines = ran.lines();
    let last = lines.last().expect("a line").clone();
    assert_eq!(last["type"], "score");
    last
}

fn at_ms(line: &Value) -> u64 {
    line["at_ms"].as_u64().unwrap_or_else(|| panic!("no time: {line}"))
}

fn two_decimals(value: &Value) -> f64 {
    let number = value.as_f64().expect("a number");
    assert!((number * 100.0 - (number * 100.0).round()).abs() < 1e-9, "{value}");
    number
}

#[test]
fn the_lines_come_as_the_contract_has_them() {
    let place = Place::new();
    for scenario in ["tea_impatient", "teapot_talkative", "plan_long_winded", "quilt_unreasonable"] {
        let ran = play(&place, scenario, "7", some_talk()).exits(0);
        assert_eq!(ran.err, "");
        let lines = ran.lines();
        let keys = "scenario title channel role goals customer product script weights bands pass_mark";
        has_keys(&lines[0], &keys.split(' ').collect::<Vec<_>>());
        assert_eq!((lines[0]["type"].as_str(), lines[0]["scenario"].as_str()), (Some("brief"), Some(scenario)));
        assert!(["goals", "script"].iter().all(|key| lines[0][key].as_array().is_some_and(|all| !all.is_empty())));
        assert!(["customer", "product", "weights", "bands"].iter().all(|key| lines[0][key].is_object()));
        assert_eq!(lines[1]["type"], "buyer");
        let (before, end) = lines.split_at(lines.len() - 2);
        assert!(before[1..].iter().all(|line| line["type"] == "buyer"), "{before:?}");
        let mut now = 0;
        for line in of_type(&lines, "buyer") {
            has_keys(line, &["text", "at_ms", "mood", "patience"]);
            assert!(!line["text"].as_str().expect("text").is_empty());
            assert!((-1.0..=1.0).contains(&two_decimals(&line["mood"])), "{line}");
            assert!((0.0..=1.0).contains(&two_decimals(&line["patience"])), "{line}");
            assert!(at_ms(line) >= now, "{line}");
            now = at_ms(line);
        }
        has_keys(&end[0], &["outcome", "goal_met", "at_ms"]);
        assert_eq!(end[0]["type"], "over");
        assert!(at_ms(&end[0]) >= now);
        assert_eq!(end[0]["outcome"], end[1]["outcome"]);
        assert_eq!(end[0]["goal_met"], end[1]["goal_met"]);
        is_scorecard(&end[1]);
    }
}

fn is_scorecard(card: &Value) {
    let keys = "type overall grade outcome goal_met pass_mark passed critical dimensions turns missed kpi";
    has_keys(card, &keys.split(' ').collect::<Vec<_>>());
    let overall = card["overall"].as_u64().expect("a whole number");
    let grade = match overall {
        90..=100 => "model",
        75..90 => "ready",
        60..75 => "practice",
        40..60 => "weak",
        0..40 => "harmful",
        _ => panic!("{overall}"),
    };
    assert_eq!(card["grade"], grade);
    let dimensions = card["dimensions"].as_object().expect("an object");
    for name in ["tone", "response_time", "script_adherence", "closing_technique"] {
        assert!(dimensions.contains_key(name), "{name}");
    }
    for one in dimensions.values() {
        has_keys(one, &["score", "weight", "rules"]);
        assert!(one["score"].is_null() || one["score"].as_u64().is_some_and(|score| score <= 100), "{one}");
        for rule in one["rules"].as_array().expect("rules") {
            has_keys(rule, &["id", "points", "of", "turns"]);
        }
    }
    for (index, turn) in card["turns"].as_array().expect("turns").iter().enumerate() {
        has_keys(turn, &["index", "at_ms", "reply", "labels", "notes"]);
        assert_eq!(turn["index"].as_u64(), Some(index as u64));
        let labels = "closes steps controls moves tone faults claims evidence";
        has_keys(&turn["labels"], &labels.split(' ').collect::<Vec<_>>());
    }
    has_keys(&card["kpi"], &["first_response_ms", "average_response_ms", "handle_time_ms", "reply_ratio"]);
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_seed_another_talk() {
    let place = Place::new();
    let seeded = |seed: &str| play(&place, "tea_impatient", seed, some_talk()).exits(0).out;
    let first = seeded("7");
    assert_eq!(first, seeded("7"));
    let mut command = place.command(&["play", "tea_impatient", "--jsonl", "--seed", "7"]);
    command.env("HUASHU_LANG", "zh-CN").env("TZ", "Asia/Shanghai").env("LC_ALL", "C");
    assert_eq!(first, crate::place::finish(command, some_talk().as_bytes()).out);
    assert!((1..6).any(|seed| seeded(&seed.to_string()) != first));
    // Where no seed is given, a prepared file plays the same as well.
    let unseeded = || place.feed(&["play", "tea_impatient", "--jsonl"], some_talk()).exits(0).out;
    assert_eq!(unseeded(), unseeded());
    // The trainee's name is for the transcript alone.
    let named = place.feed(&["play", "tea_impatient", "--jsonl", "--seed", "7", "--trainee", "小满"], some_talk());
    assert_eq!(named.exits(0).out, first);
}

#[test]
fn a_time_before_the_last_event_is_clamped_to_it() {
    let place = Place::new();
    let talk = |times: [i64; 3]| {
        let lines = [("您好", Some(times[0])), ("在的", Some(times[1])), ("您请说", Some(times[2]))];
        play(&place, "teapot_talkative", "3", replies(&lines)).exits(0)
    };
    let ran = talk([20_000, 5, -90]);
    let card = score(&ran);
    let turns: Vec<u64> = card["turns"].as_array().expect("turns").iter().map(at_ms).collect();
    assert_eq!((turns.len(), turns[0]), (3, 20_000));
    let lines = ran.lines();
    let said = of_type(&lines, "buyer");
    let heard = said.iter().find(|line| at_ms(line) >= 20_000).map_or(20_000, |line| at_ms(line));
    assert!(turns[1] >= heard && turns[2] >= turns[1], "{turns:?} {heard}");
    // What a clamped time is clamped to, it is itself.
    assert_eq!(talk([20_000, turns[1] as i64, turns[2] as i64]).out, ran.out);
    // Parts of a millisecond don't count.
    let lines = |time: &str| format!("{{\"text\":\"您好\",\"at_ms\":{time}}}\n");
    let whole = play(&place, "teapot_talkative", "3", lines("20000")).exits(0);
    assert_eq!(play(&place, "teapot_talkative", "3", lines("20000.9")), whole);
    for huge in ["18446744073709551615", "1e300"] {
        assert_eq!(score(&play(&place, "teapot_talkative", "3", lines(huge)).exits(0))["outcome"], "left");
    }
}

#[test]
fn a_reply_without_a_time_arrives_after_fair_reading_and_typing() {
    let place = Place::new();
    let first = |reply: &str, at_ms: &str| {
        let line = format!("{{\"text\":{}{at_ms}}}\n", json!(reply));
        at_ms_of_first(&play(&place, "tea_impatient", "7", line).exits(0))
    };
    let (short, long) = (first("您好", ""), first("您好，我是客服小满，一直都在的，您请说，我来一样一样地回答。", ""));
    assert!(0 < short && short < long && long < 60_000, "{short} {long}");
    assert_eq!(first("您好", ",\"at_ms\":null"), short);
}

fn at_ms_of_first(ran: &Ran) -> u64 {
    at_ms(&score(ran)["turns"][0])
}

#[test]
fn quitting_and_the_end_of_input_are_the_same() {
    let place = Place::new();
    let quit = play(&place, "tea_impatient", "7", some_talk() + "{\"quit\":true}\n{\"text\":\"再来\"}\n").exits(0);
    let ended = play(&place, "tea_impatient", "7", some_talk()).exits(0);
    assert_eq!(quit, ended);
    for input in ["", "{\"quit\":true}", "\u{feff}{\"quit\":true}\r\n", "{\"quit\":false}\n{\"quit\":true}\n"] {
        let ran = play(&place, "tea_impatient", "7", input).exits(0);
        let card = score(&ran);
        assert_eq!((card["outcome"].as_str(), card["passed"].as_bool()), (Some("quit"), Some(false)));
        assert_eq!(card["turns"].as_array().map(Vec::len), Some(0));
    }
    // An unfinished last line counts.
    assert_eq!(play(&place, "tea_impatient", "7", some_talk().trim_end()), ended);
}

#[test]
fn a_waiting_buyer_nudges_and_leaves_at_its_own_time_before_the_reply() {
    let place = Place::new();
    let late = 40_000_000;
    let ran = play(&place, "tea_impatient", "7", replies(&[("来了来了", Some(late))])).exits(0);
    let lines = ran.lines();
    let (said, over) = (of_type(&lines, "buyer"), of_type(&lines, "over")[0]);
    assert_eq!(over["outcome"], "left");
    assert!(at_ms(over) < 1_000_000, "{over}");
    assert_eq!(score(&ran)["turns"].as_array().map(Vec::len), Some(0), "the reply came too late");
    let opening: Vec<_> = said.iter().filter(|line| at_ms(line) < 20_000).collect();
    assert!(said.len() >= opening.len() + 3, "several nudges, then the leaving: {said:?}");
    assert!(said.windows(2).all(|pair| two_decimals(&pair[0]["patience"]) >= two_decimals(&pair[1]["patience"])));
    // Right after the first nudge: it stands before the reply, and the clock still runs from the first line.
    let nudge = said[opening.len()];
    let after = at_ms(nudge) + 1;
    let ran = play(&place, "tea_impatient", "7", replies(&[("您好，一盒20袋", Some(after as i64))])).exits(0);
    let lines = ran.lines();
    assert_eq!(of_type(&lines, "buyer")[opening.len()], nudge);
    let card = score(&ran);
    assert_eq!(at_ms(&card["turns"][0]), after);
    assert_eq!(card["kpi"]["first_response_ms"].as_u64(), Some(after - at_ms(said[0])));
    // Just before it, the buyer has not nudged yet.
    let before = at_ms(nudge) - 1;
    let ran = play(&place, "tea_impatient", "7", replies(&[("您好，一盒20袋", Some(before as i64))])).exits(0);
    assert!(of_type(&ran.lines(), "buyer").iter().all(|line| *line != nudge));
}

#[test]
fn any_reply_is_scored() {
    let place = Place::new();
    let odd: Vec<String> = vec![
        String::new(),
        " \u{3000}\t".into(),
        "您好，".repeat(3_334),
        "😀👨‍👩‍👧".into(),
        "\u{0}\u{7}\u{1b}[2J\u{7f}".into(),
        "\u{202e}您好\u{2066}مرحبا".into(),
        "第一行\n第二行\r\n".into(),
        "{\"quit\":true}".into(),
        "9".repeat(400),
        "-99999999999999999999元".into(),
    ];
    for scenario in ["tea_impatient", "quilt_unreasonable"] {
        for reply in &odd {
            let line = json!({"text": reply, "at_ms": 15_000}).to_string();
            let card = score(&play(&place, scenario, "2", line).exits(0));
            is_scorecard(&card);
            assert_eq!(card["turns"][0]["reply"], json!(reply));
        }
        // All in one talk, with times of their own.
        let all: String = odd.iter().map(|reply| json!({ "text": reply }).to_string() + "\n").collect();
        is_scorecard(&score(&play(&place, scenario, "2", all).exits(0)));
    }
}

#[test]
fn bad_lines_are_told_with_their_number_and_the_rest_goes_on() {
    let place = Place::new();
    let bad: [&[u8]; 18] = [
        b"",
        b"nonsense",
        b"[]",
        b"[true]",
        b"[\"hello\",5]",
        b"null",
        b"\"text\"",
        b"{}",
        b"{\"txt\":\"x\"}",
        b"{\"text\":5}",
        b"{\"text\":null}",
        b"{\"text\":\"x\",\"at_ms\":\"soon\"}",
        b"{\"text\":\"x\",\"at_ms\":[1]}",
        b"{\"quit\":1}",
        b"{\"text\":\"\\ud83d\"}",
        b"{\"text\":\"\\ude00\\ud83d\"}",
        b"{\"text\":\"\xff\"}",
        b"{\"text\":\"cut",
    ];
    let good = some_talk();
    let mut input = Vec::new();
    let (first, rest) = good.split_once('\n').expect("lines");
    input.extend(format!("{first}\n").bytes());
    for line in bad {
        input.extend(line);
        input.push(b'\n');
    }
    input.extend(rest.bytes());
    let ran = play(&place, "tea_impatient", "7", input).exits(1);
    assert_eq!(ran.out, play(&place, "tea_impatient", "7", good).exits(0).out, "the good lines count as if alone");
    let told: Vec<&str> = ran.err.lines().collect();
    assert_eq!(told.len(), bad.len(), "{}", ran.err);
    for (number, told) in told.iter().enumerate() {
        assert!(told.contains(&format!("ine {} ", number + 2)), "{told}");
        assert!(!told.contains("enum") && !told.contains("struct"), "{told}");
    }
    // More than any person types in a line.
    let long = json!({"text": "长".repeat(2_000_000)}).to_string() + "\n";
    let ran = play(&place, "tea_impatient", "7", long + &some_talk()).exits(1);
    assert_eq!(ran.out, play(&place, "tea_impatient", "7", some_talk()).out);
}

#[test]
fn the_saved_session_scores_the_same() {
    let place = Place::new();
    for (scenario, input) in [
        ("tea_impatient", some_talk()),
        ("teapot_talkative", some_talk()),
        ("plan_long_winded", some_talk() + "{\"quit\":true}\n"),
        ("quilt_unreasonable", replies(&[("您好", Some(30_000)), ("稍等", Some(9_000_000))])),
        ("tea_impatient", String::new()),
    ] {
        let args = ["play", scenario, "--jsonl", "--seed", "5", "--save", "new folder/talk.jsonl", "--trainee", "小满"];
        let played = score(&place.feed(&args, input).exits(0));
        let scored = place.run(&["score", "new folder/talk.jsonl", "--json"]).exits(0);
        assert_eq!(scored.err, "");
        let mut scored = scored.json();
        assert!(scored.get("type").is_none());
        scored.as_object_mut().expect("an object").insert("type".into(), json!("score"));
        assert_eq!(played, scored, "{scenario}");
        let saved = String::from_utf8(place.read("new folder/talk.jsonl")).expect("text");
        assert!(saved.contains("小满"));
    }
    assert_eq!(std::fs::read_dir(place.path("new folder")).expect("folder").count(), 1, "nothing is left behind");
}

#[test]
fn a_talk_that_goes_on_is_answered_and_saved_at_once() {
    let place = Place::new();
    let args = ["play", "tea_impatient", "--jsonl", "--seed", "7", "--save", "talk.jsonl"];
    let mut talk = Talk::start(place.command(&args));
    assert_eq!(talk.hear()["type"], "brief");
    assert_eq!(talk.hear()["type"], "buyer");
    // Before the first reply there is something to score as well.
    let open = |turns: usize| {
        let card = place.run(&["score", "talk.jsonl", "--json"]).exits(0).json();
        assert_eq!(card["outcome"], "quit");
        assert_eq!(card["turns"].as_array().map(Vec::len), Some(turns));
    };
    open(0);
    for (turn, line) in some_talk().lines().take(2).enumerate() {
        talk.say(line);
        let sent: Value = serde_json::from_str(line).expect("JSON");
        loop {
            let heard = talk.hear();
            assert_eq!(heard["type"], "buyer");
            if at_ms(&heard) >= sent["at_ms"].as_u64().expect("a time") {
                break;
            }
        }
        open(turn + 1);
    }
    assert_eq!(talk.end(), 0);
}
