//! In the tea shop: shelves with canisters and pots behind, the counter before.

use super::{Frame, Light};
use crate::game::stage::outline::{Outline, at, block, circle, ellipse};
use crate::game::stage::paint::{Brush, darker, ink, lighter, sheer};

pub fn behind(brush: &mut Brush, frame: Frame, light: Light) {
    brush.fill(&frame.all(), frame.wall(light.or(0xE7D7B9, 0x574939), light.or(0xCDB38A, 0x3D332A)));
    let (left, right) = (frame.left, frame.right);
    // Back of the shelves, a step deeper than the wall.
    brush.fill(&block(left - 1.0, 22.0, right - left + 2.0, 232.0, 0.0), light.or(0xD6BF98, 0x4A3D30));
    for y in [22.0, 92.0, 166.0, 240.0] {
        brush.fill(&block(left - 1.0, y, right - left + 2.0, 7.0, 0.0), light.on(0xA87D53));
        brush.fill(&block(left - 1.0, y, right - left + 2.0, 2.0, 0.0), light.on(0xC0966A));
        brush.fill(&block(left - 1.0, y + 7.0, right - left + 2.0, 5.0, 0.0), sheer(ink(0x5B3F26), 0.16));
    }
    for x in [left + 6.0, 104.0, 196.0, right - 12.0] {
        brush.fill(&block(x - 1.0, 22.0, 7.0, 232.0, 0.0), light.on(0x99704A));
    }
    let goods: [(f32, f32, Good); 14] = [
        (30.0, 92.0, Good::Canister(0x2F7A63)),
        (56.0, 92.0, Good::Canister(0xB98324)),
        (82.0, 92.0, Good::Canister(0x34506F)),
        (128.0, 92.0, Good::Box(0xC2402C)),
        (168.0, 92.0, Good::Box(0x7B8F6A)),
        (222.0, 92.0, Good::Pot(0x8A5A3C)),
        (264.0, 92.0, Good::Canister(0xC2402C)),
        (34.0, 166.0, Good::Pot(0x5F8E73)),
        (76.0, 166.0, Good::Cups),
        (222.0, 166.0, Good::Cups),
        (262.0, 166.0, Good::Vase),
        (36.0, 240.0, Good::Box(0xB98324)),
        (76.0, 240.0, Good::Canister(0x8A5A3C)),
        (258.0, 240.0, Good::Cakes),
    ];
    for (x, y, good) in goods {
        let shift = if x < 100.0 {
            left.min(0.0)
        } else if x > 200.0 {
            (right - 300.0).max(0.0)
        } else {
            0.0
        };
        good.put(brush, x + shift, y, light);
    }
}

enum Good {
    Canister(u32),
    Box(u32),
    Pot(u32),
    Cups,
    Vase,
    Cakes,
}

