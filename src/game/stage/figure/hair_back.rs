//! Hair that falls behind head and shoulders.

use crate::game::stage::looks::{Hair, Looks};
use crate::game::stage::outline::{Outline, at, blob, ellipse};
use crate::game::stage::paint::{Brush, ink, mix};

/// Everything behind the neck.
pub fn hair_back(brush: &mut Brush, looks: &Looks) {
    let tones = looks.hair_tones;
    let deep = mix(tones.base, tones.shade, 0.75);
    match looks.hair {
        Hair::Bob => {
            let half = at(150.0, 80.0)
                .c(184.0, 80.0, 203.0, 100.0, 208.0, 138.0)
                .c(212.0, 170.0, 213.0, 212.0, 210.0, 243.0)
                .c(204.0, 250.0, 192.0, 252.0, 182.0, 249.0)
                .l(150.0, 244.0);
            brush.fill(&half.mirrored(), deep);
        }
        Hair::Long => {
            let half = at(150.0, 80.0)
                .c(184.0, 80.0, 203.0, 100.0, 208.0, 140.0)
                .c(213.0, 180.0, 210.0, 214.0, 215.0, 246.0)
                .c(219.0, 270.0, 216.0, 292.0, 204.0, 304.0)
                .c(190.0, 308.0, 178.0, 300.0, 168.0, 290.0)
                .l(150.0, 262.0);
            brush.fill(&half.mirrored(), deep);
        }
        Hair::Ponytail => {
            let tail = at(184.0, 116.0)
                .c(212.0, 112.0, 233.0, 140.0, 232.0, 180.0)
                .c(231.0, 212.0, 222.0, 240.0, 226.0, 268.0)
                .c(208.0, 262.0, 200.0, 240.0, 203.0, 214.0)
                .c(206.0, 186.0, 206.0, 160.0, 190.0, 146.0);
            brush.fill(&tail.side(!looks.parted_right), deep);
            for (from, to) in [(214.0, 214.0), (222.0, 219.0)] {
                let strand = at(from - 6.0, 134.0).c(from + 8.0, 160.0, to + 2.0, 200.0, to - 4.0, 240.0);
                brush.hair(&strand.side(!looks.parted_right), 1.6, tones.light);
            }
            brush.fill(
                &ellipse(192.0, 124.0, 6.5, 10.0).turned(192.0, 124.0, -20.0).side(!looks.parted_right),
                ink(0xC2402C),
            );
            brush.fill(&updo(82.0), deep);
        }
        Hair::Bun => {
            brush.fill(&ellipse(150.0, 76.0, 27.0, 22.0), deep);
            let swirl =
                at(131.0, 80.0).c(133.0, 60.0, 165.0, 58.0, 168.0, 76.0).c(168.0, 88.0, 146.0, 90.0, 143.0, 80.0);
            brush.hair(&swirl, 2.2, tones.light);
            let pin = at(116.0, 66.0).l(150.0, 78.0).l(184.0, 88.0);
            brush.line(&pin, 3.0, ink(0x2F7A63));
            brush.fill(&ellipse(115.0, 65.6, 4.2, 4.2), ink(0xC99A3E));
            brush.fill(&updo(84.0), deep);
        }
        Hair::Perm => brush_curls(brush, looks),
        Hair::Crop | Hair::SidePart | Hair::Fringe => {
            brush.fill(&cap(86.0).within(&at(80.0, 70.0).l(220.0, 70.0).l(220.0, 200.0).l(80.0, 200.0)), deep);
        }
        Hair::Receding => {
            brush.fill(&updo(93.0), deep);
        }
    }
}

/// Hair close to the skull down to the neck.
fn cap(top: f32) -> Outline {
    at(150.0, top)
        .c(182.0, top, 199.0, 104.0, 202.0, 142.0)
        .c(204.0, 168.0, 202.0, 200.0, 190.0, 222.0)
        .l(150.0, 226.0)
        .mirrored()
}

/// Hair put up: close to the skull, ending behind the ears.
fn updo(top: f32) -> Outline {
    at(150.0, top)
        .c(182.0, top, 199.0, 104.0, 202.0, 142.0)
        .c(203.0, 162.0, 201.0, 176.0, 194.0, 188.0)
        .l(150.0, 196.0)
        .mirrored()
}

/// A ring of curls around the head.
fn brush_curls(brush: &mut Brush, looks: &Looks) {
    let tones = looks.hair_tones;
    let deep = mix(tones.base, tones.shade, 0.75);
    brush.fill(
        &blob(&[
            (150.0, 82.0),
            (190.0, 98.0),
            (204.0, 150.0),
            (200.0, 200.0),
            (150.0, 216.0),
            (100.0, 200.0),
            (96.0, 150.0),
            (110.0, 98.0),
        ]),
        deep,
    );
    for (x, y, r) in
        [(199.0, 136.0, 12.0), (204.0, 156.0, 11.5), (205.0, 176.0, 11.5), (202.0, 195.0, 11.0), (195.0, 210.0, 9.5)]
    {
        for right in [false, true] {
            brush.fill(&ellipse(x, y, r, r).side(right), deep);
        }
    }
}
