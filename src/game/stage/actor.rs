//! The buyer over time: feelings eased towards the view, and when the next frame is due.

use std::time::Duration;

use bevy::app::{App, Update};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::{IntoScheduleConfigs, SystemSet};
use bevy::ecs::system::{Res, ResMut};
use bevy::time::{Real, Time};

use super::expression::{Expression, Feelings, expression};
use super::motion::{ease, enliven, next_change, walk};
use super::view::{Leaving, StageView};
use crate::scenario::format::Figure;

/// Longest step in seconds that feelings take: a frame after a long sleep must not skip the movement.
const LONGEST_STEP: f32 = 0.1;

/// Seconds between frames while feelings change.
const LIVELY: f32 = 1.0 / 30.0;

/// Seconds between frames while the buyer speaks.
const SPEAKING: f32 = 1.0 / 12.0;

/// Seconds of walking off the stage.
const WALK: f32 = 1.1;

/// How far a whole breath moves the head, in units of the drawing.
pub const BREATH_HEIGHT: f32 = 1.5;

/// When the stage wants to be drawn again.
///
/// Meant for `WinitSettings`: `UpdateMode::reactive_low_power(activity.wait().unwrap_or(Duration::MAX))`, or the
/// least of this and what else the game waits for. A game on a slow machine may wait longer; nothing breaks.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageActivity {
    wait: Option<Duration>,
}

impl StageActivity {
    /// How long the next frame can wait; nothing while the stage stands still or is hidden.
    pub fn wait(self) -> Option<Duration> {
        self.wait
    }
}

/// The buyer at this moment.
#[derive(Resource, Clone, Debug, Default)]
pub struct Actor {
    pub feelings: Feelings,
    /// 0 on the stage … 1 gone.
    pub gone: f32,
    /// Seconds since the app started, for idle movement.
    pub seconds: f32,
    figure: Option<Figure>,
}

/// The actor has moved.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ActorMoves;

pub fn plugin(app: &mut App) {
    app.init_resource::<Actor>().init_resource::<StageActivity>().add_systems(Update, act.in_set(ActorMoves));
}

impl Actor {
    /// The face at this moment.
    pub fn face(&self, reduced_motion: bool) -> Expression {
        let mut face = expression(&self.feelings);
        if !reduced_motion {
            enliven(&mut face, &self.feelings, self.seconds);
        }
        face
    }

    /// One step of `dt` seconds towards what the view says. True while feelings are still on their way.
    fn step(&mut self, view: &StageView, dt: f32) -> bool {
        self.seconds = (self.seconds + dt) % 3600.0;
        let leaves = view.left != Leaving::Stays;
        let aim = Feelings {
            mood: view.mood.clamp(-1.0, 1.0),
            patience: view.patience.clamp(0.0, 1.0),
            interest: view.interest.clamp(0.0, 1.0),
            glad: f32::from(u8::from(view.glad)),
            talking: f32::from(u8::from(view.talking)),
            typing: f32::from(u8::from(view.typing)),
            turned: f32::from(u8::from(leaves)),
        };
        let enters = self.figure.as_ref() != Some(&view.figure);
        if enters || view.reduced_motion {
            self.figure = Some(view.figure.clone());
            self.feelings = aim;
            self.gone = f32::from(u8::from(view.left == Leaving::WalksOff));
            return false;
        }
        let dt = dt.min(LONGEST_STEP);
        let now = &mut self.feelings;
        // Speech starts and stops quicker than a feeling.
        now.talking = ease(now.talking, aim.talking, dt * 2.5);
        for (value, to) in [
            (&mut now.mood, aim.mood),
            (&mut now.patience, aim.patience),
            (&mut now.interest, aim.interest),
            (&mut now.glad, aim.glad),
            (&mut now.typing, aim.typing),
            (&mut now.turned, aim.turned),
        ] {
            *value = ease(*value, to, dt);
        }
        // Turns first, then walks.
        let goes = view.left == Leaving::WalksOff && now.turned > 0.85;
        let gone = if goes { 1.0 } else { 0.0 };
        if view.left != Leaving::WalksOff || goes {
            self.gone = walk(self.gone, gone, 1.0 / WALK, dt);
        }
        *now != aim || self.gone != f32::from(u8::from(view.left == Leaving::WalksOff))
    }