impl Good {
    /// Stands on a shelf at `y`, its middle at `x`.
    fn put(&self, brush: &mut Brush, x: f32, y: f32, light: Light) {
        match *self {
            Good::Canister(colour) => canister(brush, x, y, colour, light),
            Good::Box(colour) => {
                let body = light.on(colour);
                brush.fill(&block(x - 15.0, y - 30.0, 30.0, 30.0, 1.5), body);
                brush.fill(&block(x + 8.0, y - 30.0, 7.0, 30.0, 1.5), darker(body, 0.16));
                brush.fill(&block(x - 15.0, y - 30.0, 30.0, 7.0, 1.5), lighter(body, 0.15));
                brush.fill(&block(x - 2.0, y - 30.0, 4.0, 30.0, 0.0), light.on(0xEBD9AE));
                brush.fill(&circle(x, y - 14.0, 5.4), light.on(0xFBF6EA));
            }
            Good::Pot(colour) => pot(brush, x, y, 1.0, light.on(colour)),
            Good::Cups => {
                for (dx, dy) in [(-9.0, 0.0), (9.0, 0.0), (0.0, -11.5)] {
                    cup(brush, x + dx, y + dy, light);
                }
            }
            Good::Vase => {
                let body = light.on(0x9DBFB4);
                for (bend, colour) in [(-12.0, 0x7C6A4A), (4.0, 0x7C6A4A), (14.0, 0x7C6A4A)] {
                    brush.hair(&at(x, y - 26.0).q(x + bend * 0.2, y - 42.0, x + bend, y - 56.0), 1.6, light.on(colour));
                    for t in [0.55, 0.8, 1.0f32] {
                        brush.fill(&circle(x + bend * t * t, y - 26.0 - 30.0 * t, 3.0), light.on(0xE39A86));
                    }
                }
                let half = [(4.0, -30.0), (4.4, -25.0), (11.0, -17.0), (10.0, -7.0), (6.0, 0.0)];
                let right = half.iter().map(|(dx, dy)| (x + dx, y + dy));
                let left = half.iter().rev().map(|(dx, dy)| (x - dx, y + dy));
                let points: Vec<_> = right.chain(left).collect();
                let vase = crate::game::stage::outline::blob(&points);
                brush.fill(&vase, body);
                brush.hair(&at(x - 6.5, y - 17.0).q(x - 8.0, y - 11.0, x - 5.5, y - 6.0), 2.0, lighter(body, 0.5));
            }
            Good::Cakes => {
                // Cakes of pressed tea in paper, leaning.
                for (i, dx) in [-14.0, -2.0, 10.0].into_iter().enumerate() {
                    let paper = light.on([0xF3E9D4, 0xE8DBC0, 0xF3E9D4][i]);
                    brush.fill(&ellipse(x + dx, y - 19.0, 15.0, 19.0), darker(paper, 0.12));
                    brush.fill(&ellipse(x + dx - 1.4, y - 19.0, 14.0, 18.4), paper);
                    brush.fill(&circle(x + dx - 1.4, y - 19.0, 5.6), light.on(0xC2402C));
                    brush.fill(&circle(x + dx - 1.4, y - 19.0, 3.6), paper);
                }
            }
        }
    }
}

fn canister(brush: &mut Brush, x: f32, y: f32, colour: u32, light: Light) {
    let body = light.on(colour);
    brush.fill(&block(x - 10.5, y - 33.0, 21.0, 33.0, 2.5), body);
    brush.fill(&block(x + 4.5, y - 33.0, 6.0, 33.0, 2.5), darker(body, 0.2));
    brush.fill(&block(x - 8.5, y - 41.0, 17.0, 10.0, 2.5), darker(body, 0.28));
    brush.fill(&block(x - 8.5, y - 41.0, 17.0, 3.0, 1.5), lighter(body, 0.18));
    brush.fill(&block(x - 6.5, y - 25.0, 11.0, 17.0, 1.0), light.on(0xFBF4E4));
    brush.line(&at(x - 1.0, y - 22.0).l(x - 1.0, y - 11.5), 1.4, sheer(darker(body, 0.2), 0.8));
    brush.line(&at(x - 7.6, y - 30.0).l(x - 7.6, y - 4.0), 1.3, sheer(lighter(body, 0.6), 0.6));
}

fn cup(brush: &mut Brush, x: f32, y: f32, light: Light) {
    let bowl = at(x - 8.0, y - 11.0).l(x + 8.0, y - 11.0).c(x + 8.0, y - 4.0, x + 4.0, y, x, y).c(
        x - 4.0,
        y,
        x - 8.0,
        y - 4.0,
        x - 8.0,
        y - 11.0,
    );
    brush.fill(&bowl, light.on(0xF4EFE2));
    brush.fill(
        &at(x + 3.0, y - 11.0).l(x + 8.0, y - 11.0).c(x + 8.0, y - 4.0, x + 4.0, y, x, y).q(
            x + 4.0,
            y - 4.0,
            x + 3.0,
            y - 11.0,
        ),
        light.on(0xDBD2BE),
    );
    brush.line(&at(x - 7.2, y - 7.6).q(x, y - 6.2, x + 7.2, y - 7.6), 1.2, light.on(0x5F8E9E));
}

