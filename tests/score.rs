//! The dimensions and the total through their public face: talks put together by hand → points and the rules that gave them.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;

use builder::{ReadingExt, Talk, average, good, reading, rude, scenario, stuffed};
use huashu::analysis::Grasp;
use huashu::engine::{Hearing, Outcome, Timing};
use huashu::scenario::Money;
use huashu::scenario::format::{Goal, LineCue};
use huashu::score::{Grade, score};

/// Says which talk of a pair should have more points in a dimension, and shows both where it has not.
fn more(dimension: &str, better: &Talk, worse: &Talk, why: &str) {
    let (better, worse) = (better.points(dimension), worse.points(dimension));
    assert!(better > worse, "{dimension}: {why}: {better:?} should be above {worse:?}");
}

fn rule(talk: &Talk, dimension: &str, id: &str) -> Option<i32> {
    talk.dimension(dimension).rules.iter().find(|r| r.id == id).map(|r| r.points)
}

#[test]
fn good_average_and_rude_rank_fifteen_points_apart() {
    let [good, average, rude, stuffed] = [good(), average(), rude(), stuffed()].map(|t| t.card());
    assert!(good.overall >= 85, "{}", good.overall);
    assert!((45..=68).contains(&average.overall), "{}", average.overall);
    assert!(rude.overall < 39, "{}", rude.overall);
    assert!(average.overall - rude.overall >= 15);
    assert!(stuffed.overall + 5 < average.overall, "stuffed {} average {}", stuffed.overall, average.overall);
    assert!(good.passed && !average.passed);
    assert_eq!(good.grade, Grade::of(good.overall));
}

#[test]
fn tone_follows_the_replies_and_their_faults() {
    let one = |r| Talk::new().line("在吗", None).reply("您好", r).reply("好的", reading(40, &[]));
    let plain = one(reading(40, &[]));
    for (why, worse) in [
        ("businesslike is less than friendly", one(reading(30, &[]))),
        ("cold is less", one(reading(20, &[]))),
        ("a fault costs beyond its tone", one(reading(40, &["faults:pressuring"]))),
        ("the same again costs", one(reading(40, &[])).repeated()),
    ] {
        more("tone", &plain, &worse, why);
    }
    more("tone", &one(reading(50, &[])), &plain, "warm is more than friendly");
    assert_eq!(one(reading(40, &["moves:probe"])).points("tone"), plain.points("tone"), "a move is no fault");
    assert_eq!(plain.points("tone"), Some(85));
}

#[test]
fn an_upset_buyer_wants_to_be_heard() {
    let upset = |r| Talk::new().mood(-400).line("你们怎么回事", Some(LineCue::NotRelieved)).reply("好的", r);
    more("tone", &upset(reading(36, &["moves:acknowledge"])), &upset(reading(36, &[])), "acknowledging counts");
    let calm = Talk::new().mood(100).line("在吗", None).reply("好的", reading(36, &[]));
    assert_eq!(rule(&calm, "tone", "attentive"), None, "nobody was upset");
}

#[test]
fn response_time_follows_the_bands_and_not_raw_speed() {
    let after = |ms, r| Talk::new().line("一盒喝几天", None).reply_after(ms, "您好", r).over(Outcome::Deferred);
    let friendly = || reading(40, &[]);
    let points = |ms| after(ms, friendly()).points("response_time");
    assert_eq!(points(7_000), Some(100));
    assert_eq!(points(1), points(7_000), "faster than anybody types is no better");
    assert!(points(25_000) < points(12_000), "slower is less");
    assert_eq!(rule(&after(90_000, friendly()), "response_time", "first"), Some(0));
    for (why, empty) in [
        ("curt", reading(20, &["faults:curt"])),
        ("rude", reading(12, &[])),
        ("nonsense", huashu::analysis::Reading { nonsense: true, ..reading(30, &[]) }),
    ] {
        let first = rule(&after(2_000, empty), "response_time", "first");
        assert_eq!(first, Some(0), "{why} replies earn nothing by being quick");
    }
    let beside = Talk::new().raise("servings", "几天").reply("您好", friendly()).hear("servings", Hearing::Evaded);
    let apt = Talk::new().raise("servings", "几天").reply("您好", friendly()).hear("servings", Hearing::Half);
    more("response_time", &apt, &beside, "an evasion is half a response");
}

