//! Reading within bounds and writing so that no half-written file is ever seen.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::i18n::Text;

/// What can go wrong with files and names.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{path}: {source}")]
    Read { path: PathBuf, source: io::Error },
    #[error("{path}: {source}")]
    Write { path: PathBuf, source: io::Error },
    #[error("{0}: no such file or folder")]
    Missing(PathBuf),
    #[error("{path}: larger than {most} bytes")]
    TooLarge { path: PathBuf, most: usize },
    /// No scenario of this id.
    #[error("no scenario {id}")]
    UnknownScenario { id: String, nearest: Option<String>, known: String },
    /// The scenario is there, but what is wrong with it keeps it from being played.
    #[error("{path}: {errors} errors")]
    BrokenScenario { path: String, errors: usize, first: Box<crate::diagnostic::Diagnostic> },
    #[error("{0}: not a name for a saved session")]
    BadName(String),
    /// The system names no folder for this user's data.
    #[error("no data folder")]
    NoDataFolder,
}

impl From<StoreError> for Text {
    fn from(error: StoreError) -> Self {
        Text::from(&error)
    }
}

impl From<&StoreError> for Text {
    fn from(error: &StoreError) -> Self {
        let named = |id: &str, path: &Path| Text::new(id).with("path", display(path));
        match error {
            StoreError::Read { path, source } => named("store-read", path).with("why", reason(source)),
            StoreError::Write { path, source } => named("store-write", path).with("why", reason(source)),
            StoreError::Missing(path) => named("store-missing", path),
            StoreError::TooLarge { path, most } => named("store-too-large", path).with("most", (*most >> 20) as i64),
            StoreError::UnknownScenario { id, nearest: Some(near), .. } => {
                Text::new("store-unknown-nearest").with("id", id.as_str()).with("nearest", near.as_str())
            }
            StoreError::UnknownScenario { id, nearest: None, known } => {
                Text::new("store-unknown").with("id", id.as_str()).with("known", known.as_str())
            }
            StoreError::BrokenScenario { path, errors, first } => Text::new("store-broken")
                .with("path", path.as_str())
                .with("errors", *errors as i64)
                .with("file", first.file.as_str())
                .with("line", first.line.to_string())
                .with("column", first.column.to_string())
                .with("first", first.message.clone()),
            StoreError::BadName(name) => Text::new("store-bad-name").with("name", name.as_str()),
            StoreError::NoDataFolder => Text::new("store-no-data-folder"),
        }
    }
}

/// The system's reason in this program's words where it is a common one.
fn reason(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::PermissionDenied => Text::new("store-why-permission"),
        io::ErrorKind::NotFound => Text::new("store-why-missing"),
        io::ErrorKind::StorageFull => Text::new("store-why-full"),
        io::ErrorKind::IsADirectory => Text::new("store-why-folder"),
        _ => Text::new("store-why-other").with("why", error.to_string()),
    }
}

/// The path as people and diagnostics see it: with forward slashes.
pub fn display(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// The first `most` + 1 bytes of a file, so that a larger one can be told from one that fits.
pub fn read_start(path: &Path, most: usize) -> Result<Vec<u8>, StoreError> {
    let failed = |source| StoreError::Read { path: path.to_owned(), source };
    // A pipe or device could block for ever.
    let meta = fs::metadata(path).map_err(failed)?;
    if meta.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(most as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// The whole file; an error where it is larger than `most` bytes.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>, StoreError> {
    let bytes = read_start(path, most)?;
    if bytes.len() > most {
        return Err(StoreError::TooLarge { path: path.to_owned(), most });
    }
    Ok(bytes)
}

/// Writes the file whole or not at all: a new file beside it takes its place once it is on the disk.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let failed = |source| StoreError::Write { path: path.to_owned(), source };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(".huashu-").tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_whole_files_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/talk.json");
        for bytes in [&b"first, longer"[..], b"second"] {
            write_atomically(&path, bytes).expect("written");
            assert_eq!(read(&path, 100).expect("read"), bytes);
        }
        assert_eq!(fs::read_dir(folder.path().join("new")).expect("folder").count(), 1);
        assert!(matches!(read(&path, 3), Err(StoreError::TooLarge { .. })));
        assert_eq!(read_start(&path, 3).expect("read").len(), 4);
        let below_a_file = path.join("x");
        assert!(matches!(write_atomically(&below_a_file, b""), Err(StoreError::Write { .. })));
        assert_eq!(read(&path, 100).expect("read"), b"second");
    }
}
