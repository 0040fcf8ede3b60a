//! Mood and patience over the talk, drawn by hand: mood a full line, patience a dashed one.

use bevy_egui::egui::epaint::PathStroke;
use bevy_egui::egui::{Align2, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::game::theme::{Palette, fonts};
use crate::game::view::DebriefView;
use crate::i18n::Text;

pub fn ui(ui: &mut Ui, view: &DebriefView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 112.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, locale.tr("game-curve")));
    let plot = Rect::from_min_max(rect.min + vec2(2.0, 6.0), rect.max - vec2(2.0, 22.0));
    let painter = ui.painter();
    painter.hline(plot.x_range(), plot.center().y, Stroke::new(1.0, palette.line));
    let last = (view.curve.len() - 1).max(1) as f32;
    let at = |index: usize, value: f32| {
        let x = plot.left() + plot.width() * index as f32 / last;
        pos2(x, plot.bottom() - plot.height() * value.clamp(0.0, 1.0))
    };
    let mood: Vec<Pos2> = view.curve.iter().enumerate().map(|(i, p)| at(i, p.mood)).collect();
    let patience: Vec<Pos2> = view.curve.iter().enumerate().map(|(i, p)| at(i, p.patience)).collect();
    painter.extend(Shape::dashed_line(&patience, Stroke::new(1.6, palette.incense.fill), 5.0, 4.0));
    painter.line(smooth(&mood), PathStroke::new(2.2, palette.vermilion.fill));

    let lowest = (view.curve.iter().enumerate()).min_by(|a, b| a.1.mood.total_cmp(&b.1.mood));
    if let Some((index, point)) = lowest {
        let place = at(index, point.mood);
        painter.circle_filled(place, 4.5, palette.vermilion.fill);
        if let Some(turn) = point.turn {
            let n = i64::try_from(turn + 1).unwrap_or(i64::MAX);
            let words = locale.render(&Text::new("game-lowest").with("n", n));
            let galley = painter.layout_no_wrap(words, fonts::sans(fonts::CAPTION), palette.ink2);
            let half = galley.size().x / 2.0;
            let x = place.x.clamp(rect.left() + half, rect.right() - half);
            // Above the point where there is no room below it.
            let below = place.y + 8.0 + galley.size().y < rect.bottom() - 14.0;
            let y = if below { place.y + 7.0 } else { place.y - 8.0 - galley.size().y };
            painter.galley(pos2(x - half, y), galley, palette.ink2);
        }
    }
    let foot = rect.bottom() - 6.0;
    let mut x = rect.left();
    for (id, color, dashed) in
        [("game-mood", palette.vermilion.fill, false), ("game-patience", palette.incense.fill, true)]
    {
        let ends = [pos2(x, foot), pos2(x + 16.0, foot)];
        if dashed {
            painter.extend(Shape::dashed_line(&ends, Stroke::new(1.6, color), 4.0, 3.0));
        } else {
            painter.line_segment(ends, Stroke::new(2.2, color));
        }
        let name = painter.text(
            pos2(x + 21.0, foot),
            Align2::LEFT_CENTER,
            locale.tr(id),
            fonts::sans(fonts::CAPTION),
            palette.ink3,
        );
        x = name.right() + 16.0;
    }
}

/// A line through the points without overshoot: steps of a smooth curve between each two.
fn smooth(points: &[Pos2]) -> Vec<Pos2> {
    let mut path = Vec::new();
    for pair in points.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        for step in 0..10_u8 {
            let t = f32::from(step) / 10.0;
            let eased = t * t * (3.0 - 2.0 * t);
            path.push(pos2(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * eased));
        }
    }
    path.extend(points.last());
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_goes_through_its_points_and_never_beyond_them() {
        let points = [pos2(0.0, 0.0), pos2(10.0, 8.0), pos2(20.0, 2.0)];
        let path = smooth(&points);
        for point in points {
            assert!(path.iter().any(|p| p.distance(point) < 1e-3), "{point:?}");
        }
        assert!(path.iter().all(|p| (0.0..=8.0).contains(&p.y)));
        assert!(path.windows(2).all(|w| w[0].x <= w[1].x));
    }
}
