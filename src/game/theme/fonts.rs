//! The bundled faces and the type scale. Sizes are points at 100 %.

use std::sync::Arc;

use bevy_egui::egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

/// Headlines.
pub const DISPLAY: f32 = 30.0;
/// Titles of cards and columns.
pub const TITLE: f32 = 19.0;
/// Talk and everything read at length.
pub const BODY: f32 = 15.0;
/// Secondary text.
pub const SMALL: f32 = 13.5;
/// Captions.
pub const CAPTION: f32 = 11.5;

const SERIF: &str = "serif";
const BOLD: &str = "sans-bold";

/// A face by name, embedded.
macro_rules! face {
    ($file:literal) => {
        ($file, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file)).as_slice())
    };
}

const FACES: [(&str, &[u8]); 4] = [
    face!("NotoSansSC-Regular.otf"),
    face!("NotoSansSC-Bold.ttf"),
    face!("NotoSerifSC-SemiBold.ttf"),
    face!("NotoEmoji-Regular.ttf"),
];

/// Makes the bundled faces the only ones of this context; every family falls back to sans and emoji.
pub fn install(context: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let [sans, bold, serif, emoji] = FACES.map(|(name, _)| name.to_owned());
    let mut family = |family, faces: &[&String]| {
        fonts.families.insert(family, faces.iter().map(|f| (*f).clone()).collect());
    };
    family(FontFamily::Proportional, &[&sans, &emoji]);
    family(FontFamily::Monospace, &[&sans, &emoji]);
    family(FontFamily::Name(BOLD.into()), &[&bold, &sans, &emoji]);
    family(FontFamily::Name(SERIF.into()), &[&serif, &sans, &emoji]);
    context.set_fonts(fonts);
}

pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

pub fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF.into()))
}
