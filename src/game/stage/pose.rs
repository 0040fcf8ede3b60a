//! Where the layers stand relative to one another at a moment. Pure.

use bevy::math::{Quat, Vec2, Vec3};
use bevy::transform::components::Transform;

use super::actor::{Actor, BREATH_HEIGHT};
use super::draw::Layer;
use super::expression::Expression;
use super::figure::SLIDE;
use super::motion::breath;
use super::place::Frame;

/// The head turns about this point of the neck; the origin is the middle of the drawing's bottom edge.
const NECK: Vec2 = Vec2::new(0.0, 92.0);

/// How far a mobile sinks below the edge when nobody types.
const PHONE_DROP: f32 = 64.0;

/// The figure as a whole, its head, and single layers.
#[derive(Clone, Copy, Debug)]
pub struct Pose {
    pub figure: Transform,
    head: Vec3,
    tilt: f32,
    yaw: f32,
    nod: f32,
    breath: f32,
    phone: f32,
}

impl Pose {
    pub fn of(actor: &Actor, face: &Expression, frame: Frame, reduced_motion: bool) -> Self {
        let breath = if reduced_motion { 0.0 } else { breath(actor.seconds) * BREATH_HEIGHT / 2.0 };
        let feelings = &actor.feelings;
        let size = 1.0 + 0.06 * face.lean;
        let away = (frame.right - frame.left) / 2.0 + 150.0;
        let step = (actor.gone * std::f32::consts::PI * 4.0).sin().abs() * 3.0;
        let ease = actor.gone * actor.gone;
        let mut figure = Transform::from_xyz(-away * ease, -3.5 * face.lean + step, 0.0);
        figure.scale = Vec3::new(size * (1.0 - 0.07 * feelings.turned), size, 1.0);
        let nod = 2.6 * feelings.typing + 1.6 * face.gaze.1.max(0.0);
        Self {
            figure,
            head: Vec3::new(4.5 * face.yaw, breath - 0.4 * nod, 0.0),
            tilt: -face.tilt.to_radians(),
            yaw: face.yaw,
            nod,
            breath,
            phone: PHONE_DROP * (1.0 - feelings.typing),
        }
    }

    /// A transform of a layer within the figure, or of one that stands still.
    pub fn layer(&self, layer: Layer) -> Transform {
        match layer {
            Layer::Behind | Layer::Before | Layer::Corners => Transform::default(),
            Layer::Body => Transform::from_scale(Vec3::new(1.0, 1.0 + self.breath / 2.0 / NECK.y, 1.0)),
            Layer::HairBack => self.head(Vec2::new(-3.0 * self.yaw, 0.0), 1.0),
            Layer::Head | Layer::Marks | Layer::Handset => self.head(Vec2::ZERO, 1.0),
            Layer::Face => self.head(Vec2::new(SLIDE * self.yaw, -0.8 * self.nod), 1.0 - 0.12 * self.yaw.abs()),
            Layer::HairFront => self.head(Vec2::new(3.0 * self.yaw, -0.3 * self.nod), 1.0),
            Layer::Phone => Transform::from_xyz(0.0, self.breath / 2.0 - self.phone, 0.0),
        }
    }

    fn head(&self, shift: Vec2, narrow: f32) -> Transform {
        let turn = Quat::from_rotation_z(self.tilt);
        let pivot = NECK.extend(0.0);
        Transform {
            translation: pivot + self.head + turn * (shift.extend(0.0) - pivot),
            rotation: turn,
            scale: Vec3::new(narrow, 1.0, 1.0),
        }
    }
}
