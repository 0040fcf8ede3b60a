//! `huashu simulate`: built-in trainees play a scenario many times; prints what came of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::{Failure, Output};
use crate::analysis::Analyser;
use crate::engine::Event;
use crate::i18n::Text;
use crate::scenario::Scenario;
use crate::score;
use crate::simulate::{self, TRAINEES, Tally, Trainee};

/// What came of the sessions of each kind of trainee.
type Tallies = BTreeMap<&'static str, Tally>;

/// The word for every scenario of the library.
const ALL: &str = "all";

pub fn define(command: Command) -> Command {
    command
        .arg(Arg::new("scenario").value_name("SCENARIO").required(true))
        .arg(Arg::new("trainees").long("trainees").value_name("KIND,…").value_delimiter(','))
        .arg(Arg::new("runs").long("runs").value_name("N").default_value("50").value_parser(value_parser!(u64).range(1..=100_000)))
        .arg(Arg::new("seed").long("seed").value_name("N").default_value("1").value_parser(value_parser!(u64)))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue))
        .arg(Arg::new("show").long("show").action(ArgAction::SetTrue).conflicts_with("json"))
}

pub fn run(args: &ArgMatches, out: &mut Output<'_>) -> Result<(), Failure> {
    let library = super::library(args)?;
    let wanted = args.get_one::<String>("scenario").cloned().unwrap_or_default();
    let all = || library.scenarios().iter().map(|entry| entry.scenario.clone()).collect();
    let scenarios: Vec<Arc<Scenario>> = if wanted == ALL { all() } else { vec![library.find(&wanted)?.scenario] };
    let kinds = kinds(args)?;
    let runs = args.get_one::<u64>("runs").copied().unwrap_or(1);
    let first = args.get_one::<u64>("seed").copied().unwrap_or(1);
    let analyser = Arc::new(super::model::analyser(args)?.without_evidence());
    let mut levels: BTreeMap<u8, Tallies> = BTreeMap::new();
    for scenario in &scenarios {
        if args.get_flag("show") {
            show(scenario, &kinds, first, runs, &analyser, out)?;
            continue;
        }
        let began = Instant::now();
        let tallies = tallies(scenario, &kinds, first, runs, &analyser);
        let sessions: usize = tallies.values().map(Tally::sessions).sum();
        let speed = sessions as f64 / began.elapsed().as_secs_f64().max(1e-9);
        for (kind, tally) in &tallies {
            levels.entry(scenario.file.level).or_default().entry(kind).or_default().join(tally);
        }
        if args.get_flag("json") {
            out.line(&shown(scenario, runs, &kinds, &tallies, speed).to_string())?;
        } else {
            let title = Text::new("simulate-title").with("id", scenario.id());
            print(&title.with("level", i64::from(scenario.file.level)), &kinds, &tallies, out)?;
            out.say(&Text::new("simulate-speed").with("speed", format!("{speed:.0}")))?;
        }
    }
    if scenarios.len() > 1 && !args.get_flag("json") {
        for (level, tallies) in &levels {
            print(&Text::new("simulate-level").with("level", i64::from(*level)), &kinds, tallies, out)?;
        }
    }
    Ok(())
}

fn kinds(args: &ArgMatches) -> Result<Vec<&'static Trainee>, Failure> {
    let Some(named) = args.get_many::<String>("trainees") else { return Ok(TRAINEES.iter().collect()) };
    let known = || TRAINEES.iter().map(|t| t.id).collect::<Vec<_>>().join(", ");
    let find = |id: &String| {
        let unknown = || Failure::Usage(Text::new("simulate-unknown").with("kind", id.as_str()).with("known", known()));
        simulate::trainee(id).ok_or_else(unknown)
    };
    named.map(find).collect()
}

