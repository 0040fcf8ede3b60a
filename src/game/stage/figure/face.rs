//! Brows, eyes, cheeks and mouth: the parts of a face that feelings move.

use bevy::math::Vec2;

use super::head::{face as head_outline, lines, nose};
use crate::game::stage::expression::Expression;
use crate::game::stage::looks::Looks;
use crate::game::stage::outline::{Outline, at, block, ellipse, ribbon};
use crate::game::stage::paint::{Brush, darker, ink, lighter, mix, sheer};

/// Height of the eyes in the drawing.
const EYE_LINE: f32 = 187.0;

/// How far the parts of a face slide over the head when it turns fully away, in units of the drawing.
pub const SLIDE: f32 = 10.5;

/// Everything that moves in a face, glasses included.
pub fn eyes(brush: &mut Brush, looks: &Looks, face: &Expression) {
    for right in [false, true] {
        cheek(brush, looks, face, right);
    }
    nose(brush, looks);
    lines(brush, looks);
    for right in [false, true] {
        eye(brush, looks, face, right);
        brow(brush, looks, face, right);
    }
    mouth(brush, looks, face);
    if looks.glasses {
        glasses(brush, looks);
    }
}

/// Turns a point given outwards from the nose (`u`) and down into one of the drawing.
fn place(looks: &Looks, right: bool, u: f32, y: f32) -> Vec2 {
    let x = looks.apart + u;
    Vec2::new(150.0 + if right { x } else { -x }, y)
}

fn cheek(brush: &mut Brush, looks: &Looks, face: &Expression, right: bool) {
    let lift = face.squint * 1.5;
    let spot = ellipse(177.0, 208.5 - lift, 10.5, 5.8).side(right);
    // The layer slides over the head as it turns; its cheeks must not slide beyond the head.
    let spot = spot.within(&head_outline(looks).moved(-SLIDE * face.yaw, 0.0));
    brush.fill(&spot, sheer(ink(0xE4795F), 0.16 + 0.3 * face.blush));
}

/// The lids as curves over the width of the eye: u from −1 (nose) to 1 (temple).
struct Lids {
    width: f32,
    rise: f32,
    fall: f32,
    push: f32,
}

impl Lids {
    fn line(&self, u: f32) -> f32 {
        // The outer corner lies a little higher.
        EYE_LINE + 1.2 - 1.1 * u
    }

    fn upper(&self, u: f32) -> f32 {
        let arch = (1.0 - u.abs().powf(2.2)).max(0.0);
        self.line(u) - self.rise * arch
    }

    fn lower(&self, u: f32) -> f32 {
        let arch = (1.0 - u.abs().powf(2.4)).max(0.0);
        (self.line(u) + self.fall * arch - self.push * arch).max(self.upper(u))
    }
}

fn eye(brush: &mut Brush, looks: &Looks, face: &Expression, right: bool) {
    let size = looks.eyes;
    let open = face.lids.clamp(0.0, 1.25);
    // A lid that shuts in a smile ends as an arch, one that shuts in a blink as a hanging line.
    let shut = (1.0 - open * 1.6).clamp(0.0, 1.0);
    let rest = -2.6 + 5.6 * face.squint;
    let lids = Lids {
        width: 9.4 * size,
        rise: (6.4 * size * open) * (1.0 - shut) + rest * shut,
        fall: 3.5 * size * open.min(1.0),
        push: face.squint * 2.6,
    };
    let samples: Vec<f32> = (0..=24).map(|i| i as f32 / 12.0 - 1.0).collect();
    let spot = |u: f32, y: f32| place(looks, right, u * lids.width, y);
    let upper: Vec<Vec2> = samples.iter().map(|u| spot(*u, lids.upper(*u))).collect();

    if shut < 0.75 {
        let lower = samples.iter().rev().map(|u| spot(*u, lids.lower(*u)));
        brush.fill(&Outline(upper.iter().copied().chain(lower).collect()), mix(ink(0xFFFBF4), looks.skin.shade, 0.06));
        let side = if right { 1.0 } else { -1.0 };
        let centre = Vec2::new(face.gaze.0 * 3.4 * side, EYE_LINE - 0.9 * size + face.gaze.1 * 2.2);
        let disc = |radius: f32, dx: f32, dy: f32| {
            let points = ellipse(centre.x + dx * side, centre.y + dy, radius, radius);
            points.map(|p| {
                let u = (p.x / lids.width).clamp(-0.97, 0.97);
                spot(u, p.y.clamp(lids.upper(u), lids.lower(u)))
            })
        };
        let iris = mix(ink(0x3B2A22), looks.brow, 0.2);
        brush.fill(&disc(5.3 * size, 0.0, 0.0), iris);
        brush.fill(&disc(2.7 * size, 0.0, 0.0), darker(iris, 0.7));
        brush.fill(&disc(1.65 * size, -1.7, -1.9), ink(0xFFFDF8));
        brush.fill(&disc(0.8 * size, 1.9, 1.7), sheer(ink(0xFFFDF8), 0.55));
        // The upper lid throws a shadow on the eye.
        let shadow: Vec<Vec2> = samples.iter().map(|u| spot(*u, (lids.upper(*u) + 1.5).min(lids.lower(*u)))).collect();
        let band = upper.iter().copied().chain(shadow.into_iter().rev()).collect();
        brush.fill(&Outline(band), sheer(ink(0x6B4A3A), 0.28));
    }

    let lash = mix(ink(0x241A17), looks.brow, 0.15);
    let (inner, middle, outer) = if looks.woman { (1.0, 2.3, 2.9) } else { (0.9, 1.9, 1.7) };
    brush.fill(&ribbon(&Outline(upper.clone()), inner, middle, outer), lash);
    if looks.woman {
        // A wing at the outer corner.
        let corner = spot(1.0, lids.line(1.0) - lids.rise * 0.05);
        let wing = spot(1.28, lids.line(1.0) - 2.6);
        brush.fill(&ribbon(&Outline(vec![corner, (corner + wing) / 2.0, wing]), 2.8, 1.7, 0.4), lash);
    }
    if shut < 0.75 {
        let line: Vec<Vec2> =
            samples.iter().filter(|u| **u > -0.5).map(|u| spot(*u * 0.96, lids.lower(*u) + 0.3)).collect();
        brush.fill(&ribbon(&Outline(line), 0.3, 0.9, 0.6), sheer(mix(lash, looks.skin.shade, 0.5), 0.75));
        let crease: Vec<Vec2> = samples
            .iter()
            .filter(|u| u.abs() < 0.92)
            .map(|u| spot(u * 1.04, lids.upper(*u * 0.9) - 3.0 - 0.6 * u))
            .collect();
        brush.fill(&ribbon(&Outline(crease), 0.3, 1.1, 0.7), sheer(mix(looks.skin.shade, ink(0x9C5B41), 0.35), 0.8));
    }
}

