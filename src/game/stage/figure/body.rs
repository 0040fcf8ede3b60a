//! Neck, shoulders and clothes.

use bevy::color::Srgba;

use crate::game::stage::looks::{Garment, Looks};
use crate::game::stage::outline::{Outline, at, circle, ellipse};
use crate::game::stage::paint::{Brush, darker, ink, lighter, mix, sheer};

/// Neck and trunk down to the lower edge.
pub fn body(brush: &mut Brush, looks: &Looks) {
    let torso = torso(looks.woman);
    let neck = neck(looks.woman);
    brush.fill(&torso, looks.cloth.base);
    arms(brush, looks, &torso);
    match looks.garment {
        Garment::Sweater => sweater(brush, looks, &neck),
        Garment::RoundNeck => round_neck(brush, looks, &neck),
        Garment::Turtleneck => turtleneck(brush, looks, &neck),
        Garment::Blazer => blazer(brush, looks, &neck),
        Garment::Shirt => shirt(brush, looks, &neck),
        Garment::Standing => standing(brush, looks, &neck),
    }
}

fn torso(woman: bool) -> Outline {
    let half = if woman {
        at(150.0, 252.0)
            .l(168.0, 252.0)
            .c(174.0, 262.0, 188.0, 266.0, 204.0, 272.0)
            .c(228.0, 280.0, 241.0, 300.0, 247.0, 342.0)
    } else {
        at(150.0, 250.0)
            .l(172.0, 250.0)
            .c(178.0, 260.0, 196.0, 264.0, 214.0, 269.0)
            .c(244.0, 277.0, 258.0, 300.0, 264.0, 342.0)
    };
    half.mirrored()
}

fn neck(woman: bool) -> Outline {
    let w = if woman { 15.5 } else { 20.5 };
    at(150.0, 205.0)
        .l(150.0 + w, 205.0)
        .l(150.0 + w, 243.0)
        .c(150.0 + w, 254.0, 156.0 + w, 258.0, 164.0 + w, 262.0)
        .l(150.0, 292.0)
        .mirrored()
}

/// The skin of neck and chest, with the shadow that the chin throws.
fn skin(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    brush.fill(neck, mix(looks.skin.base, looks.skin.shade, 0.45));
    let w = if looks.woman { 15.5 } else { 20.5 };
    let shadow = at(150.0 - w, 225.0).l(150.0 + w, 225.0).l(150.0 + w, 244.0).q(151.0, 264.0, 150.0 - w, 247.0);
    brush.fill(&shadow, mix(looks.skin.shade, ink(0xA8604A), 0.25));
}

/// Where the sleeves part from the trunk, and the light on the shoulder.
fn arms(brush: &mut Brush, looks: &Looks, _torso: &Outline) {
    let out = if looks.woman { 0.0 } else { 12.0 };
    let fold = at(205.0 + out, 306.0).c(201.0 + out, 318.0, 202.0 + out, 330.0, 204.0 + out, 342.0);
    for right in [false, true] {
        brush.hair(&fold.side(right), 2.4, looks.cloth.shade);
    }
    let shade = at(247.0 + out * 1.4, 342.0)
        .c(241.0 + out * 1.4, 300.0, 228.0 + out * 1.3, 280.0, 206.0 + out * 0.8, 273.0)
        .c(222.0 + out, 288.0, 230.0 + out, 312.0, 231.0 + out, 342.0);
    brush.fill(&shade, sheer(looks.cloth.shade, 0.55));
    let light = at(96.0 - out * 0.8, 273.6).c(78.0 - out, 281.0, 66.0 - out * 1.2, 293.0, 59.0 - out * 1.3, 312.0);
    brush.hair(&light.moved(3.0, 4.0), 3.4, sheer(looks.cloth.light, 0.9));
}

const LINEN: u32 = 0xFBF7EE;

/// One wing of a shirt collar, on the right; the other is its mirror image.
fn collar(brush: &mut Brush, woman: bool, colour: Srgba) {
    let w = if woman { 0.0 } else { 4.0 };
    let wing = at(164.0 + w, 247.0)
        .c(166.0 + w, 254.0, 163.0 + w, 262.0, 150.5, 276.0)
        .l(164.0 + w, 289.0)
        .c(172.0 + w, 280.0, 179.0 + w, 271.0, 181.0 + w, 263.0)
        .c(175.0 + w, 259.0, 169.0 + w, 254.0, 164.0 + w, 247.0);
    for right in [false, true] {
        brush.fill(&wing.side(right), if right { mix(colour, ink(0xC9BBA6), 0.28) } else { colour });
    }
}

