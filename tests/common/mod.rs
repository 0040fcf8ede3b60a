//! What several tests need: the shipped library, and readings made at random.
#![allow(dead_code)]

use std::sync::{Arc, LazyLock};

use huashu::analysis::{Analyser, Evidence, Family, Grasp, Labels, Mention, Reading, Sheet, TopicAsked, vocabulary};
use huashu::engine::Event;
use huashu::scenario::format::ScenarioFile;
use huashu::scenario::{Money, Scenario};
use huashu::session::{Command, Session};
use huashu::store::Library;
use proptest::prelude::*;

pub static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::open(&[]).expect("the shipped library opens"));
pub static ANALYSER: LazyLock<Arc<Analyser>> = LazyLock::new(|| Arc::new(Analyser::new().without_evidence()));

pub const SHIPPED: [&str; 4] = ["tea_impatient", "teapot_talkative", "plan_long_winded", "quilt_unreasonable"];

pub fn scenario(id: &str) -> Arc<Scenario> {
    LIBRARY.find(id).unwrap_or_else(|_| panic!("{id} is shipped")).scenario
}

/// The tea scenario with its file changed.
pub fn changed(change: impl Fn(&mut ScenarioFile)) -> Arc<Scenario> {
    let mut own = Scenario::clone(&scenario("tea_impatient"));
    change(&mut own.file);
    Arc::new(own)
}

/// Says this, six seconds after what was last said.
pub fn say(session: &mut Session, text: &str, reading: Reading) -> Vec<Event> {
    let at_ms = session.now_ms() + 6_000;
    session.handle(Command::Reply { at_ms, text: text.to_owned(), reading: Box::new(reading) })
}

/// Says something new that reads so.
pub fn reply(session: &mut Session, reading: Reading) -> Vec<Event> {
    let text = format!("这是第{}句回复", session.state().turns);
    say(session, &text, reading)
}

/// Any reading that the analyser could give of a reply in this scenario.
pub fn any_reading(scenario: &Scenario) -> impl Strategy<Value = Reading> + use<> {
    let labels: Vec<(Family, String)> = Family::ALL
        .into_iter()
        .flat_map(|f| vocabulary::ids(f).into_iter().map(move |id| (f, id.to_owned())))
        .collect();
    let subjects: Vec<String> = Sheet::of(scenario).items.into_iter().map(|i| i.subject).collect();
    let topics = ["for_whom", "usage", "budget", "decision", "experience", "worry", "reason", "time", "condition"];
    let grasp = prop_oneof![Just(Grasp::Told), Just(Grasp::Told), Just(Grasp::Touched), Just(Grasp::Wrong)];
    (
        proptest::sample::subsequence(labels, 0..5),
        10_u8..=50,
        proptest::collection::vec((proptest::sample::select(subjects), grasp), 0..4),
        proptest::sample::subsequence(topics.to_vec(), 0..2),
        proptest::option::weighted(0.2, 0_i64..200_000),
        proptest::bool::weighted(0.05),
    )
        .prop_map(|(given, tone_tenths, said, asked, offered, nonsense)| {
            let mut labels = Labels { tone_tenths, ..Labels::default() };
            for (family, id) in &given {
                labels.family_mut(*family).push(id.clone());
            }
            let evidence = given.into_iter().map(|(_, label)| Evidence { label, start: 0, end: 1 }).collect();
            let mut mentions: Vec<Mention> = Vec::new();
            for (subject, grasp) in said {
                if mentions.iter().all(|m| m.subject != subject) {
                    mentions.push(Mention { subject, grasp, start: 0, end: 1 });
                }
            }
            let asks = asked.into_iter().map(|t| TopicAsked { topic: t.to_owned(), start: 0, end: 1 }).collect();
            Reading { labels, evidence, mentions, asks, offered: offered.map(Money), nonsense, ..Reading::default() }
        })
}

/// Any commands: replies of any kind at any time, ticks, now and then giving up.
pub fn any_commands(scenario: &Scenario) -> impl Strategy<Value = Vec<Command>> + use<> {
    let reply = (0_u64..900_000, "[您好亲价钱发货茶壶,。?a-z]{0,24}", any_reading(scenario))
        .prop_map(|(at_ms, text, reading)| Command::Reply { at_ms, text, reading: Box::new(reading) });
    let tick = (0_u64..900_000).prop_map(|at_ms| Command::Tick { at_ms });
    let quit = (0_u64..900_000).prop_map(|at_ms| Command::Quit { at_ms });
    proptest::collection::vec(prop_oneof![16 => reply, 2 => tick, 1 => quit], 0..24)
}
