//! The buyer hears: what a reply does to an open question, to the truth and to the close changes words and outcome.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;
mod common;

use builder::{ReadingExt, reading};
use common::{SHIPPED, scenario};
use huashu::analysis::{Grasp, Reading};
use huashu::engine::{Event, Hearing, Outcome, Phase, Timing};
use huashu::session::{Command, Session};

/// Replies after eight seconds; the text only has to differ from turn to turn.
fn reply(session: &mut Session, reading: Reading) -> Vec<Event> {
    let turn = session.state().turns;
    let at_ms = session.now_ms() + 8_000;
    session.handle(Command::Reply { at_ms, text: format!("这是第{turn}句回复"), reading: Box::new(reading) })
}

fn said(events: &[Event]) -> String {
    let lines = events.iter().filter_map(|e| match e {
        Event::BuyerSaid { text, .. } => Some(text.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" / ")
}

fn hearing_of(events: &[Event], id: &str) -> Vec<Hearing> {
    let heard = events.iter().filter_map(|e| match e {
        Event::Heard { item, hearing, .. } if item == id => Some(*hearing),
        _ => None,
    });
    heard.collect()
}

/// A session whose open item is a question, with its id and the subjects that answer it.
fn with_question(id: &str, least_answers: usize) -> (Session, String, Vec<String>) {
    for seed in 0..400 {
        let mut session = Session::start(scenario(id), seed);
        for _ in 0..6 {
            let open = session.state().open.clone();
            let truth = session.state().truth;
            let item = open.as_deref().and_then(|open| session.scenario().item(truth, open)).cloned();
            if let Some(item) = item
                .filter(|i| i.answer.len() >= least_answers && i.kind == huashu::scenario::format::ItemKind::Question)
            {
                return (session, item.id, item.answer);
            }
            let tells = session.scenario().product.facts.iter().map(|f| format!("fact:{}", f.id));
            let all = tells.take(3).fold(reading(40, &["moves:acknowledge"]), |r, s| r.tells(&s));
            reply(&mut session, all);
        }
    }
    panic!("{id} has no question with {least_answers} answers");
}

#[test]
fn answering_half_answering_and_evading_a_question_are_three_different_things() {
    let (session, id, answers) = with_question("tea_impatient", 2);
    let full = answers.iter().fold(reading(35, &[]), |r, s| r.tells(s));
    let half = reading(35, &[]).tells(&answers[0]);
    let none = reading(30, &["faults:curt"]);
    let mut lines = Vec::new();
    let mut patience = Vec::new();
    for (read, expected) in [(full, Hearing::Settled), (half, Hearing::Half), (none, Hearing::Evaded)] {
        let mut session = session.clone();
        let events = reply(&mut session, read);
        assert_eq!(hearing_of(&events, &id).first(), Some(&expected));
        lines.push(said(&events));
        patience.push(session.state().patience);
    }
    assert!(lines[0] != lines[1] && lines[1] != lines[2] && lines[0] != lines[2], "{lines:?}");
    assert!(patience[0] > patience[1] && patience[1] > patience[2], "{patience:?}");
}

#[test]
fn a_wrong_answer_is_taken_for_an_answer_and_remembered() {
    let (mut session, id, answers) = with_question("tea_impatient", 1);
    let events = reply(&mut session, answers.iter().fold(reading(35, &[]), |r, s| r.says(s, Grasp::Wrong)));
    assert_eq!(hearing_of(&events, &id).first(), Some(&Hearing::Misled));
}

#[test]
fn facts_that_bear_on_nothing_move_the_buyer_little() {
    let (session, id, answers) = with_question("tea_impatient", 1);
    let idle = session.scenario().product.facts.iter().map(|f| format!("fact:{}", f.id)).find(|s| !answers.contains(s));
    let mut apt = session.clone();
    reply(&mut apt, answers.iter().fold(reading(35, &[]), |r, s| r.tells(s)));
    let mut inapt = session.clone();
    let events = reply(&mut inapt, reading(35, &[]).tells(&idle.expect("another fact")));
    assert!(!hearing_of(&events, &id).contains(&Hearing::Settled));
    assert!(inapt.state().conviction() < apt.state().conviction());
    assert!(inapt.state().patience < apt.state().patience);
}

#[test]
fn a_close_before_its_time_costs_and_is_told_as_early() {
    for id in SHIPPED {
        let mut session = Session::start(scenario(id), 2);
        reply(&mut session, reading(40, &["steps:greet"]));
        let before = session.state().patience;
        let events = reply(&mut session, reading(35, &["closes:assumptive"]));
        assert!(
            events.iter().any(|e| matches!(e, Event::CloseTried { timing: Timing::Early, accepted: false, .. })),
            "{id}"
        );
        assert!(session.state().patience < before, "{id}");
    }
}

/// Plays to readiness as somebody who knows the sheet; the session is then waiting to be asked.
fn ready(id: &str, seed: u64) -> Session {
    let mut session = Session::start(scenario(id), seed);
    for _ in 0..40 {
        if session.state().phase != Phase::Talking {
            break;
        }
        let state = session.state();
        let scenario = session.scenario().clone();
        let truth = &scenario.file.truths[state.truth];
        let mut read = reading(43, &["moves:acknowledge", "moves:boundary", "controls:guide", "moves:evidence"]);
        if let Some(item) = state.open.as_deref().and_then(|open| scenario.item(state.truth, open)) {
            read = item.answer.iter().chain(&item.arguments).fold(read, |r, s| r.tells(s));
        }
        read = if state.truth_known {
            truth.convince.iter().fold(read, |r, s| r.tells(s))
        } else {
            truth.reveal.iter().fold(read, |r, t| r.asks(t))
        };
        reply(&mut session, read);
    }
    assert_eq!(session.state().phase, Phase::Ready, "{id} {seed}");
    session
}

#[test]
fn a_ready_buyer_shows_it_and_takes_a_close_but_not_silence() {
    for id in SHIPPED {
        let session = ready(id, 4);
        assert!(session.events().iter().any(|e| matches!(e, Event::SignalGiven { .. })), "{id}");
        let mut asked = session.clone();
        for _ in 0..4 {
            // The last objection, where there is one, is met as well.
            let state = asked.state();
            let item = state.open.as_deref().and_then(|open| asked.scenario().item(state.truth, open)).cloned();
            let arguments = item.map_or(Vec::new(), |i| [i.answer, i.arguments].concat());
            let close = reading(42, &["closes:alternative", "moves:acknowledge"]);
            reply(&mut asked, arguments.iter().fold(close, |r, s| r.tells(s)));
        }
        let agreed = asked.events().iter().any(|e| matches!(e, Event::Agreed { .. }));
        assert!(agreed, "{id}: a close at the signal is taken");
        let mut silent = session;
        for _ in 0..8 {
            reply(&mut silent, reading(38, &["steps:consult"]));
        }
        assert_eq!(silent.state().outcome, Some(Outcome::Deferred), "{id}: nobody asked");
    }
}

#[test]
fn silence_brings_nudges_and_then_the_door() {
    for id in SHIPPED {
        let mut session = Session::start(scenario(id), 1);
        let mut nudges = 0;
        while let Some(due) = session.next_due() {
            let events = session.handle(Command::Tick { at_ms: due });
            nudges += usize::from(!said(&events).is_empty() && !session.is_over());
        }
        assert_eq!((session.state().outcome, nudges >= 2), (Some(Outcome::Left), true), "{id}: {nudges}");
    }
}

#[test]
fn a_buyer_that_leaves_does_so_before_a_reply_that_comes_too_late() {
    let mut session = Session::start(scenario("tea_impatient"), 1);
    let at_ms = 3_600_000;
    session.handle(Command::Reply { at_ms, text: "您好".into(), reading: Box::new(reading(40, &["steps:greet"])) });
    assert!(session.is_over() && session.now_ms() < at_ms);
    assert!(!session.events().iter().any(|e| matches!(e, Event::TraineeSaid { .. })));
}

#[test]
fn the_same_words_again_are_noticed() {
    let mut session = Session::start(scenario("plan_long_winded"), 3);
    let read = || Box::new(reading(40, &["steps:greet"]));
    for at_ms in [5_000, 30_000] {
        let events =
            session.handle(Command::Reply {
                at_ms, text: "您好，请问有什么可以帮您？".into(), reading: read()
            });
        let repeated = events.iter().any(|e| matches!(e, Event::Repeated { .. }));
        assert_eq!(repeated, at_ms > 5_000);
    }
}
