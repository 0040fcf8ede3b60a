//! In an office: calendar and lamp behind, the telephone on the desk before.

use super::{Frame, Light};
use crate::game::stage::figure::TELEPHONE;
use crate::game::stage::outline::{Outline, at, block, circle, ellipse};
use crate::game::stage::paint::{Brush, darker, ink, lighter, sheer};

pub fn behind(brush: &mut Brush, frame: Frame, light: Light) {
    brush.fill(&frame.all(), frame.wall(light.or(0xE5E3D8, 0x55524D), light.or(0xCDC9B8, 0x3C3A36)));
    // A wooden panel up to the chair rail.
    let rail = 238.0;
    let panel = block(frame.left - 1.0, rail, frame.right - frame.left + 2.0, frame.bottom - rail + 1.0, 0.0);
    brush.fill(&panel, light.on(0xC9B592));
    brush.fill(&block(frame.left - 1.0, rail - 4.0, frame.right - frame.left + 2.0, 6.0, 0.0), light.on(0xB59C74));
    let mut x = frame.left + 24.0;
    while x < frame.right {
        brush.fill(&block(x, rail + 2.0, 1.4, 110.0, 0.0), light.on(0xB8A17A));
        x += 36.0;
    }
    calendar(brush, frame, light);
    lamp(brush, frame, light);
}

fn calendar(brush: &mut Brush, frame: Frame, light: Light) {
    let x = (frame.left + 24.0).min(24.0);
    brush.fill(&block(x + 2.0, 49.0, 60.0, 78.0, 3.0), sheer(ink(0x5B4A38), 0.18));
    brush.fill(&block(x, 46.0, 60.0, 78.0, 3.0), light.on(0xFFFDF8));
    brush.fill(&block(x, 46.0, 60.0, 17.0, 3.0), light.on(0xC2402C));
    brush.fill(&block(x, 56.0, 60.0, 8.0, 0.0), light.on(0xC2402C));
    for ring in [15.0, 45.0] {
        brush.fill(&circle(x + ring, 46.0, 3.4), light.on(0x8C8377));
        brush.fill(&circle(x + ring, 46.0, 1.7), light.on(0xE5E3D8));
    }
    for row in 0..4 {
        for column in 0..5 {
            let (cx, cy) = (x + 10.0 + 10.0 * column as f32, 74.0 + 12.0 * row as f32);
            let today = row == 2 && column == 3;
            if today {
                brush.fill(&circle(cx, cy, 5.2), light.on(0x2F7A63));
                brush.fill(&circle(cx, cy, 1.9), light.on(0xFFFDF8));
            } else {
                brush.fill(&circle(cx, cy, 1.9), light.on(if column == 4 { 0xD48A7A } else { 0xC9BFAF }));
            }
        }
    }
}

fn lamp(brush: &mut Brush, frame: Frame, light: Light) {
    let dx = (frame.right - 300.0).max(0.0);
    let put = |outline: Outline| outline.moved(dx, 0.0);
    let cone = at(232.0, 128.0).l(284.0, 128.0).l(318.0, 310.0).l(196.0, 310.0);
    brush.fill(&put(cone), sheer(ink(0xFFE9AE), if light.dark { 0.1 } else { 0.3 }));
    brush.fill(&put(ellipse(258.0, 129.0, 26.0, 4.5)), ink(0xFFF0BF));
    brush.fill(&put(block(256.4, 66.0, 3.2, 30.0, 0.0)), light.on(0x8F7B58));
    brush.line(
        &put(at(258.0, frame.top - 4.0).l(258.0, (frame.top + 34.0) * 0.5).l(258.0, 72.0)),
        1.6,
        light.on(0x6F6250),
    );
    let shade = at(258.0, 84.0)
        .c(266.0, 84.0, 270.0, 88.0, 272.0, 94.0)
        .l(286.0, 128.0)
        .l(230.0, 128.0)
        .l(244.0, 94.0)
        .c(246.0, 88.0, 250.0, 84.0, 258.0, 84.0);
    brush.fill(&put(shade), light.on(0x2F7A63));
    brush.fill(
        &put(at(264.0, 85.0).c(268.0, 87.0, 270.5, 90.0, 272.0, 94.0).l(286.0, 128.0).l(272.0, 128.0)),
        light.on(0x25614F),
    );
    brush.line(&put(at(243.0, 104.0).l(240.0, 112.0).l(236.5, 121.0)), 2.0, sheer(light.on(0x8CC0A8), 0.8));
}

