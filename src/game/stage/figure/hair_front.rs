//! Hair over the forehead and down the cheeks.

use super::head::face;
use crate::game::stage::looks::{Hair, Looks};
use crate::game::stage::outline::{Outline, at, ellipse};
use crate::game::stage::paint::{Brush, mix, sheer};

/// Everything that lies over the face.
pub fn hair_front(brush: &mut Brush, looks: &Looks) {
    let flip = !looks.parted_right;
    match looks.hair {
        Hair::Bob => bob(brush, looks, flip),
        Hair::Long => long(brush, looks),
        Hair::Ponytail => ponytail(brush, looks, flip),
        Hair::Bun => bun(brush, looks),
        Hair::Perm => perm(brush, looks),
        Hair::Crop => crop(brush, looks, flip),
        Hair::SidePart => side_part(brush, looks, flip),
        Hair::Fringe => fringe(brush, looks, flip),
        Hair::Receding => receding(brush, looks),
    }
}

fn turn(outline: &Outline, flip: bool) -> Outline {
    outline.side(!flip)
}

/// The shadow that hair throws on the face; drawn before the hair itself.
fn shadow(brush: &mut Brush, looks: &Looks, hair: &Outline) {
    let side = if hair.0.iter().map(|p| p.x).sum::<f32>() > 150.0 * hair.0.len() as f32 { -1.5 } else { 1.5 };
    brush.fill(&hair.moved(side, 5.0).within(&face(looks)), sheer(looks.skin.shade, 0.55));
}

/// A curved streak of light on the crown.
fn gloss(brush: &mut Brush, looks: &Looks, line: &Outline, flip: bool, width: f32) {
    brush.hair(&turn(line, flip), width, sheer(looks.hair_tones.light, 0.85));
}

fn bob(brush: &mut Brush, looks: &Looks, flip: bool) {
    let tones = looks.hair_tones;
    // The smaller side, right of the parting, and the lock in front of the ear.
    let small = at(171.0, 96.0)
        .c(190.0, 98.0, 204.0, 112.0, 207.5, 142.0)
        .c(211.0, 172.0, 212.0, 210.0, 209.0, 243.0)
        .c(204.0, 249.0, 194.0, 251.0, 187.0, 248.0)
        .c(193.0, 226.0, 196.0, 200.0, 193.0, 176.0)
        .c(190.0, 154.0, 180.0, 136.0, 168.0, 122.0);
    let large = at(186.0, 92.0)
        .c(160.0, 72.0, 118.0, 78.0, 101.0, 112.0)
        .c(88.0, 140.0, 87.0, 206.0, 91.0, 243.0)
        .c(97.0, 250.0, 106.0, 251.0, 113.0, 248.0)
        .c(107.0, 226.0, 104.0, 204.0, 106.0, 180.0)
        .c(124.0, 174.0, 152.0, 160.0, 170.0, 124.0)
        .c(176.0, 114.0, 181.0, 104.0, 186.0, 92.0);
    shadow(brush, looks, &turn(&small, flip));
    shadow(brush, looks, &turn(&large, flip));
    brush.fill(&turn(&small, flip), mix(tones.base, tones.shade, 0.35));
    brush.fill(&turn(&large, flip), tones.base);
    gloss(brush, looks, &at(104.0, 134.0).c(112.0, 112.0, 132.0, 98.0, 154.0, 98.0), flip, 4.2);
    gloss(brush, looks, &at(116.0, 136.0).c(124.0, 120.0, 138.0, 110.0, 154.0, 107.0), flip, 1.8);
    gloss(brush, looks, &at(96.0, 176.0).c(94.0, 196.0, 95.0, 214.0, 98.0, 232.0), flip, 2.0);
    gloss(brush, looks, &at(202.0, 150.0).c(205.0, 172.0, 206.0, 194.0, 204.0, 216.0), flip, 1.6);
}

