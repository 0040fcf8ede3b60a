//! The app: Bevy's plugins as the game needs them, then the game's own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use bevy::DefaultPlugins;
use bevy::app::{App, AppExit, PluginGroup};
use bevy::log::LogPlugin;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::window::{PresentMode, Window, WindowPlugin, WindowResizeConstraints, WindowResolution};

use super::hall::Hall;
use super::probe::{self, Missing};
use super::{bridge, egui, fit, keyboard, pace, picture, screens, stage, talk};
use crate::analysis::Analyser;
use crate::i18n::{Locale, Text};
use crate::store::{Library, Saves, StoreError};

/// How the game is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Folders with scenarios besides the shipped ones.
    pub scenarios: Vec<PathBuf>,
    pub analyser: Analyser,
    /// What to say at the start: something did not go as asked.
    pub notice: Option<Text>,
}

/// Why the game did not run.
#[derive(Debug)]
pub enum Refusal {
    /// No window can be had.
    NoWindow(Missing),
    /// What it works with cannot be opened.
    Store(StoreError),
    /// It ended with an error.
    Failed,
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Refusal::Store(error)
    }
}

impl From<Refusal> for Text {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoWindow(missing) => missing.text(),
            Refusal::Store(error) => Text::from(error),
            Refusal::Failed => Text::new("game-failed"),
        }
    }
}

/// Opens the window and plays until it is closed.
///
/// # Errors
/// Where no window can be had, a folder cannot be read, or the game ends with an error.
pub fn run(options: Options) -> Result<(), Refusal> {
    probe::probe().map_err(Refusal::NoWindow)?;
    let locale = Locale::from_environment();
    let mut hall = Hall::open(locale, Library::open(&options.scenarios)?, Saves::open()?, options.analyser);
    hall.notice = options.notice;
    let Some(mut app) = quietly(|| build(locale)) else {
        // A display that answers and yet gives no window: a library of the window system is missing.
        return Err(Refusal::NoWindow(Missing::Display));
    };
    app.insert_resource(hall);
    match app.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(_) => Err(Refusal::Failed),
    }
}

/// What `make` returns; None where it panics, without the panic's own words.
fn quietly<T>(make: impl FnOnce() -> T) -> Option<T> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let made = catch_unwind(AssertUnwindSafe(make)).ok();
    std::panic::set_hook(hook);
    made
}

fn build(locale: Locale) -> App {
    let window = Window {
        title: locale.tr("app-name"),
        name: Some("huashu".into()),
        resolution: WindowResolution::new(1280, 800),
        resize_constraints: WindowResizeConstraints { min_width: 960.0, min_height: 640.0, ..Default::default() },
        present_mode: PresentMode::AutoVsync,
        visible: false,
        ..Window::default()
    };
    let settings = WgpuSettings { backends: Some(probe::backends()), ..WgpuSettings::default() };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), ..WindowPlugin::default() })
        .set(RenderPlugin { render_creation: RenderCreation::Automatic(Box::new(settings)), ..RenderPlugin::default() })
        .set(LogPlugin { filter: "error,huashu=info".into(), ..LogPlugin::default() });
    let mut app = App::new();
    app.insert_resource(egui::ground(false));
    app.add_plugins(plugins);
    app.add_plugins((egui::plugin, fit::plugin, keyboard::plugin, pace::plugin, picture::plugin));
    app.add_plugins((bridge::plugin, talk::plugin, screens::plugin, stage::plugin));
    app
}
