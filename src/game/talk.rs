//! The talk that runs: the session with its clock, its save, and what the stage shows of it.

use std::sync::Arc;
use std::time::Instant;

use bevy::app::{App, Update};
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Res, ResMut};
use bevy::log::info;
use bevy::state::condition::in_state;

use super::bridge::{Intents, Memory};
use super::hall::{Hall, not_saved, unix_ms};
use super::pace::Pace;
use super::panels::Intent;
use super::picture::Picture;
use super::screens::Screen;
use super::stage::{Leaving, StageView};
use super::view::TalkView;
use crate::engine::{Event, Outcome, Phase};
use crate::scenario::Scenario;
use crate::score::score;
use crate::session::{Desk, Session};

/// After its last line a talk stays on the screen this long before the debrief opens by itself, in ms.
const LINGER_MS: u64 = 6_000;

/// The talk that runs, where one does.
#[derive(Resource, Default)]
pub struct Table(pub Option<Talk>);

/// A session being played.
pub struct Talk {
    desk: Desk,
    /// The name of its save.
    pub name: String,
    pub started_unix_ms: u64,
    /// Session time when `since` was taken, in ms.
    base_ms: u64,
    since: Instant,
    /// Which steps of the script have been met.
    met: Vec<bool>,
    pub rewound_to: Option<usize>,
    problem: Option<String>,
    /// Replies taken when it was last told that the buyer waits.
    told_waiting: Option<usize>,
}

impl Talk {
    /// A new talk. The seed comes from `HUASHU_SEED` where that is set.
    pub fn begin(hall: &Hall, scenario: Arc<Scenario>) -> Self {
        let now = unix_ms();
        let wanted = std::env::var("HUASHU_SEED").ok().and_then(|s| s.trim().parse().ok());
        let session = Session::start(scenario, wanted.unwrap_or(now));
        let mut talk = Self::take_up(hall, session, None);
        talk.started_unix_ms = now;
        // The clock starts with the screen, though the buyer's first line may still be on its way.
        talk.base_ms = 0;
        talk
    }

    /// Goes on with a session; `rewound_to` is the turn that is tried again.
    pub fn take_up(hall: &Hall, session: Session, rewound_to: Option<usize>) -> Self {
        let now = unix_ms();
        let met = met_steps(&session);
        let desk = Desk::new(session, hall.analyser.clone());
        let beforehand = desk.clone();
        std::thread::spawn(move || beforehand.prepare());
        Self {
            name: format!("{}-{now}", desk.session().scenario().id()),
            started_unix_ms: now,
            base_ms: desk.session().now_ms(),
            since: Instant::now(),
            desk,
            met,
            rewound_to,
            problem: None,
            told_waiting: None,
        }
    }

    pub fn session(&self) -> &Session {
        self.desk.session()
    }

    /// Session time, in ms.
    fn clock_ms(&self) -> u64 {
        let ran = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.base_ms.saturating_add(ran)
    }

    /// The clock as it is shown: it stops when the talk is over.
    fn shown_ms(&self) -> u64 {
        let now = self.clock_ms();
        if self.session().is_over() { now.min(self.session().now_ms()) } else { now }
    }

    /// True where all that happened can be seen.
    fn is_told(&self) -> bool {
        self.session().now_ms() <= self.clock_ms()
    }

    pub fn reply(&mut self, hall: &mut Hall, text: &str) {
        let turn = self.session().state().turns;
        let now = self.clock_ms();
        self.desk.reply(text, now);
        info!("reply turn={turn}");
        self.settle(hall);
    }

    pub fn quit(&mut self, hall: &mut Hall) {
        let now = self.clock_ms();
        self.desk.quit(now);
        self.settle(hall);
    }

    /// Lets a buyer act whose time has come.
    fn tick(&mut self, hall: &mut Hall) {
        let mut acted = false;
        while let Some(due) = self.session().next_due().filter(|due| *due <= self.clock_ms()) {
            if self.desk.tick(due).is_empty() {
                break;
            }
            acted = true;
        }
        if acted {
            self.settle(hall);
        }
    }

    /// After something happened: steps, and the save. A talk without a reply is not worth a save.
    fn settle(&mut self, hall: &mut Hall) {
        self.met = met_steps(self.session());
        if self.session().state().turns == 0 {
            return;
        }
        let saved = hall.save(&self.name, self.started_unix_ms, self.desk.session());
        self.problem = saved.err().map(|error| not_saved(hall.locale, &error));
    }