#[test]
fn typing_and_reading_time_are_fair_but_not_endless() {
    let long_line = "这个茶我想问一下一盒到底能喝多久呀".repeat(4);
    let short = Talk::new().line("几天", None).reply_after(15_000, "20天", reading(40, &[]));
    let read = Talk::new().line(&long_line, None).reply_after(15_000, "20天", reading(40, &[]));
    more("response_time", &read, &short, "a long question takes time to read");
    let pasted = Talk::new().line("几天", None).reply_after(120_000, &"很长".repeat(5_000), reading(40, &[]));
    assert_eq!(rule(&pasted, "response_time", "first"), Some(0), "a pasted wall of text excuses no wait");
}

#[test]
fn nudges_and_broken_talks_cost_response_points() {
    let quiet = Talk::new().line("几天", None).reply("20天", reading(40, &[]));
    let nudged = Talk::new().line("几天", None).line("人呢", Some(LineCue::Nudge)).reply("20天", reading(40, &[]));
    more("response_time", &quiet, &nudged, "the buyer had to nudge");
    let done = quiet.clone().over(Outcome::Deferred);
    more("response_time", &done, &quiet.clone().over(Outcome::Left), "a talk that broke off was not handled");
}

#[test]
fn script_steps_are_met_in_order_and_missed_ones_are_named() {
    let card = good().card();
    let script = card.dimensions.iter().find(|d| d.id == "script_adherence").expect("weighed");
    assert_eq!(script.score, Some(100), "{:?}", script.rules);
    assert!(card.missed.is_empty(), "{:?}", card.missed);

    let without_greeting =
        Talk::new().line("在吗", None).reply("喝20天。您自己喝吗?", reading(40, &["steps:consult", "steps:ask"]));
    let dimension = without_greeting.dimension("script_adherence");
    let ids: Vec<_> = dimension.rules.iter().map(|r| (r.id.as_str(), r.points > 0)).collect();
    assert_eq!(ids, [("greet", false), ("ask", true), ("consult", true)], "steps that never applied cost nothing");
    let missed = without_greeting.card().missed;
    assert!(missed.iter().any(|m| m.example.as_deref() == Some("您好!")), "{missed:?}");
}

#[test]
fn a_step_far_out_of_order_earns_half_and_a_rude_one_nothing() {
    let steps = |order: [&str; 3]| {
        order.iter().fold(Talk::new().line("在吗", None), |talk, step| {
            talk.reply("好", reading(40, &[*step])).line("嗯", None)
        })
    };
    let in_order = steps(["steps:greet", "steps:ask", "steps:consult"]);
    let swapped = steps(["steps:greet", "steps:consult", "steps:ask"]);
    assert_eq!(in_order.points("script_adherence"), Some(100));
    assert_eq!(swapped.points("script_adherence"), Some(100), "one place off is still in order");
    let mut odd = scenario();
    // Without the limit on the greeting it can come last.
    odd.script.steps[0].when = huashu::scenario::format::Predicate::Label("steps:greet".into());
    let last = score(&odd, &steps(["steps:ask", "steps:consult", "steps:greet"]).events);
    let greet = last.dimensions.iter().find(|d| d.id == "script_adherence").map(|d| d.rules[0].clone()).expect("greet");
    assert_eq!(greet.points, greet.of / 2);

    let rude = Talk::new().line("在吗", None).reply("好", reading(12, &["steps:greet", "steps:ask", "steps:consult"]));
    assert_eq!(rude.points("script_adherence"), Some(0));
}

fn ready() -> Talk {
    Talk::new().line("在吗", None).reply("您好", reading(42, &[])).signal().line("那行", Some(LineCue::Signal))
}

