//! Draws the stage into PNG files, without a window: `cargo run --example stage -- FOLDER [WORD…]`.
//!
//! Each picture is one person in one place in one mood; words choose those whose names contain one of them.

use std::path::PathBuf;

use bevy::DefaultPlugins;
use bevy::app::{App, ScheduleRunnerPlugin};
use bevy::asset::{Assets, RenderAssetUsages};
use bevy::camera::RenderTarget;
use bevy::image::Image;
use bevy::math::Rect;
use bevy::prelude::{Component, Entity, PluginGroup, With};
use bevy::render::render_resource::{TextureFormat, TextureUsages};
use bevy::render::view::screenshot::{Screenshot, save_to_disk};
use bevy::window::{ExitCondition, WindowPlugin};
use bevy::winit::WinitPlugin;
use huashu::game::stage::{self, Leaving, StageCamera, StageView};
use huashu::scenario::format::{Figure, Gender, Place};

/// Marks the screenshot under way.
#[derive(Component)]
struct Shot;

/// Sets one view in its mood.
type Feel = fn(&mut StageView);

const MOODS: [(&str, Feel); 8] = [
    ("calm", |_| {}),
    ("pleased", |v| (v.mood, v.interest) = (0.7, 0.6)),
    ("glad", |v| (v.mood, v.glad) = (0.8, true)),
    ("worried", |v| (v.mood, v.patience) = (-0.4, 0.5)),
    ("pressed", |v| (v.mood, v.patience) = (-0.55, 0.08)),
    ("furious", |v| (v.mood, v.patience) = (-1.0, 0.1)),
    ("typing", |v| v.typing = true),
    ("turned", |v| (v.mood, v.left) = (-0.6, Leaving::TurnsAway)),
];

fn people() -> Vec<(&'static str, Figure)> {
    let person = |gender, age, hair: &str, clothes: &str, place, glasses| Figure {
        gender,
        age,
        hair: hair.into(),
        clothes: clothes.into(),
        place,
        glasses,
    };
    use Gender::{Man, Woman};
    use Place::{Counter, Desk, Home};
    vec![
        ("lin", Figure::default()),
        ("student", person(Woman, 20, "#3A2A22", "#7FA08F", Home, false)),
        ("clerk", person(Woman, 29, "#2A2220", "#34506F", Desk, true)),
        ("auntie", person(Woman, 54, "#33261F", "#7A4C6B", Counter, false)),
        ("granny", person(Woman, 70, "#3B3431", "#2F6A5A", Home, true)),
        ("lad", person(Man, 21, "#231D1B", "#C08A3A", Home, false)),
        ("manager", person(Man, 40, "#221D1B", "#3B4658", Desk, false)),
        ("teacher", person(Man, 52, "#2C2724", "#6B7B5A", Counter, true)),
        ("grandpa", person(Man, 72, "#4A4542", "#4A4F5A", Counter, false)),
        ("gamer", person(Man, 18, "#4A3428", "#B24E37", Home, true)),
        ("boss", person(Woman, 47, "#2A2320", "#8C2F39", Desk, false)),
        ("dyed", person(Woman, 24, "#8A5236", "#D9A7A0", Counter, false)),
    ]
}

fn main() {
    let mut words = std::env::args().skip(1);
    let Some(folder) = words.next().map(PathBuf::from) else {
        eprintln!("usage: stage FOLDER [WORD…]");
        std::process::exit(2);
    };
    let words: Vec<String> = words.collect();
    let (scale, width, height) = (2.0, 300u32, 340u32);
    let mut app = App::new();
    app.add_plugins((
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: None,
                exit_condition: ExitCondition::DontExit,
                ..WindowPlugin::default()
            })
            .disable::<WinitPlugin>(),
        ScheduleRunnerPlugin::run_once(),
        stage::plugin,
    ));
    app.finish();
    app.cleanup();
    app.update();
    let (w, h) = (width * scale as u32, height * scale as u32);
    let mut picture = Image::new_target_texture(w, h, TextureFormat::Rgba8UnormSrgb, None);
    picture.texture_descriptor.usage |= TextureUsages::COPY_SRC;
    picture.asset_usage = RenderAssetUsages::all();
    let target = app.world_mut().resource_mut::<Assets<Image>>().add(picture);
    let camera = app.world_mut().query_filtered::<Entity, With<StageCamera>>().iter(app.world()).next();
    if let Some(camera) = camera {
        app.world_mut().entity_mut(camera).insert(RenderTarget::Image(target.clone().into()));
    }
    // The first frames compile the pipelines.
    app.insert_resource(StageView { rect: Some(Rect::new(0.0, 0.0, w as f32, h as f32)), ..StageView::default() });
    for _ in 0..20 {
        app.update();
    }
    for dark in [false, true] {
        for (who, figure) in people() {
            for (mood, feel) in MOODS {
                let name = format!("{who}-{mood}{}", if dark { "-dark" } else { "" });
                if !words.is_empty() && !words.iter().any(|word| name.contains(word)) {
                    continue;
                }
                let mut view = StageView {
                    figure: figure.clone(),
                    rect: Some(Rect::new(0.0, 0.0, w as f32, h as f32)),
                    reduced_motion: true,
                    dark,
                    ..StageView::default()
                };
                feel(&mut view);
                app.insert_resource(view);
                for _ in 0..3 {
                    app.update();
                }
                let path = folder.join(format!("{name}.png"));
                app.world_mut().spawn((Shot, Screenshot::image(target.clone()))).observe(save_to_disk(path));
                for _ in 0..40 {
                    app.update();
                    if app.world_mut().query_filtered::<Entity, With<Shot>>().iter(app.world()).next().is_none() {
                        break;
                    }
                }
            }
        }
    }
}
