//! The scenarios at hand: those in the executable, those in folders.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::files::{StoreError, display, read_start};
use crate::diagnostic::{Diagnostic, nearest};
use crate::i18n::Text;
use crate::scenario::format::Run;
use crate::scenario::{self, Entry, FileKind, LARGEST_FILE, Loaded, Scenario, Source, stem};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// All scenarios that can be played, and what is wrong with files that can't be used.
#[derive(Clone, Debug, Default)]
pub struct Library {
    loaded: Loaded,
    sources: Vec<Source>,
    /// The folders that were asked for besides the shipped library.
    extra: Vec<PathBuf>,
}

impl Library {
    /// The shipped scenarios, those in a folder `scenarios` beside the executable, and those in `extra` folders.
    pub fn open(extra: &[PathBuf]) -> Result<Self, StoreError> {
        let mut found = Found { sources: shipped(), ..Found::default() };
        if let Some(beside) = beside_executable() {
            // What lies there uninvited must not keep the game from starting.
            let _ = found.add_folder(&beside);
        }
        for folder in extra {
            if !folder.is_dir() {
                return Err(StoreError::Missing(folder.clone()));
            }
            found.add_folder(folder)?;
        }
        Ok(Self { extra: extra.to_vec(), ..found.load() })
    }

    /// Only the files at these paths (folders or single files), with whatever else is needed to resolve what they
    /// refer to: the files around a single file, the `extra` folders, and the shipped library.
    /// [`Library::diagnostics`] is of the files asked for.
    pub fn check(paths: &[PathBuf], extra: &[PathBuf]) -> Result<Self, StoreError> {
        let mut asked = Found::default();
        for path in paths {
            if path.is_dir() {
                asked.add_folder(path)?;
            } else if path.exists() {
                asked.add_file(path);
                asked.add_runs(path);
            } else {
                return Err(StoreError::Missing(path.clone()));
            }
        }
        let mut around = Found::default();
        for folder in extra {
            around.add_folder(folder)?;
        }
        for path in paths {
            // Files around that can't be read are not what was asked.
            let root = if path.is_dir() { kind_folder_root(path) } else { Some(root_of(path)) };
            if let Some(root) = root {
                let _ = around.add_folder(&root);
            }
        }
        let names: BTreeSet<(FileKind, String)> = asked.sources.iter().map(name).collect();
        let mut sources: Vec<Source> = around.sources.into_iter().filter(|s| !names.contains(&name(s))).collect();
        let local: BTreeSet<(FileKind, String)> = sources.iter().map(name).chain(names).collect();
        sources.splice(0..0, shipped().into_iter().filter(|s| !local.contains(&name(s))));
        let files: BTreeSet<String> =
            asked.sources.iter().map(|s| s.path.clone()).chain(asked.problems.iter().map(|p| p.file.clone())).collect();
        let counted = scenario::load(&asked.sources).files;
        sources.append(&mut asked.sources);
        let mut library = Found { sources, problems: asked.problems }.load();
        library.loaded.diagnostics.retain(|problem| files.contains(&problem.file));
        library.loaded.scenarios.retain(|entry| files.contains(&entry.path));
        library.loaded.runs.retain(|entry| files.contains(&entry.path));
        library.loaded.files = counted;
        Ok(library)
    }

    /// By level, then by id.
    pub fn scenarios(&self) -> &[Entry] {
        &self.loaded.scenarios
    }

    /// Every golden run with the scenario that it belongs to.
    pub fn runs(&self) -> impl Iterator<Item = (&Arc<Scenario>, &Run)> {
        self.loaded.runs.iter().flat_map(|entry| entry.runs.runs.iter().map(|run| (&entry.scenario, run)))
    }

    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.loaded.diagnostics
    }

    /// How many files there were of each kind, in the order of [`FileKind::ALL`].
    pub fn files(&self) -> [usize; 6] {
        self.loaded.files
    }

    /// The text of a file that a diagnostic names; None where it is no text.
    pub fn text(&self, path: &str) -> Option<&str> {
        let bytes = &self.sources.iter().rev().find(|s| s.path == path)?.bytes;
        std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok()
    }

    /// A scenario by its id, or by the path of its file. A path loads that file with what it refers to from around it.
    pub fn find(&self, scenario: &str) -> Result<Entry, StoreError> {
        if let Some(entry) = self.scenarios().iter().find(|e| e.scenario.id() == scenario) {
            return Ok(entry.clone());
        }
        let path = Path::new(scenario);
        let as_path = scenario.ends_with(".ron") || scenario.contains(['/', '\\']);
        if path.is_file() && as_path {
            return self.find_file(path);
        }
        // As `huashu list` shows where it comes from, though it may be in the executable alone.
        if let Some(entry) = self.scenarios().iter().find(|e| e.path == scenario) {
            return Ok(entry.clone());
        }
        if as_path {
            return Err(StoreError::Missing(path.to_owned()));
        }
        self.refuse(scenario)
    }

    fn find_file(&self, path: &Path) -> Result<Entry, StoreError> {
        let shown = display(path);
        let library = Library::check(&[path.to_owned()], &self.extra)?;
        match library.scenarios().first() {
            Some(entry) => Ok(entry.clone()),
            None => Err(broken(&shown, library.diagnostics())),
        }
    }

    fn refuse(&self, id: &str) -> Result<Entry, StoreError> {
        // It may well be there, but broken.
        let own =
            self.sources.iter().rev().find(|s| FileKind::of(&s.path) == FileKind::Scenario && stem(&s.path) == id);
        if let Some(source) = own {
            return Err(broken(&source.path, self.diagnostics()));
        }
        let known: Vec<&str> = self.scenarios().iter().map(|e| e.scenario.id()).collect();
        Err(StoreError::UnknownScenario {
            id: id.to_owned(),
            nearest: nearest(id, known.iter().copied()).map(str::to_owned),
            known: known.join(", "),
        })
    }
}

