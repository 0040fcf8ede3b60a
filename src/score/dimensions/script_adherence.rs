//! Script adherence: which steps of the scenario's script were met, in which order, and where one was due.

use crate::engine::Outcome;
use crate::i18n::Text;
use crate::scenario::format::ScriptStep;
use crate::score::judgement::number;
use crate::score::predicate::span_of;
use crate::score::walk::Walk;
use crate::score::{Judgement, Ledger, Missed};

/// Per mille lost where the buyer walked out before the script was through.
const BROKEN_OFF: i32 = 200;

pub fn judge(ledger: &Ledger<'_>) -> Judgement {
    if ledger.turns.is_empty() {
        return Judgement::nothing_said();
    }
    let walk = Walk::through(ledger);
    let due: Vec<usize> = (0..walk.met.len()).filter(|s| walk.met[*s].is_some() || walk.due[*s].is_some()).collect();
    if due.is_empty() {
        return Judgement::none();
    }
    let steps = &ledger.scenario.script.steps;
    let astray = astray(&due.iter().filter_map(|s| Some((*s, walk.met[*s]?))).collect::<Vec<_>>());
    let mut judgement = Judgement::default();
    for (nth, place) in due.iter().enumerate() {
        let of = portion(nth, due.len());
        match walk.met[*place] {
            Some(turn) => met(ledger, &steps[*place], turn, of, astray.contains(place), &mut judgement),
            None => missed(ledger, walk.chance(*place), &steps[*place], of, &mut judgement),
        }
    }
    if matches!(ledger.outcome(), Some(Outcome::Left | Outcome::Lost)) {
        // The steps that the buyer did not stay for were not asked for; that it did not stay costs all the same.
        judgement.rule("broken-off", -BROKEN_OFF, 0, Vec::new());
    }
    judgement.sum()
}

/// The nth of `count` nearly equal parts of 1000, which add up to 1000.
fn portion(nth: usize, count: usize) -> i32 {
    let (nth, count) = (number(nth), number(count).max(1));
    1000 * (nth + 1) / count - 1000 * nth / count
}

/// Steps met far from their place: those outside the longest run in order that have two or more steps of
/// it on the wrong side.
fn astray(met: &[(usize, usize)]) -> Vec<usize> {
    let mut longest: Vec<(usize, Option<usize>)> = Vec::with_capacity(met.len());
    for (place, (_, turn)) in met.iter().enumerate() {
        let before = (0..place).filter(|p| met[*p].1 <= *turn).max_by_key(|p| (longest[*p].0, std::cmp::Reverse(*p)));
        longest.push((before.map_or(1, |p| longest[p].0 + 1), before));
    }
    let mut run = vec![false; met.len()];
    let mut at = (0..met.len()).max_by_key(|p| (longest[*p].0, std::cmp::Reverse(*p)));
    while let Some(place) = at {
        run[place] = true;
        at = longest[place].1;
    }
    let displaced = |place: usize| {
        let wrong = |p: &usize| run[*p] && ((*p < place) == (met[*p].1 > met[place].1)) && met[*p].1 != met[place].1;
        (0..met.len()).filter(|p| *p != place).filter(wrong).count()
    };
    (0..met.len()).filter(|p| !run[*p] && displaced(*p) >= 2).map(|p| met[p].0).collect()
}

fn met(ledger: &Ledger<'_>, step: &ScriptStep, turn: usize, of: i32, astray: bool, judgement: &mut Judgement) {
    let (id, points) = if astray { ("script-astray", of / 2) } else { ("script-met", of) };
    let name = |id: String| Text::new(id).with("step", step.name.as_str());
    judgement.reasoned(&step.id, points, of, vec![turn], name(format!("reason-{id}")));
    let span = ledger.turns.get(turn).and_then(|t| span_of(&step.when, t.reading));
    judgement.remark(turn, points, name(format!("note-{id}")), span);
}

fn missed(ledger: &Ledger<'_>, chance: Option<usize>, step: &ScriptStep, of: i32, judgement: &mut Judgement) {
    let name = |id: &str| Text::new(id).with("step", step.name.as_str());
    judgement.reasoned(&step.id, 0, of, chance.into_iter().collect(), name("reason-script-missed"));
    if let Some(turn) = chance {
        let text = name("note-script-missed").with("hint", step.hint.as_str());
        judgement.remark(turn, -of, text, None);
    }
    judgement.missed.push(Missed { text: name("missed-step"), example: Some(ledger.scenario.example(step)) });
}
