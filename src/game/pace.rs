//! When the next frame is due: soon while something moves, late or never while nothing does.

use std::time::Duration;

use bevy::app::{App, Last};
use bevy::ecs::change_detection::DetectChangesMut;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Res, ResMut};
use bevy::winit::{UpdateMode, WinitSettings};

use super::stage::StageActivity;

/// Between two frames while dots run or the buyer moves.
const LIVELY: Duration = Duration::from_millis(40);
/// While a clock runs.
const TICKING: Duration = Duration::from_millis(250);
/// While nothing is to be seen but what the user does.
const STILL: Duration = Duration::from_secs(5);

/// What the screens ask for; the quickest wins, and it is asked anew in every frame.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    #[default]
    Still,
    Ticking,
    Lively,
}

impl Pace {
    pub fn at_least(&mut self, other: Pace) {
        *self = (*self).max(other);
    }
}

pub fn plugin(app: &mut App) {
    app.init_resource::<Pace>().insert_resource(WinitSettings::desktop_app()).add_systems(Last, keep);
}

/// Only three different waits: every change of the mode costs a frame of its own.
fn keep(mut pace: ResMut<Pace>, activity: Res<StageActivity>, mut settings: ResMut<WinitSettings>) {
    if let Some(wait) = activity.wait() {
        pace.at_least(if wait < TICKING { Pace::Lively } else { Pace::Ticking });
    }
    let wait = match *pace {
        Pace::Still => STILL,
        Pace::Ticking => TICKING,
        Pace::Lively => LIVELY,
    };
    *pace = Pace::Still;
    let wanted = WinitSettings {
        focused_mode: UpdateMode::reactive(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait.max(TICKING)),
    };
    if settings.focused_mode != wanted.focused_mode || settings.unfocused_mode != wanted.unfocused_mode {
        *settings.bypass_change_detection() = wanted;
    }
}
