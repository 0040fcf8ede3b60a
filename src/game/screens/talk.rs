//! The talk on the screen.

use bevy::app::App;
use bevy::ecs::error::Result;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Res, ResMut};
use bevy::state::condition::in_state;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Screen, whole};
use crate::game::bridge::{Intents, Memory};
use crate::game::hall::Hall;
use crate::game::panels::talk;
use crate::game::picture::Picture;
use crate::game::talk::Table;

pub fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, show.run_if(in_state(Screen::Talk)));
}

fn show(
    mut contexts: EguiContexts,
    hall: Res<Hall>,
    table: Res<Table>,
    picture: Res<Picture>,
    mut memory: ResMut<Memory>,
    mut intents: ResMut<Intents>,
) -> Result {
    let mut ui = whole(contexts.ctx_mut()?, Screen::Talk);
    if let Some(running) = &table.0 {
        memory.talk.picture = picture.texture;
        intents.0.extend(talk::ui(&mut ui, &running.view(&hall), &mut memory.talk));
    }
    Ok(())
}
