//! One layer of the picture as filled shapes. Pure.

use super::expression::Expression;
use super::looks::Looks;
use super::paint::{Brush, ink};
use super::{figure, place};
use crate::game::stage::place::Frame;
use crate::scenario::format::{Figure, Place};

/// The layers, from back to front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    Behind,
    HairBack,
    Body,
    Head,
    Face,
    HairFront,
    Marks,
    Handset,
    Phone,
    Before,
    Corners,
}

impl Layer {
    pub const ALL: [Layer; 11] = [
        Layer::Behind,
        Layer::HairBack,
        Layer::Body,
        Layer::Head,
        Layer::Face,
        Layer::HairFront,
        Layer::Marks,
        Layer::Handset,
        Layer::Phone,
        Layer::Before,
        Layer::Corners,
    ];
}

/// Radius of the stage's corners, in logical pixels, like those of the cards.
const RADIUS: f32 = 12.0;

/// Colour around the stage.
pub fn paper(dark: bool) -> bevy::color::Srgba {
    ink(if dark { 0x1D1B19 } else { 0xF5F0E6 })
}

/// Everything that decides what a picture looks like.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub place: Place,
    pub dark: bool,
    pub frame: Frame,
    /// Logical pixels per unit of the drawing.
    pub scale: f32,
    pub looks: Looks,
    pub face: Expression,
}

impl Sketch {
    /// A picture of a figure in a frame as small as can be.
    pub fn new(figure: &Figure, face: Expression, dark: bool) -> Self {
        let frame = Frame { left: 0.0, top: 0.0, right: 300.0, bottom: 340.0 };
        Self { place: figure.place, dark, frame, scale: 1.0, looks: Looks::of(figure, dark), face }
    }

    /// The shapes of one layer.
    pub fn layer(&self, layer: Layer) -> Brush {
        let mut brush = Brush::default();
        let looks = &self.looks;
        match layer {
            Layer::Behind => place::behind(&mut brush, self.place, self.frame, self.dark),
            Layer::HairBack => figure::hair_back(&mut brush, looks),
            Layer::Body => figure::body(&mut brush, looks),
            Layer::Head => figure::head(&mut brush, looks),
            Layer::Face => figure::eyes(&mut brush, looks, &self.face),
            Layer::HairFront => figure::hair_front(&mut brush, looks),
            Layer::Marks => figure::marks(&mut brush, looks, &self.face),
            Layer::Handset if looks.phones => figure::handset(&mut brush, looks),
            Layer::Phone if self.place == Place::Home => figure::phone(&mut brush, looks),
            Layer::Handset | Layer::Phone => {}
            Layer::Before => place::before(&mut brush, self.place, self.frame, self.dark),
            Layer::Corners => place::corners(&mut brush, self.frame, RADIUS / self.scale.max(0.01), paper(self.dark)),
        }
        brush
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::stage::expression::{Feelings, expression};
    use crate::scenario::format::Gender;

    fn person(sketch: &Sketch) -> Vec<[u32; 2]> {
        [Layer::HairBack, Layer::Body, Layer::Head, Layer::Face, Layer::HairFront]
            .into_iter()
            .flat_map(|layer| {
                let brush = sketch.layer(layer);
                brush.triangles().0.iter().map(|p| [p.x.to_bits(), p.y.to_bits()]).collect::<Vec<_>>()
            })
            .collect()
    }

    fn figures() -> Vec<Figure> {
        let base = Figure::default;
        let mut all = Vec::new();
        for gender in [Gender::Woman, Gender::Man] {
            for age in [16, 24, 35, 50, 70, 90] {
                for glasses in [false, true] {
                    all.push(Figure { gender, age, glasses, ..base() });
                }
            }
        }
        all
    }

    #[test]
    fn different_figures_have_different_shapes() {
        let shapes: Vec<_> = figures().iter().map(|f| person(&Sketch::new(f, Expression::default(), false))).collect();
        for (i, a) in shapes.iter().enumerate() {
            assert!(!a.is_empty());
            for (j, b) in shapes.iter().enumerate().skip(i + 1) {
                assert_ne!(a, b, "{:?} and {:?} look the same", figures()[i], figures()[j]);
            }
        }
    }

    #[test]
    fn feelings_change_the_face_and_nothing_else() {
        let of = |mood| {
            let face = expression(&Feelings { mood, patience: 1.0, ..Feelings::default() });
            Sketch::new(&Figure::default(), face, false)
        };
        let (glad, cross) = (of(0.9), of(-0.9));
        for layer in Layer::ALL {
            let same = glad.layer(layer).triangles() == cross.layer(layer).triangles();
            assert_eq!(same, !matches!(layer, Layer::Face | Layer::Marks), "{layer:?}");
        }
    }

    #[test]
    fn nothing_is_lost_at_extremes() {
        for age in [0, 16, 90, 255] {
            for (hair, clothes) in [("", "red"), ("#000000", "#FFFFFF"), ("#GG0000", "#12345")] {
                for place in [Place::Home, Place::Desk, Place::Counter] {
                    for gender in [Gender::Woman, Gender::Man] {
                        let figure =
                            Figure { gender, age, hair: hair.into(), clothes: clothes.into(), place, glasses: true };
                        for extreme in [-9.0, 0.0, 9.0] {
                            let face =
                                expression(&Feelings { mood: extreme, patience: extreme, ..Feelings::default() });
                            for layer in Layer::ALL {
                                let brush = Sketch::new(&figure, face, true).layer(layer);
                                let (points, colours) = brush.triangles();
                                assert_eq!(points.len(), colours.len());
                                assert!(points.iter().all(|p| p.is_finite()), "{layer:?} {figure:?}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn meshes_stay_small() {
        for figure in figures() {
            let sketch = Sketch::new(&figure, expression(&Feelings::default()), false);
            let points: usize = Layer::ALL.into_iter().map(|l| sketch.layer(l).triangles().0.len()).sum();
            assert!(points < 12_000, "{points}");
        }
    }
}
