//! Chat bubbles: round, with one sharp corner towards who speaks.

use bevy_egui::egui::{CornerRadius, Frame, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::super::fonts;
use super::super::palette::Palette;
use super::super::space::{BUBBLE_RADIUS, TALK_LEADING};
use super::text::paragraph_galley;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The buyer: left, on a card.
    Buyer,
    /// The trainee: right, on jade.
    Trainee,
    /// The shop's robot: right, on a quiet ground.
    Robot,
}

/// A bubble over at most two thirds of the available width. Returns its rectangle.
pub fn bubble(ui: &mut Ui, text: &str, side: Side) -> Rect {
    let palette = Palette::of(ui);
    let margin = vec2(15.0, 9.0);
    let available = ui.available_width();
    let widest = (available * 0.72).max(160.0) - 2.0 * margin.x;
    let galley = paragraph_galley(ui, text, fonts::sans(fonts::BODY), palette.ink, TALK_LEADING, widest);
    let size = galley.size() + 2.0 * margin;
    let (row, response) = ui.allocate_exact_size(vec2(available, size.y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    let left = if side == Side::Buyer { row.left() } else { row.right() - size.x };
    let rect = Rect::from_min_size(pos2(left, row.top()), size);
    let round = CornerRadius::same(BUBBLE_RADIUS);
    let (fill, stroke, corners) = match side {
        Side::Buyer => (palette.card, Stroke::new(1.0, palette.line), CornerRadius { nw: 1, ..round }),
        Side::Trainee => (palette.jade.wash, Stroke::NONE, CornerRadius { ne: 1, ..round }),
        Side::Robot => (palette.sunken, Stroke::NONE, CornerRadius { ne: 1, ..round }),
    };
    let frame = Frame::new().fill(fill).stroke(stroke).corner_radius(corners);
    ui.painter().add(frame.paint(rect.shrink(stroke.width)));
    ui.painter().galley(rect.min + margin, galley, palette.ink);
    rect
}
