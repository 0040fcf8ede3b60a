//! What the game tells the stage.

use bevy::app::{App, Last};
use bevy::ecs::change_detection::DetectChanges;
use bevy::ecs::message::MessageWriter;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::Res;
use bevy::math::Rect;
use bevy::window::RequestRedraw;

use crate::scenario::format::Figure;

/// Whether the buyer stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaving {
    #[default]
    Stays,
    /// Has had enough and turns away, but is still there.
    TurnsAway,
    /// Turns away and walks off.
    WalksOff,
}

/// Who is on the stage, where on the window, and how they feel. Changes are eased over about half a second.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct StageView {
    pub figure: Figure,
    /// Where the stage is, in logical pixels of the window; hidden without.
    pub rect: Option<Rect>,
    /// −1 furious … 1 delighted.
    pub mood: f32,
    /// 0 used up … 1 full.
    pub patience: f32,
    /// 0 indifferent … 1 leans in.
    pub interest: f32,
    /// Speaks just now.
    pub talking: bool,
    /// Types just now: looks down, at home with a mobile in both hands.
    pub typing: bool,
    pub left: Leaving,
    /// Has said yes.
    pub glad: bool,
    /// No idle movement; feelings change at once.
    pub reduced_motion: bool,
    /// The dark theme: an evening outside, and dark paper around.
    pub dark: bool,
}

impl Default for StageView {
    fn default() -> Self {
        Self {
            figure: Figure::default(),
            rect: None,
            mood: 0.0,
            patience: 1.0,
            interest: 0.0,
            talking: false,
            typing: false,
            left: Leaving::Stays,
            glad: false,
            reduced_motion: false,
            dark: false,
        }
    }
}

pub fn plugin(app: &mut App) {
    app.init_resource::<StageView>().add_message::<RequestRedraw>().add_systems(Last, redraw_what_changed);
}

/// The game may change the view after the stage has looked at it in this frame; there must be another one then.
fn redraw_what_changed(view: Res<StageView>, mut redraw: MessageWriter<RequestRedraw>) {
    if view.is_changed() {
        redraw.write(RequestRedraw);
    }
}
