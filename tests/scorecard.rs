//! What a scorecard shows beside its points: notes, missed chances, suggestions, figures, JSON; and that it holds whatever
//! happened.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;

use builder::{ReadingExt, Talk, average, good, reading, rude, scenario, stuffed};
use huashu::cli::scorecard;
use huashu::engine::{Event, Hearing, Outcome, Timing};
use huashu::i18n::{Locale, Text};
use huashu::scenario::format::LineCue;
use huashu::score::dimensions::DIMENSIONS;
use huashu::score::{Ledger, Scorecard, debrief, score, suggest};
use proptest::prelude::*;

#[test]
fn the_costliest_turn_is_where_other_words_would_have_helped_most() {
    let talk = Talk::new()
        .raise("servings", "几天")
        .reply("您好,20天", reading(44, &["steps:greet", "steps:consult", "steps:ask"]).tells("fact:servings"))
        .hear("servings", Hearing::Settled)
        .raise("price", "太贵")
        .reply("嫌贵别买", reading(14, &["faults:arrogant", "moves:refute"]))
        .hear("price", Hearing::Evaded)
        .raise("price", "你什么态度")
        .reply_after(40_000, "不好意思,整叶的", reading(40, &["moves:apologise", "steps:objection"]).tells("fact:leaf"))
        .hear("price", Hearing::Settled)
        .over(Outcome::Deferred);
    assert_eq!(talk.card().costliest, Some(1));
}

#[test]
fn missed_chances_name_the_truth_and_the_open_question() {
    let card = Talk::new()
        .raise("servings", "一盒喝几天")
        .reply("您看看详情", reading(30, &[]))
        .hear("servings", Hearing::Evaded)
        .over(Outcome::Lost)
        .card();
    let said: Vec<String> = card.missed.iter().map(|m| Locale::ZhCn.render(&m.text)).collect();
    assert!(said.iter().any(|s| s == "没问出来：自己喝,怕睡不着"), "{said:?}");
    let question = card.missed.iter().find(|m| m.text.id == "missed-question").expect("the question");
    assert!(question.example.as_deref().is_some_and(|e| e.contains("喝20天")), "{question:?}");
}

#[test]
fn suggestions_answer_what_was_open() {
    let (s, talk) = (scenario(), average());
    let ledger = Ledger::new(&s, &talk.events);
    let said: Vec<_> = (0..6).map(|turn| suggest(&ledger, turn).unwrap_or_default()).collect();
    assert_eq!(said[0], "您好！3克×20袋,喝20天。您是自己喝吗?");
    assert!(said[2].contains("理解") && said[2].contains("整叶普洱") && said[2].contains("119元"), "{}", said[2]);
    assert!(said[4].contains("今天"), "ready: {}", said[4]);
    assert_eq!(suggest(&ledger, 99), None);
    let words = debrief(&s, &talk.events, &talk.card());
    assert_eq!(words.suggestions.len(), said.iter().filter(|s| !s.is_empty()).count());
    assert!(!words.truth_found && words.truth.is_some());
}

#[test]
fn kpi_are_the_figures_of_the_floor() {
    let kpi = good().card().kpi;
    assert_eq!((kpi.first_response_ms, kpi.average_response_ms), (Some(6_000), Some(6_000)));
    assert_eq!((kpi.handle_time_ms, kpi.reply_ratio), (31_000, 100));
}

/// Every message that a scorecard can show exists in every language.
fn assert_texts(card: &Scorecard, s: &huashu::scenario::Scenario) {
    fn has(locale: Locale, text: &Text) {
        assert!(locale.has(&text.id), "{}: {}", locale.tag(), text.id);
    }
    for locale in Locale::ALL {
        for dimension in &card.dimensions {
            for rule in &dimension.rules {
                let named = locale.has(&format!("rule-{}-{}", dimension.id, rule.id));
                assert!(named || dimension.id == "script_adherence", "{}: {}", dimension.id, rule.id);
                rule.reason.iter().for_each(|t| has(locale, t));
            }
        }
        card.turns.iter().flat_map(|t| &t.notes).for_each(|n| has(locale, &n.text));
        card.missed.iter().for_each(|m| has(locale, &m.text));
        has(locale, &huashu::score::debrief::practise(s, card));
        assert!(!scorecard::lines(s, card, locale).iter().any(|l| l.contains("Str(")), "an unknown message");
    }
}

#[test]
fn json_has_the_keys_of_the_contract() {
    let s = scenario();
    for talk in [good(), average(), rude(), stuffed()] {
        let card = talk.card();
        let json = scorecard::json(&s, &card, Locale::ZhCn);
        for key in ["overall", "grade", "outcome", "goal_met", "pass_mark", "passed", "critical", "missed"] {
            assert!(json.get(key).is_some(), "{key}");
        }
        let ids: Vec<&String> = json["dimensions"].as_object().expect("an object").keys().collect();
        assert_eq!(ids, DIMENSIONS.iter().map(|d| d.id).collect::<Vec<_>>(), "in the order of the registry");
        let tone = &json["dimensions"]["tone"];
        assert!(tone["weight"] == 25 && tone["rules"][0]["of"].is_number() && tone["rules"][0]["turns"].is_array());
        let turn = &json["turns"][0];
        let labels: Vec<&String> = turn["labels"].as_object().expect("labels").keys().collect();
        assert_eq!(labels, ["closes", "steps", "controls", "moves", "tone", "faults", "claims", "evidence"]);
        assert!(turn["notes"][0].is_string() && turn["labels"]["tone"].is_f64());
        assert!(json["kpi"]["reply_ratio"].is_number());
        assert_texts(&card, &s);
    }
    let unfinished = scorecard::json(&s, &Talk::new().card(), Locale::ZhCn);
    assert!(unfinished["outcome"].is_null());
}

