//! Everything in a scenario that several rules look at, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Sheet;
use crate::scenario::Scenario;
use crate::scenario::format::{AgendaItem, LineCue, Predicate, ScenarioFile, Script};
use crate::scenario::source::Route;

/// Every agenda item: the scenario's, those of its truths, and the last objection.
pub fn items(file: &ScenarioFile) -> Vec<(Route, &AgendaItem)> {
    let own = file.agenda.iter().enumerate().map(|(at, item)| (Route::new("agenda").at(at), item));
    let hidden = file.truths.iter().enumerate().flat_map(|(at, truth)| {
        let route = Route::new("truths").at(at).field("agenda");
        truth.agenda.iter().enumerate().map(move |(at, item)| (route.at(at), item))
    });
    let last = file.closing.last_objection.iter().map(|item| (Route::new("closing").field("last_objection"), item));
    own.chain(hidden).chain(last).collect()
}

/// The conditions of a script, with all that they are put together from.
pub fn script_predicates(script: &Script) -> Vec<(Route, &Predicate)> {
    let mut out = Vec::new();
    for (at, step) in script.steps.iter().enumerate() {
        let route = Route::new("steps").at(at);
        predicates(route.field("when"), &step.when, &mut out);
        predicates(route.field("applies"), &step.applies, &mut out);
    }
    out
}

/// The same of the steps after the yes.
pub fn settle_predicates(file: &ScenarioFile) -> Vec<(Route, &Predicate)> {
    let mut out = Vec::new();
    for (at, settle) in file.closing.settle.iter().enumerate() {
        predicates(Route::new("closing").field("settle").at(at).field("when"), &settle.when, &mut out);
    }
    out
}

/// A condition and those inside it, each with its place.
pub fn predicates<'a>(route: Route, predicate: &'a Predicate, out: &mut Vec<(Route, &'a Predicate)>) {
    out.push((route.clone(), predicate));
    match predicate {
        Predicate::AnyOf(list) | Predicate::AllOf(list) => {
            for (at, inner) in list.iter().enumerate() {
                predicates(route.inside().at(at), inner, out);
            }
        }
        Predicate::Not(inner) => predicates(route.inside(), inner, out),
        _ => {}
    }
}

/// A list of lines with its place; `optional` ones may be empty.
pub struct Bank<'a> {
    pub route: Route,
    pub lines: &'a [String],
    pub optional: bool,
}

/// Everything that the buyer can say in a scenario, without the persona's own words.
pub fn banks(file: &ScenarioFile) -> Vec<Bank<'_>> {
    let mut out = Vec::new();
    let mut add = |route: Route, lines, optional| out.push(Bank { route, lines, optional });
    for (at, lines) in file.opening.iter().enumerate() {
        add(Route::new("opening").at(at), lines.as_slice(), false);
    }
    for (route, item) in items(file) {
        add(route.field("raise"), &item.raise, false);
        add(route.field("insist"), &item.insist, true);
        add(route.field("settled"), &item.settled, true);
    }
    for (at, tell) in file.tells.iter().enumerate() {
        add(Route::new("tells").at(at).field("say"), &tell.say, false);
    }
    for (at, truth) in file.truths.iter().enumerate() {
        let route = Route::new("truths").at(at);
        add(route.field("say"), &truth.say, false);
        add(route.field("remind"), &truth.remind, true);
        add(route.field("convinced"), &truth.convinced, true);
        add(route.field("signal"), &truth.signal, false);
    }
    let closing = Route::new("closing");
    add(closing.field("agree"), &file.closing.agree, false);
    for (at, settle) in file.closing.settle.iter().enumerate() {
        let route = closing.field("settle").at(at);
        add(route.field("raise"), &settle.raise, false);
        add(route.field("insist"), &settle.insist, false);
    }
    add(closing.field("farewell"), &file.closing.farewell, false);
    out.extend(voices(&file.voice));
    out
}

/// The lines of a voice by cue.
pub fn voices(voice: &BTreeMap<LineCue, Vec<String>>) -> Vec<Bank<'_>> {
    let route = |cue: &LineCue| Route::new("voice").field(&format!("{cue:?}"));
    voice.iter().map(|(cue, lines)| Bank { route: route(cue), lines, optional: false }).collect()
}

/// Everything that a reply can speak of in this scenario.
pub fn subjects(scenario: &Scenario) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = Sheet::of(scenario).items.into_iter().map(|item| item.subject).collect();
    out.insert("price".into());
    if scenario.product.stock.is_some() {
        out.insert("stock".into());
    }
    out
}

/// Every subject that the scenario's own lists name, with its place.
pub fn named_subjects(file: &ScenarioFile) -> Vec<(Route, &String)> {
    let mut lists: Vec<(Route, &[String])> = Vec::new();
    for (route, item) in items(file) {
        lists.push((route.field("answer"), &item.answer));
        lists.push((route.field("arguments"), &item.arguments));
    }
    for (at, truth) in file.truths.iter().enumerate() {
        lists.push((Route::new("truths").at(at).field("convince"), &truth.convince));
    }
    let mut out = Vec::new();
    for (route, list) in lists {
        out.extend(list.iter().enumerate().map(|(at, subject)| (route.at(at), subject)));
    }
    out
}
