//! The hall on the screen.

use bevy::app::App;
use bevy::ecs::error::Result;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Local, Res, ResMut};
use bevy::log::info;
use bevy::state::condition::in_state;
use bevy::state::state::OnEnter;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Screen, whole};
use crate::game::bridge::{Intents, Memory};
use crate::game::hall::Hall;
use crate::game::panels::home;

pub fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Home), || info!("screen=home"))
        .add_systems(EguiPrimaryContextPass, show.run_if(in_state(Screen::Home)));
}

fn show(
    mut contexts: EguiContexts,
    hall: Res<Hall>,
    mut memory: ResMut<Memory>,
    mut intents: ResMut<Intents>,
    mut focused: Local<Option<String>>,
) -> Result {
    let mut ui = whole(contexts.ctx_mut()?, Screen::Home);
    let view = hall.home();
    intents.0.extend(home::ui(&mut ui, &view, &mut memory.home));
    let chosen = memory.home.chosen_id(&view).map(str::to_owned);
    if *focused != chosen {
        if let Some(id) = &chosen {
            info!("focus={id}");
        }
        *focused = chosen;
    }
    Ok(())
}
