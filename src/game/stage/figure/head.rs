//! Head, ears, nose and the lines that years draw: what no feeling changes.

use crate::game::stage::looks::{Hair, Looks};
use crate::game::stage::outline::{Outline, at, circle, ellipse};
use crate::game::stage::paint::{Brush, ink, mix, sheer};

/// The outline of the face; convex, so that shadows can be cut by it.
pub fn face(looks: &Looks) -> Outline {
    let j = looks.jaw;
    at(150.0, 104.0)
        .c(178.0, 104.0, 194.0 + j, 130.0, 194.5 + j, 172.0)
        .c(195.0 + j, 196.0, 190.0 + 2.5 * j, 212.0, 179.0 + 4.0 * j, 226.0)
        .c(171.0 + 4.0 * j, 236.0 + j, 161.0 + 3.0 * j, 243.0 + 2.0 * j, 150.0, 243.0 + 2.0 * j)
        .mirrored()
}

/// Ears and face.
pub fn head(brush: &mut Brush, looks: &Looks) {
    let skin = looks.skin;
    if shows_ears(looks.hair) {
        for right in [false, true] {
            ear(brush, looks, right);
        }
    }
    let face = face(looks);
    brush.fill(&face, skin.base);
    let side = at(203.0, 100.0)
        .l(203.0, 250.0)
        .l(140.0, 250.0)
        .c(172.0, 240.0, 187.0, 214.0, 188.0, 180.0)
        .c(189.0, 150.0, 184.0, 120.0, 176.0, 100.0);
    brush.fill(&side.within(&face), sheer(skin.shade, 0.28));
}

fn shows_ears(hair: Hair) -> bool {
    !matches!(hair, Hair::Bob | Hair::Long)
}

fn ear(brush: &mut Brush, looks: &Looks, right: bool) {
    let skin = looks.skin;
    let shape =
        at(193.0, 176.0).c(198.0, 168.0, 207.0, 172.0, 205.5, 184.0).c(204.5, 193.0, 201.0, 202.0, 192.0, 203.0);
    brush.fill(&shape.side(right), if right { mix(skin.base, skin.shade, 0.35) } else { skin.base });
    let fold = at(197.0, 179.0).c(202.5, 176.0, 203.0, 186.0, 197.5, 194.0);
    brush.hair(&fold.side(right), 1.8, skin.shade);
    if looks.earrings {
        brush.fill(&circle(199.0, 206.0, 2.6).side(right), ink(0xC99A3E));
        brush.fill(&circle(198.4, 205.2, 0.9).side(right), ink(0xFBEFCF));
    }
}

pub(super) fn nose(brush: &mut Brush, looks: &Looks) {
    let n = looks.nose;
    let tip = 189.0 + 17.0 * n;
    let bridge = at(152.5, 186.0).c(154.0, 195.0, 157.5, 200.0, 157.8, tip - 1.5).c(
        157.0,
        tip + 2.6,
        150.5,
        tip + 3.2,
        146.5,
        tip + 1.4,
    );
    let width = if looks.woman { 2.0 } else { 2.5 };
    brush.hair(&bridge, width, mix(looks.skin.shade, ink(0xA65F42), 0.18));
    brush.fill(&ellipse(151.0, tip - 4.0, 2.2, 3.0), sheer(looks.skin.light, 0.55));
}

/// Wrinkles, faint ones first.
pub(super) fn lines(brush: &mut Brush, looks: &Looks) {
    let age = looks.lines;
    if age <= 0.02 {
        return;
    }
    let colour = sheer(mix(looks.skin.shade, ink(0x9C5B41), 0.3), age.sqrt() * 0.85);
    for right in [false, true] {
        let cheek = at(164.0, 206.0).c(169.0, 210.0, 171.0, 215.0, 170.0, 220.0);
        brush.hair(&cheek.side(right), 1.5, colour);
        let bag = at(162.0, 197.5).q(170.0, 201.5, 179.0, 197.0);
        brush.hair(&bag.side(right), 1.2, colour);
        if age > 0.35 {
            for (dy, slope) in [(-2.5, -3.0), (1.5, 0.8)] {
                brush.hair(
                    &at(184.5, 186.0 + dy).l(187.0, 186.0 + dy + slope * 0.4).l(190.0, 186.0 + dy + slope),
                    1.1,
                    colour,
                );
                brush.hair(
                    &at(184.5, 186.0 + dy).l(187.0, 186.0 + dy + slope * 0.4).l(190.0, 186.0 + dy + slope).flipped(),
                    1.1,
                    colour,
                );
            }
        }
    }
    if age > 0.45 && matches!(looks.hair, Hair::Receding | Hair::Bun | Hair::SidePart) {
        for (y, w) in [(146.0, 22.0), (152.5, 27.0)] {
            brush.hair(&at(150.0 - w, y + 1.5).q(150.0, y - 2.0, 150.0 + w, y + 1.5), 1.2, colour);
        }
    }
}