fn long(brush: &mut Brush, looks: &Looks) {
    let tones = looks.hair_tones;
    // Locks to the chest on both sides.
    let lock = at(186.0, 108.0)
        .c(202.0, 120.0, 207.0, 150.0, 208.0, 180.0)
        .c(209.0, 214.0, 216.0, 240.0, 213.0, 270.0)
        .c(211.0, 286.0, 206.0, 296.0, 198.0, 303.0)
        .c(199.0, 284.0, 190.0, 266.0, 190.0, 244.0)
        .c(190.0, 222.0, 197.0, 200.0, 192.0, 172.0);
    for right in [false, true] {
        brush.fill(&lock.side(right), if right { mix(tones.base, tones.shade, 0.3) } else { tones.base });
        let strand = at(201.0, 186.0).c(202.0, 216.0, 207.0, 240.0, 204.0, 270.0);
        brush.hair(&strand.side(right), 1.8, sheer(tones.light, if right { 0.5 } else { 0.9 }));
    }
    // A light fringe, open in the middle.
    let top = at(150.0, 79.0)
        .c(184.0, 79.0, 204.0, 104.0, 206.0, 146.0)
        .c(206.0, 162.0, 202.0, 178.0, 197.0, 190.0)
        .c(196.0, 180.0, 195.0, 174.0, 192.0, 166.0)
        .c(182.0, 166.0, 170.0, 163.0, 162.0, 157.0)
        .c(158.0, 151.0, 154.0, 146.0, 151.5, 139.0)
        .c(150.0, 148.0, 146.0, 154.0, 140.0, 159.0)
        .c(130.0, 165.0, 118.0, 167.0, 108.0, 167.0)
        .c(105.0, 174.0, 104.0, 180.0, 103.0, 190.0)
        .c(98.0, 178.0, 94.0, 162.0, 94.0, 146.0)
        .c(96.0, 104.0, 116.0, 79.0, 150.0, 79.0);
    shadow(brush, looks, &top);
    brush.fill(&top, tones.base);
    for line in [
        at(130.0, 132.0).q(122.0, 148.0, 119.0, 163.0),
        at(170.0, 132.0).q(178.0, 148.0, 181.0, 162.0),
        at(142.0, 128.0).q(138.0, 144.0, 135.0, 157.0),
    ] {
        brush.hair(&line, 1.4, tones.shade);
    }
    gloss(brush, looks, &at(106.0, 132.0).c(114.0, 108.0, 134.0, 96.0, 160.0, 97.0), false, 4.2);
    gloss(brush, looks, &at(117.0, 134.0).c(124.0, 118.0, 138.0, 108.0, 154.0, 106.0), false, 1.8);
}

fn ponytail(brush: &mut Brush, looks: &Looks, flip: bool) {
    let tones = looks.hair_tones;
    let top = at(150.0, 81.0)
        .c(184.0, 81.0, 203.0, 106.0, 203.0, 146.0)
        .c(203.0, 160.0, 201.0, 170.0, 197.0, 178.0)
        .c(196.0, 158.0, 188.0, 140.0, 172.0, 124.0)
        .c(160.0, 146.0, 132.0, 160.0, 108.0, 160.0)
        .c(105.0, 168.0, 103.5, 176.0, 103.0, 184.0)
        .c(98.0, 172.0, 96.0, 160.0, 97.0, 146.0)
        .c(97.0, 106.0, 116.0, 81.0, 150.0, 81.0);
    shadow(brush, looks, &turn(&top, flip));
    brush.fill(&turn(&top, flip), tones.base);
    // Loose strands beside the ears.
    for right in [false, true] {
        brush.hair(&at(196.0, 168.0).c(200.0, 184.0, 195.0, 200.0, 198.0, 214.0).side(right), 3.6, tones.base);
    }
    gloss(brush, looks, &at(107.0, 132.0).c(114.0, 110.0, 134.0, 98.0, 158.0, 98.0), flip, 4.0);
    gloss(brush, looks, &at(120.0, 138.0).c(134.0, 132.0, 148.0, 122.0, 158.0, 110.0), flip, 1.6);
    gloss(brush, looks, &at(184.0, 112.0).c(192.0, 120.0, 196.0, 132.0, 197.0, 144.0), flip, 1.8);
}

fn bun(brush: &mut Brush, looks: &Looks) {
    let tones = looks.hair_tones;
    let top = at(150.0, 83.0)
        .c(182.0, 83.0, 202.0, 106.0, 202.5, 146.0)
        .c(202.5, 160.0, 200.0, 172.0, 196.5, 182.0)
        .c(196.0, 162.0, 190.0, 142.0, 174.0, 132.0)
        .c(164.0, 126.0, 155.0, 124.0, 150.0, 118.0);
    let top = top.mirrored();
    shadow(brush, looks, &top);
    brush.fill(&top, tones.base);
    for x in [8.0, 20.0, 32.0f32] {
        for right in [false, true] {
            let strand = at(150.0 + x * 0.4, 88.0).c(
                150.0 + x,
                98.0,
                152.0 + x * 1.2,
                112.0,
                154.0 + x * 1.25,
                122.0 + x * 0.45,
            );
            brush.hair(&strand.side(right), 1.4, sheer(if right { tones.shade } else { tones.light }, 0.8));
        }
    }
}

