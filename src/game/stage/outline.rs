//! Flat outlines as polylines: drawn by a pen, bent, mirrored and cut before they are filled.
//!
//! All coordinates are those of the drawing: 300 wide, 340 high, y grows downwards, the figure stands at x = 150.

use bevy::math::Vec2;

/// The axis that faces and bodies are mirrored at.
pub const AXIS: f32 = 150.0;

/// Length of one segment of a flattened curve, in units of the drawing.
const STEP: f32 = 2.4;

/// A polyline; closed when filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline(pub Vec<Vec2>);

/// Starts an outline at a point; lines and curves are chained onto it.
pub fn at(x: f32, y: f32) -> Outline {
    Outline(vec![Vec2::new(x, y)])
}

impl Outline {
    fn end(&self) -> Vec2 {
        self.0.last().copied().unwrap_or_default()
    }

    /// A straight line.
    pub fn l(mut self, x: f32, y: f32) -> Self {
        self.0.push(Vec2::new(x, y));
        self
    }

    /// A quadratic curve with one control point.
    pub fn q(self, cx: f32, cy: f32, x: f32, y: f32) -> Self {
        let (from, control, to) = (self.end(), Vec2::new(cx, cy), Vec2::new(x, y));
        let (a, b) = (from.lerp(control, 2.0 / 3.0), to.lerp(control, 2.0 / 3.0));
        self.c(a.x, a.y, b.x, b.y, x, y)
    }

    /// A cubic curve with two control points.
    pub fn c(mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) -> Self {
        let (p0, p1, p2, p3) = (self.end(), Vec2::new(ax, ay), Vec2::new(bx, by), Vec2::new(x, y));
        let length = p0.distance(p1) + p1.distance(p2) + p2.distance(p3);
        let steps = (length / STEP).ceil().clamp(4.0, 40.0);
        let mut i = 1.0;
        while i <= steps {
            let t = i / steps;
            let u = 1.0 - t;
            self.0.push(p0 * (u * u * u) + p1 * (3.0 * u * u * t) + p2 * (3.0 * u * t * t) + p3 * (t * t * t));
            i += 1.0;
        }
        self
    }

    /// Adds its own mirror image in reverse, so that half an outline becomes a whole one.
    pub fn mirrored(mut self) -> Self {
        let other: Vec<Vec2> = self.0.iter().rev().map(|p| Vec2::new(2.0 * AXIS - p.x, p.y)).collect();
        self.0.extend(other);
        self
    }

    /// The mirror image.
    pub fn flipped(&self) -> Self {
        self.map(|p| Vec2::new(2.0 * AXIS - p.x, p.y))
    }

    /// The same for `right`, the mirror image otherwise.
    pub fn side(&self, right: bool) -> Self {
        if right { self.clone() } else { self.flipped() }
    }

    pub fn moved(&self, dx: f32, dy: f32) -> Self {
        self.map(|p| p + Vec2::new(dx, dy))
    }

    /// Turned about a point by degrees, clockwise on the screen.
    pub fn turned(&self, x: f32, y: f32, degrees: f32) -> Self {
        let (centre, by) = (Vec2::new(x, y), Vec2::from_angle(degrees.to_radians()));
        self.map(|p| centre + by.rotate(p - centre))
    }

    pub fn map(&self, f: impl Fn(Vec2) -> Vec2) -> Self {
        Self(self.0.iter().map(|p| f(*p)).collect())
    }

    /// What of it lies inside a convex outline (Sutherland–Hodgman).
    pub fn within(&self, convex: &Outline) -> Self {
        let area: f32 = pairs(&convex.0).map(|(a, b)| a.perp_dot(b)).sum();
        let sign = area.signum();
        let mut kept = self.0.clone();
        for (a, b) in pairs(&convex.0) {
            let inside = |p: Vec2| (b - a).perp_dot(p - a) * sign >= -1e-4;
            let mut next = Vec::with_capacity(kept.len() + 4);
            for (p, q) in pairs(&kept) {
                if inside(p) {
                    next.push(p);
                }
                if inside(p) != inside(q) {
                    let (dp, dq) = ((b - a).perp_dot(p - a), (b - a).perp_dot(q - a));
                    next.push(p + (q - p) * (dp / (dp - dq)));
                }
            }
            kept = next;
        }
        Self(kept)
    }
}

/// Neighbouring points of a closed polyline.
fn pairs(points: &[Vec2]) -> impl Iterator<Item = (Vec2, Vec2)> + '_ {
    points.iter().copied().zip(points.iter().copied().cycle().skip(1)).take(points.len())
}

