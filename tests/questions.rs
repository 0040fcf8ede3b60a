//! The trainee asks: who asks is answered, is not scolded, and has not asked for the order.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;
mod common;

use builder::{ReadingExt, reading};
use common::{ANALYSER, say, scenario};
use huashu::analysis::{Context, QuestionAsked, Sheet};
use huashu::engine::{Event, Hearing, Phase};
use huashu::scenario::format::{ItemKind, LineCue, Tell};
use huashu::session::Session;

fn lines(events: &[Event]) -> Vec<(Option<LineCue>, Option<String>, String)> {
    let line = |e: &Event| match e {
        Event::BuyerSaid { cue, item, text, .. } => Some((*cue, item.clone(), text.clone())),
        _ => None,
    };
    events.iter().filter_map(line).collect()
}

/// A talk in which the truth is told, and what it was told with.
fn confided() -> (Session, String) {
    let mut session = Session::start(scenario("tea_impatient"), 3);
    say(&mut session, "您好,在的", reading(42, &["steps:greet"]));
    let truth = session.scenario().file.truths[session.state().truth].clone();
    say(&mut session, "您是买给谁的呀?", reading(42, &["steps:ask"]).asks(&truth.reveal[0]));
    assert!(session.state().truth_known);
    (session, truth.reveal[0].clone())
}

#[test]
fn what_was_confided_is_referred_to_and_not_told_again() {
    let (mut session, topic) = confided();
    let truth = session.scenario().file.truths[session.state().truth].clone();
    let events = say(&mut session, "是给谁用的来着?", reading(42, &["steps:ask"]).asks(&topic));
    assert_eq!(drawn_from(&session, &events, &[LineCue::AsSaid]), [LineCue::AsSaid], "{events:?}");
    let again =
        events.iter().any(|e| matches!(e, Event::LinesDrawn { lines } if lines.iter().any(|l| truth.say.contains(l))));
    assert!(!again, "{events:?}");
}

#[test]
fn a_question_that_no_topic_knows_is_not_passed_over_beside_facts() {
    for (text, answered) in [("20袋一盒,您家人也喝茶吗?", true), ("您问家人喝不喝?20袋一盒。", false)]
    {
        let (mut session, _) = confided();
        let events = say(&mut session, text, reading(42, &["steps:ask"]).tells("fact:servings"));
        let dodged = !drawn_from(&session, &events, &[LineCue::Dodges]).is_empty();
        assert_eq!(dodged, answered, "{text}: {events:?}");
    }
}

#[test]
fn who_answers_a_question_does_not_come_back_to_a_doubt_in_the_same_breath() {
    let asked = |topic: Option<&str>| {
        for seed in 0..80 {
            let mut session = Session::start(scenario("tea_impatient"), seed);
            for _ in 0..6 {
                let state = session.state();
                let open = state.open.as_deref().and_then(|id| session.scenario().item(state.truth, id)).cloned();
                if let Some(doubt) = open.as_ref().filter(|i| i.kind.is_objection()) {
                    let read = reading(38, &["steps:ask"]);
                    let read = topic.map_or_else(|| reading(38, &[]), |t| read.asks(t));
                    let events = say(&mut session, "嗯?", read);
                    return lines(&events).iter().any(|(_, item, _)| item.as_deref() == Some(&doubt.id));
                }
                let facts = open.map(|i| i.answer.clone()).unwrap_or_default();
                say(
                    &mut session,
                    &format!("答{}", facts.len()),
                    facts.iter().fold(reading(38, &["steps:consult"]), |r, s| r.tells(s)),
                );
            }
        }
        panic!("no doubt came up");
    };
    let session = Session::start(scenario("tea_impatient"), 1);
    let known = session.scenario().file.tells.first().and_then(|t| t.topics.first()).cloned().expect("a topic");
    assert!(asked(None), "what is passed over is said once more");
    assert!(!asked(Some(&known)));
}

/// A buyer that waits to be asked for the order.
fn ready() -> Session {
    ready_in("tea_impatient")
}

fn ready_in(id: &str) -> Session {
    let mut session = Session::start(scenario(id), 4);
    for _ in 0..40 {
        if session.state().phase != Phase::Talking {
            break;
        }
        let state = session.state();
        let truth = session.scenario().file.truths[state.truth].clone();
        let open = state.open.as_deref().and_then(|id| session.scenario().item(state.truth, id)).cloned();
        let mut read = reading(43, &["moves:acknowledge", "moves:evidence", "controls:guide"]);
        if let Some(item) = open {
            read = item.answer.iter().chain(&item.arguments).fold(read, |r, s| r.tells(s));
        }
        read = match state.truth_known {
            true => truth.convince.iter().fold(read, |r, s| r.tells(s)),
            false => truth.reveal.iter().fold(read, |r, t| r.asks(t)),
        };
        let text = format!("这是第{}句", session.state().turns);
        say(&mut session, &text, read);
    }
    assert_eq!(session.state().phase, Phase::Ready);
    session
}

