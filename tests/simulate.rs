//! Built-in trainees: who plays better fares better, who cheats fares badly, and no talk repeats a line or goes on for ever.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::{ANALYSER, LIBRARY};
use huashu::engine::{Event, Outcome, line_key};
use huashu::scenario::Scenario;
use huashu::score;
use huashu::session::Session;
use huashu::simulate::{self, TRAINEES};

/// Seeds of every scenario for the trainees who try; the others hardly vary.
const SEEDS: u64 = 10;
const CHEATS_SEEDS: u64 = 3;
const CHEATS: [&str; 5] = ["rude", "spammer", "silent", "keyword-stuffer", "copycat"];

fn scenarios() -> Vec<Arc<Scenario>> {
    LIBRARY.scenarios().iter().map(|entry| entry.scenario.clone()).collect()
}

fn play(scenario: &Arc<Scenario>, kind: &str, seed: u64) -> (Session, u8) {
    let trainee = simulate::trainee(kind).expect("a built-in trainee");
    let session = simulate::play(scenario, seed, trainee, &ANALYSER);
    let overall = score::score(scenario, session.events()).overall;
    (session, overall)
}

/// Every scenario on as many threads as there are cores.
fn each(test: impl Fn(&Arc<Scenario>) -> Vec<String> + Sync) -> Vec<String> {
    let all = scenarios();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut wrong = Vec::new();
        while let Some(scenario) = all.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            wrong.extend(test(scenario));
        }
        wrong
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("no panic")).collect()
    })
}

/// What is wrong with a talk whatever the trainee: it has no end, or the buyer says a line twice.
fn unsound(session: &Session, name: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !session.is_over() {
        wrong.push(format!("{name}: no end"));
    }
    let mut said = BTreeSet::new();
    for event in session.events() {
        if let Event::BuyerSaid { text, .. } = event
            && !said.insert(line_key(text))
        {
            wrong.push(format!("{name}: says twice {text}"));
        }
    }
    wrong
}

#[test]
fn cheats_come_to_nothing() {
    let wrong = each(|scenario| {
        let mut wrong = Vec::new();
        for kind in CHEATS {
            let mut sum = 0;
            for seed in 1..=CHEATS_SEEDS {
                let name = format!("{} {kind} {seed}", scenario.id());
                let (session, overall) = play(scenario, kind, seed);
                wrong.extend(unsound(&session, &name));
                sum += u64::from(overall);
                if session.state().goal_met {
                    wrong.push(format!("{name}: reaches the goal"));
                }
            }
            if sum >= 38 * CHEATS_SEEDS {
                wrong.push(format!("{} {kind}: {sum} in {CHEATS_SEEDS} talks", scenario.id()));
            }
        }
        wrong
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_better_trainee_fares_better_in_every_scenario() {
    let wrong = each(|scenario| {
        let mut wrong = Vec::new();
        let mut means = BTreeMap::new();
        for kind in ["expert", "average", "novice"] {
            let mut sum = 0;
            for seed in 1..=SEEDS {
                let (session, overall) = play(scenario, kind, seed);
                wrong.extend(unsound(&session, &format!("{} {kind} {seed}", scenario.id())));
                sum += u64::from(overall);
            }
            means.insert(kind, sum / SEEDS);
        }
        if !(means["expert"] > means["average"] && means["average"] > means["novice"]) {
            wrong.push(format!("{}: {means:?}", scenario.id()));
        }
        wrong
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_simulated_talk_is_the_same_every_time() {
    let scenario = LIBRARY.find("tea_impatient").expect("shipped").scenario;
    for trainee in TRAINEES {
        let (first, second) = (play(&scenario, trainee.id, 5).0, play(&scenario, trainee.id, 5).0);
        assert_eq!(first.events(), second.events(), "{}", trainee.id);
    }
    let silent = play(&scenario, "silent", 5).0;
    assert_eq!(silent.state().outcome, Some(Outcome::Left));
}

/// Sentences of six chars and more, in Chinese: field names and ids are no sentences.
fn sentences(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(['。', '，', '？', '！', ',', '?', '!', '…', '~', '"', '\n'])
        .map(line_key)
        .filter(|key| key.chars().count() >= 6 && key.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
}

#[test]
fn the_trainees_share_no_sentence_with_lines_and_golden_runs() {
    let read = |path: &str| std::fs::read_to_string(path).expect("readable");
    let mut theirs = BTreeSet::new();
    let mut folders = vec!["scenarios".into()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir::<std::path::PathBuf>(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            // Scripts and quick phrases are what any trainee is taught to say.
            let taught = ["scripts", "phrases", "products"].iter().any(|f| path.ends_with(f));
            if path.is_dir() && !taught {
                folders.push(path);
            } else if path.is_file() {
                theirs.extend(sentences(&read(&path.to_string_lossy())));
            }
        }
    }
    let ours: BTreeSet<String> = sentences(&read("assets/simulate/phrases.ron")).collect();
    let shared: Vec<_> = ours.intersection(&theirs).collect();
    assert!(shared.is_empty(), "{shared:#?}");
}
