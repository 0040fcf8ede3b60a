//! Patience as a stick of incense: it burns down from the right, and the ember glows when little is left.

use bevy_egui::egui::epaint::{CubicBezierShape, PathStroke};
use bevy_egui::egui::{Color32, Rect, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::super::palette::Palette;
use super::super::space::SLOW;

/// Over the available width; `left` of the stick from 0 to 1. `label` is what a reader of the screen hears.
pub fn stick(ui: &mut Ui, left: f32, label: &str) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, label));
    let shown = ui.ctx().animate_value_with_time(response.id, left.clamp(0.0, 1.0), SLOW);
    let y = rect.bottom() - 11.0;
    let (from, to) = (rect.left() + 12.0, rect.right() - 12.0);
    let ember = from + (to - from) * shown;
    let painter = ui.painter();
    let strip = |a: f32, b: f32| Rect::from_min_max(pos2(a, y - 3.0), pos2(b, y + 3.0));
    painter.rect_filled(strip(from, to), 3, palette.sunken);
    painter.rect_filled(strip(from, ember), 3, palette.incense.fill);
    // The holder, so that the stick stands on something.
    painter.rect_filled(Rect::from_center_size(pos2(from - 4.0, y), vec2(8.0, 14.0)), 3, palette.incense.fill);
    if shown <= 0.0 {
        return response;
    }
    let danger = 1.0 - (shown / 0.35).clamp(0.0, 1.0);
    let glow = palette.vermilion.fill.gamma_multiply(0.18 + 0.22 * danger);
    painter.circle_filled(pos2(ember, y), 9.0 + 4.0 * danger, glow);
    painter.circle_filled(pos2(ember, y), 5.5, palette.vermilion.fill);
    painter.circle_filled(pos2(ember, y), 2.0 + 1.0 * danger, palette.gold.fill);
    let smoke = |sway: f32, height: f32, alpha: f32| {
        let points = [
            pos2(ember, y - 8.0),
            pos2(ember - 7.0 * sway, y - 8.0 - height * 0.35),
            pos2(ember + 8.0 * sway, y - 8.0 - height * 0.6),
            pos2(ember + 1.0 * sway, y - 8.0 - height),
        ];
        let stroke: PathStroke = Stroke::new(1.6, palette.ash.gamma_multiply(alpha)).into();
        painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke));
    };
    smoke(1.0, 18.0, 0.8);
    if danger > 0.0 {
        smoke(-0.8, 14.0, 0.5 * danger);
    }
    response
}