/// The cues among `known` whose lines the events draw on.
fn drawn_from(session: &Session, events: &[Event], known: &[LineCue]) -> Vec<LineCue> {
    let bank = |cue: &LineCue| {
        let own = session.scenario().file.voice.get(cue).filter(|lines| !lines.is_empty());
        own.or_else(|| session.scenario().persona.voice.get(cue)).cloned().unwrap_or_default()
    };
    let draws = |lines: &[String]| {
        events
            .iter()
            .any(|e| matches!(e, Event::LinesDrawn { lines: drawn } if drawn.iter().any(|l| lines.contains(l))))
    };
    known.iter().copied().filter(|cue| draws(&bank(cue))).collect()
}

const SHORT_ANSWERS: [LineCue; 4] = [LineCue::Picks, LineCue::Consents, LineCue::NothingMore, LineCue::Details];

#[test]
fn who_is_given_a_choice_with_the_close_makes_it() {
    for (text, expected) in [("要一盒还是两盒?", vec![LineCue::Picks]), ("给您拍一盒了哈", vec![])] {
        let mut session = ready();
        let last = session.scenario().file.closing.last_objection.clone();
        let mut read = reading(42, &["closes:alternative"]);
        let first = say(&mut session, "那给您定下?", read.clone());
        let events = match last.filter(|_| session.state().phase != Phase::Settling) {
            Some(item) => {
                assert!(drawn_from(&session, &first, &[LineCue::Picks]).is_empty());
                read = item.answer.iter().chain(&item.arguments).fold(read, |r, s| r.tells(s));
                say(&mut session, text, read)
            }
            None => panic!("the tea buyer has a last objection"),
        };
        assert_eq!(session.state().phase, Phase::Settling, "{events:?}");
        assert_eq!(drawn_from(&session, &events, &[LineCue::Picks]), expected, "{events:?}");
    }
}

#[test]
fn after_the_yes_a_question_gets_the_short_answer_that_fits() {
    let asks = |topic: &str| reading(42, &["steps:ask"]).asks(topic);
    let cases = [
        ("寄到哪里,写谁收?", asks("address"), vec![LineCue::Details]),
        ("发圆通还是中通?", reading(42, &["steps:ask"]), vec![LineCue::Picks]),
        ("明早给您发,可以吗?", reading(42, &[]), vec![LineCue::Consents]),
        ("您还有什么问题吗?", reading(42, &["steps:ask"]), vec![LineCue::NothingMore]),
        ("稍等我看一下", reading(42, &[]), vec![]),
    ];
    for (text, read, expected) in cases {
        let mut session = ready();
        for _ in 0..3 {
            let item = session.scenario().file.closing.last_objection.clone();
            let close = reading(43, &["closes:assumptive", "moves:acknowledge"]);
            let close = item.iter().flat_map(|i| i.answer.iter().chain(&i.arguments)).fold(close, |r, s| r.tells(s));
            let text = format!("给您拍下了{}", session.state().turns);
            say(&mut session, &text, close);
            if session.state().phase == Phase::Settling {
                break;
            }
        }
        assert_eq!(session.state().phase, Phase::Settling);
        let events = say(&mut session, text, read);
        assert_eq!(drawn_from(&session, &events, &SHORT_ANSWERS), expected, "{text}: {events:?}");
    }
}

#[test]
fn what_is_left_after_confiding_is_not_the_confidence_again() {
    let (mut session, _) = confided();
    let truth = session.scenario().file.truths[session.state().truth].clone();
    let asked = reading(42, &["steps:ask"]).asks(&truth.reveal[0]);
    let events = say(&mut session, "您还有什么不放心的吗?", asked);
    let again =
        events.iter().any(|e| matches!(e, Event::LinesDrawn { lines } if lines.iter().any(|l| truth.say.contains(l))));
    assert!(!again, "{events:?}");
}

#[test]
fn a_ready_buyer_that_is_asked_something_else_has_not_been_asked_for_the_order() {
    let tried = |events: &[Event]| events.iter().any(|e| matches!(e, Event::CloseTried { .. }));
    let orders = || {
        let mut read = reading(42, &["steps:ask"]);
        read.orders = true;
        read
    };
    for (read, expected) in [(reading(42, &["steps:ask"]), false), (orders(), true)] {
        let events = say(&mut ready(), "您看呢?", read);
        assert_eq!(tried(&events), expected, "{events:?}");
    }
}

