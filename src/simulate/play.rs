//! One simulated session.

use std::sync::Arc;

use super::ear::Knowledge;
use super::screen::Screen;
use super::trainees::{Act, Trainee};
use crate::analysis::Analyser;
use crate::scenario::Scenario;
use crate::session::{Desk, Session};

/// Replies after which a trainee gives up.
const MOST_REPLIES: usize = 45;

/// Plays the scenario to its end; the same seed, the same talk.
pub fn play(scenario: &Arc<Scenario>, seed: u64, trainee: &Trainee, analyser: &Arc<Analyser>) -> Session {
    let mut desk = Desk::new(Session::start(scenario.clone(), seed), analyser.clone());
    let knowledge = Knowledge::of(&scenario.product, &scenario.file.date);
    while !desk.session().is_over() {
        let screen = Screen::of(desk.session(), seed, analyser, &knowledge);
        let act = if screen.turn() < MOST_REPLIES { (trainee.act)(&screen) } else { Act::Wait };
        match (act, desk.session().next_due()) {
            (Act::Say { text, pause_ms }, _) => {
                let at_ms = desk.session().fair_time(text.chars().count()) + pause_ms;
                desk.reply(&text, at_ms);
            }
            (Act::Wait, Some(due)) => {
                desk.tick(due);
            }
            (Act::Wait, None) => {
                let now = desk.session().now_ms();
                desk.quit(now);
            }
        }
    }
    desk.into_session()
}
