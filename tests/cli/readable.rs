//! `huashu play` without `--jsonl`, on a pipe.

use crate::place::{Place, finish};

#[test]
fn a_pipe_gets_the_talk_and_the_scorecard_as_text() {
    let place = Place::new();
    let input = "您好，欢迎光临\n\n   \n一盒20袋，能喝20天\n";
    let ran = place.feed(&["play", "tea_impatient", "--seed", "7", "--save", "talk.jsonl"], input).exits(0);
    assert_eq!(ran.err, "", "no prompt where nobody sits");
    for told in ["急性客户的砍价", "林小姐:", "青山轻茶", "您好，欢迎光临", "一盒20袋，能喝20天", "quit"]
    {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    assert!(!ran.out.contains('\u{1b}'), "no escapes where no terminal is");
    // An empty line is no reply.
    let card = place.run(&["score", "talk.jsonl", "--json"]).exits(0).json();
    assert_eq!(card["turns"].as_array().map(Vec::len), Some(2));
    // What the scorecard says is what `score` says.
    let scored = place.run(&["score", "talk.jsonl"]).exits(0);
    assert!(ran.out.ends_with(&scored.out), "{}", scored.out);
    // The end of lines may be Windows'.
    let crlf = place.feed(&["play", "tea_impatient", "--seed", "7"], input.replace('\n', "\r\n")).exits(0);
    assert_eq!(crlf.out, ran.out);
}

#[test]
fn the_screen_is_in_the_language_asked_for() {
    let place = Place::new();
    let shown = |language: &str| {
        let mut command = place.command(&["play", "tea_impatient", "--seed", "7"]);
        command.env("HUASHU_LANG", language);
        finish(command, "您好\n".as_bytes()).exits(0).out
    };
    assert!(shown("zh-CN").contains("目标") && shown("zh-CN").contains("中途退出"));
    assert!(shown("en").contains("Goal") && shown("en").contains("quit"));
}

#[test]
fn a_line_that_is_no_text_is_told_and_passed_over() {
    let place = Place::new();
    let ran = place.feed(&["play", "tea_impatient"], b"\xc4\xe3\xba\xc3\n\xe6\x82\xa8\xe5\xa5\xbd\n").exits(1);
    assert!(ran.err.contains("Line 1 ") && ran.err.contains("UTF-8"), "{}", ran.err);
    assert!(ran.out.contains("您好"));
}
