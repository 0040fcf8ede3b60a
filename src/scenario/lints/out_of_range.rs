//! Numbers stay within the ranges that the format documents.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View, walk};
use crate::scenario::format::{AgendaItem, Persona, Predicate, ScenarioFile};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

/// A number with its place and the range it must lie in.
type Bound = (Route, i64, i64, i64);

pub fn check(view: &View<'_>, report: &mut Report) {
    let bounds = match view {
        View::Persona(persona) => of_persona(persona),
        View::Scenario(file) => {
            let mut bounds = of_scenario(file);
            bounds.extend(of_predicates(walk::settle_predicates(file)));
            bounds
        }
        View::Script(script) => of_predicates(walk::script_predicates(script)),
        _ => return,
    };
    for (route, value, least, most) in bounds {
        if !(least..=most).contains(&value) {
            report
                .add(route)
                .with("value", value.to_string())
                .with("least", least.to_string())
                .with("most", most.to_string());
        }
    }
}

fn of_persona(persona: &Persona) -> Vec<Bound> {
    let t = &persona.temper;
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let temper = Route::new("temper");
    let mut out: Vec<Bound> = [
        ("mood", i64::from(t.mood), -1000, 1000),
        ("patience", i64::from(t.patience), 1, 1000),
        ("grace_ms", whole(t.grace_ms), 0, 600_000),
        ("impatience", i64::from(t.impatience), 0, 1000),
        ("tiring", i64::from(t.tiring), 0, 1000),
        ("warmth", i64::from(t.warmth), 0, 1000),
        ("touchiness", i64::from(t.touchiness), 0, 1000),
        ("evasion", i64::from(t.evasion), 0, 1000),
        ("long_reply", i64::from(t.long_reply), 1, 10_000),
        ("boredom", i64::from(t.boredom), 0, 1000),
        ("readiness", i64::from(t.readiness), 0, 1000),
        ("signal_turns", i64::from(t.signal_turns), 1, 100),
        ("double_text", i64::from(t.double_text), 0, 1000),
        ("typing_ms", whole(t.typing_ms), 0, 10_000),
    ]
    .into_iter()
    .map(|(field, value, least, most)| (temper.field(field), value, least, most))
    .collect();
    for (at, belief) in t.beliefs.iter().enumerate() {
        out.push((temper.field("beliefs").at(at), i64::from(*belief), 0, 1000));
    }
    for (technique, fit) in &persona.close_fit {
        out.push((Route::new("close_fit").field(technique), i64::from(*fit), -1000, 1000));
    }
    out
}

fn of_scenario(file: &ScenarioFile) -> Vec<Bound> {
    let mut out = vec![
        (Route::new("level"), i64::from(file.level), 1, 5),
        (Route::new("pass_mark"), i64::from(file.pass_mark), 0, 100),
        (Route::new("customer").field("figure").field("age"), i64::from(file.customer.figure.age), 16, 90),
    ];
    for (route, item) in walk::items(file) {
        out.extend(of_item(&route, item));
    }
    for (at, truth) in file.truths.iter().enumerate() {
        out.push((Route::new("truths").at(at).field("needed"), i64::from(truth.needed), 1, 3));
    }
    out
}

fn of_item(route: &Route, item: &AgendaItem) -> [Bound; 2] {
    [(route.field("needed"), i64::from(item.needed), 1, 3), (route.field("cost"), i64::from(item.cost), 0, 1000)]
}

fn of_predicates(predicates: Vec<(Route, &Predicate)>) -> Vec<Bound> {
    predicates
        .into_iter()
        .filter_map(|(route, predicate)| match predicate {
            Predicate::Tone(tone) => Some((route.inside(), i64::from(*tone), 1, 5)),
            Predicate::FirstReplies(count) => Some((route.inside(), i64::from(*count), 1, 1000)),
            _ => None,
        })
        .collect()
}
