//! `huashu analyze` as other programs call it.

use std::io::Write;
use std::process::{Command, Stdio};

fn analyze(args: &[&str], input: &[u8]) -> (Option<i32>, Vec<serde_json::Value>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_huashu"))
        .arg("analyze")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("huashu starts");
    child.stdin.take().expect("stdin").write_all(input).expect("input is taken");
    let out = child.wait_with_output().expect("huashu ends");
    let stdout = String::from_utf8(out.stdout).expect("UTF-8");
    let lines = stdout.lines().map(|l| serde_json::from_str(l).expect("a JSON object a line")).collect();
    (out.status.code(), lines, String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn labels_lines_in_order_with_all_keys() {
    let input = concat!(
        r#"{"id":"a","channel":"im","buyer":"看着挺好的","reply":"亲您要一盒还是两盒呢?"}"#,
        "\n",
        r#"{"id":7,"channel":"phone","buyer":"","reply":"您好,请问是王女士吗?","product":{"name":"x","category":"y","price":129.0,"floor_price":119.0,"facts":["保修2年"],"promotion":null}}"#,
        "\n"
    );
    let (code, lines, _) = analyze(&[], input.as_bytes());
    assert_eq!(code, Some(0));
    assert_eq!(lines.len(), 2);
    let keys: Vec<&String> = lines[0].as_object().expect("object").keys().collect();
    assert_eq!(keys, ["id", "closes", "steps", "controls", "moves", "tone", "faults", "claims", "evidence"]);
    assert_eq!(lines[0]["closes"], serde_json::json!(["alternative"]));
    assert_eq!(lines[1]["id"], 7);
    let tone = lines[0]["tone"].as_f64().expect("a number");
    assert!((1.0..=5.0).contains(&tone) && (tone * 10.0 - (tone * 10.0).round()).abs() < 1e-9, "{tone}");
    for e in lines[0]["evidence"].as_array().expect("evidence") {
        assert!(e["start"].as_u64() < e["end"].as_u64() && e["end"].as_u64() <= Some(12), "{e}");
    }
}

#[test]
fn a_broken_line_is_reported_in_its_place() {
    let input = b"{\"id\":\"a\",\"channel\":\"im\",\"buyer\":\"\",\"reply\":\"ok\"}\nnot json\n{\"id\":\"c\",\"reply\":5}\n\xff\xfe\n{\"id\":\"e\",\"channel\":\"im\",\"buyer\":\"\",\"reply\":\"\"}\n";
    let (code, lines, _) = analyze(&[], input);
    assert_eq!(code, Some(1));
    assert_eq!(lines.len(), 5);
    for (line, broken) in lines.iter().zip([false, true, true, true, false]) {
        assert_eq!(line.get("error").is_some(), broken, "{line}");
    }
    assert_eq!(lines[1]["id"], serde_json::Value::Null);
    assert_eq!(lines[2]["id"], "c");
}

#[test]
fn a_wrong_call_exits_with_2() {
    for args in [&["/no/such/file.jsonl"][..], &["--product", "/no/such/sheet.ron"]] {
        let (code, lines, messages) = analyze(args, b"");
        assert_eq!((code, lines.len()), (Some(2), 0));
        assert!(messages.contains("/no/such/"), "{messages}");
    }
}

#[test]
fn a_product_file_is_the_default_sheet() {
    let row = "{\"id\":1,\"channel\":\"im\",\"buyer\":\"一盒多少袋\",\"reply\":\"一盒里面是30袋\"}\n";
    let (code, lines, messages) = analyze(&["--product", "scenarios/products/qingshan_tea.ron"], row.as_bytes());
    assert_eq!(code, Some(0), "{messages}");
    assert_eq!(lines[0]["claims"], serde_json::json!(["contradicts_sheet"]));
}

#[test]
fn reports_agreement_with_labelled_rows() {
    let row = r#"{"id":1,"channel":"im","buyer":"看着挺好的","reply":"亲您要一盒还是两盒呢?","gold":{"closes":["alternative"],"tone":4}}"#;
    let mut child = Command::new(env!("CARGO_BIN_EXE_huashu"))
        .args(["analyze", "--report"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("huashu starts");
    child.stdin.take().expect("stdin").write_all(row.as_bytes()).expect("input is taken");
    let out = child.wait_with_output().expect("huashu ends");
    let report = String::from_utf8_lossy(&out.stdout).into_owned();
    let line = report.lines().find(|l| l.starts_with("closes:alternative")).unwrap_or_default();
    assert_eq!(line.split_whitespace().collect::<Vec<_>>(), ["closes:alternative", "1", "1.00", "1.00", "1.00"]);
    assert!(report.contains("tone QWK"));
    let line = report.lines().find(|l| l.starts_with("precision closes")).unwrap_or_default();
    assert_eq!(line.split_whitespace().last(), Some("1.000"));
}

#[test]
fn reports_what_is_taken_for_what() {
    let row = r#"{"id":1,"channel":"im","buyer":"看着挺好的","reply":"亲您要一盒还是两盒呢?","gold":{"closes":["summary"],"tone":4}}"#;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("labelled.jsonl");
    std::fs::write(&path, row).expect("written");
    let out = Command::new(env!("CARGO_BIN_EXE_huashu")).args(["analyze", "--report"]).arg(&path).output();
    let report = String::from_utf8(out.expect("huashu runs").stdout).expect("UTF-8");
    let line = report.lines().find(|l| l.starts_with("closes:summary ") && l.contains("closes:alternative"));
    assert_eq!(line.unwrap_or_default().split_whitespace().last(), Some("1"));
}