#[test]
fn closing_is_timing_fit_and_execution() {
    let close = |timing, fit, tone, accepted| {
        ready().reply("您看今天还是明天?", reading(tone, &["closes:alternative"])).close(
            "alternative",
            timing,
            fit,
            accepted,
        )
    };
    let best = close(Timing::Right, 1000, 42, true);
    assert_eq!(best.points("closing_technique"), Some(100));
    more("closing_technique", &best, &close(Timing::Late, 1000, 42, true), "late is less");
    more("closing_technique", &best, &close(Timing::Right, -600, 42, true), "what the buyer dislikes is less");
    more("closing_technique", &best, &close(Timing::Right, 1000, 22, true), "a cold close is less");
    let early = Talk::new().line("在吗", None).reply("给您下单?", reading(42, &["closes:assumptive"])).close(
        "assumptive",
        Timing::Early,
        1000,
        false,
    );
    let later = early
        .clone()
        .signal()
        .line("那行", Some(LineCue::Signal))
        .reply("您看今天还是明天?", reading(42, &["closes:alternative"]))
        .close("alternative", Timing::Right, 1000, true);
    more("closing_technique", &best, &later, "an early push is not forgotten");
}

#[test]
fn closes_that_list_or_invent_earn_little() {
    let close = |labels: &[&str], text: &str, told: Option<&str>| {
        let read = told.iter().fold(reading(42, labels), |r, subject| r.tells(subject));
        labels.iter().fold(ready().reply(text, read), |talk, label| {
            talk.close(label.trim_start_matches("closes:"), Timing::Right, 300, false)
        })
    };
    let one = close(&["closes:alternative"], "今天还是明天?", None);
    let three = close(&["closes:alternative", "closes:assumptive", "closes:isolation"], "今天还是明天?", None);
    more("closing_technique", &one, &three, "three in one reply are a list");
    let told = close(&["closes:testimonial"], "安女士喝了三个月又来买", Some("case:ann"));
    let invented = close(&["closes:testimonial"], "王女士喝了三个月又来买", None);
    more("closing_technique", &told, &invented, "an invented customer earns nothing");
    assert_eq!(invented.points("closing_technique"), Some(0));
    assert!(rule(&invented, "closing_technique", "unsupported").is_some());
    let scarce = close(&["closes:warning"], "只剩", None);
    let known = close(&["closes:warning"], "只剩", Some("stock"));
    let goes_on = close(&["closes:warning"], "再拖下去还是睡不好", None);
    more("closing_technique", &known, &scarce, "a shortage needs the sheet");
    assert_eq!(goes_on.points("closing_technique"), known.points("closing_technique"), "that it goes on needs none");
}

#[test]
fn never_closing_is_nothing_and_no_chance_is_not_applicable() {
    let silent = ready().reply("还有别的想了解的吗", reading(42, &[])).over(Outcome::Deferred);
    assert_eq!(silent.points("closing_technique"), Some(0));
    let missed = silent.card().missed;
    assert!(missed.iter().any(|m| m.text.id == "missed-close" && m.example.is_some()), "{missed:?}");

    let short = Talk::new().line("在吗", None).reply("您好", reading(42, &[])).over(Outcome::Deferred);
    assert_eq!(short.points("closing_technique"), None);
    let left = Talk::new().line("在吗", None).reply("哦", reading(15, &["faults:curt"])).over(Outcome::Left);
    assert_eq!(left.points("closing_technique"), Some(0), "driving the buyer off is no excuse");

    let long = |hearing| {
        (0..4).fold(Talk::new(), |talk, _| {
            talk.raise("servings", "几天").reply("好", reading(40, &[])).hear("servings", hearing)
        })
    };
    let poor = long(Hearing::Evaded).over(Outcome::Lost).points("closing_technique");
    let fair = long(Hearing::Settled).over(Outcome::Lost).points("closing_technique");
    assert_eq!((poor, fair), (Some(0), Some(20)), "never ready is low, not absent");

    let mut no_sale = scenario();
    no_sale.file.goal = Goal::Declined;
    let card = score(&no_sale, &long(Hearing::Settled).over(Outcome::Declined).events);
    assert_eq!(card.dimensions.iter().find(|d| d.id == "closing_technique").and_then(|d| d.score), None);
}

