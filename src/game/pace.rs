//! When the next frame is due: soon while something moves, late or never while nothing does.

use std::time::Duration;

use bevy::app::{App, Last};
use bevy::ecs::change_detection::DetectChangesMut;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Res, ResMut};
use bevy::winit::{UpdateMode, WinitSettings};

use super::stage::StageActivity;

/// What the screens ask for; the quickest wins, and it is asked anew in every frame.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Nothing is to be seen but what the user does.
    #[default]
    Still,
    /// A clock runs.
    Ticking,
    /// Someone breathes; a line is on its way.
    Moving,
    /// A feeling changes.
    Lively,
}

impl Pace {
    pub fn at_least(&mut self, other: Pace) {
        *self = (*self).max(other);
    }

    /// The slowest pace that does not miss what is due after `wait`.
    fn within(wait: Duration) -> Self {
        let paces = [Pace::Still, Pace::Ticking, Pace::Moving];
        paces.into_iter().find(|pace| pace.wait() <= wait).unwrap_or(Pace::Lively)
    }

    fn wait(self) -> Duration {
        Duration::from_millis(match self {
            Pace::Still => 5_000,
            Pace::Ticking => 250,
            Pace::Moving => 80,
            Pace::Lively => 33,
        })
    }
}

pub fn plugin(app: &mut App) {
    app.init_resource::<Pace>().insert_resource(WinitSettings::desktop_app()).add_systems(Last, keep);
}

/// Only a few different waits: every change of the mode costs a frame of its own.
fn keep(mut pace: ResMut<Pace>, activity: Res<StageActivity>, mut settings: ResMut<WinitSettings>) {
    if let Some(wait) = activity.wait() {
        pace.at_least(Pace::within(wait));
    }
    let wait = pace.wait();
    *pace = Pace::Still;
    let focused_mode = UpdateMode::reactive(wait);
    let unfocused_mode = UpdateMode::reactive_low_power(wait.max(Pace::Ticking.wait()));
    if settings.focused_mode != focused_mode || settings.unfocused_mode != unfocused_mode {
        *settings.bypass_change_detection() = WinitSettings { focused_mode, unfocused_mode };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_never_misses_what_is_due() {
        for (wait, pace) in
            [(20, Pace::Lively), (83, Pace::Moving), (240, Pace::Moving), (300, Pace::Ticking), (6_000, Pace::Still)]
        {
            assert_eq!(Pace::within(Duration::from_millis(wait)), pace, "{wait} ms");
        }
    }
}