    /// Seconds until the next frame is due; `scale` is pixels per unit of the drawing.
    fn wait(&self, view: &StageView, moving: bool, scale: f32) -> Option<f32> {
        if view.rect.is_none() || (view.reduced_motion && !moving) {
            return None;
        }
        if moving {
            return Some(LIVELY);
        }
        if self.gone >= 1.0 {
            return None;
        }
        if view.talking {
            return Some(SPEAKING);
        }
        Some(next_change(self.seconds, self.feelings.patience, BREATH_HEIGHT * scale))
    }
}

fn act(view: Res<StageView>, time: Res<Time<Real>>, mut actor: ResMut<Actor>, mut activity: ResMut<StageActivity>) {
    if view.rect.is_none() && activity.wait.is_none() {
        return;
    }
    let moving = actor.step(&view, time.delta_secs());
    let scale = view.rect.map_or(1.0, |rect| (rect.width() / 300.0).min(rect.height() / 340.0));
    activity.wait = actor.wait(&view, moving, scale).map(Duration::from_secs_f32);
}

#[cfg(test)]
mod tests {
    use bevy::math::Rect;

    use super::*;

    fn shown() -> StageView {
        StageView { rect: Some(Rect::new(0.0, 0.0, 300.0, 340.0)), ..StageView::default() }
    }

    fn settled(view: &StageView) -> Actor {
        let mut actor = Actor::default();
        actor.step(view, 0.0);
        actor
    }

    #[test]
    fn a_change_of_mood_takes_about_half_a_second_even_after_a_long_sleep() {
        let mut view = shown();
        let mut actor = settled(&view);
        view.mood = -1.0;
        assert!(actor.step(&view, 30.0));
        assert!((-0.6..-0.1).contains(&actor.feelings.mood), "{}", actor.feelings.mood);
        let mut steps = 0;
        while actor.step(&view, 1.0 / 30.0) {
            steps += 1;
        }
        assert!((10..36).contains(&steps), "{steps}");
        assert_eq!(actor.feelings.mood, -1.0);
    }

    #[test]
    fn leaving_turns_first_and_then_walks_and_coming_back_ends_on_the_stage() {
        let mut view = shown();
        let mut actor = settled(&view);
        view.left = Leaving::TurnsAway;
        while actor.step(&view, 0.05) {}
        assert_eq!((actor.feelings.turned, actor.gone), (1.0, 0.0));
        view.left = Leaving::Stays;
        while actor.step(&view, 0.05) {}
        view.left = Leaving::WalksOff;
        actor.step(&view, 0.05);
        assert_eq!(actor.gone, 0.0, "has not turned yet");
        let mut taken = 0.0;
        while actor.step(&view, 0.05) {
            taken += 0.05;
        }
        assert_eq!(actor.gone, 1.0);
        assert!((1.0..2.5).contains(&taken), "{taken}");
        assert_eq!(actor.wait(&view, false, 1.0), None, "an empty stage stands still");
        view.left = Leaving::Stays;
        while actor.step(&view, 0.05) {}
        assert_eq!((actor.feelings.turned, actor.gone), (0.0, 0.0));
    }

    #[test]
    fn frames_are_due_only_while_something_moves() {
        let view = shown();
        let actor = settled(&view);
        let hidden = StageView { rect: None, ..shown() };
        let reduced = StageView { reduced_motion: true, ..shown() };
        let talks = StageView { talking: true, ..shown() };
        assert_eq!(actor.wait(&hidden, false, 1.0), None);
        assert_eq!(actor.wait(&reduced, false, 1.0), None);
        assert!(actor.wait(&view, false, 1.0).is_some_and(|s| s >= 1.0 / 12.1));
        assert_eq!(actor.wait(&talks, false, 1.0), Some(SPEAKING));
        assert_eq!(actor.wait(&view, true, 1.0), Some(LIVELY));
    }

    #[test]
    fn another_buyer_comes_in_with_their_own_feelings_at_once() {
        let mut view = shown();
        let mut actor = settled(&view);
        view.left = Leaving::WalksOff;
        while actor.step(&view, 0.05) {}
        let next = StageView { figure: Figure { age: 60, ..Figure::default() }, mood: -0.4, ..shown() };
        assert!(!actor.step(&next, 0.05));
        assert_eq!((actor.gone, actor.feelings.mood), (0.0, -0.4));
    }

    #[test]
    fn reduced_motion_is_still() {
        let view = StageView { reduced_motion: true, patience: 0.1, talking: true, ..shown() };
        let mut actor = settled(&view);
        let before = actor.face(true);
        actor.step(&view, 1.7);
        assert_eq!(actor.face(true), before);
    }
}