pub fn before(brush: &mut Brush, frame: Frame, light: Light) {
    let width = frame.right - frame.left + 2.0;
    brush.fill(&block(frame.left - 1.0, 309.0, width, 40.0, 0.0), light.on(0xA9794F));
    brush.fill(&block(frame.left - 1.0, 309.0, width, 4.0, 0.0), light.on(0xC3946A));
    brush.fill(&block(frame.left - 1.0, 331.0, width, 20.0, 0.0), light.on(0x8A5F3C));
    telephone(brush, frame, light);
    // A cup of tea and a notepad.
    let dx = (frame.right - 300.0).max(0.0);
    let put = |outline: Outline| outline.moved(dx, 0.0);
    brush.fill(&put(ellipse(262.0, 325.0, 22.0, 3.6)), sheer(ink(0x3A2617), 0.22));
    let cup = at(246.0, 296.0)
        .l(278.0, 296.0)
        .c(278.0, 312.0, 274.0, 324.0, 262.0, 324.0)
        .c(250.0, 324.0, 246.0, 312.0, 246.0, 296.0);
    brush.line(&put(at(277.0, 301.0).c(288.0, 299.0, 288.0, 315.0, 274.0, 315.0)), 2.8, light.on(0xE9E4D6));
    brush.fill(&put(cup), light.on(0xF4F0E4));
    brush.fill(
        &put(at(268.0, 296.0)
            .l(278.0, 296.0)
            .c(278.0, 312.0, 274.0, 324.0, 262.0, 324.0)
            .c(268.0, 318.0, 269.0, 306.0, 268.0, 296.0)),
        light.on(0xDDD5C3),
    );
    brush.fill(&put(ellipse(262.0, 296.0, 16.0, 3.4)), light.on(0xDDD5C3));
    brush.fill(&put(ellipse(262.0, 296.4, 14.0, 2.5)), light.on(0xB07C3F));
    brush.line(&put(at(247.5, 305.0).q(262.0, 309.0, 276.5, 305.0)), 1.6, light.on(0x34506F));
}

fn telephone(brush: &mut Brush, frame: Frame, light: Light) {
    let dx = frame.left.min(0.0);
    let put = |outline: Outline| outline.moved(dx, 0.0);
    let body = if light.dark { darker(ink(TELEPHONE), 0.25) } else { ink(TELEPHONE) };
    brush.fill(&put(ellipse(60.0, 326.0, 46.0, 4.5)), sheer(ink(0x3A2617), 0.25));
    let base = at(60.0, 274.0)
        .c(72.0, 274.0, 80.0, 276.0, 84.0, 284.0)
        .c(92.0, 298.0, 100.0, 308.0, 101.0, 318.0)
        .c(101.0, 324.0, 98.0, 326.0, 94.0, 326.0)
        .l(60.0, 326.0)
        .map(|p| p);
    let whole = Outline(base.0.iter().copied().chain(base.0.iter().rev().map(|p| p.with_x(120.0 - p.x))).collect());
    brush.fill(&put(whole), body);
    brush.fill(
        &put(at(84.0, 284.0)
            .c(92.0, 298.0, 100.0, 308.0, 101.0, 318.0)
            .c(101.0, 324.0, 98.0, 326.0, 94.0, 326.0)
            .l(84.0, 326.0)
            .c(92.0, 314.0, 88.0, 296.0, 78.0, 277.0)),
        darker(body, 0.22),
    );
    // The empty cradle.
    for x in [38.0, 70.0] {
        brush.fill(&put(block(x, 266.0, 5.0, 12.0, 2.0)), darker(body, 0.3));
        brush.fill(&put(block(x + 7.0, 266.0, 5.0, 12.0, 2.0)), darker(body, 0.3));
    }
    brush.fill(&put(circle(60.0, 302.0, 17.5)), lighter(body, 0.22));
    brush.fill(&put(circle(60.0, 302.0, 15.8)), ink(if light.dark { 0xBDB5A5 } else { 0xF4EEE0 }));
    for i in 0..10 {
        let turn = (i as f32 * 30.0 - 60.0).to_radians();
        brush.fill(&put(circle(60.0 + 11.6 * turn.cos(), 302.0 - 11.6 * turn.sin(), 2.1)), body);
    }
    brush.fill(&put(circle(60.0, 302.0, 5.4)), light.on(0xC2402C));
    brush.hair(&put(at(30.0, 306.0).c(34.0, 294.0, 38.0, 288.0, 42.0, 282.0)), 2.2, lighter(body, 0.4));
}
