//! The stage as a plugin, without a window and without a graphics card.
#![cfg(feature = "game")]

use std::time::Duration;

use bevy::MinimalPlugins;
use bevy::app::App;
use bevy::asset::{AssetApp, AssetEvent, AssetPlugin};
use bevy::camera::Camera;
use bevy::math::Rect;
use bevy::mesh::{Mesh, Mesh2d};
use bevy::prelude::{Messages, With};
use bevy::sprite_render::ColorMaterial;
use huashu::game::stage::{self, Layer, Leaving, StageActivity, StageCamera, StageView};
use huashu::scenario::format::{Figure, Place};

fn app() -> App {
    let mut app = App::new();
    app.add_plugins((MinimalPlugins, AssetPlugin::default()))
        .init_asset::<Mesh>()
        .init_asset::<ColorMaterial>()
        .add_plugins(stage::plugin);
    app.update();
    app
}

fn show(app: &mut App, change: impl FnOnce(&mut StageView)) {
    let mut view = app.world_mut().resource_mut::<StageView>();
    view.rect = Some(Rect::new(16.0, 72.0, 316.0, 412.0));
    change(&mut view);
}

/// Runs frames of a tenth of a second until the stage is at rest; how many it took.
fn settle(app: &mut App) -> usize {
    for frame in 0..80 {
        std::thread::sleep(Duration::from_millis(20));
        app.update();
        let wait = app.world().resource::<StageActivity>().wait();
        if wait.is_none_or(|wait| wait > Duration::from_millis(40)) {
            return frame;
        }
    }
    panic!("the stage never comes to rest");
}

/// How many meshes were made or changed since the last call.
fn built(app: &mut App) -> usize {
    let mut events = app.world_mut().resource_mut::<Messages<AssetEvent<Mesh>>>();
    events.drain().filter(|e| matches!(e, AssetEvent::Added { .. } | AssetEvent::Modified { .. })).count()
}

#[test]
fn a_hidden_stage_neither_draws_nor_moves() {
    let mut app = app();
    app.update();
    assert_eq!(app.world().resource::<StageActivity>().wait(), None);
    assert_eq!(built(&mut app), 0);
    let camera = app.world_mut().query_filtered::<&Camera, With<StageCamera>>().single(app.world()).unwrap();
    assert!(camera.order < 0 && camera.viewport.is_none());
}

#[test]
fn only_what_changed_is_built_again() {
    let mut app = app();
    show(&mut app, |view| view.reduced_motion = true);
    app.update();
    app.update();
    let all = built(&mut app);
    assert!((7..=Layer::ALL.len()).contains(&all), "{all}");
    app.update();
    assert_eq!(built(&mut app), 0, "nothing changed");
    show(&mut app, |view| view.mood = 0.8);
    app.update();
    app.update();
    assert_eq!(built(&mut app), 1, "the face");
    show(&mut app, |view| view.mood = 0.801);
    app.update();
    app.update();
    assert_eq!(built(&mut app), 0, "too little to be seen");
    show(&mut app, |view| {
        view.figure = Figure { place: Place::Counter, clothes: "#nonsense".into(), ..Figure::default() }
    });
    app.update();
    app.update();
    assert!(built(&mut app) >= 6);
}

#[test]
fn idle_movement_asks_for_few_frames_and_reduced_motion_for_none() {
    let mut app = app();
    show(&mut app, |_| {});
    settle(&mut app);
    let wait = app.world().resource::<StageActivity>().wait().unwrap();
    assert!(wait >= Duration::from_millis(80), "{wait:?}");
    show(&mut app, |view| view.reduced_motion = true);
    app.update();
    assert_eq!(app.world().resource::<StageActivity>().wait(), None);
}

#[test]
fn a_buyer_who_leaves_is_gone_after_a_while_and_the_stage_rests() {
    let mut app = app();
    show(&mut app, |view| view.patience = 0.0);
    settle(&mut app);
    show(&mut app, |view| view.left = Leaving::WalksOff);
    let frames = settle(&mut app);
    assert!(frames > 20, "walks, does not vanish: {frames}");
    assert_eq!(app.world().resource::<StageActivity>().wait(), None);
}

#[test]
fn every_layer_that_has_shapes_has_a_mesh() {
    let mut app = app();
    show(&mut app, |view| view.figure.place = Place::Desk);
    app.update();
    let meshes: Vec<_> = app.world_mut().query::<&Mesh2d>().iter(app.world()).map(|mesh| mesh.0.clone()).collect();
    let assets = app.world().resource::<bevy::asset::Assets<Mesh>>();
    let drawn = meshes.iter().filter(|handle| assets.get(*handle).is_some()).count();
    assert_eq!(meshes.len(), Layer::ALL.len());
    // No mobile at a desk, no sweat on a calm face.
    assert_eq!(drawn, Layer::ALL.len() - 2);
}
