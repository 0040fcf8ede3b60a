//! How fast the buyer answers when the readings are there already: `cargo bench --no-default-features --bench engine`.
//! The goal is 20,000 turns a second on one core.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use huashu::analysis::Analyser;
use huashu::session::{Command, Session};
use huashu::simulate;
use huashu::store::Library;

/// Replays recorded talks of a good trainee: every scenario that is shipped, one seed each.
fn replay(criterion: &mut Criterion) {
    let analyser = Arc::new(Analyser::new().without_evidence());
    let Ok(library) = Library::open(&[]) else { return };
    let Some(expert) = simulate::trainee("expert") else { return };
    let talks: Vec<(_, Vec<Command>)> = library
        .scenarios()
        .iter()
        .map(|entry| {
            let session = simulate::play(&entry.scenario, 1, expert, &analyser);
            (entry.scenario.clone(), session.commands().to_vec())
        })
        .collect();
    let turns: usize =
        talks.iter().flat_map(|(_, commands)| commands).filter(|c| matches!(c, Command::Reply { .. })).count();
    let mut group = criterion.benchmark_group("engine");
    group.throughput(Throughput::Elements(turns as u64));
    group.bench_function("turns", |bencher| {
        bencher.iter(|| {
            for (scenario, commands) in &talks {
                black_box(Session::replay(scenario.clone(), 1, commands.iter().cloned()));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, replay);
criterion_main!(benches);