pub fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Outline {
    let steps = (rx.max(ry) * std::f32::consts::TAU / STEP).ceil().clamp(16.0, 72.0);
    let mut points = Vec::new();
    let mut i = 0.0;
    while i < steps {
        let turn = Vec2::from_angle(i / steps * std::f32::consts::TAU);
        points.push(Vec2::new(x + rx * turn.x, y + ry * turn.y));
        i += 1.0;
    }
    Outline(points)
}

pub fn circle(x: f32, y: f32, r: f32) -> Outline {
    ellipse(x, y, r, r)
}

/// A rectangle from its left top corner, with rounded corners.
pub fn block(x: f32, y: f32, w: f32, h: f32, r: f32) -> Outline {
    if r <= 0.0 {
        return at(x, y).l(x + w, y).l(x + w, y + h).l(x, y + h);
    }
    at(x + r, y)
        .l(x + w - r, y)
        .q(x + w, y, x + w, y + r)
        .l(x + w, y + h - r)
        .q(x + w, y + h, x + w - r, y + h)
        .l(x + r, y + h)
        .q(x, y + h, x, y + h - r)
        .l(x, y + r)
        .q(x, y, x + r, y)
}

/// A smooth closed curve through points (Catmull–Rom).
pub fn blob(points: &[(f32, f32)]) -> Outline {
    let n = points.len();
    let p = |i: usize| {
        let (x, y) = points[i % n];
        Vec2::new(x, y)
    };
    let mut outline = Outline(vec![p(0)]);
    for i in 0..n {
        let (before, from, to, after) = (p(i + n - 1), p(i), p(i + 1), p(i + 2));
        let (a, b) = (from + (to - before) / 6.0, to - (after - from) / 6.0);
        outline = outline.c(a.x, a.y, b.x, b.y, to.x, to.y);
    }
    outline
}

/// A stroke along a line whose width changes from its start over its middle to its end, with round ends.
pub fn ribbon(line: &Outline, start: f32, middle: f32, end: f32) -> Outline {
    let points = &line.0;
    if points.len() < 2 {
        return Outline::default();
    }
    let last = points.len() - 1;
    let mut left = Vec::new();
    let mut right = Vec::new();
    for (i, p) in points.iter().enumerate() {
        let along = (points[(i + 1).min(last)] - points[i.saturating_sub(1)]).normalize_or_zero();
        let t = i as f32 / last as f32;
        let width =
            if t < 0.5 { start + (middle - start) * t * 2.0 } else { middle + (end - middle) * (t * 2.0 - 1.0) };
        let off = along.perp() * (width / 2.0);
        left.push(*p + off);
        right.push(*p - off);
    }
    let cap = |centre: Vec2, from: Vec2| {
        (1..6).map(move |i| {
            let angle = -std::f32::consts::PI * i as f32 / 6.0;
            centre + Vec2::from_angle(angle).rotate(from - centre)
        })
    };
    let mut all = left.clone();
    all.extend(cap(points[last], left[last]));
    all.extend(right.iter().rev());
    all.extend(cap(points[0], right[0]));
    Outline(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_keeps_what_lies_inside() {
        let cut = block(0.0, 0.0, 10.0, 10.0, 0.0).within(&block(5.0, -5.0, 20.0, 20.0, 0.0));
        let (min, max) = cut.0.iter().fold((Vec2::MAX, Vec2::MIN), |(a, b), p| (a.min(*p), b.max(*p)));
        assert_eq!((min, max), (Vec2::new(5.0, 0.0), Vec2::new(10.0, 10.0)));
        assert!(block(0.0, 0.0, 4.0, 4.0, 0.0).within(&block(5.0, 0.0, 4.0, 4.0, 0.0)).0.is_empty());
    }

    #[test]
    fn a_ribbon_is_as_wide_as_asked() {
        let bar = ribbon(&at(0.0, 0.0).l(10.0, 0.0).l(20.0, 0.0), 4.0, 8.0, 4.0);
        let high = bar.0.iter().map(|p| p.y).fold(f32::MIN, f32::max);
        assert!((high - 4.0).abs() < 1e-3, "{high}");
        let far = bar.0.iter().map(|p| p.x).fold(f32::MIN, f32::max);
        assert!((far - 22.0).abs() < 0.01, "round end reaches half a width further: {far}");
    }

    #[test]
    fn a_mirrored_half_is_symmetric() {
        let whole = at(150.0, 0.0).q(190.0, 20.0, 160.0, 40.0).mirrored();
        for p in &whole.0 {
            assert!(whole.0.iter().any(|q| (q.x - (300.0 - p.x)).abs() < 1e-3 && (q.y - p.y).abs() < 1e-3));
        }
    }
}
