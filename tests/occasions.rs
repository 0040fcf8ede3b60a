//! Occasions that are no plain sale: pretexts, help after the sale, no need at all; and how near and how hard a buyer is.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;
mod common;

use std::sync::Arc;

use builder::{ReadingExt, reading};
use common::{ANALYSER, changed, reply, say, scenario};
use huashu::engine::{Event, Hearing, Outcome, Phase};
use huashu::scenario::Scenario;
use huashu::scenario::format::{Goal, Prospect};
use huashu::session::{Desk, Session};

/// Plays on, answering what is open with all that settles it, until `stop` holds of the state.
fn play_until(session: &mut Session, probes: bool, stop: impl Fn(&Session) -> bool) {
    for _ in 0..30 {
        if stop(session) || session.is_over() {
            return;
        }
        let state = session.state();
        let open = state.open.as_deref().and_then(|id| session.scenario().item(state.truth, id)).cloned();
        let truth = session.scenario().file.truths[state.truth].clone();
        let known = state.truth_known;
        let mut said = reading(42, &["moves:acknowledge", "moves:evidence"]);
        if let Some(item) = open {
            said = item.answer.iter().chain(item.arguments.iter().take(3)).fold(said, |r, s| r.tells(s));
        }
        if known {
            said = truth.convince.iter().fold(said, |r, s| r.tells(s));
        } else if probes && state.turns >= 2 {
            said = said.asks(&truth.reveal[0]);
        }
        reply(session, said);
    }
    panic!("thirty replies were not enough: {:?}", session.state().phase);
}

/// A seed under which the objection of this id comes up before the truth is told, and the session there.
fn at_objection(scenario: &Arc<Scenario>, id: &str) -> Session {
    for seed in 0..60 {
        let mut session = Session::start(scenario.clone(), seed);
        play_until(&mut session, false, |s| s.state().open.as_deref() == Some(id) || s.state().turns > 9);
        if session.state().open.as_deref() == Some(id) && !session.state().truth_known {
            return session;
        }
    }
    panic!("{id} never came up");
}

fn hearings(events: &[Event], id: &str) -> Vec<Hearing> {
    let of = |e: &Event| match e {
        Event::Heard { item, hearing, .. } if item == id => Some(*hearing),
        _ => None,
    };
    events.iter().filter_map(of).collect()
}

#[test]
fn a_pretext_cannot_be_argued_away_but_falls_with_the_truth() {
    let real = changed(|_| {});
    let pretext = changed(|file| file.truths.iter_mut().for_each(|t| t.pretexts = vec!["bargain".into()]));
    let argue = || reading(42, &["moves:acknowledge", "moves:offer"]).tells("fact:member").tells("feature:leaf");
    let mut session = at_objection(&real, "bargain");
    assert_eq!(hearings(&reply(&mut session, argue()), "bargain").first(), Some(&Hearing::Settled));
    let mut session = at_objection(&pretext, "bargain");
    assert_eq!(hearings(&reply(&mut session, argue()), "bargain").first(), Some(&Hearing::Soothed));
    let events = say(&mut session, "您心里到底怎么想?", reading(42, &["moves:probe", "steps:objection"]));
    assert!(events.iter().any(|e| matches!(e, Event::TruthTold { .. })));
    assert_eq!(hearings(&events, "bargain").first(), Some(&Hearing::Settled));
    assert_ne!(session.state().open.as_deref(), Some("bargain"));
}

#[test]
fn who_wanted_help_is_content_without_being_asked_for_a_yes() {
    let help = changed(|file| file.goal = Goal::Resolved);
    let mut session = Session::start(help, 3);
    play_until(&mut session, true, |s| !matches!(s.state().phase, Phase::Talking));
    assert_eq!(session.state().phase, Phase::Settling);
    let events = session.events();
    assert!(events.iter().any(|e| matches!(e, Event::Agreed { .. })));
    assert!(!events.iter().any(|e| matches!(e, Event::SignalGiven { .. } | Event::CloseTried { .. })));
    // And "I'll send you a new one" is no push.
    let mut session = Session::start(changed(|file| file.goal = Goal::Resolved), 3);
    let before = session.state().patience;
    let events = reply(&mut session, reading(42, &["closes:assumptive", "moves:apologise", "moves:offer"]));
    assert!(!events.iter().any(|e| matches!(e, Event::CloseTried { .. })));
    assert!(session.state().patience >= before - 200);
}

