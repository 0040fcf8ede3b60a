//! The screens: one file each, shown while their state holds.

mod briefing;
mod debrief;
mod home;
mod records;
mod talk;

use bevy::app::App;
use bevy::state::app::AppExtStates;
use bevy::state::state::States;
use bevy_egui::egui::{Context, LayerId, Ui, UiBuilder};

/// Where the user is.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    #[default]
    Home,
    Records,
    Briefing,
    Talk,
    Debrief,
}

pub fn plugin(app: &mut App) {
    app.init_state::<Screen>();
    app.add_plugins((home::plugin, records::plugin, briefing::plugin, talk::plugin, debrief::plugin));
}

/// The whole window, for a panel to draw on. Its ids differ from screen to screen, so that nothing lingers.
fn whole(context: &Context, screen: Screen) -> Ui {
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(context.viewport_rect());
    Ui::new(context.clone(), bevy_egui::egui::Id::new(("screen", screen as u8)), builder)
}
