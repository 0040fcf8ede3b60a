//! Golden runs: replies played at a fair speed, and how their end differs from what was expected.

use std::sync::Arc;

use super::desk::Desk;
use super::live::Session;
use crate::analysis::Analyser;
use crate::i18n::Text;
use crate::scenario::Scenario;
use crate::scenario::format::{Expectation, Run};
use crate::score::{self, Scorecard};

/// Plays the replies, each after a fair reading and typing time, and quits after the last.
pub fn play(scenario: &Arc<Scenario>, seed: u64, replies: &[String], analyser: &Arc<Analyser>) -> Session {
    let mut desk = Desk::new(Session::start(scenario.clone(), seed), analyser.clone());
    for reply in replies {
        if desk.session().is_over() {
            break;
        }
        let at_ms = desk.session().fair_time(reply.chars().count());
        desk.reply(reply, at_ms);
    }
    if !desk.session().is_over() {
        let now = desk.session().now_ms();
        desk.quit(now);
    }
    desk.into_session()
}

/// What a golden run came to.
#[derive(Clone, Debug)]
pub struct Report {
    pub scenario: String,
    pub run: String,
    pub card: Scorecard,
    /// Empty where all is as expected.
    pub misses: Vec<Text>,
}

/// Replays one golden run.
pub fn check(scenario: &Arc<Scenario>, run: &Run, analyser: &Arc<Analyser>) -> Report {
    let session = play(scenario, run.seed, &run.replies, analyser);
    let card = score::score(scenario, session.events());
    let misses = misses(&run.expect, &card);
    Report { scenario: scenario.id().to_owned(), run: run.name.clone(), card, misses }
}

fn misses(expect: &Expectation, card: &Scorecard) -> Vec<Text> {
    let mut misses = Vec::new();
    let came = card.outcome.map_or("", |o| o.id());
    if let Some(wanted) = expect.outcome.as_deref().filter(|wanted| *wanted != came) {
        misses.push(Text::new("test-outcome").with("wanted", wanted).with("came", came));
    }
    if let Some((least, most)) = expect.score.filter(|(least, most)| !(least..=most).contains(&&card.overall)) {
        let text = Text::new("test-score").with("least", i64::from(least)).with("most", i64::from(most));
        misses.push(text.with("came", i64::from(card.overall)));
    }
    misses
}