fn sweater(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    let w = if looks.woman { 0.0 } else { 4.0 };
    let v = |grow: f32| {
        at(150.0, 254.0)
            .l(174.0 + w + grow, 256.0 + grow * 0.5)
            .q(182.0 + w + grow, 262.0, 180.0 + w + grow, 266.0)
            .l(150.0, 309.0 + grow * 1.6)
            .mirrored()
    };
    brush.fill(&v(5.0), looks.cloth.shade);
    brush.fill(&v(0.6), ink(LINEN));
    skin(brush, looks, &neck.within(&at(150.0, 200.0).l(185.0, 200.0).l(181.0, 258.0).l(150.0, 277.0).mirrored()));
    collar(brush, looks.woman, ink(LINEN));
    brush.line(&at(150.0, 281.0).l(150.0, 304.0), 0.9, ink(0xD8CCB8));
}

fn round_neck(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    let w = if looks.woman { 0.0 } else { 3.0 };
    let hole = |grow: f32| {
        at(150.0, 244.0)
            .l(176.0 + w + grow, 252.0)
            .c(178.0 + w + grow, 270.0 + grow, 166.0, 281.0 + grow, 150.0, 281.0 + grow)
            .mirrored()
    };
    brush.fill(&hole(4.5), looks.cloth.shade);
    brush.fill(&hole(0.0), mix(looks.skin.base, looks.skin.shade, 0.45));
    skin(brush, looks, &neck.within(&hole(0.0).map(|p| if p.y < 253.0 { p.with_y(200.0) } else { p })));
    if looks.woman {
        for right in [false, true] {
            brush.hair(&at(152.0, 268.0).q(160.0, 265.0, 168.0, 265.5).side(right), 1.6, sheer(looks.skin.shade, 0.9));
        }
        brush.line(&at(134.0, 256.0).q(150.0, 284.0, 166.0, 256.0), 0.9, ink(0xC99A3E));
        brush.fill(&circle(150.0, 271.0, 2.6), ink(0x2F7A63));
        brush.fill(&circle(149.2, 270.2, 0.9), ink(0xB9DCCB));
    }
}

fn turtleneck(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    skin(brush, looks, &neck.within(&at(120.0, 200.0).l(180.0, 200.0).l(180.0, 258.0).l(120.0, 258.0)));
    let w = if looks.woman { 0.0 } else { 5.0 };
    let tube = at(150.0, 246.0)
        .q(162.0 + w, 246.0, 169.0 + w, 241.0)
        .c(171.0 + w, 250.0, 172.0 + w, 258.0, 176.0 + w, 264.0)
        .q(163.0, 276.0, 150.0, 276.0)
        .mirrored();
    brush.fill(&tube.moved(0.0, 3.0), looks.cloth.shade);
    brush.fill(&tube, mix(looks.cloth.base, looks.cloth.light, 0.35));
    for x in [-13.0, -6.5, 0.0, 6.5, 13.0f32] {
        let rib = at(150.0 + x, 250.5 - x.abs() * 0.2).l(150.0 + x * 1.12, 272.0 - x.abs() * 0.25);
        brush.hair(&rib, 1.4, sheer(looks.cloth.shade, 0.6));
    }
}

fn blazer(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    let w = if looks.woman { 0.0 } else { 4.0 };
    let front = at(150.0, 252.0)
        .l(170.0 + w, 258.0)
        .q(176.0 + w, 272.0, 170.0 + w, 300.0)
        .l(154.0, 342.0)
        .l(150.0, 342.0)
        .mirrored();
    brush.fill(&front, if looks.woman { ink(0xF6EBDD) } else { ink(LINEN) });
    skin(
        brush,
        looks,
        &neck.within(
            &at(150.0, 200.0)
                .l(185.0, 200.0)
                .l(180.0, 258.0)
                .l(150.0, if looks.woman { 296.0 } else { 280.0 })
                .mirrored(),
        ),
    );
    if looks.woman {
        brush.line(&at(134.0, 258.0).q(150.0, 290.0, 166.0, 258.0), 0.9, ink(0xC99A3E));
        brush.fill(&circle(150.0, 275.0, 2.2), ink(0xC99A3E));
    } else {
        collar(brush, false, ink(LINEN));
        let tie = at(150.0, 275.0).l(156.5, 279.0).l(154.0, 288.0).l(161.0, 342.0).l(150.0, 342.0).mirrored();
        brush.fill(&tie, ink(0x34506F));
        brush.line(&at(145.6, 288.0).q(150.0, 290.0, 154.4, 288.0), 1.0, ink(0x233A54));
    }
    let lapel = at(170.0 + w, 251.0)
        .c(174.0 + w, 256.0, 179.0 + w, 260.0, 186.0 + w, 264.0)
        .l(202.0 + w, 292.0)
        .l(189.0 + w, 297.0)
        .l(193.0 + w, 305.0)
        .c(182.0, 322.0, 168.0, 336.0, 156.0, 346.0)
        .c(164.0, 318.0, 175.0 + w, 280.0, 170.0 + w, 251.0);
    for right in [false, true] {
        let cut = lapel.side(right);
        brush.fill(&cut.moved(if right { 1.6 } else { -1.6 }, 1.8), looks.cloth.shade);
        brush.fill(
            &cut,
            if right {
                mix(looks.cloth.base, looks.cloth.shade, 0.25)
            } else {
                mix(looks.cloth.base, looks.cloth.light, 0.4)
            },
        );
    }
}

