//! How one person looks: hair, clothes, skin and proportions, decided from the scenario's figure. Pure.

use bevy::color::Srgba;

use super::expression::smooth;
use super::motion::scatter;
use super::paint::{darker, ink, lighter, mix};
use crate::scenario::format::{Figure, Gender, Place};

/// Hair, cut and laid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hair {
    Bob,
    Long,
    Ponytail,
    Bun,
    Perm,
    Crop,
    SidePart,
    Receding,
    Fringe,
}

/// What is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Garment {
    /// A sweater with a V neck over a white collar.
    Sweater,
    RoundNeck,
    Turtleneck,
    /// A blazer over a light shirt.
    Blazer,
    Shirt,
    /// A jacket with a standing collar and knot buttons.
    Standing,
}

/// A colour in its steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tones {
    pub base: Srgba,
    pub shade: Srgba,
    pub light: Srgba,
}

impl Tones {
    fn of(base: Srgba, shade: f32, light: f32) -> Self {
        Self { base, shade: darker(base, shade), light: lighter(base, light) }
    }
}

/// Everything that drawing one person needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Looks {
    pub woman: bool,
    pub hair: Hair,
    pub garment: Garment,
    pub glasses: bool,
    pub skin: Tones,
    pub hair_tones: Tones,
    pub cloth: Tones,
    pub brow: Srgba,
    pub lip: Srgba,
    /// Lines in the face, 0 none … 1 many.
    pub lines: f32,
    /// Breadth of the jaw, 0 narrow … 1 square.
    pub jaw: f32,
    /// Size of the eyes, a factor around 1.
    pub eyes: f32,
    /// Half the distance between the eyes, in units of the drawing.
    pub apart: f32,
    /// Length of the nose, a factor around 1.
    pub nose: f32,
    /// Hair parted on the right of the picture.
    pub parted_right: bool,
    pub earrings: bool,
    /// Holds a handset.
    pub phones: bool,
}

/// A colour written `#RRGGBB`, or the fallback for anything else.
pub fn colour_or(text: &str, fallback: Srgba) -> Srgba {
    match Srgba::hex(text.trim()) {
        Ok(colour) => Srgba { alpha: 1.0, ..colour },
        Err(_) => fallback,
    }
}

