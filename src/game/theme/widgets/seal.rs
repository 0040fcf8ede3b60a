//! Seals: the small filled one of the hall, and the grade pressed on paper, a little askew.

use bevy_egui::egui::emath::Rot2;
use bevy_egui::egui::epaint::{PathShape, PathStroke, TextShape};
use bevy_egui::egui::{Color32, Pos2, Rect, Response, Sense, Ui, Vec2, vec2};

use super::super::fonts;
use super::super::palette::Palette;

/// The hall's own seal: 术, white on vermilion.
pub fn logo(ui: &mut Ui, side: f32) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    ui.painter().rect_filled(rect, (side / 7.0) as u8, palette.vermilion.fill);
    let galley = ui.painter().layout_no_wrap("术".to_owned(), fonts::bold(side * 0.52), palette.on_fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.on_fill);
    response
}

/// A grade pressed on paper, leaning by a few degrees. `side` is that of the upright square, in points.
pub fn grade(ui: &mut Ui, word: &str, side: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side + 10.0), Sense::hover());
    pressed(ui, rect.center(), word, side, color);
    response
}

/// The same, painted where it is told to.
pub fn pressed(ui: &Ui, centre: Pos2, word: &str, side: f32, color: Color32) {
    const LEAN: f32 = -0.07;
    let turn = Rot2::from_angle(LEAN);
    let at = |x: f32, y: f32| centre + turn * vec2(x, y);
    let half = side / 2.0 - 2.0;
    let path = rounded(half, side * 0.13).into_iter().map(|v| at(v.x, v.y)).collect();
    let width = (side / 26.0).max(1.5);
    ui.painter().add(PathShape::closed_line(path, PathStroke::new(width, color)));
    let galley = ui.painter().layout_no_wrap(word.to_owned(), fonts::serif(side * 0.58), color);
    let corner = -galley.size() / 2.0;
    let mut text = TextShape::new(at(corner.x, corner.y), galley, color);
    text.angle = LEAN;
    ui.painter().add(text);
}

/// A square with rounded corners around the origin, as points.
fn rounded(half: f32, radius: f32) -> Vec<Vec2> {
    let inner = half - radius;
    let mut points = Vec::new();
    for (corner, (x, y)) in [(inner, inner), (-inner, inner), (-inner, -inner), (inner, -inner)].into_iter().enumerate()
    {
        for step in 0..=6_u8 {
            let angle = (corner as f32 + f32::from(step) / 6.0) * std::f32::consts::FRAC_PI_2;
            points.push(vec2(x, y) + Vec2::angled(angle) * radius);
        }
    }
    points
}

/// Where a seal would lie in a corner of `rect`; for small ones on cards.
pub fn corner(rect: Rect, side: f32) -> Pos2 {
    rect.right_bottom() - vec2(side, side)
}
