//! The scene in Bevy: a camera for the hole in the window, and one mesh for each layer.

use bevy::app::{App, Startup, Update};
use bevy::asset::{Assets, Handle};
use bevy::camera::visibility::{NoFrustumCulling, RenderLayers, Visibility};
use bevy::camera::{Camera, Camera2d, ClearColorConfig, Viewport};
use bevy::color::Color;
use bevy::ecs::change_detection::DetectChangesMut;
use bevy::ecs::component::Component;
use bevy::ecs::hierarchy::ChildOf;
use bevy::ecs::query::{With, Without};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Commands, Query, Res, ResMut};
use bevy::math::{Rect, UVec2, Vec3};
use bevy::mesh::{Mesh, Mesh2d};
use bevy::render::view::Msaa;
use bevy::sprite_render::{AlphaMode2d, ColorMaterial, MeshMaterial2d};
use bevy::transform::components::Transform;

use super::actor::{Actor, ActorMoves};
use super::draw::{Layer, Sketch, paper};
use super::expression::Expression;
use super::looks::Looks;
use super::place::Frame;
use super::pose::Pose;
use super::view::StageView;
use crate::scenario::format::{Figure, Place};

/// The render layer of the stage: no other camera sees it.
pub const LAYER: usize = 7;

/// Order of the stage's camera: before all others.
const ORDER: isize = -1;

/// The camera that draws the stage. It clears the whole window with the colour of paper, also while the stage is
/// hidden.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct StageCamera;

/// Everything on the stage, in units of the drawing.
#[derive(Component)]
struct Root;

/// The person.
#[derive(Component)]
struct Person;

/// One layer's mesh.
#[derive(Component)]
struct Part(Layer);

/// What the meshes show now, so that only what changed visibly is built again.
#[derive(Resource, Default)]
struct Shown {
    setting: Option<(Place, bool, [i32; 4])>,
    person: Option<(Figure, bool)>,
    face: Option<[i32; 12]>,
}

pub fn plugin(app: &mut App) {
    app.init_resource::<Shown>()
        .add_systems(Startup, set_up)
        .add_systems(Update, (look_through, redraw, strike_pose).chain().after(ActorMoves));
}

fn set_up(mut commands: Commands, mut materials: ResMut<Assets<ColorMaterial>>) {
    let seen = RenderLayers::layer(LAYER);
    commands.spawn((StageCamera, Camera2d, Camera { order: ORDER, ..Camera::default() }, Msaa::Sample4, seen.clone()));
    let material = materials.add(ColorMaterial { alpha_mode: AlphaMode2d::Blend, ..ColorMaterial::from(Color::WHITE) });
    let root = commands.spawn((Root, Transform::default(), Visibility::Hidden)).id();
    let person = commands.spawn((Person, Transform::default(), Visibility::default(), ChildOf(root))).id();
    for layer in Layer::ALL {
        let still = matches!(layer, Layer::Behind | Layer::Before | Layer::Corners);
        commands.spawn((
            Part(layer),
            Mesh2d(Handle::default()),
            MeshMaterial2d(material.clone()),
            Transform::default(),
            Visibility::default(),
            NoFrustumCulling,
            seen.clone(),
            ChildOf(if still { root } else { person }),
        ));
    }
}

/// Pixels of the target that a rectangle of the window covers; nothing when it lies outside.
fn viewport(rect: Rect, factor: f32, target: UVec2) -> Option<(UVec2, UVec2)> {
    let min = (rect.min * factor).round().max(bevy::math::Vec2::ZERO).as_uvec2();
    let max = (rect.max * factor).round().max(bevy::math::Vec2::ZERO).as_uvec2().min(target);
    (max.x > min.x && max.y > min.y).then(|| (min, max - min))
}

/// Pixels per unit of the drawing, and what of the drawing's surroundings fills a hole of this size.
fn fit(size: bevy::math::Vec2) -> (f32, Frame) {
    let scale = (size.x / 300.0).min(size.y / 340.0).max(0.01);
    let (width, height) = (size.x / scale, size.y / scale);
    let frame = Frame { left: 150.0 - width / 2.0, right: 150.0 + width / 2.0, top: 340.0 - height, bottom: 340.0 };
    (scale, frame)
}

