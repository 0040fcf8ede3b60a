//! Sessions: the same inputs give the same bytes, replay equals live, nothing leaves its bounds, no line comes twice.

mod common;

use std::collections::BTreeSet;

use common::{SHIPPED, any_commands, scenario};
use huashu::engine::{Event, line_key};
use huashu::score;
use huashu::session::{Command, Session, Transcript};
use proptest::prelude::*;

fn any_session() -> impl Strategy<Value = Session> {
    (proptest::sample::select(SHIPPED.to_vec()), any::<u64>()).prop_flat_map(|(id, seed)| {
        let scenario = scenario(id);
        any_commands(&scenario).prop_map(move |commands| Session::replay(scenario.clone(), seed, commands))
    })
}

fn time_of(event: &Event) -> Option<u64> {
    match event {
        Event::BuyerSaid { at_ms, .. }
        | Event::TraineeSaid { at_ms, .. }
        | Event::Felt { at_ms, .. }
        | Event::SignalGiven { at_ms }
        | Event::Over { at_ms, .. } => Some(*at_ms),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_transcript_replays_to_the_same_events_and_bytes(session in any_session()) {
        let bytes = Transcript::of(&session, "rules", "小惠", 0).to_bytes();
        let (read, cut) = Transcript::from_bytes(&bytes).expect("what was written is read");
        prop_assert_eq!(cut, None);
        prop_assert_eq!(read.to_bytes(), bytes);
        let replayed = read.replay();
        prop_assert_eq!(replayed.events(), session.events());
        prop_assert_eq!(replayed.state(), session.state());
    }

    #[test]
    fn feelings_stay_in_their_bounds_and_time_never_falls(session in any_session()) {
        let mut last = 0;
        for event in session.events() {
            if let Event::Felt { mood, patience, beliefs, .. } = event {
                prop_assert!((-1000..=1000).contains(mood) && (0..=1000).contains(patience));
                prop_assert!(beliefs.iter().all(|b| (0..=1000).contains(b)));
            }
            if let Some(at) = time_of(event) {
                prop_assert!(at >= last, "{event:?} after {last}");
                last = at;
            }
        }
    }

    #[test]
    fn no_line_comes_twice(session in any_session()) {
        let mut said = BTreeSet::new();
        for event in session.events() {
            if let Event::BuyerSaid { text, .. } = event {
                prop_assert!(said.insert(line_key(text)), "twice: {text}");
            }
        }
    }

    #[test]
    fn every_reply_is_answered_or_ends_the_talk(session in any_session()) {
        let events = session.events();
        let replies: Vec<usize> = (0..events.len()).filter(|i| matches!(events[*i], Event::TraineeSaid { .. })).collect();
        for (n, at) in replies.iter().enumerate() {
            let until = replies.get(n + 1).copied().unwrap_or(events.len());
            let reacted = events[*at..until].iter().any(|e| matches!(e, Event::BuyerSaid { .. } | Event::Over { .. }));
            prop_assert!(reacted, "no reaction to reply {n}");
        }
    }

    #[test]
    fn points_stay_between_0_and_100(session in any_session()) {
        let card = score::score(session.scenario(), session.events());
        prop_assert!(card.overall <= 100);
        for dimension in &card.dimensions {
            prop_assert!(dimension.score.is_none_or(|s| s <= 100), "{dimension:?}");
        }
        prop_assert_eq!(&card, &score::score(session.scenario(), session.events()));
    }

    #[test]
    fn going_back_gives_the_talk_as_it_was_then(session in any_session(), turn in 0_usize..12) {
        let replies = session.commands().iter().filter(|c| matches!(c, Command::Reply { .. })).count();
        let back = session.rewind(turn);
        let kept: Vec<_> = back.events().iter().collect();
        prop_assert!(kept.len() <= session.events().len());
        prop_assert!(kept.iter().zip(session.events()).all(|(a, b)| *a == b), "not a beginning of the session");
        let said = back.events().iter().filter(|e| matches!(e, Event::TraineeSaid { .. })).count();
        prop_assert!(said <= turn.min(replies));
    }
}

#[test]
fn a_transcript_that_breaks_off_loads_up_to_there() {
    let mut session = Session::start(scenario("tea_impatient"), 5);
    for at_ms in [4_000, 60_000] {
        session.handle(Command::Reply { at_ms, text: "您好".into(), reading: Box::default() });
    }
    let bytes = Transcript::of(&session, "rules", "", 0).to_bytes();
    let (read, cut) = Transcript::from_bytes(&bytes[..bytes.len() - 9]).expect("the header is whole");
    assert_eq!(cut.expect("it is cut").line, 3);
    assert_eq!(read.commands, session.commands()[..1]);
}

#[test]
fn what_is_no_transcript_is_refused() {
    for (bytes, word) in [
        (&b""[..], "empty"),
        (b"\n\n", "empty"),
        (b"hello", "header"),
        (b"{\"kind\":\"x\",\"format\":1,\"engine\":1}", "header"),
        (b"{\"kind\":\"huashu-transcript\",\"format\":99,\"engine\":1}", "newer"),
        (b"\xff\xfe\x00", "header"),
    ] {
        let error = Transcript::from_bytes(bytes).expect_err("refused").to_string();
        assert!(error.contains(word), "{error}");
    }
}