fn perm(brush: &mut Brush, looks: &Looks) {
    let tones = looks.hair_tones;
    let cap = at(150.0, 80.0)
        .c(184.0, 80.0, 203.0, 110.0, 202.0, 156.0)
        .c(201.0, 168.0, 199.0, 176.0, 196.0, 180.0)
        .c(194.0, 152.0, 180.0, 138.0, 150.0, 138.0)
        .mirrored();
    shadow(brush, looks, &cap);
    brush.fill(&cap, tones.base);
    let curls = [
        (112.0, 150.0, 10.5),
        (188.0, 150.0, 10.5),
        (121.0, 136.0, 12.0),
        (180.0, 137.0, 11.0),
        (137.0, 131.0, 13.0),
        (154.0, 130.0, 12.0),
        (168.0, 132.0, 11.5),
        (103.0, 168.0, 10.5),
        (197.0, 168.0, 10.5),
        (101.0, 186.0, 9.5),
        (199.0, 186.0, 9.5),
        (108.0, 122.0, 14.0),
        (192.0, 122.0, 14.0),
        (124.0, 102.0, 15.5),
        (176.0, 102.0, 15.5),
        (150.0, 94.0, 16.5),
        (149.0, 112.0, 15.0),
    ];
    for (x, y, r) in curls {
        brush.fill(&ellipse(x, y, r, r), tones.base);
    }
    for (i, (x, y, r)) in curls.into_iter().enumerate() {
        let k = r * 0.62;
        let curl = at(x - k, y + k * 0.4).c(x - k, y - k, x + k * 0.9, y - k, x + k * 0.8, y + k * 0.1).c(
            x + k * 0.7,
            y + k * 0.8,
            x - k * 0.4,
            y + k * 0.7,
            x - k * 0.25,
            y,
        );
        let tone = if x < 150.0 || i % 3 == 0 { tones.light } else { tones.shade };
        brush.hair(&curl, 2.0, sheer(tone, 0.75));
    }
}

fn crop(brush: &mut Brush, looks: &Looks, flip: bool) {
    let tones = looks.hair_tones;
    let top = at(102.0, 176.0)
        .c(97.0, 160.0, 94.0, 140.0, 98.0, 122.0)
        .c(98.0, 108.0, 106.0, 96.0, 116.0, 90.0)
        .c(122.0, 82.0, 134.0, 78.0, 142.0, 80.0)
        .c(152.0, 74.0, 168.0, 75.0, 176.0, 83.0)
        .c(188.0, 84.0, 198.0, 96.0, 199.0, 108.0)
        .c(206.0, 122.0, 205.0, 152.0, 198.0, 176.0)
        .c(196.0, 166.0, 195.0, 156.0, 192.0, 148.0)
        .c(191.0, 141.0, 188.0, 136.0, 184.0, 133.0)
        .q(182.0, 139.0, 176.0, 142.0)
        .q(176.0, 136.0, 172.0, 131.0)
        .q(166.0, 139.0, 157.0, 142.0)
        .q(158.0, 136.0, 154.0, 131.0)
        .q(146.0, 140.0, 134.0, 142.0)
        .q(136.0, 137.0, 133.0, 132.0)
        .q(124.0, 138.0, 113.0, 139.0)
        .c(107.0, 148.0, 104.0, 162.0, 102.0, 176.0);
    shadow(brush, looks, &turn(&top, flip));
    brush.fill(&turn(&top, flip), tones.base);
    for (x, y) in [(118.0, 98.0), (136.0, 90.0), (156.0, 88.0), (176.0, 96.0)] {
        let tuft = at(x, y + 14.0).q(x + 2.0, y + 2.0, x + 12.0, y);
        gloss(brush, looks, &tuft, flip, 2.6);
    }
    gloss(brush, looks, &at(103.0, 130.0).q(104.0, 116.0, 111.0, 106.0), flip, 2.2);
}