fn broken(path: &str, problems: &[Diagnostic]) -> StoreError {
    let errors: Vec<&Diagnostic> = problems.iter().filter(|p| p.is_error()).collect();
    let own = || errors.iter().filter(|p| p.file == path);
    // Where the file itself is sound, what it shares with others is not.
    let first = own().next().or(errors.first()).map(|p| (*p).clone());
    StoreError::BrokenScenario {
        path: path.to_owned(),
        errors: own().count().max(1),
        first: Box::new(first.unwrap_or_else(|| Diagnostic::error(path, "no-scenario"))),
    }
}

/// Files as they are found, with what could not be read.
#[derive(Default)]
struct Found {
    sources: Vec<Source>,
    problems: Vec<Diagnostic>,
}

impl Found {
    /// A scenario folder, or one of its folders of a kind.
    fn add_folder(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.add_files(folder)?;
        for kind in FileKind::ALL {
            if let Some(name) = kind.folder() {
                let inner = folder.join(name);
                if inner.is_dir() {
                    self.add_files(&inner)?;
                }
            }
        }
        Ok(())
    }

    fn add_files(&mut self, folder: &Path) -> Result<(), StoreError> {
        let entries = fs::read_dir(folder).map_err(|source| StoreError::Read { path: folder.to_owned(), source })?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron") && !path.is_dir());
        paths.sort();
        for path in paths {
            self.add_file(&path);
        }
        Ok(())
    }

    fn add_file(&mut self, path: &Path) {
        match read_start(path, LARGEST_FILE) {
            Ok(bytes) => {
                let mut source = Source { path: display(path), bytes };
                // Only a path like `tea.ron` in a folder of a kind needs the folder's real name.
                if path.parent().is_some_and(|p| p.as_os_str().is_empty()) {
                    source.path = in_named_folder(path).unwrap_or(source.path);
                }
                self.sources.push(source);
            }
            Err(error) => {
                let problem = Diagnostic::error(&display(path), "unreadable").with("why", Text::from(&error));
                self.problems.push(problem);
            }
        }
    }

    /// The golden runs of a scenario's file belong to it.
    fn add_runs(&mut self, scenario: &Path) {
        if FileKind::of(&display(scenario)) == FileKind::Scenario
            && let (Some(folder), Some(name)) = (FileKind::Runs.folder(), scenario.file_name())
        {
            let runs = scenario.with_file_name(folder).join(name);
            if runs.is_file() {
                self.add_file(&runs);
            }
        }
    }

    fn load(self) -> Library {
        let mut loaded = scenario::load(&self.sources);
        for problem in loaded.diagnostics.iter_mut().filter(|p| p.code == "too-large") {
            // Only its beginning was read.
            if let Ok(meta) = fs::metadata(&problem.file) {
                *problem = scenario::too_large(&problem.file, meta.len());
            }
        }
        loaded.diagnostics.extend(self.problems);
        loaded.diagnostics.sort();
        Library { loaded, sources: self.sources, extra: Vec::new() }
    }
}

/// `personas/x.ron` for a bare `x.ron` where the working directory is a folder of a kind.
fn in_named_folder(path: &Path) -> Option<String> {
    let folder = std::env::current_dir().ok()?;
    let kind = folder.file_name()?.to_str()?.to_owned();
    let known = FileKind::ALL.into_iter().any(|k| k.folder() == Some(kind.as_str()));
    known.then(|| format!("../{kind}/{}", display(path)))
}

fn name(source: &Source) -> (FileKind, String) {
    (FileKind::of(&source.path), stem(&source.path).to_owned())
}

/// The scenario folder to which a file belongs.
fn root_of(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    kind_folder_root(&folder).unwrap_or(folder)
}

/// The scenario folder around a folder of a kind; None for any other folder.
fn kind_folder_root(folder: &Path) -> Option<PathBuf> {
    let full = folder.canonicalize().ok()?;
    let kind = full.file_name()?.to_str()?;
    FileKind::ALL.into_iter().any(|k| k.folder() == Some(kind)).then(|| folder.join(".."))
}

fn beside_executable() -> Option<PathBuf> {
    let folder = std::env::current_exe().ok()?.parent()?.join("scenarios");
    folder.is_dir().then_some(folder)
}

fn shipped() -> Vec<Source> {
    let mut out = Vec::new();
    let inner = FileKind::ALL.into_iter().filter_map(|kind| SHIPPED.get_dir(kind.folder()?));
    for folder in std::iter::once(&SHIPPED).chain(inner) {
        for file in folder.files().filter(|f| f.path().extension().is_some_and(|ending| ending == "ron")) {
            let path = format!("scenarios/{}", display(file.path()));
            out.push(Source { path, bytes: file.contents().to_owned() });
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}
