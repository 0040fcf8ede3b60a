//! The scorecard of whole sessions with the shipped buyers: trainees who know all, say nothing, or push.

#[path = "score/builder.rs"]
#[allow(dead_code)]
mod builder;

use std::path::Path;
use std::sync::Arc;

use builder::{ReadingExt, reading};
use huashu::analysis::{Family, Reading};
use huashu::engine::Phase;
use huashu::scenario::format::Predicate;
use huashu::scenario::{Scenario, Source, load};
use huashu::score::{Scorecard, score};
use huashu::session::{Command, Session};

fn shipped() -> Vec<Arc<Scenario>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut sources = Vec::new();
    for folder in ["", "personas", "products", "scripts", "phrases"] {
        let mut files: Vec<_> =
            std::fs::read_dir(root.join(folder)).expect("the folder").flatten().map(|e| e.path()).collect();
        files.sort();
        for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "ron")) {
            let path = file.strip_prefix(&root).expect("inside").display().to_string();
            sources.push(Source { path, bytes: std::fs::read(file).expect("a file") });
        }
    }
    load(&sources).scenarios.into_iter().map(|e| e.scenario).collect()
}

/// Plays with replies decided by the state of the talk, each after a prompt eight seconds.
fn play(scenario: &Arc<Scenario>, seed: u64, mut decide: impl FnMut(&Session, usize) -> Reading) -> Scorecard {
    let mut session = Session::start(scenario.clone(), seed);
    for turn in 0..45 {
        if session.is_over() {
            break;
        }
        let read = decide(&session, turn);
        let at_ms = session.now_ms() + 8_000;
        session.handle(Command::Reply { at_ms, text: format!("这是第{turn}句回复"), reading: Box::new(read) });
    }
    score(scenario, session.events())
}

/// Gives a label or a subject to the reading, whichever the predicate wants.
fn fulfil(read: Reading, predicate: &Predicate) -> Reading {
    match predicate {
        Predicate::Label(label) => add(read, label),
        Predicate::Says(subject) => read.tells(subject),
        Predicate::Asks(topic) => read.asks(topic.trim_start_matches("topic:")),
        Predicate::AllOf(parts) => parts.iter().fold(read, fulfil),
        Predicate::AnyOf(parts) => parts.first().map_or(read.clone(), |p| fulfil(read, p)),
        _ => read,
    }
}

fn add(mut read: Reading, label: &str) -> Reading {
    if let Some((family, id)) = label.split_once(':').and_then(|(f, id)| Some((Family::from_id(f)?, id)))
        && !read.labels.has(family, id)
    {
        read.labels.family_mut(family).push(id.to_owned());
    }
    read
}

/// Knows the sheet, the buyer's need and the script.
fn expert(session: &Session, turn: usize) -> Reading {
    let (s, state) = (session.scenario(), session.state());
    let truth = &s.file.truths[state.truth];
    let mut read = reading(43, &["steps:consult"]);
    if turn == 0 {
        read = add(add(read, "steps:greet"), "steps:identify");
    }
    if let Some(item) = state.open.as_deref().and_then(|id| s.item(state.truth, id)) {
        read =
            item.answer.iter().chain(&item.arguments).fold(read, |r, subject| match subject.strip_prefix("topic:") {
                Some(topic) => r.asks(topic),
                None => r.tells(subject),
            });
        read = item
            .labels
            .iter()
            .filter(|l| !l.starts_with("closes:"))
            .fold(add(add(read, "moves:acknowledge"), "steps:objection"), |r, l| add(r, l));
        read = add(add(read, "moves:boundary"), "controls:guide");
    }
    if !state.truth_known {
        read = add(read, "steps:ask");
        read = truth.reveal.iter().fold(read, |r, topic| r.asks(topic.trim_start_matches("topic:")));
    } else if turn.is_multiple_of(2) || state.phase == Phase::Talking {
        read = truth.convince.iter().fold(add(read, "steps:recommend"), |r, subject| r.tells(subject));
    }
    match state.phase {
        Phase::Ready => {
            add(read, &format!("closes:{}", truth.best_closes.first().map_or("alternative", String::as_str)))
        }
        Phase::Settling => {
            let step = s.file.closing.settle.iter().find(|x| state.settle.as_deref() == Some(x.id.as_str()));
            let read = step.map_or(read.clone(), |x| fulfil(read, &x.when));
            add(add(read, "steps:verify"), "steps:assist")
        }
        Phase::Farewell => add(reading(45, &[]), "steps:farewell"),
        _ => read,
    }
}

#[test]
fn who_knows_all_does_well_who_pushes_or_insults_does_not() {
    let scenarios = shipped();
    assert!(scenarios.len() >= 4);
    for scenario in &scenarios {
        for seed in 0..6 {
            let expert = play(scenario, seed, expert);
            let flat = play(scenario, seed, |_, _| reading(30, &[]));
            let pushy = play(scenario, seed, |_, _| {
                reading(30, &["closes:assumptive", "closes:alternative", "closes:warning"])
            });
            let rude = play(scenario, seed, |_, _| reading(10, &["faults:arrogant"]));
            let shown = format!(
                "{} {seed}: expert {} ({:?}), flat {}, pushy {}, rude {}",
                scenario.id(),
                expert.overall,
                expert.outcome,
                flat.overall,
                pushy.overall,
                rude.overall
            );
            assert!(expert.goal_met && expert.overall >= 85, "{shown}");
            assert!(flat.overall < 50 && pushy.overall < 40 && rude.overall < 20, "{shown}");
        }
    }
}