fn side_part(brush: &mut Brush, looks: &Looks, flip: bool) {
    let tones = looks.hair_tones;
    let small = at(176.0, 94.0)
        .c(194.0, 98.0, 203.0, 114.0, 203.0, 140.0)
        .c(203.0, 156.0, 201.0, 168.0, 197.5, 178.0)
        .c(197.0, 160.0, 193.0, 140.0, 176.0, 122.0);
    let large = at(180.0, 118.0)
        .c(182.0, 106.0, 182.0, 98.0, 178.0, 90.0)
        .c(160.0, 70.0, 118.0, 76.0, 104.0, 102.0)
        .c(95.0, 120.0, 95.0, 152.0, 102.5, 178.0)
        .c(103.5, 166.0, 105.0, 156.0, 109.0, 147.0)
        .c(120.0, 143.0, 158.0, 140.0, 180.0, 118.0);
    shadow(brush, looks, &turn(&large, flip));
    shadow(brush, looks, &turn(&small, flip));
    brush.fill(&turn(&small, flip), mix(tones.base, tones.shade, 0.4));
    brush.fill(&turn(&large, flip), tones.base);
    gloss(brush, looks, &at(107.0, 126.0).c(113.0, 104.0, 134.0, 92.0, 160.0, 94.0), flip, 4.0);
    gloss(brush, looks, &at(114.0, 134.0).c(128.0, 128.0, 150.0, 122.0, 166.0, 108.0), flip, 1.8);
    brush.hair(&turn(&at(181.0, 118.0).q(184.0, 104.0, 178.0, 91.0), flip), 1.6, tones.shade);
}

fn fringe(brush: &mut Brush, looks: &Looks, flip: bool) {
    let tones = looks.hair_tones;
    let top = at(101.0, 184.0)
        .c(93.0, 158.0, 92.0, 124.0, 106.0, 102.0)
        .c(122.0, 76.0, 176.0, 72.0, 194.0, 102.0)
        .c(207.0, 124.0, 207.0, 158.0, 199.0, 184.0)
        .c(197.0, 174.0, 196.0, 168.0, 193.0, 160.0)
        .q(190.0, 152.0, 184.0, 146.0)
        .q(184.0, 153.0, 180.0, 158.0)
        .q(176.0, 152.0, 172.0, 148.0)
        .q(166.0, 158.0, 154.0, 163.0)
        .q(155.0, 156.0, 153.0, 151.0)
        .q(142.0, 162.0, 126.0, 165.0)
        .q(129.0, 158.0, 128.0, 153.0)
        .q(118.0, 161.0, 106.0, 163.0)
        .c(103.0, 170.0, 102.0, 176.0, 101.0, 184.0);
    shadow(brush, looks, &turn(&top, flip));
    brush.fill(&turn(&top, flip), tones.base);
    for line in [
        at(153.0, 151.0).c(160.0, 138.0, 164.0, 122.0, 164.0, 108.0),
        at(128.0, 153.0).c(138.0, 140.0, 144.0, 124.0, 146.0, 106.0),
        at(172.0, 148.0).c(178.0, 138.0, 181.0, 126.0, 180.0, 114.0),
    ] {
        brush.hair(&turn(&line, flip), 1.5, tones.shade);
    }
    gloss(brush, looks, &at(104.0, 130.0).c(112.0, 106.0, 136.0, 94.0, 164.0, 96.0), flip, 4.2);
}

fn receding(brush: &mut Brush, looks: &Looks) {
    let tones = looks.hair_tones;
    // The bare crown shines; hair stays at the sides and as a thin cover on top.
    brush.hair(&at(126.0, 120.0).c(134.0, 111.0, 148.0, 107.0, 160.0, 109.0), 4.0, sheer(looks.skin.light, 0.7));
    let side = at(191.0, 112.0)
        .c(203.0, 122.0, 207.0, 148.0, 204.0, 172.0)
        .c(203.0, 180.0, 200.0, 184.0, 196.5, 188.0)
        .c(197.0, 170.0, 195.0, 152.0, 188.0, 142.0)
        .c(192.0, 132.0, 192.0, 122.0, 186.0, 112.0);
    let thin = at(108.0, 134.0)
        .c(112.0, 100.0, 136.0, 90.0, 154.0, 91.0)
        .c(176.0, 92.0, 190.0, 104.0, 193.0, 130.0)
        .c(184.0, 112.0, 168.0, 103.0, 150.0, 104.0)
        .c(132.0, 104.0, 116.0, 114.0, 108.0, 134.0);
    brush.fill(&thin, tones.base);
    for right in [false, true] {
        brush.fill(&side.side(right), if right { mix(tones.base, tones.shade, 0.35) } else { tones.base });
        for (a, b) in [(199.0, 150.0), (201.0, 164.0)] {
            brush.hair(&at(a - 5.0, b - 12.0).q(a + 1.0, b, a, b + 12.0).side(right), 1.4, sheer(tones.light, 0.8));
        }
    }
    brush.hair(&at(118.0, 113.0).c(128.0, 101.0, 144.0, 97.0, 160.0, 98.0), 2.0, sheer(tones.light, 0.8));
}