#[test]
fn without_a_need_an_honest_farewell_is_the_goal_and_pushing_is_not() {
    let none = changed(|file| file.goal = Goal::Declined);
    let mut honest = Session::start(none.clone(), 4);
    play_until(&mut honest, true, |s| s.state().truth_known);
    let (mut pushing, mut empty) = (honest.clone(), honest.clone());
    let word = none.file.truths[honest.state().truth].convince[0].clone();
    reply(&mut honest, reading(45, &["moves:acknowledge", "steps:farewell"]).tells(&word));
    assert_eq!((honest.state().outcome, honest.state().goal_met), (Some(Outcome::Declined), true));
    // A goodbye alone, with no word to what was confided, is none.
    reply(&mut empty, reading(45, &["moves:acknowledge", "steps:farewell"]));
    assert!(!empty.state().goal_met);
    let patience = pushing.state().patience;
    reply(&mut pushing, reading(40, &["closes:assumptive"]));
    assert!(!pushing.state().goal_met && pushing.state().patience < patience);
    for _ in 0..12 {
        reply(&mut pushing, reading(35, &["closes:assumptive", "closes:warning"]));
    }
    assert!(pushing.is_over() && !pushing.state().goal_met);
}

#[test]
fn a_ripe_buyer_starts_nearer_and_a_hard_level_asks_for_more() {
    let conviction = |prospect| {
        let session = Session::start(changed(|file| file.customer.prospect = prospect), 1);
        session.state().conviction()
    };
    assert!(conviction(Prospect::Ripe) > conviction(Prospect::Hopeful));
    assert!(conviction(Prospect::Hopeful) > conviction(Prospect::Merely));
    let patience = |level| Session::start(changed(|file| file.level = level), 1).state().patience;
    assert!((1..5).all(|level| patience(level) > patience(level + 1)));
    let turns_to_ready = |level| {
        let mut session = Session::start(changed(|file| file.level = level), 1);
        play_until(&mut session, true, |s| s.state().phase == Phase::Ready);
        session.state().turns
    };
    assert!(turns_to_ready(1) <= turns_to_ready(5));
}

#[test]
fn the_buyers_own_words_given_back_say_nothing() {
    let session = Session::start(scenario("coat_size"), 1);
    let line = session.unanswered().lines().last().expect("an opening").to_owned();
    let desk = Desk::new(session, ANALYSER.clone());
    for (reply, nothing) in [(line.clone(), true), (format!("{line}~"), true), (format!("您是说{line},对吗?"), false)]
    {
        assert_eq!(desk.read(&reply).nonsense, nothing, "{reply}");
    }
}

#[test]
fn a_question_that_no_topic_knows_brings_out_the_truth_but_not_as_the_first_word() {
    let told = |events: &[Event]| events.iter().any(|e| matches!(e, Event::TruthTold { .. }));
    for labels in [["steps:ask"], ["moves:probe"]] {
        let mut session = Session::start(scenario("tea_impatient"), 3);
        assert!(!told(&say(&mut session, "您怎么看?", reading(42, &labels))), "{labels:?}");
        // What only looks like a question to the model, and asks nothing, is none.
        assert!(!told(&say(&mut session, "宽72厘米,长170厘米。", reading(42, &labels))), "{labels:?}");
        assert!(told(&say(&mut session, "那您到底怎么想?", reading(42, &labels))), "{labels:?}");
    }
    // Asking for the order is no question about the buyer.
    let mut session = Session::start(scenario("tea_impatient"), 3);
    reply(&mut session, reading(42, &["steps:greet"]));
    assert!(!told(&reply(&mut session, reading(42, &["steps:ask", "closes:alternative"]))));
}
