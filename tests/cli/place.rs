//! A folder of its own for each test, and the executable called in it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// Far from the sources, with its own data folder.
pub struct Place {
    folder: TempDir,
}

/// What a call came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder around")).expect("folder");
        fs::write(path, bytes).expect("written");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// The call, with English messages and no display.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huashu"));
        command.args(args).current_dir(self.folder.path());
        command.env("HUASHU_DATA", self.path("data")).env("HUASHU_LANG", "en");
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "HUASHU_SEED"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.feed(args, "")
    }

    /// The call with this standard input.
    pub fn feed(&self, args: &[&str], input: impl AsRef<[u8]>) -> Ran {
        finish(self.command(args), input.as_ref())
    }
}

/// Runs to the end. Whatever happens, the executable must not panic.
pub fn finish(mut command: Command, input: &[u8]) -> Ran {
    let mut child = command.spawn().expect("started");
    let mut stdin = child.stdin.take().expect("stdin");
    let input = input.to_vec();
    // A command that has heard enough closes its input.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("ended");
    writer.join().expect("written");
    let ran = Ran {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
        err: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
    };
    assert!(!ran.err.contains("panicked"), "{command:?}: {}", ran.err);
    ran
}

impl Ran {
    /// The exit code must be this.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Standard output as one JSON document.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:#?}"))
    }

    /// Standard output as JSON Lines.
    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
    }
}

/// A call that goes on: one line in, lines out.
pub struct Talk {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Talk {
    pub fn start(mut command: Command) -> Self {
        let mut child = command.spawn().expect("started");
        let stdout = child.stdout.take().expect("stdout");
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { stdin: child.stdin.take(), child, lines }
    }

    pub fn say(&mut self, line: &str) {
        let stdin = self.stdin.as_mut().expect("open");
        writeln!(stdin, "{line}").expect("written");
        stdin.flush().expect("written");
    }

    /// The next line; a failure where none comes while the command still waits for input.
    pub fn hear(&self) -> Value {
        let line = self.lines.recv_timeout(Duration::from_secs(30)).expect("an answer before the next line");
        serde_json::from_str(&line).unwrap_or_else(|e| panic!("{e}: {line}"))
    }

    /// Closes the input and waits for the end.
    pub fn end(mut self) -> i32 {
        drop(self.stdin.take());
        self.child.wait().expect("ended").code().expect("an exit code")
    }
}

/// A folder of the sources.
pub fn source(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).display().to_string()
}

/// The fixture library, copied so that it can be changed.
pub fn copy_library(place: &Place, to: &str) {
    let from = PathBuf::from(source("tests/fixtures/library"));
    for inner in ["", "personas", "products", "scripts", "phrases", "runs"] {
        for entry in fs::read_dir(from.join(inner)).expect("fixture") {
            let path = entry.expect("entry").path();
            if path.is_file() {
                let name = path.file_name().expect("name").to_string_lossy().into_owned();
                place.write(&format!("{to}/{inner}/{name}"), fs::read(&path).expect("readable"));
            }
        }
    }
}

/// Fails where a key of the contract is missing.
#[track_caller]
pub fn has_keys(value: &Value, keys: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for key in keys {
        assert!(object.contains_key(*key), "{key} is missing: {:?}", object.keys().collect::<Vec<_>>());
    }
}