fn shirt(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    skin(brush, looks, &neck.within(&at(150.0, 200.0).l(188.0, 200.0).l(182.0, 258.0).l(150.0, 286.0).mirrored()));
    let light = lighter(looks.cloth.base, 0.22);
    brush.fill(&at(146.5, 276.0).l(153.5, 276.0).l(153.5, 342.0).l(146.5, 342.0), mix(looks.cloth.base, light, 0.6));
    brush.line(&at(154.0, 280.0).l(154.0, 342.0), 0.9, looks.cloth.shade);
    let w = if looks.woman { 0.0 } else { 4.0 };
    let under = at(164.0 + w, 262.0).l(150.5, 278.0).l(164.0 + w, 293.0).l(184.0 + w, 266.0);
    for right in [false, true] {
        brush.fill(&under.side(right), sheer(looks.cloth.shade, 0.7));
    }
    collar(brush, looks.woman, light);
    for y in [292.0, 312.0, 332.0] {
        brush.fill(&circle(150.0, y, 1.7), darker(looks.cloth.shade, 0.25));
        brush.fill(&circle(149.6, y - 0.5, 0.6), light);
    }
    if !looks.woman {
        let pocket = at(181.0, 306.0).l(205.0, 306.0).l(205.0, 342.0).l(181.0, 342.0);
        brush.line(
            &Outline(pocket.0.iter().copied().skip(1).chain([pocket.0[0]]).rev().take(2).collect()),
            1.0,
            looks.cloth.shade,
        );
        brush.line(&at(181.0, 306.0).l(205.0, 306.0), 2.2, sheer(looks.cloth.shade, 0.7));
    }
}

fn standing(brush: &mut Brush, looks: &Looks, neck: &Outline) {
    skin(
        brush,
        looks,
        &neck.within(&at(150.0, 200.0).l(171.0, 200.0).l(171.0, 250.0).l(158.0, 270.0).l(150.0, 270.0).mirrored()),
    );
    let w = if looks.woman { 0.0 } else { 4.5 };
    let band = at(151.5, 270.0)
        .c(154.0, 262.0, 163.0 + w, 256.0, 167.0 + w, 243.0)
        .c(171.0 + w, 246.0, 172.0 + w, 254.0, 176.0 + w, 261.0)
        .c(170.0, 268.0, 160.0, 273.0, 151.5, 278.0);
    brush.fill(&at(148.0, 268.0).l(152.0, 268.0).l(152.0, 342.0).l(148.0, 342.0), looks.cloth.base);
    for right in [false, true] {
        brush.fill(&band.side(right).moved(0.0, 2.0), looks.cloth.shade);
        brush.fill(
            &band.side(right),
            if right { mix(looks.cloth.base, looks.cloth.light, 0.3) } else { looks.cloth.light },
        );
    }
    brush.hair(&at(150.0, 276.0).l(150.0, 342.0), 1.6, looks.cloth.shade);
    let thread = mix(ink(0xE7CE97), looks.cloth.base, 0.15);
    for y in [286.0, 307.0, 328.0] {
        for right in [false, true] {
            brush.line(&at(152.0, y).q(158.0, y - 2.4, 163.0, y).side(right), 1.7, thread);
            brush.fill(&ellipse(163.5, y, 2.2, 1.8).side(right), thread);
        }
        brush.fill(&circle(150.0, y, 2.7), thread);
        brush.fill(&circle(149.4, y - 0.7, 0.9), ink(LINEN));
    }
}
