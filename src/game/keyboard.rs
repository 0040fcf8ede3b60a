//! Keys for egui, each with the modifiers of its own moment.
//!
//! bevy_egui gives every key of a frame the modifiers that hold at the end of it. Where frames are long, a quick
//! Shift+Enter becomes Enter and Ctrl+V a letter; so its system is switched off and this one takes its place.

use bevy::app::{App, PreUpdate};
use bevy::ecs::entity::Entity;
use bevy::ecs::message::{MessageReader, MessageWriter};
use bevy::ecs::query::With;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Local, Query, ResMut};
use bevy::input::keyboard::{Key, KeyboardFocusLost, KeyboardInput};
use bevy_egui::egui::{self, Event, Modifiers};
use bevy_egui::helpers::{bevy_to_egui_key, bevy_to_egui_physical_key};
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{EguiClipboard, EguiGlobalSettings, EguiInputSet, PrimaryEguiContext};

pub fn plugin(app: &mut App) {
    if let Some(mut settings) = app.world_mut().get_resource_mut::<EguiGlobalSettings>() {
        settings.input_system_settings.run_write_keyboard_input_messages_system = false;
    }
    app.add_systems(PreUpdate, hand_on.in_set(EguiInputSet::ReadBevyMessages));
}

fn hand_on(
    mut keys: MessageReader<KeyboardInput>,
    mut lost: MessageReader<KeyboardFocusLost>,
    mut held: Local<Held>,
    mut clipboard: ResMut<EguiClipboard>,
    contexts: Query<Entity, With<PrimaryEguiContext>>,
    mut events: MessageWriter<EguiInputEvent>,
) {
    if lost.read().count() > 0 {
        *held = Held::default();
    }
    let Ok(context) = contexts.single() else {
        keys.clear();
        return;
    };
    for key in keys.read() {
        let mut paste = || clipboard.get_text();
        for event in held.translate(key, &mut paste) {
            events.write(EguiInputEvent { context, event });
        }
    }
}

/// The modifiers that are held down.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    shift: bool,
    ctrl: bool,
    alt: bool,
    meta: bool,
}

impl Held {
    fn translate(&mut self, input: &KeyboardInput, paste: &mut dyn FnMut() -> Option<String>) -> Vec<Event> {
        let pressed = input.state.is_pressed();
        match input.logical_key {
            Key::Shift => self.shift = pressed,
            Key::Control => self.ctrl = pressed,
            Key::Alt => self.alt = pressed,
            Key::Super | Key::Meta => self.meta = pressed,
            _ => {}
        }
        let modifiers = self.modifiers();
        let mut events = Vec::new();
        // Ctrl and Alt together are AltGr, which writes signs.
        let writes = !self.meta && (!self.ctrl || (self.alt && !cfg!(target_os = "macos")));
        if pressed && writes {
            let text = match &input.logical_key {
                Key::Character(text) if !text.contains(char::is_control) => Some(text.to_string()),
                Key::Space => Some(" ".to_owned()),
                _ => None,
            };
            events.extend(text.map(Event::Text));
        }
        let physical_key = bevy_to_egui_physical_key(&input.key_code);
        // Keyboards without Latin letters have their shortcuts where the letters would be.
        let Some(key) = bevy_to_egui_key(&input.logical_key).or(physical_key) else { return events };
        events.push(Event::Key { key, physical_key, pressed, repeat: input.repeat, modifiers });
        if pressed && modifiers.command && !modifiers.alt {
            events.extend(match key {
                egui::Key::C => Some(Event::Copy),
                egui::Key::X => Some(Event::Cut),
                egui::Key::V => paste().map(|text| Event::Paste(text.replace("\r\n", "\n"))),
                _ => None,
            });
        }
        events
    }

    fn modifiers(self) -> Modifiers {
        let macos = cfg!(target_os = "macos");
        Modifiers {
            alt: self.alt,
            ctrl: self.ctrl,
            shift: self.shift,
            mac_cmd: macos && self.meta,
            command: if macos { self.meta } else { self.ctrl },
        }
    }
}

#[cfg(test)]
mod tests {
    use bevy::input::ButtonState;
    use bevy::input::keyboard::KeyCode;

    use super::*;

    fn typed(keys: &[(Key, KeyCode, bool)]) -> Vec<Event> {
        let mut held = Held::default();
        let translate = |(logical_key, key_code, down): &(Key, KeyCode, bool)| {
            let input = KeyboardInput {
                key_code: *key_code,
                logical_key: logical_key.clone(),
                state: if *down { ButtonState::Pressed } else { ButtonState::Released },
                text: None,
                repeat: false,
                window: Entity::PLACEHOLDER,
            };
            held.translate(&input, &mut || Some("贴\r\n上".into()))
        };
        keys.iter().flat_map(translate).collect()
    }

    #[test]
    fn a_chord_within_one_frame_keeps_its_modifiers() {
        let control = |down| (Key::Control, KeyCode::ControlLeft, down);
        let v = |down| (Key::Character("v".into()), KeyCode::KeyV, down);
        let pasted = typed(&[control(true), v(true), v(false), control(false), v(true)]);
        let texts: Vec<&Event> = pasted.iter().filter(|e| !matches!(e, Event::Key { .. })).collect();
        assert_eq!(texts, [&Event::Paste("贴\n上".into()), &Event::Text("v".into())]);

        let shift = |down| (Key::Shift, KeyCode::ShiftLeft, down);
        let enter = (Key::Enter, KeyCode::Enter, true);
        let broken = typed(&[shift(true), enter.clone(), shift(false), enter]);
        let shifts: Vec<bool> = (broken.iter())
            .filter_map(|e| match e {
                Event::Key { key: egui::Key::Enter, modifiers, .. } => Some(modifiers.shift),
                _ => None,
            })
            .collect();
        assert_eq!(shifts, [true, false]);
    }
}
