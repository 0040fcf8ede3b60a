//! The briefing on the screen.

use bevy::app::App;
use bevy::ecs::error::Result;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Res, ResMut};
use bevy::log::info;
use bevy::state::condition::in_state;
use bevy::state::state::OnEnter;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Screen, whole};
use crate::game::bridge::{Briefed, Intents};
use crate::game::hall::Hall;
use crate::game::panels::briefing;
use crate::game::view::BriefingView;

pub fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Briefing), tell)
        .add_systems(EguiPrimaryContextPass, show.run_if(in_state(Screen::Briefing)));
}

fn tell(briefed: Res<Briefed>) {
    info!("screen=briefing scenario={}", briefed.0.as_ref().map_or("", |s| s.id()));
}

fn show(mut contexts: EguiContexts, hall: Res<Hall>, briefed: Res<Briefed>, mut intents: ResMut<Intents>) -> Result {
    let mut ui = whole(contexts.ctx_mut()?, Screen::Briefing);
    if let Some(scenario) = &briefed.0 {
        intents.0.extend(briefing::ui(&mut ui, &BriefingView::of(hall.locale, scenario)));
    }
    Ok(())
}