    pub fn view(&self, hall: &Hall) -> TalkView {
        let session = self.session();
        let mut view = TalkView::of(hall.locale, session.scenario(), session.events(), self.shown_ms(), &self.met);
        view.rewound_to = self.rewound_to;
        view.problem.clone_from(&self.problem);
        view
    }
}

fn met_steps(session: &Session) -> Vec<bool> {
    let scenario = session.scenario();
    let card = score(scenario, session.events());
    let script = card.dimensions.iter().find(|d| d.id == "script_adherence");
    let met = |id: &str| script.is_some_and(|s| s.rules.iter().any(|r| r.id == id && r.points > 0));
    scenario.script.steps.iter().map(|step| met(&step.id)).collect()
}

pub fn plugin(app: &mut App) {
    app.init_resource::<Table>()
        .add_systems(Update, run_clock.run_if(in_state(Screen::Talk)))
        .add_systems(Update, set_stage.after(run_clock));
}

/// Ticks the session, tells what the window test waits for, and opens the debrief when all is said.
fn run_clock(mut table: ResMut<Table>, mut hall: ResMut<Hall>, mut intents: ResMut<Intents>, mut pace: ResMut<Pace>) {
    let Some(talk) = &mut table.0 else { return };
    talk.tick(&mut hall);
    pace.at_least(if talk.is_told() { Pace::Ticking } else { Pace::Moving });
    if !talk.is_told() {
        return;
    }
    let session = talk.session();
    if session.is_over() {
        if talk.clock_ms() >= session.now_ms() + LINGER_MS {
            intents.0.push(Intent::ShowDebrief);
        }
    } else {
        let turns = session.state().turns;
        if talk.told_waiting != Some(turns) {
            info!("buyer turn={turns} waiting");
            talk.told_waiting = Some(turns);
        }
    }
}

/// What the stage shows: only while the talk is on the screen.
fn set_stage(
    table: Res<Table>,
    hall: Res<Hall>,
    memory: Res<Memory>,
    screen: Res<bevy::state::state::State<Screen>>,
    mut picture: ResMut<Picture>,
    mut stage: ResMut<StageView>,
) {
    let mut wanted = stage.clone();
    wanted.dark = hall.dark;
    let running = table.0.as_ref().filter(|_| *screen.get() == Screen::Talk);
    picture.want(running.and(memory.talk.stage).map(|rect| rect.size()));
    wanted.rect = picture.rect();
    if let Some(talk) = running {
        pose(&mut wanted, talk);
    }
    if *stage != wanted {
        *stage = wanted;
    }
}

fn pose(stage: &mut StageView, talk: &Talk) {
    let session = talk.session();
    let scenario = session.scenario();
    let now = talk.clock_ms();
    let temper = &scenario.persona.temper;
    let (mut mood, mut patience) = (temper.mood, temper.patience);
    let mut beliefs = temper.beliefs;
    let mut left = Leaving::Stays;
    let mut coming = None;
    for event in session.events() {
        match event {
            Event::BuyerSaid { at_ms, .. } if *at_ms > now => {
                coming = Some(*at_ms);
                break;
            }
            Event::Felt { at_ms, mood: m, patience: p, beliefs: b } if *at_ms <= now => {
                (mood, patience, beliefs) = (*m, *p, *b);
            }
            Event::Over { outcome: Outcome::Left, at_ms, .. } if *at_ms <= now => left = Leaving::WalksOff,
            Event::Over { outcome: Outcome::Lost, at_ms, .. } if *at_ms <= now => left = Leaving::TurnsAway,
            _ => {}
        }
    }
    let in_writing = scenario.file.channel == crate::scenario::format::Channel::Im;
    stage.figure = scenario.file.customer.figure.clone();
    stage.mood = mood as f32 / 1000.0;
    stage.patience = patience as f32 / 1000.0;
    stage.interest = beliefs.iter().sum::<i32>() as f32 / 4000.0;
    stage.typing = coming.is_some() && in_writing;
    stage.talking = coming.is_some() && !in_writing;
    stage.left = left;
    stage.glad = matches!(session.state().phase, Phase::Settling | Phase::Farewell) && coming.is_none();
}
