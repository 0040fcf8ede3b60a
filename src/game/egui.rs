//! bevy_egui, set up: its camera over the stage, the theme, the input method's window beside the caret.

use bevy::app::{App, PostUpdate, Startup};
use bevy::asset::Assets;
use bevy::camera::{Camera2d, ClearColor};
use bevy::color::Color;
use bevy::ecs::query::With;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Commands, Query, ResMut};
use bevy::render::view::Msaa;
use bevy::shader::Shader;
use bevy_egui::input::write_egui_wants_input_system;
use bevy_egui::output::process_output_system;
use bevy_egui::render::EGUI_SHADER_HANDLE;
use bevy_egui::{EguiContext, EguiGlobalSettings, EguiOutput, EguiPlugin, PrimaryEguiContext};

use super::theme::{Palette, style};

/// Blends edges without dark rims.
const SHADER: &str = include_str!("egui.wgsl");

pub fn plugin(app: &mut App) {
    app.add_plugins(EguiPlugin::default());
    if let Some(mut shaders) = app.world_mut().get_resource_mut::<Assets<Shader>>() {
        // Where bevy_egui's own cannot be replaced, it still draws.
        let _ = shaders.insert(EGUI_SHADER_HANDLE.id(), Shader::from_wgsl(SHADER, "huashu/egui.wgsl"));
    }
    app.add_systems(Startup, (set_up, dress).chain()).add_systems(
        PostUpdate,
        follow_caret
            .after(process_output_system)
            .after(write_egui_wants_input_system)
            .before(bevy_egui::input::process_ime_system),
    );
}

/// The ground of the window, by day or by night.
pub fn ground(dark: bool) -> ClearColor {
    let paper = Palette::by_mode(dark).paper;
    ClearColor(Color::srgb_u8(paper.r(), paper.g(), paper.b()))
}

/// A camera of its own for the whole window.
fn set_up(mut commands: Commands, mut settings: ResMut<EguiGlobalSettings>) {
    settings.auto_create_primary_context = false;
    commands.spawn((
        Camera2d,
        // egui smooths its own edges.
        Msaa::Off,
        PrimaryEguiContext,
    ));
}

fn dress(mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>) {
    for mut context in &mut contexts {
        style::install(context.get_mut(), false);
    }
}

/// bevy_egui puts the list of candidates at the corner of the text field, over the text: it belongs at the caret.
fn follow_caret(mut outputs: Query<&mut EguiOutput>) {
    for mut output in &mut outputs {
        if let Some(ime) = &mut output.platform_output.ime {
            ime.rect = ime.cursor_rect;
        }
    }
}
