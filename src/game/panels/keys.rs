//! Keys that belong to a panel before any widget sees them.

use bevy_egui::egui::{Event, Key, Modifiers, Ui};

/// Takes every press of `key` whose modifiers fit out of this frame's input; true where there was one.
pub fn take(ui: &Ui, key: Key, fits: impl Fn(Modifiers) -> bool) -> bool {
    ui.input_mut(|input| {
        let mut found = false;
        input.events.retain(|event| {
            let hit = matches!(event, Event::Key { key: k, pressed: true, modifiers, .. }
                if *k == key && fits(*modifiers));
            found |= hit;
            !hit
        });
        found
    })
}

/// The same for a key without any modifier.
pub fn take_plain(ui: &Ui, key: Key) -> bool {
    take(ui, key, |modifiers| modifiers.is_none())
}

/// True where no widget has the keyboard, so that a panel may use plain keys for itself.
pub fn are_free(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none())
}
