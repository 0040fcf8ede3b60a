//! The transcript: a header line and one line for each command (JSON Lines). Replaying it gives the session.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::live::{Command, Session};
use crate::engine::ENGINE_VERSION;
use crate::i18n::Text;
use crate::scenario::Scenario;

/// Raised when a meaningful field of the file is added or changes its sense.
const FORMAT: u32 = 1;

/// The first line: everything that the talk depended on, frozen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Always "huashu-transcript".
    pub kind: String,
    pub format: u32,
    pub engine: u32,
    /// What decided the labels: the rules' version, or a model's checksum.
    pub model: String,
    pub seed: u64,
    #[serde(default)]
    pub trainee: String,
    /// When the session began, ms since 1970; 0 where no clock was asked.
    #[serde(default)]
    pub started_unix_ms: u64,
    /// SHA-256 of the scenario with all that it refers to, in hex.
    pub scenario_hash: String,
    /// The scenario itself, with persona, product, script, weights and bands as they were.
    pub scenario: Scenario,
}

/// A saved session.
#[derive(Clone, Debug, PartialEq)]
pub struct Transcript {
    pub header: Header,
    pub commands: Vec<Command>,
}

/// Where a transcript breaks off: what stands before is loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// 1-based line that could not be read.
    pub line: usize,
    pub why: String,
}

impl Cut {
    /// What the person is told.
    pub fn text(&self, file: &str) -> Text {
        Text::new("transcript-cut").with("file", file).with("line", self.line as i64).with("why", self.why.as_str())
    }
}

/// Why a transcript can't be used at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TranscriptError {
    #[error("the file is empty")]
    Empty,
    #[error("the first line is no transcript header: {0}")]
    NoHeader(String),
    #[error("the header is not whole")]
    CutHeader,
    #[error("the transcript has format {0}, newer than this version reads")]
    Newer(u32),
    #[error("the transcript was made by engine {0}, which this version can't replay")]
    OtherEngine(u32),
    #[error("the scenario in the header was changed after the session")]
    Tampered,
}

impl TranscriptError {
    /// What the person is told.
    pub fn text(&self, file: &str) -> Text {
        let id = match self {
            TranscriptError::Empty => "transcript-empty",
            TranscriptError::NoHeader(_) => "transcript-no-header",
            TranscriptError::CutHeader => "transcript-cut-header",
            TranscriptError::Newer(_) => "transcript-newer",
            TranscriptError::OtherEngine(_) => "transcript-other-engine",
            TranscriptError::Tampered => "transcript-tampered",
        };
        let text = Text::new(id).with("file", file);
        match self {
            TranscriptError::NoHeader(why) => text.with("why", why.as_str()),
            TranscriptError::Newer(n) | TranscriptError::OtherEngine(n) => text.with("version", i64::from(*n)),
            _ => text,
        }
    }
}

/// SHA-256 of the scenario's canonical JSON, in hex.
pub fn scenario_hash(scenario: &Scenario) -> String {
    let json = serde_json::to_vec(scenario).unwrap_or_default();
    Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Transcript {
    /// The transcript of a session as it stands. `model` names what decided the labels.
    pub fn of(session: &Session, model: &str, trainee: &str, started_unix_ms: u64) -> Self {
        let scenario = (**session.scenario()).clone();
        let header = Header {
            kind: "huashu-transcript".into(),
            format: FORMAT,
            engine: ENGINE_VERSION,
            model: model.to_owned(),
            seed: session.seed(),
            trainee: trainee.to_owned(),
            started_unix_ms,
            scenario_hash: scenario_hash(&scenario),
            scenario,
        };
        Self { header, commands: session.commands().to_vec() }
    }

    /// The session that the transcript tells of.
    pub fn replay(&self) -> Session {
        Session::replay(Arc::new(self.header.scenario.clone()), self.header.seed, self.commands.iter().cloned())
    }

    /// The file's bytes: JSON Lines, each ended by a newline.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut lines = vec![serde_json::to_string(&self.header).unwrap_or_default()];
        lines.extend(self.commands.iter().map(|c| serde_json::to_string(c).unwrap_or_default()));
        let mut bytes = lines.join("\n").into_bytes();
        bytes.push(b'\n');
        bytes
    }

    /// Reads a file. One that breaks off, or is damaged further down, loads up to there and says so.
    ///
    /// # Errors
    /// Where there is no sound header, or one that this version must not replay.
    pub fn from_bytes(bytes: &[u8]) -> Result<(Self, Option<Cut>), TranscriptError> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(TranscriptError::Empty);
        }
        let mut lines = bytes.split(|b| *b == b'\n').enumerate();
        let first = lines.next().map_or(&[][..], |(_, line)| line);
        let probe: Probe = serde_json::from_slice(first).map_err(|e| no_header(first, &e))?;
        if probe.kind != "huashu-transcript" {
            return Err(TranscriptError::NoHeader(format!("kind = {:?}", probe.kind)));
        }
        if probe.format > FORMAT {
            return Err(TranscriptError::Newer(probe.format));
        }
        if probe.engine != ENGINE_VERSION {
            return Err(TranscriptError::OtherEngine(probe.engine));
        }
        let header: Header = serde_json::from_slice(first).map_err(|e| TranscriptError::NoHeader(e.to_string()))?;
        if header.scenario_hash != scenario_hash(&header.scenario) {
            return Err(TranscriptError::Tampered);
        }
        let mut commands = Vec::new();
        for (at, line) in lines.filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace)) {
            match serde_json::from_slice(line) {
                Ok(command) => commands.push(command),
                Err(error) => {
                    let cut = Cut { line: at + 1, why: error.to_string() };
                    return Ok((Self { header, commands }, Some(cut)));
                }
            }
        }
        Ok((Self { header, commands }, None))
    }
}

/// Why the first line is none: one of ours that breaks off is told from what never was one.
fn no_header(line: &[u8], error: &serde_json::Error) -> TranscriptError {
    if error.is_eof() && line.starts_with(br#"{"kind":"huashu-transcript""#) {
        TranscriptError::CutHeader
    } else {
        TranscriptError::NoHeader(error.to_string())
    }
}

/// What has to be known before the rest of a header may be read.
#[derive(Deserialize)]
struct Probe {
    kind: String,
    format: u32,
    engine: u32,
}
