//! The debrief on the screen.

use bevy::app::App;
use bevy::ecs::error::Result;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Res, ResMut};
use bevy::log::info;
use bevy::state::condition::in_state;
use bevy::state::state::OnEnter;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Screen, whole};
use crate::game::bridge::{Intents, LookedAt, Memory};
use crate::game::panels::debrief;

pub fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Debrief), || info!("screen=debrief"))
        .add_systems(EguiPrimaryContextPass, show.run_if(in_state(Screen::Debrief)));
}

fn show(
    mut contexts: EguiContexts,
    looked_at: Res<LookedAt>,
    mut memory: ResMut<Memory>,
    mut intents: ResMut<Intents>,
) -> Result {
    let mut ui = whole(contexts.ctx_mut()?, Screen::Debrief);
    if let Some(review) = &looked_at.0 {
        intents.0.extend(debrief::ui(&mut ui, &review.view, &mut memory.debrief));
    }
    Ok(())
}