#[test]
fn the_last_questions_of_a_reply_are_answered_in_their_order() {
    let (mut session, _) = confided();
    let truth = session.scenario().file.truths[session.state().truth].clone();
    let file = session.scenario().file.clone();
    let open = |(_, tell): &(usize, &Tell)| !tell.topics.iter().any(|t| truth.reveal.contains(t));
    let asked: Vec<usize> = file.tells.iter().enumerate().filter(open).map(|(at, _)| at).take(3).collect();
    let mut read = reading(42, &["steps:ask"]);
    let question = |(at, tell): (usize, &usize)| QuestionAsked { tell: *tell, start: at * 5, end: at * 5 + 5 };
    read.questions = asked.iter().enumerate().map(question).collect();
    let events = say(&mut session, "甲怎么样?乙呢?丙呢?", read);
    let drawn: Vec<String> = events
        .iter()
        .filter_map(|e| match e {
            Event::LinesDrawn { lines } => Some(lines.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let place = |tell: usize| drawn.iter().position(|line| file.tells[tell].say.contains(line));
    assert_eq!(place(asked[0]), None, "{drawn:?}");
    assert!(place(asked[1]).is_some() && place(asked[1]) < place(asked[2]), "{drawn:?}");
}

#[test]
fn a_question_is_matched_by_meaning_and_a_close_is_not_a_question() {
    for (id, reply, answer) in [
        ("purifier_compare", "您家里几口人？", Some("几口人")),
        ("hotel_change", "您要改到哪一天呢？", Some("改到哪天")),
        ("supplement_temptation", "阿姨您平时还吃别的药吗？", Some("吃别的药")),
        ("tea_impatient", "那给您拍两盒，可以吗？", None),
        ("teapot_talkative", "378元，给您包起来，行不行？", None),
    ] {
        let scenario = scenario(id);
        let context = Context { channel: scenario.file.channel, buyer: "", sheet: Some(&Sheet::of(&scenario)) };
        let asked = ANALYSER.read(&context, reply).questions;
        let found = asked.iter().map(|q| &scenario.file.tells[q.tell].asks).collect::<Vec<_>>();
        match answer {
            Some(words) => {
                assert!(found.iter().any(|asks| asks.iter().any(|a| a.contains(words))), "{reply}: {found:?}")
            }
            None => assert!(found.is_empty(), "{reply}: {found:?}"),
        }
    }
}

#[test]
fn not_knowing_is_no_answer() {
    for (text, taken) in [("这个我不太清楚", false), ("这个是早上吃的", true)] {
        let mut session = Session::start(scenario("tea_impatient"), 3);
        say(&mut session, "您好,在的", reading(42, &["steps:greet"]));
        let open = session.state().open.clone().expect("the buyer has asked something");
        let events = say(&mut session, text, reading(38, &["steps:consult"]));
        let heard = events.iter().find_map(|e| match e {
            Event::Heard { item, hearing, .. } if *item == open => Some(*hearing),
            _ => None,
        });
        assert_eq!(heard == Some(Hearing::Taken), taken, "{text}: {events:?}");
    }
}

#[test]
fn who_names_the_time_himself_asks_for_the_meeting_and_is_not_asked_for_the_time() {
    for (slot, agreed) in [("point:slot", true), ("fact:hours", false)] {
        let mut session = ready_in("insurance_cold_call");
        say(&mut session, "周三晚上七点半,我到您公司楼下?", reading(42, &["moves:acknowledge"]).tells(slot));
        if session.state().phase == Phase::Ready {
            // The last objection.
            let item = session.scenario().file.closing.last_objection.clone().expect("a last objection");
            let answer = item.arguments.iter().fold(reading(42, &["moves:acknowledge"]), |r, s| r.tells(s));
            let answer = answer.tells(slot);
            if session.state().open.as_deref() == Some(item.id.as_str()) {
                say(&mut session, "临时有会就改期,周三晚上七点半可以吗?", answer);
            }
        }
        assert_eq!(session.state().phase == Phase::Settling, agreed, "{slot} {:?}", session.events());
        assert!(session.state().settle.as_deref() != Some("slot"));
    }
}

/// What the buyer raises after its first question is answered, and after it is answered together with the next doubt.
#[test]
fn a_doubt_that_is_answered_before_it_is_raised_is_not_raised_in_the_same_breath() {
    let raised = |events: &[Event]| -> Vec<String> {
        let raised = |e: &Event| match e {
            Event::Heard { item, hearing: Hearing::Raised, .. } => Some(item.clone()),
            _ => None,
        };
        events.iter().filter_map(raised).collect()
    };
    let mut tried = 0;
    let scenarios = ["tea_impatient", "sofa_couple", "coat_size", "purifier_compare", "aircon_suspicious"];
    for (id, seed) in scenarios.iter().flat_map(|id| (0..20).map(move |seed| (*id, seed))) {
        let begun = || {
            let mut session = Session::start(scenario(id), seed);
            say(&mut session, "您好,在的", reading(42, &["steps:greet"]));
            session
        };
        let session = begun();
        let state = session.state();
        let item = |id: &str| session.scenario().item(state.truth, id).cloned();
        let Some(open) = state.open.as_deref().and_then(item) else { continue };
        let answer = open.answer.iter().chain(&open.arguments).fold(reading(40, &["steps:consult"]), |r, s| r.tells(s));
        let doubts: Vec<String> = raised(&say(&mut begun(), "答一句", answer.clone()));
        let Some(doubt) = doubts
            .iter()
            .filter_map(|id| item(id))
            .find(|i| i.kind.is_objection() && i.kind != ItemKind::Price && i.needed <= 1 && !i.arguments.is_empty())
        else {
            continue;
        };
        tried += 1;
        let both = doubt.arguments.iter().take(1).fold(answer, |r, s| r.tells(s));
        let after = raised(&say(&mut begun(), "答两句", both));
        assert!(!after.contains(&doubt.id), "{id} {seed}: {after:?}");
    }
    assert!(tried > 0, "no doubt came up");
}
