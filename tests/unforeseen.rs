//! Words that the scenario does not foresee: what is sensible is taken for an answer, what is unclear is asked back to.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;
mod common;

use builder::{ReadingExt, reading};
use common::{changed, reply, scenario};
use huashu::analysis::{Grasp, Mention};
use huashu::engine::{Event, Hearing, ItemStatus};
use huashu::scenario::Money;
use huashu::scenario::format::{ItemKind, LineCue};
use huashu::session::Session;

fn hearing(events: &[Event], id: &str) -> Option<Hearing> {
    events.iter().find_map(|e| match e {
        Event::Heard { item, hearing, .. } if item == id => Some(*hearing),
        _ => None,
    })
}

fn raised(events: &[Event], id: &str) -> bool {
    events.iter().any(|e| matches!(e, Event::BuyerSaid { item: Some(item), .. } if item == id))
}

fn cues(events: &[Event]) -> Vec<LineCue> {
    let cue = |e: &Event| match e {
        Event::BuyerSaid { cue, .. } => *cue,
        _ => None,
    };
    events.iter().filter_map(cue).collect()
}

/// The tea's question of the servings alone is open; what answers it is one fact.
fn at_question() -> Session {
    let scenario = changed(|file| {
        file.agenda.retain(|i| i.id == "servings" || i.id == "arrival");
        file.agenda.iter_mut().for_each(|i| i.answer.truncate(1));
    });
    let mut session = Session::start(scenario, 5);
    reply(&mut session, reading(40, &["steps:greet"]));
    session
}

#[test]
fn an_answer_in_other_words_is_taken_and_not_asked_for_again() {
    let question = at_question();
    let open = question.state().open.clone().expect("a question");
    let truth = question.state().truth;
    let answer = question.scenario().item(truth, &open).expect("an item").answer[0].clone();
    let other = question.scenario().product.facts.iter().map(|f| format!("fact:{}", f.id)).find(|s| *s != answer);
    let other = other.expect("another fact");
    let plain = || reading(38, &["steps:consult"]);
    for (what, read, expected) in [
        ("explains", plain(), Hearing::Taken),
        ("touches and explains", plain().says(&answer, Grasp::Touched), Hearing::Taken),
        ("tells", plain().tells(&answer), Hearing::Settled),
        ("tells of something else", plain().tells(&other), Hearing::Evaded),
        ("asks back", plain().asks("for_whom"), Hearing::Evaded),
        ("touches, no more", reading(38, &[]).says(&answer, Grasp::Touched), Hearing::Half),
        (
            "says it otherwise than the sheet",
            reading(38, &["steps:consult", "claims:contradicts_sheet"]),
            Hearing::Misled,
        ),
        ("mocks", reading(15, &["steps:consult", "faults:arrogant"]), Hearing::Evaded),
    ] {
        let mut session = question.clone();
        let events = reply(&mut session, read);
        assert_eq!(hearing(&events, &open), Some(expected), "{what}");
        if expected == Hearing::Taken {
            assert!(!raised(&events, &open), "{what}");
        }
    }
}

#[test]
fn an_argument_in_other_words_counts_for_one_but_not_in_haggling() {
    for (kind, needed, first, second) in [
        (ItemKind::Goods, 1, Hearing::Taken, None),
        (ItemKind::Goods, 2, Hearing::Half, Some(Hearing::Taken)),
        (ItemKind::Price, 1, Hearing::Evaded, None),
    ] {
        let scenario = changed(|file| {
            file.agenda.retain(|i| i.id == "rival");
            file.agenda.iter_mut().for_each(|i| (i.kind, i.needed) = (kind, needed));
        });
        let mut session = Session::start(scenario, 5);
        reply(&mut session, reading(40, &["steps:greet"]));
        assert_eq!(session.state().open.as_deref(), Some("rival"));
        let argue = || reading(40, &["steps:objection", "moves:evidence"]);
        assert_eq!(hearing(&reply(&mut session, argue()), "rival"), Some(first), "{kind:?} {needed}");
        if let Some(second) = second {
            assert_eq!(hearing(&reply(&mut session, argue()), "rival"), Some(second), "{kind:?} {needed}");
        }
    }
}

#[test]
fn a_price_that_is_low_enough_already_is_not_haggled_about() {
    for (offer, again) in [(119, false), (129, true)] {
        let scenario = changed(|file| file.agenda.retain(|i| i.id == "servings" || i.id == "bargain"));
        let limit = scenario.file.agenda.iter().find(|i| i.id == "bargain").and_then(|i| i.price_at_most);
        assert!(limit.is_some_and(|l| l.to_string() == "119" || l.to_string() == "119.0"), "{limit:?}");
        let mut session = Session::start(scenario, 5);
        reply(&mut session, reading(40, &["steps:greet"]));
        assert_eq!(session.state().open.as_deref(), Some("servings"));
        let answers = session.scenario().item(0, "servings").expect("an item").answer.clone();
        let mut read = answers.iter().fold(reading(38, &["steps:consult"]), |r, s| r.tells(s));
        read.offered = Some(Money::from_yuan(offer));
        let events = reply(&mut session, read);
        assert_eq!(raised(&events, "bargain"), again, "{offer}");
    }
}

