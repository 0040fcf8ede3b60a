//! All files together: which are sound, what refers to what, and which scenarios can be played.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::parse::{Parsed, short};
use super::{Entry, FileKind, Loaded, RunsEntry, Source, decode, stem};
use crate::diagnostic::{Diagnostic, listed};
use crate::scenario::Scenario;
use crate::scenario::findings::{Part, Report, View};
use crate::scenario::format::{Persona, Phrases, Product, Runs, ScenarioFile, Script};
use crate::scenario::lints::LINTS;
use crate::scenario::source::Route;

/// Loads everything that is sound. A file of a later source replaces an earlier one of the same kind and id.
pub fn load(sources: &[Source]) -> Loaded {
    let mut loaded = Loaded::default();
    let sources = distinct(sources, &mut loaded.diagnostics);
    for (at, kind) in FileKind::ALL.into_iter().enumerate() {
        loaded.files[at] = sources.iter().filter(|s| FileKind::of(&s.path) == kind).count();
    }
    let problems = &mut loaded.diagnostics;
    let shelves = Shelves {
        personas: Shelf::fill(&sources, problems),
        products: Shelf::fill(&sources, problems),
        scripts: Shelf::fill(&sources, problems),
        phrases: Shelf::fill(&sources, problems),
    };
    let files: Shelf<'_, ScenarioFile> = Shelf::fill(&sources, problems);
    for (file, parsed) in files.sound.values() {
        if let Some(scenario) = shelves.resolve(file, parsed, problems) {
            loaded.scenarios.push(Entry { path: parsed.path.to_owned(), scenario: Arc::new(scenario) });
        }
    }
    // What a file with other mistakes refers to is looked at all the same: all is told in one go.
    for (file, parsed) in &files.flawed {
        shelves.resolve(file, parsed, problems);
    }
    loaded.scenarios.sort_by(|a, b| {
        let key = |e: &Entry| (e.scenario.file.level, e.scenario.file.id.clone());
        key(a).cmp(&key(b))
    });
    let known: Vec<&str> = files.sound.keys().chain(files.broken.keys()).map(String::as_str).collect();
    for (runs, parsed) in Shelf::<Runs>::fill(&sources, problems).sound.values() {
        let id = runs.id.as_str();
        match loaded.scenarios.iter().find(|e| e.scenario.id() == id) {
            Some(entry) => loaded.runs.push(RunsEntry {
                path: parsed.path.to_owned(),
                scenario: entry.scenario.clone(),
                runs: runs.clone(),
            }),
            // A scenario that is there but broken has been complained of already.
            None if known.contains(&id) => {}
            None => {
                let problem = Diagnostic::error(parsed.path, "unknown-id").helped(listed(id, known.iter().copied()));
                let problem = problem.with("kind", FileKind::Scenario.name()).with("id", short(id));
                problems.push(parsed.at(problem, &parsed.tree.find(&Route::new("id"))));
            }
        }
    }
    // A script that several scenarios use is looked at with each of them.
    loaded.diagnostics.sort();
    loaded.diagnostics.dedup();
    loaded
}

/// Leaves out files that were found twice with the same content; says where one replaces another.
fn distinct<'a>(sources: &'a [Source], problems: &mut Vec<Diagnostic>) -> Vec<&'a Source> {
    let mut latest: BTreeMap<(FileKind, &str), &Source> = BTreeMap::new();
    let mut kept = Vec::new();
    for source in sources {
        let name = (FileKind::of(&source.path), stem(&source.path));
        match latest.get(&name) {
            Some(earlier) if earlier.bytes == source.bytes => continue,
            Some(earlier) => problems.push(
                Diagnostic::warning(&source.path, "replaces")
                    .with("kind", name.0.name())
                    .with("id", short(name.1))
                    .with("earlier", earlier.path.as_str()),
            ),
            None => {}
        }
        latest.insert(name, source);
        kept.push(source);
    }
    kept
}

/// A kind of file, as it is read.
trait Document: DeserializeOwned {
    const KIND: FileKind;
    fn id(&self) -> &str;
    fn view(&self) -> View<'_>;
}

macro_rules! documents {
    ($($kind:ident => $type:ty),* $(,)?) => {
        $(impl Document for $type {
            const KIND: FileKind = FileKind::$kind;
            fn id(&self) -> &str {
                &self.id
            }
            fn view(&self) -> View<'_> {
                View::$kind(self)
            }
        })*
    };
}

documents![
    Persona => Persona,
    Product => Product,
    Script => Script,
    Phrases => Phrases,
    Scenario => ScenarioFile,
    Runs => Runs,
];

