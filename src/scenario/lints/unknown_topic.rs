//! Topics are those that a reply can be heard to ask about. They are written without a prefix in `topics` and
//! `reveal`, and as `topic:ID` where a subject could stand too.

use crate::analysis::vocabulary;
use crate::diagnostic::{Severity, listed};
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::format::Predicate;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let mut bare: Vec<(Route, &String)> = Vec::new();
    let mut prefixed: Vec<(Route, &String)> = Vec::new();
    let predicates = match view {
        View::Scenario(file) => {
            for (at, tell) in file.tells.iter().enumerate() {
                let route = Route::new("tells").at(at).field("topics");
                bare.extend(tell.topics.iter().enumerate().map(|(at, topic)| (route.at(at), topic)));
            }
            for (at, truth) in file.truths.iter().enumerate() {
                let route = Route::new("truths").at(at).field("reveal");
                bare.extend(truth.reveal.iter().enumerate().map(|(at, topic)| (route.at(at), topic)));
            }
            prefixed.extend(walk::named_subjects(file).into_iter().filter(|(_, s)| s.starts_with("topic:")));
            walk::settle_predicates(file)
        }
        View::Script(script) => walk::script_predicates(script),
        _ => return,
    };
    for (route, predicate) in predicates {
        match predicate {
            Predicate::Asks(topic) => prefixed.push((route.inside(), topic)),
            Predicate::Says(subject) if subject.starts_with("topic:") => prefixed.push((route.inside(), subject)),
            _ => {}
        }
    }
    let known = vocabulary::topic_ids();
    for (route, topic) in bare {
        if !known.contains(&topic.as_str()) {
            report.add(route).with("topic", topic.as_str()).helped(listed(topic, known.iter().copied()));
        }
    }
    let written: Vec<String> = known.iter().map(|topic| format!("topic:{topic}")).collect();
    for (route, topic) in prefixed {
        if !written.contains(topic) {
            report.add(route).with("topic", topic.as_str()).helped(listed(topic, written.iter().map(String::as_str)));
        }
    }
}
