//! A hand with the handset of a telephone, and hands with a mobile.

use crate::game::stage::looks::Looks;
use crate::game::stage::outline::{at, block, circle, ellipse};
use crate::game::stage::paint::{Brush, darker, ink, lighter, mix, sheer};

/// Body of the telephone on the desk and of its handset.
pub const TELEPHONE: u32 = 0x34506F;

/// Forearm, hand and handset at the ear.
pub fn handset(brush: &mut Brush, looks: &Looks) {
    let skin = looks.skin;
    let body = ink(TELEPHONE);
    // The cord runs down to the desk.
    let cord = at(188.0, 238.0).c(186.0, 262.0, 226.0, 262.0, 214.0, 290.0).c(206.0, 308.0, 190.0, 322.0, 182.0, 345.0);
    brush.line(&cord, 2.2, darker(body, 0.25));
    // The forearm rises from the elbow beyond the edge.
    let sleeve = at(218.0, 345.0)
        .c(214.0, 316.0, 206.0, 276.0, 203.0, 248.0)
        .c(210.0, 238.0, 224.0, 236.0, 231.0, 243.0)
        .c(246.0, 276.0, 262.0, 310.0, 268.0, 345.0);
    brush.fill(&sleeve, looks.cloth.base);
    let under =
        at(218.0, 345.0).c(214.0, 316.0, 206.0, 276.0, 203.0, 248.0).c(210.0, 280.0, 222.0, 312.0, 230.0, 345.0);
    brush.fill(&under, sheer(looks.cloth.shade, 0.8));
    brush.hair(&at(226.0, 262.0).c(236.0, 282.0, 244.0, 302.0, 250.0, 326.0), 3.0, sheer(looks.cloth.light, 0.8));
    let cuff = at(201.5, 250.0)
        .c(208.0, 240.0, 223.0, 236.0, 232.0, 243.0)
        .l(234.5, 249.0)
        .c(224.0, 243.0, 211.0, 247.0, 203.0, 257.0);
    brush.fill(&cuff, looks.cloth.shade);
    // Wrist and palm behind the handset.
    let palm = at(207.0, 248.0)
        .c(202.0, 232.0, 198.0, 220.0, 200.0, 206.0)
        .c(203.0, 194.0, 216.0, 190.0, 224.0, 198.0)
        .c(231.0, 208.0, 230.0, 226.0, 227.0, 242.0)
        .c(221.0, 240.0, 213.0, 243.0, 207.0, 248.0);
    brush.fill(&palm, mix(skin.base, skin.shade, 0.3));
    // The handset lies along the cheek.
    let grip = at(199.0, 166.0)
        .c(216.0, 182.0, 214.0, 214.0, 192.0, 236.0)
        .l(184.0, 231.0)
        .c(200.0, 212.0, 202.0, 188.0, 190.0, 174.0);
    brush.fill(&grip, body);
    brush.fill(&block(-9.5, -8.0, 19.0, 16.0, 5.5).turned(0.0, 0.0, 52.0).moved(193.5, 168.5), body);
    brush.fill(&block(-9.5, -7.5, 19.0, 15.0, 5.5).turned(0.0, 0.0, -44.0).moved(186.0, 235.0), body);
    brush.hair(&at(201.0, 172.0).c(211.0, 188.0, 208.0, 208.0, 196.0, 224.0), 2.4, lighter(body, 0.3));
    // Four fingers around it, the thumb along its edge.
    for (i, (x, y)) in [(193.0, 194.0), (192.5, 202.5), (191.5, 211.0), (190.5, 219.0)].into_iter().enumerate() {
        let length = [21.0, 22.0, 21.0, 17.0][i];
        let finger = block(0.0, -4.6, length, 9.2, 4.6).turned(0.0, 0.0, -8.0 + 5.0 * i as f32).moved(x, y);
        brush.fill(&finger.moved(0.3, 1.3), skin.shade);
        brush.fill(&finger, skin.base);
        brush.fill(&ellipse(x + 3.6, y - 0.4, 2.2, 2.3), sheer(skin.light, 0.8));
    }
    let back = at(207.0, 191.0)
        .c(217.0, 186.0, 228.0, 196.0, 229.0, 210.0)
        .c(230.0, 222.0, 227.0, 232.0, 225.0, 240.0)
        .c(216.0, 238.0, 211.0, 226.0, 207.0, 224.0);
    brush.fill(&back, skin.base);
    for (y, x) in [(199.0, 209.0), (207.5, 209.5), (215.5, 209.0)] {
        brush.hair(&at(x, y).q(x + 5.0, y - 0.6, x + 9.0, y + 1.0), 1.2, skin.shade);
    }
}

/// Both hands with a mobile, seen from its back, at the lower edge.
pub fn phone(brush: &mut Brush, looks: &Looks) {
    let skin = looks.skin;
    for right in [false, true] {
        let arm = at(178.0, 330.0).c(190.0, 318.0, 206.0, 316.0, 226.0, 324.0).l(240.0, 380.0).l(186.0, 380.0);
        brush.fill(&arm.side(right), looks.cloth.shade);
    }
    let shell = ink(0x34302C);
    brush.fill(&block(126.0, 286.0, 48.0, 96.0, 8.0), shell);
    brush.fill(&block(127.2, 287.2, 45.6, 96.0, 7.0), lighter(shell, 0.1));
    brush.fill(&block(131.0, 291.5, 15.0, 15.0, 4.5), shell);
    for (x, y) in [(135.5, 296.0), (141.5, 302.0)] {
        brush.fill(&circle(x, y, 2.6), ink(0x161412));
        brush.fill(&circle(x - 0.7, y - 0.8, 0.8), ink(0x7FA6B8));
    }
    for right in [false, true] {
        let palm = at(172.0, 318.0).c(180.0, 308.0, 194.0, 312.0, 198.0, 326.0).l(200.0, 380.0).l(172.0, 380.0);
        brush.fill(&palm.side(right), mix(skin.base, skin.shade, if right { 0.3 } else { 0.12 }));
        for i in 0..3 {
            let y = 314.0 + 11.0 * i as f32;
            let finger = block(159.0, y, 24.0, 9.6, 4.8).turned(171.0, y, 6.0);
            brush.fill(&finger.moved(0.0, 1.2).side(right), skin.shade);
            brush.fill(&finger.side(right), skin.base);
        }
    }
}