/// Points the camera at the hole in the window.
fn look_through(
    view: Res<StageView>,
    mut cameras: Query<&mut Camera, With<StageCamera>>,
    mut roots: Query<(&mut Transform, &mut Visibility), With<Root>>,
) {
    let Ok(mut camera) = cameras.single_mut() else { return };
    let Ok((mut root, mut visibility)) = roots.single_mut() else { return };
    let clear = Color::from(paper(view.dark));
    if !matches!(camera.clear_color, ClearColorConfig::Custom(colour) if colour == clear) {
        camera.clear_color = ClearColorConfig::Custom(clear);
    }
    let hole = view.rect.and_then(|rect| {
        let (factor, target) = (camera.target_scaling_factor()?, camera.physical_target_size()?);
        Some((viewport(rect, factor, target)?, factor))
    });
    let seen = camera.viewport.as_ref().map(|v| (v.physical_position, v.physical_size));
    if seen != hole.map(|(pixels, _)| pixels) {
        camera.viewport = hole.map(|((physical_position, physical_size), _)| Viewport {
            physical_position,
            physical_size,
            ..Viewport::default()
        });
    }
    let state = if hole.is_some() { Visibility::Inherited } else { Visibility::Hidden };
    visibility.set_if_neq(state);
    if let Some(((_, size), factor)) = hole {
        let size = size.as_vec2() / factor;
        let (scale, _) = fit(size);
        let placed = Transform::from_xyz(0.0, -size.y / 2.0, 0.0).with_scale(Vec3::new(scale, scale, 1.0));
        root.set_if_neq(placed);
    }
}

/// Steps so small that nobody sees them.
fn steps(face: &Expression) -> [i32; 12] {
    [
        face.brow_height,
        face.brow_slant,
        face.lids,
        face.squint,
        face.gaze.0,
        face.gaze.1,
        face.mouth,
        face.jaw,
        face.mouth_width,
        face.blush,
        face.sweat + 10.0 * face.vein,
        face.yaw,
    ]
    .map(|value| (value * 48.0).round() as i32)
}

/// Builds the meshes of the layers whose picture has changed.
fn redraw(
    view: Res<StageView>,
    actor: Res<Actor>,
    mut shown: ResMut<Shown>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut parts: Query<(&Part, &mut Mesh2d)>,
) {
    let Some(rect) = view.rect else { return };
    let (scale, frame) = fit(rect.size());
    let figure = &view.figure;
    let face = actor.face(view.reduced_motion);

    let edges = [frame.left, frame.right, frame.top, scale * 100.0].map(|value| (value * 4.0).round() as i32);
    let setting = Some((figure.place, view.dark, edges));
    let person = Some((figure.clone(), view.dark));
    let steps = Some(steps(&face));
    let (other_setting, other_person) = (shown.setting != setting, shown.person != person);
    let other_face = other_person || shown.face != steps;
    if !(other_setting || other_face) {
        return;
    }
    let sketch =
        Sketch { place: figure.place, dark: view.dark, frame, scale, looks: Looks::of(figure, view.dark), face };
    for (Part(layer), mut mesh) in &mut parts {
        let stale = match layer {
            Layer::Behind | Layer::Before | Layer::Corners => other_setting,
            Layer::Face | Layer::Marks => other_face,
            _ => other_person,
        };
        if stale {
            match sketch.layer(*layer).mesh() {
                None => mesh.0 = Handle::default(),
                Some(new) if meshes.contains(&mesh.0) => {
                    if let Some(mut old) = meshes.get_mut(&mesh.0) {
                        *old = new;
                    }
                }
                Some(new) => mesh.0 = meshes.add(new),
            }
        }
    }
    *shown = Shown { setting, person, face: steps };
}

/// Moves the layers.
fn strike_pose(
    view: Res<StageView>,
    actor: Res<Actor>,
    mut people: Query<&mut Transform, With<Person>>,
    mut parts: Query<(&Part, &mut Transform), Without<Person>>,
) {
    let Some(rect) = view.rect else { return };
    let (_, frame) = fit(rect.size());
    let face = actor.face(view.reduced_motion);
    let pose = Pose::of(&actor, &face, frame, view.reduced_motion);
    for mut person in &mut people {
        person.set_if_neq(pose.figure);
    }
    for (Part(layer), mut transform) in &mut parts {
        let mut next = pose.layer(*layer);
        // Equal heights are drawn in no certain order.
        next.translation.z = *layer as u8 as f32;
        transform.set_if_neq(next);
    }
}
