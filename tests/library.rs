//! The shipped library as a whole: it covers what a trainer needs, and no two scenarios are the same one in other clothes.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::LIBRARY;
use huashu::engine::line_key;
use huashu::scenario::Scenario;
use huashu::scenario::format::{AgendaItem, Channel, CustomerGroup, Goal, ItemKind, Prospect};

fn scenarios() -> Vec<Arc<Scenario>> {
    LIBRARY.scenarios().iter().map(|entry| entry.scenario.clone()).collect()
}

fn items(scenario: &Scenario) -> Vec<&AgendaItem> {
    let file = &scenario.file;
    let hidden = file.truths.iter().flat_map(|t| &t.agenda);
    file.agenda.iter().chain(hidden).chain(&file.closing.last_objection).collect()
}

/// Everything that this scenario alone makes the buyer say.
fn lines(scenario: &Scenario) -> BTreeSet<String> {
    let file = &scenario.file;
    let of_items = items(scenario).into_iter().flat_map(|i| i.raise.iter().chain(&i.insist).chain(&i.settled));
    let of_truths = file.truths.iter().flat_map(|t| t.say.iter().chain(&t.remind).chain(&t.convinced).chain(&t.signal));
    let of_settles = file.closing.settle.iter().flat_map(|s| s.raise.iter().chain(&s.insist));
    let rest = file.tells.iter().flat_map(|t| &t.say).chain(&file.closing.agree).chain(&file.closing.farewell);
    let all = of_items.chain(of_truths).chain(of_settles).chain(rest).chain(file.opening.iter().flatten());
    all.map(|line| line_key(line)).collect()
}

#[test]
fn the_library_covers_the_trade() {
    let all = scenarios();
    assert!(all.len() >= 36, "{} scenarios", all.len());
    let missing = |what: &str, wanted: Vec<String>, found: BTreeSet<String>| -> Vec<String> {
        wanted.into_iter().filter(|w| !found.contains(w)).map(|w| format!("{what}: {w}")).collect()
    };
    let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let set = |found: Vec<String>| found.into_iter().collect::<BTreeSet<_>>();
    let mut wrong = Vec::new();
    let personas =
        ["talkative", "impatient", "long_winded", "unreasonable", "hesitant", "picky", "decisive", "bargainer"];
    let personas = [&personas[..], &["regular", "gatekeeper"]].concat();
    wrong.extend(missing("persona", words(&personas), set(all.iter().map(|s| s.file.persona.clone()).collect())));
    let channels = [Channel::Im, Channel::Phone, Channel::Visit].map(|c| c.id());
    wrong.extend(missing("channel", words(&channels), set(all.iter().map(|s| s.file.channel.id().into()).collect())));
    wrong.extend(missing(
        "level",
        words(&["1", "2", "3", "4", "5"]),
        set(all.iter().map(|s| s.file.level.to_string()).collect()),
    ));
    let goals = [Goal::Deal, Goal::Appointment, Goal::Resolved, Goal::Declined].map(|g| format!("{g:?}")).to_vec();
    wrong.extend(missing("goal", goals, set(all.iter().map(|s| format!("{:?}", s.file.goal)).collect())));
    let groups = [CustomerGroup::Potential, CustomerGroup::Buyer, CustomerGroup::Repeat, CustomerGroup::Loyal];
    let groups = groups.map(|g| format!("{g:?}")).to_vec();
    wrong.extend(missing("group", groups, set(all.iter().map(|s| format!("{:?}", s.file.customer.group)).collect())));
    let prospects = [Prospect::Ripe, Prospect::Hopeful, Prospect::Merely].map(|p| format!("{p:?}")).to_vec();
    wrong.extend(missing(
        "prospect",
        prospects,
        set(all.iter().map(|s| format!("{:?}", s.file.customer.prospect)).collect()),
    ));
    let closes = ["assumptive", "alternative", "summary", "testimonial", "warning", "isolation"];
    let best = all.iter().flat_map(|s| &s.file.truths).flat_map(|t| t.best_closes.iter().cloned());
    wrong.extend(missing("best close", words(&closes), best.collect()));
    let (mut real, mut pretext) = (BTreeSet::new(), BTreeSet::new());
    for scenario in &all {
        for item in items(scenario).into_iter().filter(|i| i.kind.is_objection()) {
            let truths = &scenario.file.truths;
            let pretexts = truths.iter().filter(|t| t.pretexts.contains(&item.id)).count();
            if pretexts > 0 {
                pretext.insert(format!("{:?}", item.kind));
            }
            if pretexts < truths.len() {
                real.insert(format!("{:?}", item.kind));
            }
        }
    }
    use ItemKind::{Authority, Goods, Means, Need, Price, Service, Time};
    let kinds = [Need, Means, Authority, Price, Goods, Service, Time].map(|k| format!("{k:?}")).to_vec();
    wrong.extend(missing("objection", kinds.clone(), real));
    wrong.extend(missing("pretext", kinds, pretext));
    let trades: BTreeSet<&str> = all.iter().filter_map(|s| s.product.category.split('/').next()).collect();
    if trades.len() < 12 {
        wrong.push(format!("trades: {trades:?}"));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_scenario_has_three_truths_and_three_golden_runs() {
    let mut runs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (scenario, run) in LIBRARY.runs() {
        runs.entry(scenario.id().to_owned()).or_default().insert(run.name.clone());
    }
    let mut wrong = Vec::new();
    for scenario in scenarios() {
        if scenario.file.truths.len() < 3 {
            wrong.push(format!("{}: {} truths", scenario.id(), scenario.file.truths.len()));
        }
        if runs.get(scenario.id()).is_none_or(|names| names.len() < 3) {
            wrong.push(format!("{}: runs {:?}", scenario.id(), runs.get(scenario.id())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_two_scenarios_share_their_lines_or_the_shape_of_their_agenda() {
    let all = scenarios();
    let said: Vec<BTreeSet<String>> = all.iter().map(|s| lines(s)).collect();
    let shape = |s: &Scenario| {
        let mut kinds: Vec<(u32, ItemKind, bool)> = s.file.agenda.iter().map(|i| (i.order, i.kind, i.blocks)).collect();
        kinds.sort_unstable();
        kinds
    };
    let mut wrong = Vec::new();
    for (a, first) in all.iter().enumerate() {
        for (b, second) in all.iter().enumerate().skip(a + 1) {
            let shared = said[a].intersection(&said[b]).count();
            if shared * 4 > said[a].len().min(said[b].len()) {
                wrong.push(format!("{} and {} share {shared} lines", first.id(), second.id()));
            }
            if shape(first) == shape(second) {
                wrong.push(format!("{} and {} have agendas of one shape", first.id(), second.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
