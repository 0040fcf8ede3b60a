//! Whether a window can be had, found out before Bevy starts, for it ends with a panic where none can.

use bevy::render::settings::Backends;
use bevy::tasks::block_on;

use crate::i18n::Text;

/// What is missing for a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No display that can be connected to.
    Display,
    /// No driver for the graphics interface that the game draws with.
    Adapter,
}

impl Missing {
    /// What is missing, and what would help.
    pub fn text(self) -> Text {
        Text::new(match self {
            Missing::Display => "game-missing-display",
            Missing::Adapter => "game-missing-adapter",
        })
    }
}

/// The graphics interfaces that the game draws with. OpenGL is none of them: its surfaces fail.
pub fn backends() -> Backends {
    if cfg!(target_os = "linux") { Backends::VULKAN } else { Backends::PRIMARY }
}

/// Looks for a display, then for an adapter; takes some tens of ms.
///
/// # Errors
/// Names the first of the two that is missing.
pub fn probe() -> Result<(), Missing> {
    if !has_display() {
        return Err(Missing::Display);
    }
    if !has_adapter() {
        return Err(Missing::Adapter);
    }
    Ok(())
}

fn has_adapter() -> bool {
    let mut wanted = wgpu::InstanceDescriptor::new_without_display_handle();
    wanted.backends = backends();
    let instance = wgpu::Instance::new(wanted);
    !block_on(instance.enumerate_adapters(backends())).is_empty()
}

#[cfg(target_os = "linux")]
fn has_display() -> bool {
    // The window library takes Wayland where its variable is set, and looks no further.
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if set("WAYLAND_SOCKET").is_some() {
        return true;
    }
    match set("WAYLAND_DISPLAY") {
        Some(name) => wayland_answers(std::path::Path::new(&name)),
        None => set("DISPLAY").is_some() && x11rb::connect(None).is_ok(),
    }
}

#[cfg(target_os = "linux")]
fn wayland_answers(name: &std::path::Path) -> bool {
    // A relative name stands in the runtime folder.
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(std::path::PathBuf::from).unwrap_or_default();
    std::os::unix::net::UnixStream::connect(folder.join(name)).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn has_display() -> bool {
    true
}
