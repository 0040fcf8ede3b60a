//! The same bytes on every machine: what the analyser says of some replies, margins included, is as recorded.
//!
//! A new model, rule or cue changes the record: print it anew with
//! `cargo run --no-default-features -- analyze --explain tests/fixtures/replies.jsonl > tests/fixtures/replies.out.jsonl`
//! and read the difference before it is committed.

use std::process::Command;

#[test]
fn what_is_said_of_a_reply_is_as_recorded() {
    let out = Command::new(env!("CARGO_BIN_EXE_huashu"))
        .args(["analyze", "--explain", "tests/fixtures/replies.jsonl"])
        .output()
        .expect("huashu starts");
    let said = String::from_utf8(out.stdout).expect("UTF-8");
    let recorded = include_str!("fixtures/replies.out.jsonl");
    for (line, (said, recorded)) in said.lines().zip(recorded.lines()).enumerate() {
        assert_eq!(said, recorded, "line {}", line + 1);
    }
    assert_eq!(said.lines().count(), recorded.lines().count());
}
