//! At home: a window with hills, a plant on a shelf.

use bevy::math::Vec2;

use super::{Frame, Light};
use crate::game::stage::outline::{Outline, at, block, circle};
use crate::game::stage::paint::{Brush, Paint, ink, sheer};

pub fn behind(brush: &mut Brush, frame: Frame, light: Light) {
    brush.fill(&frame.all(), frame.wall(light.or(0xEDE1CC, 0x5A4E42), light.or(0xD9C7AA, 0x3E362E)));
    window(brush, frame, light);
    shelf(brush, frame, light);
}

fn window(brush: &mut Brush, frame: Frame, light: Light) {
    let x = (frame.left + 26.0).min(26.0);
    let pane = block(x, 28.0, 104.0, 122.0, 3.0);
    let sky = Paint::Slope(
        Vec2::new(0.0, 28.0),
        light.or(0xBFD8E4, 0x1E2A3A),
        Vec2::new(0.0, 130.0),
        light.or(0xE6EEE9, 0x3A4656),
    );
    brush.fill(&pane, sky);
    let (sun, glow) = if light.dark { (ink(0xF1E6C6), 0.14) } else { (ink(0xFFF6DD), 0.55) };
    brush.fill(&circle(x + 80.0, 54.0, 15.0), sheer(sun, glow));
    brush.fill(&circle(x + 80.0, 54.0, 9.0), sun);
    let hill = |points: Outline| points.within(&pane);
    brush.fill(
        &hill(
            at(x, 108.0)
                .c(x + 18.0, 90.0, x + 36.0, 92.0, x + 52.0, 104.0)
                .c(x + 70.0, 90.0, x + 88.0, 94.0, x + 104.0, 106.0)
                .l(x + 104.0, 152.0)
                .l(x, 152.0),
        ),
        light.or(0xB4CFC6, 0x2F4048),
    );
    brush.fill(
        &hill(
            at(x, 120.0)
                .c(x + 22.0, 104.0, x + 44.0, 112.0, x + 62.0, 122.0)
                .c(x + 78.0, 112.0, x + 92.0, 112.0, x + 104.0, 118.0)
                .l(x + 104.0, 152.0)
                .l(x, 152.0),
        ),
        light.or(0x97BAAC, 0x27373A),
    );
    brush.fill(
        &hill(at(x, 140.0).c(x + 30.0, 124.0, x + 60.0, 132.0, x + 104.0, 138.0).l(x + 104.0, 152.0).l(x, 152.0)),
        light.or(0x7DA795, 0x203030),
    );
    let wood = light.on(0xFAF5EA);
    brush.fill(&block(x + 49.5, 28.0, 5.0, 122.0, 0.0), wood);
    brush.fill(&block(x, 82.0, 104.0, 4.6, 0.0), wood);
    for (left, top, w, h) in [(x - 4.0, 24.0, 112.0, 5.0), (x - 4.0, 24.0, 5.0, 128.0), (x + 103.0, 24.0, 5.0, 128.0)] {
        brush.fill(&block(left, top, w, h, 1.5), wood);
    }
    brush.fill(&block(x - 8.0, 149.0, 120.0, 8.0, 2.0), light.on(0xBB9A70));
    brush.fill(&block(x - 8.0, 154.0, 120.0, 3.0, 1.5), light.on(0x9C7D57));
}

fn shelf(brush: &mut Brush, frame: Frame, light: Light) {
    let dx = (frame.right - 300.0).max(0.0);
    let put = |outline: Outline| outline.moved(dx, 0.0);
    brush.fill(&put(block(206.0, 190.0, 84.0, 6.5, 2.0)), light.on(0xBB9A70));
    brush.fill(&put(block(206.0, 194.0, 84.0, 2.8, 1.4)), light.on(0x9C7D57));
    brush.fill(&put(at(214.0, 197.0).l(224.0, 197.0).l(214.0, 208.0)), light.on(0x9C7D57));
    brush.fill(&put(at(282.0, 197.0).l(272.0, 197.0).l(282.0, 208.0)), light.on(0x9C7D57));
    let leaves: [(Outline, u32); 6] = [
        (
            at(252.0, 158.0).c(232.0, 150.0, 222.0, 128.0, 214.0, 104.0).c(236.0, 108.0, 250.0, 128.0, 254.0, 158.0),
            0x4F7F67,
        ),
        (
            at(254.0, 158.0).c(246.0, 130.0, 250.0, 96.0, 262.0, 76.0).c(276.0, 104.0, 268.0, 136.0, 258.0, 158.0),
            0x5B8C72,
        ),
        (
            at(256.0, 158.0).c(262.0, 136.0, 276.0, 116.0, 292.0, 106.0).c(294.0, 130.0, 278.0, 150.0, 260.0, 160.0),
            0x4A7760,
        ),
        (
            at(252.0, 160.0).c(238.0, 158.0, 224.0, 150.0, 216.0, 138.0).c(232.0, 136.0, 246.0, 146.0, 254.0, 160.0),
            0x6A9C80,
        ),
        (
            at(257.0, 160.0).c(268.0, 152.0, 280.0, 148.0, 292.0, 148.0).c(286.0, 158.0, 272.0, 164.0, 258.0, 162.0),
            0x6A9C80,
        ),
        (
            at(254.0, 160.0).c(244.0, 146.0, 238.0, 128.0, 240.0, 112.0).c(252.0, 124.0, 258.0, 142.0, 256.0, 160.0),
            0x76A98C,
        ),
    ];
    for (leaf, colour) in leaves {
        brush.fill(&put(leaf), light.on(colour));
    }
    for vein in [
        at(254.0, 156.0).c(252.0, 130.0, 256.0, 104.0, 261.0, 86.0),
        at(252.0, 154.0).c(240.0, 142.0, 228.0, 124.0, 219.0, 109.0),
        at(258.0, 156.0).c(266.0, 138.0, 278.0, 122.0, 288.0, 112.0),
    ] {
        brush.hair(&put(vein), 1.2, sheer(light.on(0xA9CDB5), 0.7));
    }
    let pot = at(237.0, 158.0).l(273.0, 158.0).l(267.5, 190.0).l(242.5, 190.0);
    brush.fill(&put(pot), light.on(0xBE6C47));
    brush.fill(&put(at(262.0, 158.0).l(273.0, 158.0).l(267.5, 190.0).l(259.0, 190.0)), light.on(0xA4573A));
    brush.fill(&put(block(234.0, 153.5, 42.0, 8.0, 2.0)), light.on(0xC97A54));
    brush.fill(&put(block(237.0, 161.5, 36.0, 2.2, 0.0)), light.on(0x9A5136));
}
