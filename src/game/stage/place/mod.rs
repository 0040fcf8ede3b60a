//! The places behind and before the buyer.

mod counter;
mod desk;
mod home;

use bevy::color::Srgba;
use bevy::math::Vec2;

use super::outline::{Outline, at, block};
use super::paint::{Brush, Paint, ink, mix};
use crate::scenario::format::Place;

/// What can be seen of the drawing; at least 0…300 × 0…340, more where the hole has another shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Frame {
    fn all(&self) -> Outline {
        block(self.left - 1.0, self.top - 1.0, self.right - self.left + 2.0, self.bottom - self.top + 2.0, 0.0)
    }

    fn wall(&self, light: Srgba, deep: Srgba) -> Paint {
        Paint::Slope(Vec2::new(self.left, self.top), light, Vec2::new(self.right, self.bottom), deep)
    }
}

/// Light of day or evening.
#[derive(Clone, Copy)]
struct Light {
    dark: bool,
}

impl Light {
    /// A colour of the day, or what the evening leaves of it.
    fn on(self, rgb: u32) -> Srgba {
        if self.dark { mix(ink(rgb), ink(0x2B2520), 0.44) } else { ink(rgb) }
    }

    fn or(self, day: u32, night: u32) -> Srgba {
        ink(if self.dark { night } else { day })
    }
}

/// Everything behind the buyer.
pub fn behind(brush: &mut Brush, place: Place, frame: Frame, dark: bool) {
    let light = Light { dark };
    match place {
        Place::Home => home::behind(brush, frame, light),
        Place::Desk => desk::behind(brush, frame, light),
        Place::Counter => counter::behind(brush, frame, light),
    }
}

/// Everything before the buyer.
pub fn before(brush: &mut Brush, place: Place, frame: Frame, dark: bool) {
    let light = Light { dark };
    match place {
        Place::Home => {}
        Place::Desk => desk::before(brush, frame, light),
        Place::Counter => counter::before(brush, frame, light),
    }
}

/// Paper over the four corners of a rectangle, so that it looks rounded by `radius`.
pub fn corners(brush: &mut Brush, frame: Frame, radius: f32, paper: Srgba) {
    let Frame { left, top, right, bottom } = frame;
    for (x, y, dx, dy) in
        [(left, top, 1.0, 1.0), (right, top, -1.0, 1.0), (right, bottom, -1.0, -1.0), (left, bottom, 1.0, -1.0)]
    {
        // 0.5523 makes a cubic follow a quarter of a circle.
        let (r, k) = (radius, radius * (1.0 - 0.5523));
        let corner = at(x - dx, y - dy)
            .l(x + dx * r, y - dy)
            .l(x + dx * r, y)
            .c(x + dx * k, y, x, y + dy * k, x, y + dy * r)
            .l(x - dx, y + dy * r);
        brush.fill(&corner, paper);
    }
}