#[test]
fn a_goal_that_was_reached_has_a_floor() {
    let poor = ready()
        .reply("下单", reading(26, &["closes:assumptive"]))
        .close("assumptive", Timing::Late, -900, true)
        .agreed();
    let met = poor.clone().over(Outcome::Deal).points("closing_technique");
    assert!(met > poor.points("closing_technique") && met >= Some(55), "{met:?}");
}

#[test]
fn objections_want_to_be_settled_and_met_with_understanding() {
    let met = |labels: &[&str], hearing| {
        Talk::new().raise("price", "太贵了").reply("理解", reading(40, labels)).hear("price", hearing)
    };
    let best = met(&["moves:acknowledge", "moves:evidence"], Hearing::Settled);
    for (why, worse) in [
        ("half is less", met(&["moves:acknowledge", "moves:evidence"], Hearing::Half)),
        ("soothed is less", met(&["moves:acknowledge"], Hearing::Soothed)),
        ("evaded is less", met(&["moves:acknowledge"], Hearing::Evaded)),
        ("untruth is less", met(&["moves:acknowledge"], Hearing::Misled)),
        ("no understanding is less", met(&["moves:evidence"], Hearing::Settled)),
    ] {
        more("objection_handling", &best, &worse, why);
    }
    let warm_refusal = met(&["moves:refute", "moves:acknowledge"], Hearing::Evaded);
    more("objection_handling", &warm_refusal, &met(&["moves:refute"], Hearing::Evaded), "a cold refutation costs");
    more("objection_handling", &best.clone().truth_told(), &best, "what is behind it counts");
    let late = met(&["moves:acknowledge"], Hearing::Evaded)
        .raise("price", "还是贵")
        .reply("整叶", reading(40, &["moves:evidence"]))
        .hear("price", Hearing::Settled);
    more("objection_handling", &met(&["moves:acknowledge"], Hearing::Settled), &late, "settled at once is more");
    more("objection_handling", &late, &met(&["moves:acknowledge"], Hearing::Evaded), "settled late is something");
}

#[test]
fn provocations_want_calm_and_without_objections_nothing_is_judged() {
    let provoked = |r| Talk::new().raise("insult", "骗子").reply("好", r);
    let calm = provoked(reading(40, &[])).hear("insult", Hearing::Settled);
    let snapped = provoked(reading(18, &["faults:blaming"])).hear("insult", Hearing::Evaded);
    assert_eq!(calm.points("objection_handling"), Some(100));
    assert_eq!(snapped.points("objection_handling"), Some(0));
    let asked =
        Talk::new().raise("servings", "几天").reply("20天", reading(40, &[])).hear("servings", Hearing::Settled);
    assert_eq!(asked.points("objection_handling"), None, "a question is no objection");
}

#[test]
fn product_truth_is_answers_without_false_claims() {
    let say = |r| Talk::new().raise("servings", "几天").reply("20天", r).hear("servings", Hearing::Settled);
    let best = say(reading(40, &[]).tells("fact:servings"));
    assert_eq!(best.points("product_truth"), Some(100));
    for claim in ["claims:contradicts_sheet", "claims:beyond_sheet", "claims:absolute", "claims:medical"] {
        more("product_truth", &best, &say(reading(40, &[claim]).tells("fact:servings")), claim);
    }
    more(
        "product_truth",
        &best,
        &say(reading(40, &[]).says("fact:leaf", Grasp::Wrong).tells("fact:servings")),
        "wrong",
    );
    let evaded =
        Talk::new().raise("servings", "几天").reply("放心", reading(40, &[])).hear("servings", Hearing::Evaded);
    assert!(evaded.points("product_truth") <= Some(25), "{:?}", evaded.points("product_truth"));
    let small_talk = Talk::new().line("在吗", None).reply("您好", reading(40, &[]));
    assert_eq!(small_talk.points("product_truth"), None);
}

