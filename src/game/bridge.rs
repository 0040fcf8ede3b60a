//! From intents to what happens: the only place where the wishes of panels become commands.

use bevy::app::{App, Last};
use bevy::camera::ClearColor;
use bevy::ecs::message::MessageWriter;
use bevy::ecs::query::With;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Query, ResMut};
use bevy::log::info;
use bevy::state::state::NextState;
use bevy::window::RequestRedraw;
use bevy_egui::{EguiContext, PrimaryEguiContext};

use std::sync::Arc;

use super::egui;
use super::hall::Hall;
use super::panels::Intent;
use super::panels::debrief::DebriefState;
use super::panels::home::HomeState;
use super::panels::talk::TalkState;
use super::screens::Screen;
use super::talk::{Table, Talk};
use super::theme::style;
use super::view::DebriefView;
use crate::scenario::Scenario;
use crate::score::score;
use crate::session::Session;

/// What panels have asked for since it was last looked at.
#[derive(Resource, Default)]
pub struct Intents(pub Vec<Intent>);

/// What panels remember between frames.
#[derive(Resource, Default)]
pub struct Memory {
    pub home: HomeState,
    pub talk: TalkState,
    pub debrief: DebriefState,
}

/// The scenario that is briefed.
#[derive(Resource, Default)]
pub struct Briefed(pub Option<Arc<Scenario>>);

/// The talk that is looked back on.
#[derive(Resource, Default)]
pub struct LookedAt(pub Option<Review>);

/// A talk that is over, with its debrief.
pub struct Review {
    session: Session,
    pub view: DebriefView,
}

pub fn plugin(app: &mut App) {
    app.init_resource::<Intents>()
        .init_resource::<Memory>()
        .init_resource::<Briefed>()
        .init_resource::<LookedAt>()
        .add_systems(Last, act);
}

/// Everything that intents can change.
struct Desk<'a> {
    hall: &'a mut Hall,
    table: &'a mut Table,
    memory: &'a mut Memory,
    briefed: &'a mut Briefed,
    looked_at: &'a mut LookedAt,
    next: &'a mut NextState<Screen>,
}

#[allow(clippy::too_many_arguments)]
fn act(
    mut intents: ResMut<Intents>,
    mut hall: ResMut<Hall>,
    mut table: ResMut<Table>,
    mut memory: ResMut<Memory>,
    mut briefed: ResMut<Briefed>,
    mut looked_at: ResMut<LookedAt>,
    mut next: ResMut<NextState<Screen>>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
    mut ground: ResMut<ClearColor>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if intents.0.is_empty() {
        return;
    }
    let mut desk = Desk {
        hall: &mut hall,
        table: &mut table,
        memory: &mut memory,
        briefed: &mut briefed,
        looked_at: &mut looked_at,
        next: &mut next,
    };
    for intent in std::mem::take(&mut intents.0) {
        if intent == Intent::SwitchTheme {
            desk.hall.dark = !desk.hall.dark;
            for mut context in &mut contexts {
                style::choose(context.get_mut(), desk.hall.dark);
            }
            *ground = egui::ground(desk.hall.dark);
        } else {
            desk.act(intent);
        }
    }
    redraw.write(RequestRedraw);
}

impl Desk<'_> {
    fn act(&mut self, intent: Intent) {
        match intent {
            Intent::ShowHome => {
                self.table.0 = None;
                self.next.set(Screen::Home);
            }
            Intent::CloseNotice => self.hall.notice = None,
            Intent::ShowRecords => self.next.set(Screen::Records),
            Intent::Choose(id) => {
                if let Some(scenario) = self.hall.scenario(&id) {
                    self.briefed.0 = Some(scenario);
                    self.next.set(Screen::Briefing);
                }
            }
            Intent::Begin => {
                if let Some(scenario) = self.briefed.0.clone() {
                    let talk = Talk::begin(self.hall, scenario);
                    self.sit_down(talk);
                }
            }
            Intent::Resume(name) => self.resume(&name),
            Intent::Send(text) => {
                if let Some(talk) = &mut self.table.0 {
                    talk.reply(self.hall, &text);
                }
            }
            Intent::Finish => {
                if let Some(talk) = &mut self.table.0 {
                    talk.quit(self.hall);
                }
                self.look_back_on_table();
            }
            Intent::ShowDebrief => self.look_back_on_table(),
            Intent::Rewind(turn) => {
                if let Some(review) = &self.looked_at.0 {
                    let talk = Talk::take_up(self.hall, review.session.rewind(turn), Some(turn));
                    self.sit_down(talk);
                }
            }
            Intent::Again => {
                if let Some(review) = &self.looked_at.0 {
                    // The scenario as it was then: its file may have changed or gone since.
                    let talk = Talk::begin(self.hall, review.session.scenario().clone());
                    self.sit_down(talk);
                }
            }
            Intent::OpenRecord(name) => {
                if let Some(record) = self.hall.record(&name) {
                    let session = record.session.clone();
                    self.look_back_on(session, &name);
                }
            }
            Intent::SwitchTheme => {}
        }
    }

    fn sit_down(&mut self, talk: Talk) {
        self.memory.talk = TalkState::default();
        let scenario = talk.session().scenario().clone();
        info!("screen=talk scenario={}", scenario.id());
        self.briefed.0 = Some(scenario);
        self.table.0 = Some(talk);
        self.next.set(Screen::Talk);
    }

    fn resume(&mut self, name: &str) {
        let Some(record) = self.hall.record(name) else { return };
        let (session, started) = (record.session.clone(), record.started_unix_ms);
        let mut talk = Talk::take_up(self.hall, session, None);
        name.clone_into(&mut talk.name);
        talk.started_unix_ms = started;
        self.sit_down(talk);
    }

    fn look_back_on_table(&mut self) {
        if let Some(talk) = self.table.0.take() {
            let name = talk.name.clone();
            self.look_back_on(talk.session().clone(), &name);
        }
    }

    fn look_back_on(&mut self, session: Session, name: &str) {
        let card = score(session.scenario(), session.events());
        let view = DebriefView::of(self.hall.locale, session.scenario(), session.events(), &card);
        info!(
            "debrief scenario={} overall={} outcome={} transcript={}",
            session.scenario().id(),
            card.overall,
            card.outcome.map_or("open", |o| o.id()),
            self.hall.path(name).display()
        );
        self.memory.debrief = DebriefState::default();
        self.looked_at.0 = Some(Review { session, view });
        self.next.set(Screen::Debrief);
    }
}
