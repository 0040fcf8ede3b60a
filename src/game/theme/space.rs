//! Space on a four-point grid, radii, and how long things move.

/// Radius of cards, in points.
pub const CARD_RADIUS: u8 = 10;
/// Radius of bubbles; the corner towards the speaker is sharp.
pub const BUBBLE_RADIUS: u8 = 14;
/// Radius of buttons and fields.
pub const BUTTON_RADIUS: u8 = 8;

/// Height of the bar at the top of the talk and the debrief.
pub const HEADER: f32 = 56.0;

/// Seconds of a movement that answers what the user did.
pub const QUICK: f32 = 0.15;
/// Seconds of a movement that shows what the buyer feels.
pub const SLOW: f32 = 0.5;

/// Line height of talk, as a multiple of the size.
pub const TALK_LEADING: f32 = 1.55;