fn brow(brush: &mut Brush, looks: &Looks, face: &Expression, right: bool) {
    let lift = -3.6 * face.brow_height;
    let base = EYE_LINE - 17.0 + lift;
    let (inner, outer) = (-4.2 * face.brow_slant, 2.6 * face.brow_slant);
    // Anger draws the brows together.
    let near = -9.8 - 1.6 * (-face.brow_slant).max(0.0) + 0.8 * face.brow_height;
    let arch = if looks.woman { 4.0 } else { 3.0 } + 0.8 * face.brow_height;
    let point = |u: f32, y: f32| place(looks, right, u, y);
    let a = point(near, base + 1.8 + inner);
    let b = point(2.0, base - arch + (inner + outer) * 0.3);
    let c = point(12.8, base + 1.4 + outer);
    let line = at(a.x, a.y).q(b.x, b.y, c.x, c.y);
    let (start, middle, end) = if looks.woman { (2.7, 3.1, 0.9) } else { (3.6, 4.4, 1.6) };
    brush.fill(&ribbon(&line, start, middle, end), looks.brow);
}

fn mouth(brush: &mut Brush, looks: &Looks, face: &Expression) {
    let y = 221.5 + 1.6 * looks.jaw;
    let half = (if looks.woman { 12.0 } else { 13.5 }) * face.mouth_width * (1.0 - 0.16 * face.jaw);
    let curve = face.mouth;
    let corner = y - 3.6 * curve;
    let top = y + 2.6 * curve - face.jaw * 2.2;
    let bottom = y + 3.4 * curve.max(-0.3) + face.jaw * 13.0;
    // Both lips have their points above one another, so that what lies between can be filled.
    let lip_line = |middle: f32, fullness: f32| -> Outline {
        let points = (0..=28).map(|i| {
            let u = i as f32 / 14.0 - 1.0;
            Vec2::new(150.0 + half * u, corner + (middle - corner) * (1.0 - u.abs().powf(fullness)))
        });
        Outline(points.collect())
    };
    let upper = lip_line(top, 2.0);
    let lip = if looks.woman { looks.lip } else { mix(looks.lip, looks.skin.shade, 0.25) };
    if face.jaw > 0.04 {
        let lower = lip_line(bottom, 2.3);
        let hollow = Outline(upper.0.iter().copied().chain(lower.0.iter().rev().copied()).collect());
        brush.fill(&ribbon(&lower, 0.8, if looks.woman { 4.2 } else { 2.6 }, 0.8), lip);
        brush.fill(&hollow, ink(0x6E2B28));
        let between = |t: f32| -> Vec<Vec2> {
            upper.0.iter().zip(&lower.0).map(|(a, b)| Vec2::new(a.x, a.y + (b.y - a.y).max(0.0) * t)).collect()
        };
        let inset = |points: Vec<Vec2>| -> Vec<Vec2> {
            points.into_iter().filter(|p| (p.x - 150.0).abs() < half * 0.86).collect()
        };
        let (teeth, tongue) = (inset(between(0.36)), inset(between(0.66)));
        let roof = inset(upper.0.clone());
        brush.fill(&Outline(roof.into_iter().chain(teeth.into_iter().rev()).collect()), ink(0xFFFAF0));
        let floor: Vec<Vec2> = inset(lower.0.clone());
        let floor = floor.into_iter().filter(|p| (p.x - 150.0).abs() < half * 0.62);
        let tongue = tongue.into_iter().filter(|p| (p.x - 150.0).abs() < half * 0.62);
        brush.fill(&Outline(tongue.chain(floor.collect::<Vec<_>>().into_iter().rev()).collect()), ink(0xC9645A));
        brush.fill(&ribbon(&upper, 0.9, if looks.woman { 2.7 } else { 2.0 }, 0.9), lip);
    } else {
        let width = if looks.woman { 3.2 } else { 2.7 };
        brush.fill(&ribbon(&upper, 1.0, width, 1.0), lip);
        // The lower lip, or the shade below it.
        let below =
            at(150.0 - half * 0.42, top + 4.6).q(150.0, top + 6.4 + 0.6 * curve, 150.0 + half * 0.42, top + 4.6);
        let colour = if looks.woman { sheer(lighter(looks.lip, 0.25), 0.6) } else { sheer(looks.skin.shade, 0.8) };
        brush.fill(&ribbon(&below, 0.4, if looks.woman { 2.4 } else { 1.7 }, 0.4), colour);
    }
    // Dimples of a smile, creases of a frown.
    let depth = (curve.abs() - 0.35).max(0.0);
    if depth > 0.0 {
        for side in [false, true] {
            let crease =
                at(150.0 + half + 2.0, corner - 2.2).q(150.0 + half + 3.4, corner, 150.0 + half + 1.8, corner + 2.6);
            brush.hair(&crease.side(side), 1.4, sheer(looks.skin.shade, depth * 1.5));
        }
    }
}