/// A teapot, its spout to the right.
fn pot(brush: &mut Brush, x: f32, y: f32, s: f32, body: bevy::color::Srgba) {
    let at_ = |dx: f32, dy: f32| at(x + dx * s, y + dy * s);
    let p = |outline: Outline| outline;
    let dark = darker(body, 0.2);
    brush.line(
        &p(at_(-15.0, -22.0).c(x - 30.0 * s, y - 24.0 * s, x - 28.0 * s, y - 4.0 * s, x - 14.0 * s, y - 7.0 * s)),
        3.4 * s,
        dark,
    );
    let spout = at_(13.0, -8.0)
        .c(x + 21.0 * s, y - 10.0 * s, x + 20.0 * s, y - 20.0 * s, x + 27.0 * s, y - 24.0 * s)
        .l(x + 22.0 * s, y - 26.0 * s)
        .c(x + 15.0 * s, y - 24.0 * s, x + 16.0 * s, y - 18.0 * s, x + 10.0 * s, y - 18.0 * s);
    brush.fill(&spout, dark);
    brush.fill(&ellipse(x, y - 13.5 * s, 18.0 * s, 13.5 * s), body);
    let shade = at_(6.0, -26.5).c(x + 20.0 * s, y - 24.0 * s, x + 22.0 * s, y - 4.0 * s, x + 4.0 * s, y).c(
        x + 13.0 * s,
        y - 6.0 * s,
        x + 13.0 * s,
        y - 20.0 * s,
        x + 6.0 * s,
        y - 26.5 * s,
    );
    brush.fill(&shade, dark);
    brush.fill(&ellipse(x, y - 25.0 * s, 10.5 * s, 3.4 * s), dark);
    brush.fill(&ellipse(x, y - 26.2 * s, 10.0 * s, 3.2 * s), lighter(body, 0.1));
    brush.fill(&circle(x, y - 30.0 * s, 2.9 * s), body);
    brush.hair(
        &at_(-11.0, -18.0).c(x - 13.0 * s, y - 12.0 * s, x - 11.0 * s, y - 7.0 * s, x - 8.0 * s, y - 4.5 * s),
        2.4 * s,
        lighter(body, 0.4),
    );
}

pub fn before(brush: &mut Brush, frame: Frame, light: Light) {
    let (left, width) = (frame.left - 1.0, frame.right - frame.left + 2.0);
    brush.fill(&block(left, 307.0, width, 10.0, 0.0), light.on(0xC59A6C));
    brush.fill(&block(left, 307.0, width, 2.6, 0.0), light.on(0xDDB688));
    brush.fill(&block(left, 317.0, width, 30.0, 0.0), light.on(0x93663F));
    brush.fill(&block(left, 317.0, width, 4.0, 0.0), light.on(0x7A5231));
    // A tray with pot and cups on the left, a gift box on the right.
    let dx = frame.left.min(0.0);
    brush.fill(&block(14.0 + dx, 304.0, 90.0, 6.0, 3.0), light.on(0x5E4128));
    brush.fill(&block(14.0 + dx, 304.0, 90.0, 2.0, 1.0), light.on(0x7C5938));
    pot(brush, 46.0 + dx, 304.0, 1.05, light.on(0x8A4B34));
    cup(brush, 80.0 + dx, 304.0, light);
    cup(brush, 95.0 + dx, 304.0, light);
    let dx = (frame.right - 300.0).max(0.0);
    let (x, body) = (248.0 + dx, light.on(0x2F7A63));
    brush.fill(&block(x - 26.0, 276.0, 52.0, 33.0, 2.0), body);
    brush.fill(&block(x + 14.0, 276.0, 12.0, 33.0, 2.0), darker(body, 0.18));
    brush.fill(&block(x - 28.0, 271.0, 56.0, 10.0, 2.0), lighter(body, 0.1));
    brush.fill(&block(x - 3.0, 271.0, 6.0, 38.0, 0.0), light.on(0xE4C98C));
    for right in [-1.0, 1.0f32] {
        let bow = at(x, 271.0).c(x + right * 6.0, 258.0, x + right * 18.0, 258.0, x + right * 15.0, 266.0).c(
            x + right * 13.0,
            271.0,
            x + right * 6.0,
            271.0,
            x,
            271.0,
        );
        brush.fill(&bow, light.on(if right > 0.0 { 0xCDAE6B } else { 0xE4C98C }));
    }
}
