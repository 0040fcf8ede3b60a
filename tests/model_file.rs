//! Model files given with `--model`: sound ones are used, others are refused with one sentence and exit code 2.

use std::io::Write;
use std::process::{Command, Stdio};

use huashu::analysis::Analyser;

const SHIPPED: &[u8] = include_bytes!("../assets/model/huashu.model");

/// Labels one reply with a model file of these bytes: exit code, stdout, stderr.
fn analyze_with(model: &[u8]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("some.model");
    std::fs::write(&path, model).expect("the file is written");
    let mut child = Command::new(env!("CARGO_BIN_EXE_huashu"))
        .args(["analyze", "--model"])
        .arg(&path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("huashu starts");
    let row = "{\"id\":1,\"channel\":\"im\",\"buyer\":\"\",\"reply\":\"您好,欢迎光临\"}\n";
    // A refused model ends the program before it reads.
    let _ = child.stdin.take().expect("stdin").write_all(row.as_bytes());
    let out = child.wait_with_output().expect("huashu ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (out.status.code(), text(out.stdout), text(out.stderr))
}

#[test]
fn the_shipped_model_is_whole_and_used() {
    let version = Analyser::new().version().to_owned();
    assert!(!version.starts_with("rules"), "{version}");
    let (code, out, messages) = analyze_with(SHIPPED);
    assert_eq!((code, messages.as_str()), (Some(0), ""));
    assert!(out.contains("greet"), "{out}");
}

#[test]
fn what_is_no_sound_model_of_this_version_is_refused() {
    let mut changed = SHIPPED.to_vec();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    let mut other_format = SHIPPED.to_vec();
    other_format[8] = 99;
    for (model, said) in [
        (b"".to_vec(), "不是话术的模型文件"),
        (b"RIFF not a model".to_vec(), "不是话术的模型文件"),
        (SHIPPED[..SHIPPED.len() - 100].to_vec(), "已损坏"),
        (SHIPPED[..40].to_vec(), "已损坏"),
        (changed, "已损坏"),
        (other_format, "99"),
    ] {
        let (code, out, messages) = analyze_with(&model);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{messages}");
        assert!(messages.contains(said) && messages.contains("some.model"), "{said}: {messages}");
        assert_eq!(messages.trim_end().lines().count(), 1, "{messages}");
    }
}
