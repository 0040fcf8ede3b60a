//! What a file is, by where it stands.

use crate::i18n::Text;

/// The kinds of files in a scenario folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    Persona,
    Product,
    Script,
    Phrases,
    Scenario,
    /// Golden runs of a scenario, which nothing refers to.
    Runs,
}

impl FileKind {
    pub const ALL: [FileKind; 6] =
        [FileKind::Persona, FileKind::Product, FileKind::Script, FileKind::Phrases, FileKind::Scenario, FileKind::Runs];

    /// The folder that files of this kind stand in; scenarios stand at the top.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            FileKind::Persona => Some("personas"),
            FileKind::Product => Some("products"),
            FileKind::Script => Some("scripts"),
            FileKind::Phrases => Some("phrases"),
            FileKind::Runs => Some("runs"),
            FileKind::Scenario => None,
        }
    }

    /// The kind of the file at this path.
    pub fn of(path: &str) -> Self {
        let folder = path.rsplit('/').nth(1);
        Self::ALL.into_iter().find(|k| k.folder().is_some() && k.folder() == folder).unwrap_or(FileKind::Scenario)
    }

    /// The field of a scenario that refers to files of this kind, and the end of the name's Fluent id.
    pub fn id(self) -> &'static str {
        match self {
            FileKind::Persona => "persona",
            FileKind::Product => "product",
            FileKind::Script => "script",
            FileKind::Phrases => "phrases",
            FileKind::Scenario => "scenario",
            FileKind::Runs => "runs",
        }
    }

    pub fn name(self) -> Text {
        Text::new(format!("diag-kind-{}", self.id()))
    }
}

/// The file's name without folder and ending: its id.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".ron").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_tells_the_kind() {
        for (path, kind, id) in [
            ("scenarios/personas/impatient.ron", FileKind::Persona, "impatient"),
            ("products/tea.ron", FileKind::Product, "tea"),
            ("tea.ron", FileKind::Scenario, "tea"),
            ("a/personas/b/tea.v2.ron", FileKind::Scenario, "tea.v2"),
        ] {
            assert_eq!((FileKind::of(path), stem(path)), (kind, id), "{path}");
        }
    }
}
