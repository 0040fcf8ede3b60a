//! `huashu simulate`: the JSON that others read, the table, the talks, and calls that make no sense.

use std::process::{Command, Output};

use serde_json::Value;

fn simulate(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huashu")).arg("simulate").args(args).output().expect("huashu starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn json_has_what_the_contract_names() {
    let out = simulate(&["tea_impatient", "--runs", "3", "--trainees", "novice,rude", "--json"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let row: Value = serde_json::from_slice(&out.stdout).expect("one line of JSON");
    assert_eq!((&row["scenario"], &row["runs"]), (&Value::from("tea_impatient"), &Value::from(3)));
    assert!(row["sessions_per_second"].as_f64().is_some_and(|speed| speed > 0.0));
    let trainees = row["trainees"].as_object().expect("trainees");
    assert_eq!(trainees.keys().map(String::as_str).collect::<Vec<_>>(), ["novice", "rude"]);
    for (kind, told) in trainees {
        for key in ["mean", "p10", "p50", "p90"] {
            assert!(told["overall"][key].as_f64().is_some_and(|v| (0.0..=100.0).contains(&v)), "{kind} {key}");
        }
        let shares: f64 = told["outcomes"].as_object().expect("outcomes").values().filter_map(Value::as_f64).sum();
        assert!((shares - 1.0).abs() < 0.01, "{kind}: {shares}");
        assert!(told["turns"]["mean"].as_f64().is_some_and(|turns| turns > 0.0), "{kind}");
    }
}

#[test]
fn the_same_seeds_give_the_same_table_and_others_another() {
    let table =
        |seed: &str| text(&simulate(&["tea_impatient", "--runs", "2", "--trainees", "average", "--seed", seed]).stdout);
    assert_eq!(table("3"), table("3"));
    assert_ne!(table("3"), table("40"));
}

#[test]
fn the_talks_can_be_read() {
    let said = text(&simulate(&["tea_impatient", "--runs", "1", "--trainees", "rude", "--show"]).stdout);
    assert!(said.lines().any(|l| l.starts_with("» ")) && said.lines().any(|l| l.starts_with("  ")), "{said}");
    assert!(said.lines().last().is_some_and(|l| l.starts_with("━━ left")), "{said}");
}

#[test]
fn a_call_that_makes_no_sense_ends_with_2() {
    for args in [
        &["tea_impatient", "--trainees", "wizard"][..],
        &["no_such_scenario"],
        &["tea_impatient", "--runs", "0"],
        &["tea_impatient", "--show", "--json"],
        &[],
    ] {
        let out = simulate(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(!out.stderr.is_empty(), "{args:?}");
    }
}