/// The files of one kind, by id.
struct Shelf<'a, T> {
    sound: BTreeMap<String, (T, Parsed<'a>)>,
    /// Files that could be read, but break a rule.
    flawed: Vec<(T, Parsed<'a>)>,
    /// Paths of files that can't be used, the flawed ones among them, by stem.
    broken: BTreeMap<String, String>,
}

impl<'a, T: Document> Shelf<'a, T> {
    fn fill(sources: &[&'a Source], problems: &mut Vec<Diagnostic>) -> Self {
        let mut shelf = Self { sound: BTreeMap::new(), flawed: Vec::new(), broken: BTreeMap::new() };
        for source in sources.iter().filter(|s| FileKind::of(&s.path) == T::KIND) {
            let before = problems.len();
            let file = read::<T>(source, problems);
            let sound = problems[before..].iter().all(|p| !p.is_error());
            match file {
                Some((value, parsed)) if sound => {
                    shelf.sound.insert(value.id().to_owned(), (value, parsed));
                }
                file => {
                    shelf.broken.insert(stem(&source.path).to_owned(), source.path.clone());
                    shelf.flawed.extend(file);
                }
            }
        }
        shelf
    }
}

fn read<'a, T: Document>(source: &'a Source, problems: &mut Vec<Diagnostic>) -> Option<(T, Parsed<'a>)> {
    let parsed = decode(source).and_then(|text| Parsed::new(&source.path, text));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(problem) => {
            problems.push(*problem);
            return None;
        }
    };
    let value: T = parsed.value(problems)?;
    let name = stem(&source.path);
    if value.id() != name {
        let problem = Diagnostic::error(&source.path, "id-not-stem").with("id", short(value.id())).with("stem", name);
        problems.push(parsed.at(problem, &parsed.tree.find(&Route::new("id"))));
    }
    problems.extend(findings(&value.view(), |_| Some(&parsed)));
    Some((value, parsed))
}

/// What the lints say of a view, at its places in the files.
fn findings<'p, 't: 'p>(view: &View<'_>, file: impl Fn(Part) -> Option<&'p Parsed<'t>>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for lint in LINTS {
        let mut report = Report::new(lint, view.part());
        (lint.check)(view, &mut report);
        for finding in report.into_findings() {
            let Some(parsed) = file(finding.part) else { continue };
            let span = parsed.tree.find(&finding.route);
            out.push(parsed.at(finding.into_diagnostic(parsed.path), &span));
        }
    }
    out
}

struct Shelves<'a> {
    personas: Shelf<'a, Persona>,
    products: Shelf<'a, Product>,
    scripts: Shelf<'a, Script>,
    phrases: Shelf<'a, Phrases>,
}

impl<'a> Shelves<'a> {
    /// The scenario with all it refers to; None where something of it is missing or wrong.
    fn resolve(&self, file: &ScenarioFile, at: &Parsed<'a>, problems: &mut Vec<Diagnostic>) -> Option<Scenario> {
        let persona = refer(&self.personas, &file.persona, file, at, problems);
        let product = refer(&self.products, &file.product, file, at, problems);
        let script = refer(&self.scripts, &file.script, file, at, problems);
        let phrases = file.phrases.as_ref().map(|id| refer(&self.phrases, id, file, at, problems));
        let (persona, product, script) = (persona?, product?, script?);
        let phrases = match phrases {
            Some(found) => Some(found?),
            None => None,
        };
        let scenario = Scenario {
            file: file.clone(),
            persona: persona.0.clone(),
            product: product.0.clone(),
            script: script.0.clone(),
            phrases: phrases.map(|p| p.0.clone()),
        };
        let found = findings(&View::Whole(&scenario), |part| match part {
            Part::Scenario => Some(at),
            Part::Persona => Some(&persona.1),
            Part::Product => Some(&product.1),
            Part::Script => Some(&script.1),
            Part::Phrases => phrases.map(|p| &p.1),
            Part::Runs => None,
        });
        let sound = found.iter().all(|p| !p.is_error());
        problems.extend(found);
        sound.then_some(scenario)
    }
}

/// What a scenario refers to by id; where it can't be had, why.
fn refer<'s, 'a, T: Document>(
    shelf: &'s Shelf<'a, T>,
    id: &str,
    file: &ScenarioFile,
    at: &Parsed<'a>,
    problems: &mut Vec<Diagnostic>,
) -> Option<&'s (T, Parsed<'a>)> {
    if let Some(found) = shelf.sound.get(id) {
        return Some(found);
    }
    let problem = if let Some(path) = shelf.broken.get(id) {
        Diagnostic::error(at.path, "broken-reference").with("path", path.as_str())
    } else if id == file.id {
        Diagnostic::error(at.path, "self-reference")
    } else {
        let known = shelf.sound.keys().chain(shelf.broken.keys()).map(String::as_str);
        Diagnostic::error(at.path, "unknown-id").helped(listed(id, known))
    };
    let problem = problem.with("kind", T::KIND.name()).with("id", short(id));
    problems.push(at.at(problem, &at.tree.find(&Route::new(T::KIND.id()))));
    None
}
