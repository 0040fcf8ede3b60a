//! The stage: the buyer, drawn in flat shapes before a place, moved by what the buyer feels.
//!
//! The game writes [`StageView`] (with `set_if_neq`, so that nothing is redrawn for nothing) and reads
//! [`StageActivity`] to know when the next frame is due. The scene has a camera of its own,
//! [`StageCamera`], that draws before all others and clears the window with the colour of paper; a camera that
//! draws over it has a higher order, the same [`Msaa::Sample4`](bevy::render::view::Msaa) (Bevy shares the depth
//! texture between the cameras of a window) and clears nothing. For egui:
//!
//! ```ignore
//! commands.spawn((PrimaryEguiContext, Camera2d, Msaa::Sample4, Camera {
//!     order: 1,
//!     clear_color: ClearColorConfig::None,
//!     msaa_writeback: MsaaWriteback::Off,
//!     ..Camera::default()
//! }));
//! // After `ActorMoves`, to sleep until the stage moves again:
//! winit.focused_mode = UpdateMode::reactive_low_power(activity.wait().unwrap_or(Duration::from_secs(60)));
//! ```

mod actor;
mod draw;
mod expression;
mod figure;
mod looks;
mod motion;
mod outline;
mod paint;
mod place;
mod pose;
mod scene;
mod view;

use bevy::app::App;

pub use actor::{ActorMoves, StageActivity};
pub use draw::{Layer, Sketch};
pub use expression::{Expression, Feelings, expression};
pub use looks::{Garment, Hair, Looks};
pub use place::Frame;
pub use scene::{LAYER, StageCamera};
pub use view::{Leaving, StageView};

/// Adds the scene, its camera and its movement.
pub fn plugin(app: &mut App) {
    view::plugin(app);
    actor::plugin(app);
    scene::plugin(app);
}