/// FNV-1a over what tells two figures apart, so that the same figure always looks the same.
fn salt(figure: &Figure) -> u32 {
    let age = [figure.age, u8::from(figure.gender == Gender::Man)];
    figure
        .hair
        .bytes()
        .chain(figure.clothes.bytes())
        .chain(age)
        .fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl Looks {
    /// The looks of a figure; in the evening (`dark`) its colours are a little quieter.
    pub fn of(figure: &Figure, dark: bool) -> Self {
        let salt = salt(figure);
        let draw = |n: u32| scatter(salt.wrapping_add(n.wrapping_mul(7919)));
        let pick = |n: u32, of: usize| ((draw(n) * of as f32) as usize).min(of - 1);
        let woman = figure.gender == Gender::Woman;
        let age = f32::from(figure.age.clamp(16, 90));
        let dim = |colour: Srgba| if dark { mix(colour, ink(0x2B2622), 0.1) } else { colour };

        let skins = [0xF3CBA8, 0xEFC39C, 0xF5D2B2, 0xE6B78E];
        let skin = ink(skins[pick(1, skins.len())]);
        let skin = dim(if woman { skin } else { mix(skin, ink(0xC98F63), 0.18) });

        let own = colour_or(&figure.hair, ink(0x2B2523));
        let grey = smooth(48.0, 84.0, age) * 0.85;
        let hair = dim(mix(own, ink(0xB9B3AA), grey));
        let cloth = dim(colour_or(&figure.clothes, ink(0xB24E37)));

        Self {
            woman,
            hair: Self::hair(woman, figure.age, &pick),
            garment: Self::garment(woman, figure, &pick),
            glasses: figure.glasses,
            skin: Tones { base: skin, shade: mix(skin, ink(0xBC6A48), 0.34), light: lighter(skin, 0.4) },
            hair_tones: Tones::of(hair, 0.3, 0.13),
            cloth: Tones::of(cloth, 0.24, 0.16),
            brow: darker(mix(hair, ink(0x4A3A32), 0.25), 0.2),
            lip: if woman { mix(skin, ink(0xB23B34), 0.68) } else { mix(skin, ink(0x93463A), 0.6) },
            lines: smooth(38.0, 78.0, age),
            jaw: if woman { 0.05 + 0.3 * draw(4) } else { 0.6 + 0.4 * draw(4) },
            eyes: if woman { 1.02 + 0.12 * draw(5) } else { 0.9 + 0.1 * draw(5) } - 0.08 * smooth(45.0, 75.0, age),
            apart: 20.0 + 1.8 * draw(6),
            nose: 0.92 + 0.2 * draw(7),
            parted_right: draw(8) < 0.6,
            earrings: woman && draw(9) < 0.6,
            phones: figure.place == Place::Desk,
        }
    }

    fn hair(woman: bool, age: u8, pick: &impl Fn(u32, usize) -> usize) -> Hair {
        let kinds: &[Hair] = match (woman, age) {
            (true, ..=25) => &[Hair::Long, Hair::Ponytail],
            (true, 26..=44) => &[Hair::Bob, Hair::Long, Hair::Bob],
            (true, 45..=57) => &[Hair::Perm, Hair::Bob, Hair::Bun],
            (true, _) => &[Hair::Bun, Hair::Perm],
            (false, ..=27) => &[Hair::Crop, Hair::Fringe],
            (false, 28..=44) => &[Hair::SidePart, Hair::Crop],
            (false, 45..=57) => &[Hair::SidePart, Hair::Receding],
            (false, _) => &[Hair::Receding],
        };
        kinds[pick(2, kinds.len())]
    }

    fn garment(woman: bool, figure: &Figure, pick: &impl Fn(u32, usize) -> usize) -> Garment {
        let kinds: &[Garment] = match (figure.place, figure.age) {
            (_, 62..) => &[Garment::Standing, Garment::Sweater],
            (Place::Desk, _) => &[Garment::Blazer, Garment::Shirt],
            (_, 45..) => &[Garment::Sweater, Garment::Shirt, Garment::Turtleneck],
            _ if woman => &[Garment::RoundNeck, Garment::Sweater, Garment::Turtleneck],
            _ => &[Garment::RoundNeck, Garment::Shirt, Garment::Sweater],
        };
        kinds[pick(3, kinds.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_figure_is_the_one_of_the_target_picture() {
        let looks = Looks::of(&Figure::default(), false);
        assert_eq!((looks.hair, looks.garment), (Hair::Bob, Garment::Sweater));
    }

    #[test]
    fn age_and_gender_decide_hair_and_lines() {
        let of = |gender, age| Looks::of(&Figure { gender, age, ..Figure::default() }, false);
        for (gender, age, fits) in [
            (Gender::Woman, 20, &[Hair::Long, Hair::Ponytail][..]),
            (Gender::Woman, 70, &[Hair::Bun, Hair::Perm][..]),
            (Gender::Man, 22, &[Hair::Crop, Hair::Fringe][..]),
            (Gender::Man, 66, &[Hair::Receding][..]),
        ] {
            assert!(fits.contains(&of(gender, age).hair), "{gender:?} {age}");
        }
        assert_eq!(of(Gender::Man, 30).lines, 0.0);
        assert!(of(Gender::Man, 50).lines < of(Gender::Man, 70).lines);
        let light = |age| {
            let hair = of(Gender::Man, age).hair_tones.base;
            hair.red + hair.green + hair.blue
        };
        assert!(light(30) < light(60) && light(60) < light(80), "hair greys");
    }

    #[test]
    fn bad_colours_fall_back() {
        let fallback = ink(0x123456);
        for bad in ["", "red", "#12", "#GGGGGG", "林", "#1234567890"] {
            assert_eq!(colour_or(bad, fallback), fallback, "{bad}");
        }
        assert_eq!(colour_or(" #B24E37 ", fallback), ink(0xB24E37));
    }
}
