//! `huashu analyze`: a line for each line, whatever stands in it.

use std::io::Write;

use serde_json::{Value, json};

use crate::place::{Place, Ran, Talk, has_keys, source};

const KEYS: [&str; 9] = ["id", "closes", "steps", "controls", "moves", "tone", "faults", "claims", "evidence"];
const FAMILIES: [&str; 6] = ["closes", "steps", "controls", "moves", "faults", "claims"];

fn row(id: &str, reply: &str) -> String {
    json!({"id": id, "channel": "im", "buyer": "", "reply": reply}).to_string()
}

/// Labels, tone and evidence as the contract has them.
#[track_caller]
fn is_sound(line: &Value, reply: &str) {
    has_keys(line, &KEYS);
    let tone = line["tone"].as_f64().expect("a number");
    assert!((1.0..=5.0).contains(&tone), "{line}");
    assert!((tone * 10.0 - (tone * 10.0).round()).abs() < 1e-9, "one decimal: {line}");
    let length = reply.chars().count() as u64;
    let evidence = line["evidence"].as_array().expect("an array");
    for one in evidence {
        let (start, end) = (one["start"].as_u64().expect("start"), one["end"].as_u64().expect("end"));
        assert!(start < end && end <= length, "{one} in {reply:?}");
    }
    for label in FAMILIES.iter().flat_map(|family| line[family].as_array().expect("an array")) {
        assert!(evidence.iter().any(|e| e["label"] == *label), "{label} has no evidence: {line}");
    }
}

fn quoted(line: &Value, label: &str, reply: &str) -> Vec<String> {
    let chars: Vec<char> = reply.chars().collect();
    let spans = line["evidence"].as_array().expect("an array").iter().filter(|e| e["label"] == label);
    let at = |e: &Value, key: &str| e[key].as_u64().expect("a number") as usize;
    spans.map(|e| chars[at(e, "start")..at(e, "end")].iter().collect()).collect()
}

#[test]
fn offsets_count_chars_and_not_bytes_or_units() {
    let place = Place::new();
    for before in ["", "😀", "👨‍👩‍👧‍👦🎉", "𠮷𠮷𠮷", "e\u{301}\u{202e}", "１２３ａｂ"] {
        let reply = format!("您好{before},{before}欢迎光临。");
        let ran = place.feed(&["analyze"], row("x", &reply)).exits(0);
        let line = &ran.lines()[0];
        is_sound(line, &reply);
        let greetings = quoted(line, "greet", &reply);
        for word in ["您好", "欢迎光临"] {
            assert!(greetings.iter().any(|g| g.contains(word)), "{before:?} {word}: {greetings:?}");
        }
    }
}

