//! Fills outlines into one mesh with colours at its corners.

use bevy::asset::RenderAssetUsages;
use bevy::color::{Alpha, ColorToComponents, LinearRgba, Mix, Srgba};
use bevy::math::Vec2;
use bevy::mesh::{Indices, Mesh, PrimitiveTopology};
use lyon_tessellation::geom::point;
use lyon_tessellation::path::Polygon;
use lyon_tessellation::{BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, VertexBuffers};

use super::outline::{AXIS, Outline, ribbon};

/// Height of the drawing; its bottom is the origin of the mesh.
pub const GROUND: f32 = 340.0;

/// Greatest distance of a filled edge from its outline.
const TOLERANCE: f32 = 0.05;

/// What an outline is filled with.
#[derive(Clone, Copy, Debug)]
pub enum Paint {
    Flat(Srgba),
    /// From one colour at the first point to another at the second.
    Slope(Vec2, Srgba, Vec2, Srgba),
}

impl From<Srgba> for Paint {
    fn from(colour: Srgba) -> Self {
        Paint::Flat(colour)
    }
}

impl Paint {
    fn colour(&self, p: Vec2) -> LinearRgba {
        match *self {
            Paint::Flat(colour) => colour.into(),
            Paint::Slope(from, first, to, last) => {
                let way = to - from;
                let t = ((p - from).dot(way) / way.length_squared().max(1e-6)).clamp(0.0, 1.0);
                LinearRgba::from(first).mix(&last.into(), t)
            }
        }
    }
}

/// Collects filled outlines, later ones over earlier ones.
#[derive(Default)]
pub struct Brush {
    buffers: VertexBuffers<Vec2, u32>,
    colours: Vec<[f32; 4]>,
    tessellator: FillTessellator,
}

impl Brush {
    /// Fills an outline. One without an area, or that cannot be filled, leaves no mark.
    pub fn fill(&mut self, outline: &Outline, paint: impl Into<Paint>) -> &mut Self {
        let paint = paint.into();
        let points: Vec<_> = outline.0.iter().filter(|p| p.is_finite()).map(|p| point(p.x, p.y)).collect();
        if points.len() < 3 {
            return self;
        }
        let options = FillOptions::tolerance(TOLERANCE).with_fill_rule(FillRule::NonZero);
        let mut builder = BuffersBuilder::new(&mut self.buffers, |v: FillVertex| {
            let p = v.position();
            Vec2::new(p.x, p.y)
        });
        let filled =
            self.tessellator.tessellate_polygon(Polygon { points: &points, closed: true }, &options, &mut builder);
        if let Err(error) = filled {
            bevy::log::debug!("an outline of the stage was left out: {error:?}");
        }
        for p in &self.buffers.vertices[self.colours.len()..] {
            self.colours.push(paint.colour(*p).to_f32_array());
        }
        self
    }

    /// Strokes a line of one width with round ends.
    pub fn line(&mut self, line: &Outline, width: f32, colour: Srgba) -> &mut Self {
        self.fill(&ribbon(line, width, width, width), colour)
    }

    /// Strokes a line that is thin at its ends.
    pub fn hair(&mut self, line: &Outline, width: f32, colour: Srgba) -> &mut Self {
        self.fill(&ribbon(line, width * 0.25, width, width * 0.25), colour)
    }

    /// The corners of all triangles with their colours, for comparing drawings.
    pub fn triangles(&self) -> (&[Vec2], &[[f32; 4]]) {
        (&self.buffers.vertices, &self.colours)
    }

    /// The mesh: origin at the middle of the drawing's bottom edge, y upwards. None where nothing was filled.
    pub fn mesh(&self) -> Option<Mesh> {
        if self.buffers.indices.is_empty() {
            return None;
        }
        let positions: Vec<[f32; 3]> = self.buffers.vertices.iter().map(|p| [p.x - AXIS, GROUND - p.y, 0.0]).collect();
        let uvs = vec![[0.0, 0.0]; positions.len()];
        let mesh = Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
            .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, uvs)
            .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, self.colours.clone())
            .with_inserted_indices(Indices::U32(self.buffers.indices.clone()));
        Some(mesh)
    }
}

/// A colour from its six digits, 0xRRGGBB.
pub const fn ink(rgb: u32) -> Srgba {
    Srgba::new(((rgb >> 16) & 255) as f32 / 255.0, ((rgb >> 8) & 255) as f32 / 255.0, (rgb & 255) as f32 / 255.0, 1.0)
}

/// A colour let through by `alpha`, 0–1.
pub fn sheer(colour: Srgba, alpha: f32) -> Srgba {
    colour.with_alpha(alpha.clamp(0.0, 1.0))
}

/// The first colour with a share of the second.
pub fn mix(colour: Srgba, other: Srgba, share: f32) -> Srgba {
    colour.mix(&other, share.clamp(0.0, 1.0))
}

/// A darker, slightly warmer step of a colour, for folds and shades; `by` 0–1.
pub fn darker(colour: Srgba, by: f32) -> Srgba {
    mix(colour, ink(0x2A1A16), by)
}

/// A lighter step of a colour; `by` 0–1.
pub fn lighter(colour: Srgba, by: f32) -> Srgba {
    mix(colour, ink(0xFFF6E8), by)
}