#[test]
fn asking_for_the_order_over_an_open_question_is_told_to_be_too_soon() {
    let mut session = at_question();
    let events = reply(&mut session, reading(38, &["closes:assumptive"]));
    assert!(cues(&events).contains(&LineCue::NotYet), "{events:?}");
    // Who answers and asks in one breath hears the next question, no scolding.
    let mut session = at_question();
    let events = reply(&mut session, reading(38, &["steps:consult", "closes:assumptive"]));
    assert!(!cues(&events).contains(&LineCue::NotYet), "{events:?}");
}

#[test]
fn a_statement_that_nothing_makes_out_is_asked_back_to_but_not_twice_running() {
    let mut session = Session::start(scenario("tea_impatient"), 1);
    let mut asked = Vec::new();
    for turn in 0..6 {
        let events = reply(&mut session, reading(40, &[]));
        if events.iter().any(|e| matches!(e, Event::AskedBack { .. })) {
            assert!(cues(&events).contains(&LineCue::AsksBack), "turn {turn}");
            asked.push(turn);
        }
    }
    assert_eq!(asked.len(), 1, "{asked:?}");
    // A question or a push is no such statement.
    for labels in [["steps:ask"], ["closes:assumptive"], ["faults:curt"]] {
        let mut session = Session::start(scenario("tea_impatient"), 1);
        let back = (0..3)
            .any(|_| reply(&mut session, reading(40, &labels)).iter().any(|e| matches!(e, Event::AskedBack { .. })));
        assert!(!back, "{labels:?}");
    }
}

/// A tea buyer that has confided, with what wins it over and what would win over others.
fn confided() -> (Session, Vec<String>, Vec<String>) {
    let mut session = Session::start(scenario("tea_impatient"), 3);
    reply(&mut session, reading(42, &["steps:greet"]));
    let truths = session.scenario().file.truths.clone();
    let own = &truths[session.state().truth];
    reply(&mut session, reading(42, &["steps:ask"]).asks(&own.reveal[0]));
    assert!(session.state().truth_known);
    let others = truths.iter().flat_map(|t| &t.convince).filter(|s| !own.convince.contains(s)).cloned().collect();
    (session, own.convince.clone(), others)
}

#[test]
fn a_leaflet_read_out_wins_nobody_over() {
    for (of_others, wins) in [(0, true), (1, true), (2, false)] {
        let (mut session, own, others) = confided();
        let open = session.state().open.as_deref().and_then(|id| session.scenario().item(session.state().truth, id));
        let asked: Vec<String> = open.iter().flat_map(|i| i.answer.iter().chain(&i.arguments)).cloned().collect();
        let mut read = reading(40, &["steps:consult", "moves:evidence"]).tells(&own[0]);
        for subject in others.iter().filter(|s| !asked.contains(s)).take(of_others) {
            read = read.tells(subject);
        }
        let events = reply(&mut session, read);
        let hit = events.iter().any(|e| matches!(e, Event::NeedHit { .. }));
        assert_eq!(hit, wins, "{of_others}: {events:?}");
    }
}

#[test]
fn what_only_touches_the_need_counts_where_nothing_else_is_told() {
    for (elsewhere, wins) in [(None, true), (Some("fact:dispatch"), false)] {
        let (mut session, own, _) = confided();
        let mut read = reading(40, &["moves:acknowledge", "moves:evidence"]);
        read.mentions.push(Mention { subject: own[0].clone(), grasp: Grasp::Touched, start: 0, end: 4 });
        if let Some(subject) = elsewhere {
            read = read.tells(subject);
        }
        let events = reply(&mut session, read);
        let hit = events.iter().any(|e| matches!(e, Event::NeedHit { .. }));
        assert_eq!(hit, wins, "{elsewhere:?}: {events:?}");
    }
}

#[test]
fn what_was_given_up_and_told_after_all_is_not_asked_for_again() {
    for told_late in [false, true] {
        let mut session = at_question();
        for _ in 0..4 {
            reply(&mut session, reading(36, &[]));
        }
        let given_up = session.state().item("servings").status == ItemStatus::Dropped;
        assert!(given_up, "{:?}", session.state().item("servings"));
        let late = reading(40, &["steps:consult"]);
        reply(&mut session, if told_late { late.tells("fact:servings") } else { late });
        let again = (0..6).any(|_| {
            let read =
                reading(42, &["moves:acknowledge", "steps:consult"]).tells("fact:arrival").tells("fact:dispatch");
            raised(&reply(&mut session, read), "servings")
        });
        assert_eq!(again, !told_late);
    }
}
