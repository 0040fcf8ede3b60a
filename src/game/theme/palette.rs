//! Colours: rice paper by day, ink by night. Accents carry a shade for fills, one for text, one for washes.

use bevy_egui::egui::{Color32, Ui};

/// One accent in three shades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accent {
    /// For bars, strokes and filled areas; not for text.
    pub fill: Color32,
    /// For text, on paper, on a card or on the wash.
    pub text: Color32,
    /// A ground for text.
    pub wash: Color32,
}

/// The accents by name; what a view model names instead of a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tint {
    /// 朱砂: acting, closing.
    Vermilion,
    /// 玉: good, the trainee.
    Jade,
    /// 金: warning, persona.
    Gold,
    /// 靛: information, script.
    Indigo,
    /// 檀: patience, objections.
    Incense,
    #[default]
    Plain,
}

impl Tint {
    pub const ALL: [Tint; 6] = [Tint::Vermilion, Tint::Jade, Tint::Gold, Tint::Indigo, Tint::Incense, Tint::Plain];
}

/// All colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub dark: bool,
    /// The ground of everything.
    pub paper: Color32,
    pub card: Color32,
    /// Tracks of bars and quiet chips.
    pub sunken: Color32,
    pub line: Color32,
    pub ink: Color32,
    pub ink2: Color32,
    pub ink3: Color32,
    /// Text on a filled vermilion.
    pub on_fill: Color32,
    pub vermilion: Accent,
    pub jade: Accent,
    pub gold: Accent,
    pub indigo: Accent,
    pub incense: Accent,
    /// The burnt part of the incense and its smoke.
    pub ash: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn accent(fill: u32, text: u32, wash: u32) -> Accent {
    Accent { fill: rgb(fill), text: rgb(text), wash: rgb(wash) }
}

impl Palette {
    pub const LIGHT: Palette = Palette {
        dark: false,
        paper: rgb(0xF5F0E6),
        card: rgb(0xFFFDF8),
        sunken: rgb(0xEBE2D2),
        line: rgb(0xE3DACA),
        ink: rgb(0x24211D),
        ink2: rgb(0x5C544A),
        ink3: rgb(0x6B6257),
        on_fill: rgb(0xFFFDF8),
        vermilion: accent(0xC2402C, 0xA93622, 0xF3DAD2),
        jade: accent(0x2F7A63, 0x256852, 0xDCEBE3),
        gold: accent(0xB98324, 0x7E560F, 0xF4E6C8),
        indigo: accent(0x34506F, 0x34506F, 0xDDE5EE),
        incense: accent(0x8A5A3C, 0x7E5135, 0xEBDDD0),
        ash: rgb(0xA1978A),
    };

    pub const DARK: Palette = Palette {
        dark: true,
        paper: rgb(0x1D1B19),
        card: rgb(0x282522),
        sunken: rgb(0x322E2A),
        line: rgb(0x3A3530),
        ink: rgb(0xEDE6DA),
        ink2: rgb(0xB9AF9F),
        ink3: rgb(0xA59B8C),
        on_fill: rgb(0xFFFDF8),
        vermilion: accent(0xC2402C, 0xEB8570, 0x46261F),
        jade: accent(0x5FB090, 0x6FBF9F, 0x213A31),
        gold: accent(0xD9A648, 0xD9A648, 0x3F3319),
        indigo: accent(0x8FB0D6, 0x8FB0D6, 0x25313F),
        incense: accent(0xC08A66, 0xCB9673, 0x3B2C22),
        ash: rgb(0x7C7368),
    };

    /// The palette of the theme that this `ui` is drawn in.
    pub fn of(ui: &Ui) -> &'static Palette {
        Self::by_mode(ui.visuals().dark_mode)
    }

    pub fn by_mode(dark: bool) -> &'static Palette {
        if dark { &Self::DARK } else { &Self::LIGHT }
    }

    pub fn tint(&self, tint: Tint) -> Accent {
        match tint {
            Tint::Vermilion => self.vermilion,
            Tint::Jade => self.jade,
            Tint::Gold => self.gold,
            Tint::Indigo => self.indigo,
            Tint::Incense => self.incense,
            Tint::Plain => Accent { fill: self.ash, text: self.ink2, wash: self.sunken },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.03928 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_stands_out_from_every_ground_it_is_put_on() {
        assert!(contrast(Color32::BLACK, Color32::WHITE) > 20.9);
        for palette in [Palette::LIGHT, Palette::DARK] {
            let mut pairs = Vec::new();
            for ground in [palette.paper, palette.card, palette.sunken] {
                pairs.extend([palette.ink, palette.ink2, palette.ink3].map(|text| ("ink", text, ground)));
            }
            for tint in Tint::ALL {
                let accent = palette.tint(tint);
                pairs.push(("ink on wash", palette.ink, accent.wash));
                pairs.extend([palette.paper, palette.card, accent.wash].map(|g| ("accent", accent.text, g)));
            }
            pairs.push(("button", palette.on_fill, palette.vermilion.fill));
            pairs.push(("chosen chip", palette.paper, palette.ink));
            for (what, text, ground) in pairs {
                let found = contrast(text, ground);
                assert!(found >= 4.5, "{what}: {text:?} on {ground:?} is {found:.2} (dark: {})", palette.dark);
            }
        }
    }
}