#[test]
fn each_line_is_answered_in_its_place() {
    let place = Place::new();
    let good = |id: &str| row(id, "您好，欢迎光临");
    let cases: Vec<(Vec<u8>, Option<Value>)> = vec![
        (good("first").into(), None),
        (b"not json".to_vec(), Some(Value::Null)),
        (b"".to_vec(), Some(Value::Null)),
        (b"[]".to_vec(), Some(Value::Null)),
        (br#"["x","im","","hello",null]"#.to_vec(), Some(Value::Null)),
        (br#""text""#.to_vec(), Some(Value::Null)),
        (b"null".to_vec(), Some(Value::Null)),
        (b"5".to_vec(), Some(Value::Null)),
        (br#"{"id":"cut","channel":"im","buyer":"","re"#.to_vec(), Some(Value::Null)),
        (good("between").into(), None),
        (br#"{"id":"no reply","channel":"im","buyer":""}"#.to_vec(), Some(json!("no reply"))),
        (br#"{"id":"no buyer","channel":"im","reply":"x"}"#.to_vec(), Some(json!("no buyer"))),
        (br#"{"id":"no channel","buyer":"","reply":"x"}"#.to_vec(), Some(json!("no channel"))),
        (br#"{"channel":"im","buyer":"","reply":"no id"}"#.to_vec(), Some(Value::Null)),
        (br#"{"id":"n","channel":"im","buyer":"","reply":5}"#.to_vec(), Some(json!("n"))),
        (br#"{"id":"l","channel":"im","buyer":[],"reply":"x"}"#.to_vec(), Some(json!("l"))),
        (br#"{"id":"f","channel":"fax","buyer":"","reply":"x"}"#.to_vec(), Some(json!("f"))),
        (br#"{"id":"p","channel":"im","buyer":"","reply":"x","product":5}"#.to_vec(), Some(json!("p"))),
        (br#"{"id":"pl","channel":"im","buyer":"","reply":"x","product":["a"]}"#.to_vec(), Some(json!("pl"))),
        (
            br#"{"id":"pp","channel":"im","buyer":"","reply":"x","product":{"name":"a","price":"12"}}"#.to_vec(),
            Some(json!("pp")),
        ),
        (br#"{"id":"s","channel":"im","buyer":"","reply":"\ud83d"}"#.to_vec(), Some(Value::Null)),
        (b"{\"id\":\"u\",\"channel\":\"im\",\"buyer\":\"\",\"reply\":\"\xff\xfe\"}".to_vec(), Some(json!("u"))),
        ("[".repeat(5000).into(), Some(Value::Null)),
        (br#"{"id":7,"channel":"im","buyer":"","reply":"x","product":null,"more":[1]}"#.to_vec(), None),
        (good("last").into(), None),
    ];
    let mut input = Vec::new();
    for (line, _) in &cases {
        input.write_all(line).expect("memory");
        input.push(b'\n');
    }
    input.pop();
    place.write("rows.jsonl", &input);
    let ran = place.run(&["analyze", "rows.jsonl"]).exits(1);
    let lines = ran.lines();
    assert_eq!(lines.len(), cases.len());
    for (number, (line, (source, broken))) in lines.iter().zip(&cases).enumerate() {
        match broken {
            Some(id) => {
                assert_eq!(line["id"], *id, "{line}");
                let error = line["error"].as_str().expect("a reason");
                assert!(error.contains(&format!("line {}", number + 1)), "{line}");
                assert!(!error.contains("struct") && !error.contains("enum"), "{line}");
                assert!(line.get("tone").is_none());
            }
            None => {
                let sent: Value = serde_json::from_slice(source).expect("JSON");
                assert_eq!(line["id"], sent["id"]);
                assert!(line.get("error").is_none());
                is_sound(line, sent["reply"].as_str().expect("reply"));
            }
        }
    }
    // The same from standard input, in other line ends, with a mark at the start.
    assert_eq!(place.feed(&["analyze"], &input), ran);
    assert_eq!(place.feed(&["analyze", "-"], &input), ran);
    let sound = format!("\u{feff}{}\r\n{}\r\n", good("first"), good("last"));
    let sound = place.feed(&["analyze"], sound).exits(0).lines();
    assert_eq!(sound, [lines[0].clone(), lines[lines.len() - 1].clone()]);
    assert_eq!(place.feed(&["analyze"], "").exits(0), Ran { code: 0, out: String::new(), err: String::new() });
}

#[test]
fn a_line_is_answered_before_the_next_is_sent() {
    let place = Place::new();
    let mut talk = Talk::start(place.command(&["analyze"]));
    for id in ["a", "b", "c"] {
        talk.say(&row(id, "您好，欢迎光临"));
        let line = talk.hear();
        assert_eq!(line["id"], id);
        assert!(line["steps"].as_array().expect("array").contains(&json!("greet")), "{line}");
    }
    talk.say("broken");
    assert!(talk.hear()["error"].is_string());
    talk.say(&row("d", ""));
    assert_eq!(talk.hear()["id"], "d");
    assert_eq!(talk.end(), 1);
}

#[test]
fn odd_replies_are_labelled_too() {
    let place = Place::new();
    let odd: Vec<String> = vec![
        String::new(),
        " \t\u{3000}".into(),
        "您好。".repeat(4_000),
        "😀".repeat(300),
        "\u{0}\u{1}\u{7f}\u{1b}[31m您好".into(),
        "\u{202e}您好\u{202c}مرحبا שלום".into(),
        "\u{200b}\u{feff}您\u{200d}好".into(),
        "1".repeat(5_000),
        "99999999999999999999999999元,买一送99999999999".into(),
        "\n\n您好\r\n再见\n".into(),
        "ＨＥＬＬＯ　您好！！！？？？".into(),
    ];
    let input: String = odd.iter().enumerate().map(|(at, reply)| row(&at.to_string(), reply) + "\n").collect();
    let ran = place.feed(&["analyze"], input).exits(0);
    assert_eq!(ran.err, "");
    for (line, reply) in ran.lines().iter().zip(&odd) {
        is_sound(line, reply);
    }
    assert_eq!(ran.lines().len(), odd.len());
}

#[test]
fn a_sheet_can_be_given_for_all_lines() {
    let place = Place::new();
    let sheet = source("scenarios/products/qingshan_tea.ron");
    let replies = ["这茶129元一盒,一盒20袋", "您好,99元给您", "不含番泻叶"];
    let input: String = replies.iter().map(|reply| row("x", reply) + "\n").collect();
    let ran = place.feed(&["analyze", "--product", &sheet], &input).exits(0);
    for (line, reply) in ran.lines().iter().zip(replies) {
        is_sound(line, reply);
    }
    // A sheet in the line is enough as well.
    let own = json!({"id": "x", "channel": "visit", "buyer": "多少钱", "reply": replies[0], "product": {
        "name": "轻茶", "category": "茶", "price": 129.0, "floor_price": 119.0, "facts": ["一盒20袋"], "promotion": null}});
    is_sound(&place.feed(&["analyze"], own.to_string()).exits(0).lines()[0], replies[0]);
    place.write("broken.ron", "(id: 5");
    let ran = place.feed(&["analyze", "--product", "broken.ron"], &input).exits(1);
    assert!(ran.out.is_empty() && ran.err.contains("broken.ron"), "{ran:?}");
}