#[test]
fn critical_errors_cap_the_total_and_are_named() {
    let with = |text: &str, r| {
        let mut talk = good();
        let last = talk.events.pop().expect("over");
        talk = talk.reply(text, r);
        talk.events.push(last);
        talk.card()
    };
    let offer = |yuan| huashu::analysis::Reading {
        offered: Some(Money::from_yuan(yuan)),
        ..reading(40, &["claims:beyond_sheet"])
    };
    let rows = [
        ("你也配", reading(10, &["faults:arrogant"]), Some("insult")),
        ("您可能没看清", reading(24, &["faults:arrogant"]), None),
        ("保证三天见效", reading(40, &["claims:beyond_sheet"]), Some("false_promise")),
        ("三天瘦十斤", reading(40, &["claims:beyond_sheet"]), Some("false_promise")),
        ("顺丰给您发", reading(40, &["claims:beyond_sheet"]), None),
        ("包治失眠", reading(40, &["claims:medical"]), Some("false_promise")),
        ("对睡眠有好处", reading(40, &["claims:medical"]), None),
        ("给您90", offer(90), Some("false_promise")),
        ("给您119", offer(119), None),
        ("微信转给我,给您便宜", reading(40, &[]), Some("off_platform")),
        ("不能微信转账,请在平台付", reading(40, &[]), None),
    ];
    for (text, r, wanted) in rows {
        let card = with(text, r);
        let ids: Vec<&str> = card.critical.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids, wanted.into_iter().collect::<Vec<_>>(), "{text}");
        assert_eq!(card.overall <= 39, wanted.is_some(), "{text}: {}", card.overall);
        if wanted.is_some() {
            assert_eq!(card.costliest, Some(5), "{text}: the turn that capped it is the costliest");
        }
    }
}

#[test]
fn the_weight_of_what_does_not_apply_goes_to_the_others() {
    let mut s = scenario();
    let talk = Talk::new().line("在吗", None).reply("您好", reading(40, &[]));
    let overall = |s: &huashu::scenario::Scenario| score(s, &talk.events);
    s.file.weights = [("tone".to_owned(), 50), ("objection_handling".to_owned(), 50)].into();
    let card = overall(&s);
    assert_eq!((card.overall, card.dimensions.len()), (85, 2), "tone alone decides");
    s.file.weights = [("tone".to_owned(), 100)].into();
    assert_eq!(overall(&s).dimensions.len(), 1, "what the scenario does not weigh is not shown");
}

#[test]
fn silence_scores_nothing() {
    let card = Talk::new().raise("servings", "几天").line("人呢", Some(LineCue::Nudge)).over(Outcome::Left).card();
    assert_eq!((card.overall, card.grade, card.costliest), (0, Grade::Harmful, None));
    assert_eq!(score(&scenario(), &[]).overall, 0);
}

#[test]
fn a_warning_that_names_the_last_day_of_the_promotion_is_supported() {
    let warned = |text: &str| {
        let read = reading(40, &["closes:warning"]);
        let card = Talk::new()
            .line("能发货吗", None)
            .signal()
            .reply(text, read)
            .close("warning", Timing::Right, 300, true)
            .card();
        let closing = card.dimensions.iter().find(|d| d.id == "closing_technique").expect("it applies").clone();
        closing.rules.iter().any(|r| r.id == "unsupported")
    };
    let promotion = scenario().product.promotion.expect("the test's product has one");
    let day = promotion.until.rsplit('-').next().expect("a day").trim_start_matches('0').to_owned();
    assert!(!warned(&format!("活动{day}号就截止了")));
    assert!(warned(&format!("活动1{day}号就截止了")));
    assert!(warned("只剩三件了，错过就没有了"));
}