fn glasses(brush: &mut Brush, looks: &Looks) {
    let frame = if looks.woman { ink(0x7A4A34) } else { ink(0x35302C) };
    let (rx, ry) = (15.2, 13.2);
    for right in [false, true] {
        let centre = place(looks, right, 0.6, EYE_LINE + 0.6);
        let rim = if looks.woman {
            ellipse(centre.x, centre.y, rx - 0.6, ry)
        } else {
            block(centre.x - rx, centre.y - ry + 1.4, rx * 2.0, ry * 2.0 - 3.0, 7.5)
        };
        let ring = Outline(rim.0.iter().copied().chain(rim.0.first().copied()).collect());
        brush.line(&ring, 1.7, frame);
        let shine =
            at(centre.x + 7.0, centre.y - 9.0).l(centre.x + 9.2, centre.y - 6.8).l(centre.x + 10.4, centre.y - 4.0);
        brush.hair(&shine, 1.8, sheer(ink(0xFFFFFF), 0.6));
        let side = if right { 1.0 } else { -1.0 };
        brush.line(&at(centre.x + side * rx, centre.y - 3.0).l(150.0 + side * 45.5, centre.y - 5.0), 1.7, frame);
    }
    let (a, b) = (place(looks, false, 0.6 - rx, EYE_LINE - 1.5), place(looks, true, 0.6 - rx, EYE_LINE - 1.5));
    brush.line(&at(a.x, a.y).q(150.0, EYE_LINE - 5.5, b.x, b.y), 1.7, frame);
}

/// Sweat and anger, over the hair.
pub fn marks(brush: &mut Brush, looks: &Looks, face: &Expression) {
    if face.sweat > 0.02 {
        let y = 166.0 + 9.0 * face.sweat;
        let s = 0.7 + 0.3 * face.sweat;
        let drop = |x: f32, y: f32, s: f32| {
            at(x, y - 8.5 * s).c(x + 1.6 * s, y - 4.0 * s, x + 4.6 * s, y - 1.0 * s, x + 4.6 * s, y + 2.0 * s).c(
                x + 4.6 * s,
                y + 7.6 * s,
                x - 4.6 * s,
                y + 7.6 * s,
                x - 4.6 * s,
                y + 2.0 * s,
            )
        };
        let x = if looks.woman { 112.5 } else { 110.0 };
        brush.fill(&drop(x, y, s), sheer(ink(0x8FBED3), face.sweat * 0.95));
        brush.fill(&ellipse(x - 1.6 * s, y + 2.6 * s, 1.1 * s, 1.9 * s), sheer(ink(0xFFFFFF), face.sweat * 0.85));
    }
    if face.vein > 0.02 {
        let colour = sheer(ink(0xE4573E), face.vein * 0.95);
        let (x, y) = (190.0, 122.0);
        for turn in [0.0, 90.0, 180.0, 270.0] {
            let arc = at(x + 2.2, y - 7.6).q(x + 2.6, y - 2.6, x + 7.6, y - 2.2);
            brush.hair(&arc.turned(x, y, turn + 10.0), 3.0, colour);
        }
    }
}