/// The talks themselves, word for word.
fn show(
    scenario: &Arc<Scenario>,
    kinds: &[&'static Trainee],
    first: u64,
    runs: u64,
    analyser: &Arc<Analyser>,
    out: &mut Output<'_>,
) -> Result<(), Failure> {
    for (kind, seed) in kinds.iter().flat_map(|kind| (0..runs).map(move |i| (kind, first.wrapping_add(i)))) {
        let session = simulate::play(scenario, seed, kind, analyser);
        let card = score::score(scenario, session.events());
        out.line(&format!("── {} / {} / {seed}", scenario.id(), kind.id))?;
        for event in session.events() {
            match event {
                Event::BuyerSaid { text, .. } => out.line(&format!("  {text}"))?,
                Event::TraineeSaid { text, .. } => out.line(&format!("» {text}"))?,
                _ => {}
            }
        }
        let outcome = card.outcome.map_or("", |o| o.id());
        let dimensions: Vec<String> =
            card.dimensions.iter().filter_map(|d| Some(format!("{} {}", d.id, d.score?))).collect();
        out.line(&format!("━━ {outcome} {}  {}", card.overall, dimensions.join("  ")))?;
    }
    Ok(())
}

/// Plays every session once, on as many threads as there are cores; the sums do not depend on their number.
fn tallies(
    scenario: &Arc<Scenario>,
    kinds: &[&'static Trainee],
    first: u64,
    runs: u64,
    analyser: &Arc<Analyser>,
) -> Tallies {
    let jobs: Vec<(&'static Trainee, u64)> =
        kinds.iter().flat_map(|kind| (0..runs).map(|i| (*kind, first.wrapping_add(i)))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(kind, seed)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let session = simulate::play(scenario, seed, kind, analyser);
            let card = score::score(scenario, session.events());
            let state = session.state();
            done.push((kind.id, seed, card, (state.goal_met, state.turns, state.asked_back.len())));
        }
        done
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    done.sort_by_key(|(kind, seed, ..)| (*kind, *seed));
    let mut tallies = Tallies::new();
    for (kind, _, card, (goal_met, turns, asked_back)) in &done {
        tallies.entry(kind).or_default().add(card, *goal_met, *turns, *asked_back);
    }
    tallies
}

fn shown(
    scenario: &Scenario,
    runs: u64,
    kinds: &[&'static Trainee],
    tallies: &Tallies,
    speed: f64,
) -> Value {
    let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
    let mut trainees = Map::new();
    for (kind, tally) in kinds.iter().filter_map(|kind| Some((kind.id, tallies.get(kind.id)?))) {
        let spread = tally.spread();
        let outcomes: Map<String, Value> =
            tally.outcomes().into_iter().map(|(id, share)| (id.to_owned(), json!(rounded(share)))).collect();
        trainees.insert(
            kind.to_owned(),
            json!({
                "overall": { "mean": rounded(spread.mean), "p10": spread.p10, "p50": spread.p50, "p90": spread.p90 },
                "outcomes": outcomes,
                "goal": rounded(tally.goal_share()),
                "turns": { "mean": rounded(tally.mean_turns()) },
                "asked_back": rounded(tally.asked_back_share()),
            }),
        );
    }
    json!({ "scenario": scenario.id(), "runs": runs, "level": scenario.file.level, "trainees": trainees, "sessions_per_second": rounded(speed) })
}

/// A line for each trainee: mean and tenths of the score, a bar, the share that reached the goal, replies, the share of
/// them that the buyer asked back to, outcomes.
fn print(title: &Text, kinds: &[&'static Trainee], tallies: &Tallies, out: &mut Output<'_>) -> Result<(), Failure> {
    let title = out.locale.render(title);
    out.line(&title)?;
    for (kind, tally) in kinds.iter().filter_map(|kind| Some((kind.id, tallies.get(kind.id)?))) {
        let spread = tally.spread();
        let bar = "█".repeat((spread.mean / 4.0).round() as usize);
        let outcomes: Vec<String> =
            tally.outcomes().into_iter().map(|(id, share)| format!("{id} {:.0}%", share * 100.0)).collect();
        let goal = tally.goal_share() * 100.0;
        out.line(&format!(
            "{kind:<16}{:>5.1}  {:>3}–{:<3} {bar:<25} {goal:>3.0}%  {:>4.1}  {:>3.0}%  {}",
            spread.mean,
            spread.p10,
            spread.p90,
            tally.mean_turns(),
            tally.asked_back_share() * 100.0,
            outcomes.join(" ")
        ))?;
    }
    Ok(())
}