/// Any event at all, in any order, about turns and items that may never have been.
fn any_event() -> impl Strategy<Value = Event> {
    let item = || prop::sample::select(vec!["servings", "price", "insult", "gift", "nothing"]).prop_map(str::to_owned);
    let hearing = prop::sample::select(vec![
        Hearing::Raised,
        Hearing::Settled,
        Hearing::Half,
        Hearing::Soothed,
        Hearing::Evaded,
        Hearing::Misled,
        Hearing::Dropped,
    ]);
    let timing = prop::sample::select(vec![Timing::Early, Timing::Right, Timing::Late]);
    let technique =
        || prop::sample::select(vec!["assumptive", "testimonial", "warning", "assist"]).prop_map(str::to_owned);
    let cue = prop::option::of(prop::sample::select(LineCue::ALL.to_vec()));
    let labels = prop::sample::subsequence(
        vec![
            "closes:alternative",
            "closes:warning",
            "closes:testimonial",
            "steps:greet",
            "steps:ask",
            "steps:farewell",
            "moves:acknowledge",
            "moves:refute",
            "faults:arrogant",
            "faults:curt",
            "claims:beyond_sheet",
            "claims:medical",
        ],
        0..6,
    );
    let said = (0_usize..6, any::<u64>(), prop::option::of(any::<u64>()), ".{0,20}", 0_u8..=60, labels, any::<bool>());
    prop_oneof![
        6 => said.prop_map(|(turn, at_ms, latency_ms, text, tone, labels, nonsense)| {
            let reading = huashu::analysis::Reading { nonsense, ..reading(tone, &labels).tells("fact:leaf") };
            Event::TraineeSaid { turn, at_ms, latency_ms, text, reading: Box::new(reading) }
        }),
        3 => (any::<u64>(), ".{0,20}", prop::option::of(item()), cue)
            .prop_map(|(at_ms, text, item, cue)| Event::BuyerSaid { at_ms, text, item, cue }),
        4 => (0_usize..6, item(), hearing).prop_map(|(turn, item, hearing)| Event::Heard { turn, item, hearing }),
        3 => (0_usize..6, technique(), timing, any::<i32>(), any::<bool>())
            .prop_map(|(turn, technique, timing, fit, accepted)| Event::CloseTried { turn, technique, timing, fit, accepted }),
        1 => (any::<u64>(), any::<i32>()).prop_map(|(at_ms, mood)| Event::Felt { at_ms, mood, patience: 0, beliefs: [0; 4] }),
        1 => (0_usize..4).prop_map(|truth| Event::Began { truth, order: Vec::new() }),
        1 => any::<u64>().prop_map(|at_ms| Event::SignalGiven { at_ms }),
        1 => (0_usize..6).prop_map(|turn| Event::Agreed { turn }),
        1 => (0_usize..6).prop_map(|turn| Event::TruthTold { turn, adds: Vec::new() }),
        1 => (0_usize..6).prop_map(|turn| Event::Repeated { turn, of: 0 }),
        1 => (0_usize..6).prop_map(|turn| Event::Insulted { turn }),
        1 => (0_usize..6, item()).prop_map(|(turn, id)| Event::SettleMissed { turn, id }),
        1 => (any::<u64>(), prop::sample::select(Outcome::ALL.to_vec()), any::<bool>())
            .prop_map(|(at_ms, outcome, goal_met)| Event::Over { at_ms, outcome, goal_met }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_events_are_scored_within_bounds_and_the_sums_hold(events in prop::collection::vec(any_event(), 0..40)) {
        let s = scenario();
        let card = score(&s, &events);
        prop_assert!(card.overall <= 100);
        prop_assert!(card.critical.is_empty() || card.overall <= 39);
        for d in &card.dimensions {
            let Some(points) = d.score else { prop_assert!(d.rules.is_empty()); continue };
            let sum: i32 = d.rules.iter().map(|r| r.points).sum();
            let of: i32 = d.rules.iter().map(|r| r.of).sum();
            prop_assert_eq!(of, 1000, "{}: {:?}", d.id, d.rules);
            prop_assert_eq!(i32::from(points), (sum.clamp(0, 1000) + 5) / 10, "{}: {:?}", d.id, d.rules);
            prop_assert!(d.rules.iter().all(|r| r.turns.iter().all(|t| *t < card.turns.len())), "{}: {:?}", d.id, d.rules);
        }
        for t in &card.turns {
            prop_assert_eq!(t.tenths, t.notes.iter().map(|n| n.tenths).sum::<i32>());
        }
        prop_assert!(card.costliest.is_none_or(|t| t < card.turns.len()));
        prop_assert_eq!(&card, &score(&s, &events));
        assert_texts(&card, &s);
        let _ = debrief(&s, &events, &card);
        let _ = scorecard::json(&s, &card, Locale::ZhCn);
    }
}
