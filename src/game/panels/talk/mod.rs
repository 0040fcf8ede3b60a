//! The talk: the stage at the left, the chat in the middle, the sheet at the right.

pub mod chat;
pub mod composer;
pub mod header;
pub mod sheet;
pub mod stage_column;

use bevy_egui::egui::{Key, Rect, TextureId, Ui};

use super::{Intent, keys};
use crate::game::view::TalkView;
pub use composer::Composer;

/// What the screen remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct TalkState {
    pub composer: Composer,
    pub tab: sheet::Tab,
    /// Whether to end the talk is being asked.
    pub asks_to_end: bool,
    /// Where the stage was shown last, in points.
    pub stage: Option<Rect>,
    /// The picture of the stage, to be shown there.
    pub picture: Option<TextureId>,
}

pub fn ui(ui: &mut Ui, view: &TalkView, state: &mut TalkState) -> Vec<Intent> {
    let mut intents = Vec::new();
    header::ui(ui, view, state, &mut intents);
    state.stage = Some(stage_column::ui(ui, view, state.picture));
    sheet::ui(ui, view, &mut state.tab, &mut state.composer);
    composer::ui(ui, view, &mut state.composer, &mut intents);
    chat::ui(ui, view);
    if keys::take_plain(ui, Key::Escape) {
        if state.asks_to_end {
            state.asks_to_end = false;
        } else {
            intents.push(Intent::ShowHome);
        }
    }
    intents
}

/// The first of two widths, or the second where the window is narrow.
fn fitting(ui: &Ui, [wide, narrow]: [f32; 2]) -> f32 {
    if ui.ctx().viewport_rect().width() < 1160.0 { narrow } else { wide }
}
