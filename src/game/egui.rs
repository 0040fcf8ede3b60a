//! bevy_egui, set up: its camera over the stage, the theme, the input method's window beside the caret.

use bevy::app::{App, Last, PostUpdate, Startup};
use bevy::asset::{AssetEventSystems, Assets};
use bevy::camera::{Camera2d, ClearColor};
use bevy::color::Color;
use bevy::ecs::query::With;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Commands, Local, Query, ResMut};
use bevy::render::view::Msaa;
use bevy::shader::Shader;
use bevy::window::{PrimaryWindow, Window};
use bevy_egui::egui::output::IMEOutput;
use bevy_egui::egui::{Pos2, Rect, Vec2};
use bevy_egui::input::write_egui_wants_input_system;
use bevy_egui::output::process_output_system;
use bevy_egui::render::EGUI_SHADER_HANDLE;
use bevy_egui::{EguiContext, EguiGlobalSettings, EguiOutput, EguiPlugin, EguiPostUpdateSet, PrimaryEguiContext};

use super::theme::{Palette, style};

/// Blends edges without dark rims.
const SHADER: &str = include_str!("egui.wgsl");

pub fn plugin(app: &mut App) {
    app.add_plugins(EguiPlugin::default());
    // New glyphs reach the graphics card in the frame that draws them, not in the next, which may be long in coming.
    app.configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems));
    if let Some(mut shaders) = app.world_mut().get_resource_mut::<Assets<Shader>>() {
        // Where bevy_egui's own cannot be replaced, it still draws.
        let _ = shaders.insert(EGUI_SHADER_HANDLE.id(), Shader::from_wgsl(SHADER, "huashu/egui.wgsl"));
    }
    app.add_systems(Startup, (set_up, dress).chain()).add_systems(Last, reveal).add_systems(
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
///
/// The input method stays allowed when no field is edited: where winit allows it again under X11, it makes a new
/// context and forgets to give it the focus, and then the method is dead until the window has been left once.
fn follow_caret(mut outputs: Query<&mut EguiOutput>) {
    for mut output in &mut outputs {
        let nowhere = Rect::from_min_size(Pos2::ZERO, Vec2::splat(1.0));
        let ime = output.platform_output.ime.get_or_insert(IMEOutput {
            rect: nowhere,
            cursor_rect: nowhere,
            should_interrupt_composition: false,
        });
        // Below the caret: under X11 only this point counts, and the list hangs from it.
        ime.rect = Rect::from_min_size(ime.cursor_rect.left_bottom(), Vec2::splat(1.0));
    }
}

/// The window is shown once its first frames are drawn: nothing flashes, and the input method's context, made by
/// then, gets the focus together with the window.
fn reveal(mut windows: Query<&mut Window, With<PrimaryWindow>>, mut frames: Local<u8>) {
    if *frames < 3 {
        *frames += 1;
        if *frames == 3
            && let Ok(mut window) = windows.single_mut()
        {
            window.visible = true;
        }
    }
}
