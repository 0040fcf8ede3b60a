//! Texts for people: a message id with its arguments, rendered from the bundled Fluent files.

use std::fmt::Write as _;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// A message by id, with arguments; what the core returns wherever a person will read something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Text {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
}

/// An argument of a [`Text`]: a string as it is, a number (so that Fluent can choose a plural), or
/// another message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Arg {
    Str(String),
    Num(i64),
    Text(Box<Text>),
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Arg::Str(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Arg::Str(value)
    }
}

impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Arg::Num(value)
    }
}

impl From<Text> for Arg {
    fn from(value: Text) -> Self {
        Arg::Text(Box::new(value))
    }
}

impl Text {
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// Adds an argument, to be read in the Fluent file as `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }
}

/// The languages that are bundled. The first is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Locale {
    #[default]
    ZhCn,
    En,
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::ZhCn, Locale::En];

    /// The BCP 47 tag, which is also the folder of the Fluent files.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhCn => "zh-CN",
            Locale::En => "en",
        }
    }

    /// The locale whose tag starts like `tag` (`en_US.UTF-8` → en); None where there is none.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|l| l.tag().split('-').next() == Some(language.as_str()))
    }

    /// The language that `HUASHU_LANG` asks for; Chinese where it asks for none that is bundled.
    pub fn from_environment() -> Self {
        std::env::var("HUASHU_LANG").ok().and_then(|tag| Self::from_tag(&tag)).unwrap_or_default()
    }

    /// The text in this language; a missing message shows its id, which `tests/tidy.rs` catches.
    pub fn render(self, text: &Text) -> String {
        let bundle = match self {
            Locale::ZhCn => &*ZH_CN,
            Locale::En => &*EN,
        };
        let Some(pattern) = bundle.get_message(&text.id).and_then(|m| m.value()) else {
            return missing(text);
        };
        let mut args = FluentArgs::new();
        for (name, value) in &text.args {
            let value = match value {
                Arg::Str(s) => FluentValue::from(s.as_str()),
                Arg::Num(n) => FluentValue::from(*n),
                Arg::Text(t) => FluentValue::from(self.render(t)),
            };
            args.set(name.as_str(), value);
        }
        let mut problems = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut problems).into_owned()
    }

    /// A message without arguments.
    pub fn tr(self, id: &str) -> String {
        self.render(&Text::new(id))
    }

    /// True where the message exists; for ids that are put together from data (labels, rules).
    pub fn has(self, id: &str) -> bool {
        match self {
            Locale::ZhCn => ZH_CN.has_message(id),
            Locale::En => EN.has_message(id),
        }
    }
}

fn missing(text: &Text) -> String {
    let mut out = text.id.clone();
    for (name, value) in &text.args {
        let _ = write!(out, " {name}={value:?}");
    }
    out
}

static ZH_CN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::ZhCn));
static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::En));

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Chinese text is shown in fixed places: direction isolation marks would be drawn as boxes.
    bundle.set_use_isolating(false);
    if let Some(folder) = LOCALES.get_dir(locale.tag()) {
        let mut files: Vec<_> = folder.files().collect();
        files.sort_by_key(|f| f.path());
        for file in files {
            let source = file.contents_utf8().unwrap_or_default().to_owned();
            // A file with a syntax error still gives its sound messages; tests/tidy.rs reports the error.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(sound, _)| sound);
            bundle.add_resource_overriding(resource);
        }
    }
    bundle
}

/// Every message id of a locale, with the file it stands in and the syntax errors found there.
pub fn catalogue(locale: Locale) -> (Vec<(String, String)>, Vec<String>) {
    let mut ids = Vec::new();
    let mut errors = Vec::new();
    let Some(folder) = LOCALES.get_dir(locale.tag()) else { return (ids, errors) };
    for file in folder.files() {
        let name = file.path().file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let source = file.contents_utf8().unwrap_or_default();
        if let Err((_, problems)) = FluentResource::try_new(source.to_owned()) {
            errors.extend(problems.iter().map(|p| format!("{name}: {p}")));
        }
        for line in source.lines() {
            let id: String = line.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
            if !id.is_empty() && line[id.len()..].trim_start().starts_with('=') {
                ids.push((id, name.clone()));
            }
        }
    }
    ids.sort();
    (ids, errors)
}
