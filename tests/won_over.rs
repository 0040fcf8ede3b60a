//! What wins a buyer over that has confided, and what does not.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;
mod common;

use builder::{ReadingExt, reading};
use common::{changed, reply, say, scenario};
use huashu::analysis::Reading;
use huashu::engine::Event;
use huashu::scenario::Money;
use huashu::scenario::format::Truth;
use huashu::session::Session;

fn truth(session: &Session) -> Truth {
    session.scenario().file.truths[session.state().truth].clone()
}

fn drawn(events: &[Event]) -> Vec<String> {
    let lines = events.iter().filter_map(|e| match e {
        Event::LinesDrawn { lines } => Some(lines.clone()),
        _ => None,
    });
    lines.flatten().collect()
}

#[test]
fn an_argument_in_the_same_breath_as_the_question_was_not_said_to_the_confidence() {
    for (apart, after) in [(false, 0), (true, 1)] {
        let mut session = Session::start(scenario("tea_impatient"), 3);
        reply(&mut session, reading(42, &["steps:greet"]));
        let own = truth(&session);
        let argued = |read: Reading| read.tells(&own.convince[0]);
        let asks = reading(42, &["steps:ask", "moves:evidence"]).asks(&own.reveal[0]);
        reply(&mut session, if apart { asks } else { argued(asks) });
        assert!(session.state().truth_known);
        if apart {
            reply(&mut session, argued(reading(42, &["moves:evidence"])));
        }
        assert_eq!(session.state().hits_after.len(), after, "apart: {apart}");
    }
}

#[test]
fn who_had_asked_for_just_this_is_answered_and_not_won_over_aloud() {
    let file = changed(|file| {
        let answers: Vec<String> =
            file.agenda.iter().filter(|i| !i.settled.is_empty()).flat_map(|i| i.answer.clone()).collect();
        file.truths.iter_mut().for_each(|t| t.convince.extend(answers.clone()));
    });
    let mut seen = 0;
    for seed in 0..12 {
        let mut session = Session::start(file.clone(), seed);
        reply(&mut session, reading(42, &["steps:greet"]));
        let own = truth(&session);
        reply(&mut session, reading(42, &["steps:ask"]).asks(&own.reveal[0]));
        let state = session.state();
        let Some(open) = state.open.as_deref().and_then(|id| session.scenario().item(state.truth, id)).cloned() else {
            continue;
        };
        if open.answer.is_empty() || open.settled.is_empty() {
            continue;
        }
        let told = open.answer.iter().fold(reading(42, &["steps:consult"]), |r, s| r.tells(s));
        let lines = drawn(&reply(&mut session, told));
        assert!(!lines.iter().any(|l| own.convinced.contains(l)), "{lines:?}");
        seen += 1;
    }
    assert!(seen > 0, "no seed had an open question after the confidence");
}

#[test]
fn the_full_price_beside_what_is_left_of_it_takes_nothing_back() {
    for (text, contradicts) in [("一盒129元,减10元,到手119元", false), ("一盒125元", true)] {
        let mut session = Session::start(scenario("tea_impatient"), 3);
        let offer = |yuan| {
            let mut read = reading(42, &["steps:consult"]);
            read.offered = Some(Money::from_yuan(yuan));
            read
        };
        say(&mut session, "给您119元一盒", offer(119));
        let events = say(&mut session, text, offer(125));
        let contradicted = events.iter().any(|e| matches!(e, Event::Contradicted { .. }));
        assert_eq!(contradicted, contradicts, "{text}");
    }
}
