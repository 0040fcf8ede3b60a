//! Saved sessions of this user.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use directories::ProjectDirs;

use super::files::{self, StoreError};

/// Larger files (in bytes) are no saved sessions.
const LARGEST_SAVE: usize = 64 * 1024 * 1024;
const ENDING: &str = "json";

/// The folder of saved sessions: below the user's data folder, or below `HUASHU_DATA` where that is set.
#[derive(Clone, Debug)]
pub struct Saves {
    folder: PathBuf,
}

/// A saved session in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    pub name: String,
    pub path: PathBuf,
    pub modified: SystemTime,
}

impl Saves {
    pub fn open() -> Result<Self, StoreError> {
        let data = match std::env::var_os("HUASHU_DATA").filter(|value| !value.is_empty()) {
            Some(folder) => PathBuf::from(folder),
            None => ProjectDirs::from("", "", "huashu").ok_or(StoreError::NoDataFolder)?.data_dir().to_owned(),
        };
        Ok(Self::within(&data))
    }

    /// Those below another data folder.
    pub fn within(data: &Path) -> Self {
        Self { folder: data.join("sessions") }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a session under a name, in place of an earlier one of that name. Returns its path.
    pub fn save(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let path = self.path(name)?;
        files::write_atomically(&path, bytes)?;
        Ok(path)
    }

    pub fn load(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        files::read(&self.path(name)?, LARGEST_SAVE)
    }

    pub fn delete(&self, name: &str) -> Result<(), StoreError> {
        let path = self.path(name)?;
        fs::remove_file(&path).map_err(|source| StoreError::Write { path, source })
    }

    /// All of them, the latest first. No folder yet means none.
    pub fn list(&self) -> Result<Vec<Save>, StoreError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(StoreError::Read { path: self.folder.clone(), source }),
        };
        let mut saves: Vec<Save> = entries
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let ours = path.extension().is_some_and(|ending| ending == ENDING) && path.is_file();
                let name = path.file_stem()?.to_str().filter(|name| ours && !name.starts_with('.'))?.to_owned();
                let modified = fs::metadata(&path).and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
                Some(Save { name, path, modified })
            })
            .collect();
        saves.sort_by(|a, b| b.modified.cmp(&a.modified).then_with(|| a.name.cmp(&b.name)));
        Ok(saves)
    }

    /// Names are single file names on every system.
    fn path(&self, name: &str) -> Result<PathBuf, StoreError> {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let sound = !name.is_empty() && name.len() <= 120 && !name.starts_with('.') && name.chars().all(fits);
        if !sound {
            return Err(StoreError::BadName(name.to_owned()));
        }
        Ok(self.folder.join(format!("{name}.{ENDING}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saves_are_listed_and_read_back() {
        let data = tempfile::tempdir().expect("a folder");
        let saves = Saves::within(data.path());
        assert_eq!(saves.list().expect("empty"), []);
        saves.save("tea-7", b"{}").expect("saved");
        saves.save("小林.2", b"[1]").expect("saved");
        saves.save("tea-7", b"{\"a\":1}").expect("saved again");
        assert_eq!(saves.load("tea-7").expect("read"), b"{\"a\":1}");
        let mut names: Vec<String> = saves.list().expect("list").into_iter().map(|s| s.name).collect();
        names.sort();
        assert_eq!(names, ["tea-7", "小林.2"]);
        saves.delete("tea-7").expect("deleted");
        assert_eq!(saves.list().expect("list").len(), 1);
        for bad in ["", "../x", "a/b", ".hidden", "a b", "a\\b", "c:d"] {
            assert!(matches!(saves.save(bad, b""), Err(StoreError::BadName(_))), "{bad}");
        }
    }
}
