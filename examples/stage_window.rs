//! A window with the stage and sliders for every feeling: `cargo run --example stage_window`.

use std::time::Duration;

use bevy::DefaultPlugins;
use bevy::app::{App, Update};
use bevy::camera::{Camera, Camera2d, ClearColorConfig};
use bevy::ecs::change_detection::DetectChangesMut;
use bevy::math::Rect;
use bevy::prelude::{Commands, IntoScheduleConfigs, Res, ResMut, Result, Startup};
use bevy::render::view::Msaa;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiContexts, EguiGlobalSettings, EguiPlugin, EguiPrimaryContextPass, PrimaryEguiContext, egui};
use huashu::game::stage::{self, Leaving, StageActivity, StageView};
use huashu::scenario::format::{Gender, Place};

fn main() {
    App::new()
        .add_plugins((DefaultPlugins, EguiPlugin::default(), stage::plugin))
        .insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..EguiGlobalSettings::default() })
        .insert_resource(WinitSettings::desktop_app())
        .add_systems(Startup, set_up)
        .add_systems(EguiPrimaryContextPass, panels)
        .add_systems(Update, rest.after(stage::ActorMoves))
        .run();
}

fn set_up(mut commands: Commands) {
    commands.spawn((
        PrimaryEguiContext,
        Camera2d,
        if std::env::var_os("OFF").is_some() { Msaa::Off } else { Msaa::Sample4 },
        Camera { order: 1, clear_color: if std::env::var_os("OFF").is_some() { ClearColorConfig::Custom(bevy::color::Color::NONE) } else { ClearColorConfig::None }, ..Camera::default() },
    ));
}

/// Sleeps until the stage wants to be drawn again.
fn rest(activity: Res<StageActivity>, mut winit: ResMut<WinitSettings>) {
    let wait = activity.wait().unwrap_or(Duration::from_secs(60));
    winit.focused_mode = UpdateMode::reactive_low_power(wait);
    winit.unfocused_mode = UpdateMode::reactive_low_power(wait);
}

fn panels(mut contexts: EguiContexts, mut view: ResMut<StageView>) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let mut next = view.clone();
    let paper = egui::Frame::new().fill(egui::Color32::from_rgb(0xF5, 0xF0, 0xE6)).inner_margin(16);
    let mut root =
        egui::Ui::new(context.clone(), "root".into(), egui::UiBuilder::new().max_rect(context.content_rect()));
    egui::Panel::right("feelings").frame(paper).min_size(320.0).show(&mut root, |ui| {
        ui.add(egui::Slider::new(&mut next.mood, -1.0..=1.0).text("mood"));
        ui.add(egui::Slider::new(&mut next.patience, 0.0..=1.0).text("patience"));
        ui.add(egui::Slider::new(&mut next.interest, 0.0..=1.0).text("interest"));
        ui.add(egui::Slider::new(&mut next.figure.age, 16..=90).text("age"));
        ui.checkbox(&mut next.talking, "talking");
        ui.checkbox(&mut next.typing, "typing");
        ui.checkbox(&mut next.glad, "glad");
        ui.checkbox(&mut next.figure.glasses, "glasses");
        ui.checkbox(&mut next.reduced_motion, "reduced motion");
        ui.checkbox(&mut next.dark, "dark");
        for (leaving, name) in
            [(Leaving::Stays, "stays"), (Leaving::TurnsAway, "turns away"), (Leaving::WalksOff, "walks off")]
        {
            ui.radio_value(&mut next.left, leaving, name);
        }
        for (place, name) in [(Place::Home, "home"), (Place::Desk, "desk"), (Place::Counter, "counter")] {
            ui.radio_value(&mut next.figure.place, place, name);
        }
        for (gender, name) in [(Gender::Woman, "woman"), (Gender::Man, "man")] {
            ui.radio_value(&mut next.figure.gender, gender, name);
        }
        ui.text_edit_singleline(&mut next.figure.hair);
        ui.text_edit_singleline(&mut next.figure.clothes);
    });
    let hole = root.available_rect_before_wrap().shrink(16.0);
    next.rect = Some(Rect::new(hole.min.x, hole.min.y, hole.min.x + 300.0, hole.min.y + 340.0));
    view.set_if_neq(next);
    Ok(())
}
