//! The saved talks on the screen.

use bevy::app::App;
use bevy::ecs::error::Result;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Res, ResMut};
use bevy::log::info;
use bevy::state::condition::in_state;
use bevy::state::state::OnEnter;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Screen, whole};
use crate::game::bridge::Intents;
use crate::game::hall::Hall;
use crate::game::panels::records;

pub fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Records), || info!("screen=records"))
        .add_systems(EguiPrimaryContextPass, show.run_if(in_state(Screen::Records)));
}

fn show(mut contexts: EguiContexts, hall: Res<Hall>, mut intents: ResMut<Intents>) -> Result {
    let mut ui = whole(contexts.ctx_mut()?, Screen::Records);
    intents.0.extend(records::ui(&mut ui, &hall.list(), hall.progress()));
    Ok(())
}
