//! Closing technique: the best try by its timing after a signal, its fit to this buyer and its execution;
//! less what early, urging and stuffed closes cost. Words of a close earn nothing by themselves.

use crate::analysis::Family;
use crate::engine::{Hearing, Outcome, Timing};
use crate::i18n::Text;
use crate::scenario::format::Goal;
use crate::score::judgement::{number, share};
use crate::score::suggest::closing_sentence;
use crate::score::support::is_supported;
use crate::score::{CloseTry, Judgement, Ledger, Missed, Turn};

const TIMING: i32 = 450;
const FIT: i32 = 250;
const EXECUTION: i32 = 300;
const LATE: i32 = 250;
/// A fair technique that the persona neither likes nor dislikes.
const NEUTRAL_FIT: i32 = 150;
/// The most that can be had where the buyer never became ready.
const NEVER_READY: i32 = 400;
const EARLY: i32 = 80;
const EARLY_AT_MOST: i32 = 240;
const STUFFED: i32 = 250;
const STUFFED_AT_MOST: i32 = 500;
const URGING: i32 = 60;
const URGING_AT_MOST: i32 = 240;
/// Off the best try where no try was taken and the goal was not reached.
const NOT_TAKEN: i32 = 150;
const UNSETTLED: i32 = 40;
const UNSETTLED_AT_MOST: i32 = 120;
/// Turns with a close that may fail before more of them is urging.
const PATIENT_TRIES: usize = 2;
const FLOOR_CLOSED: i32 = 550;
const FLOOR_MET: i32 = 400;

pub fn judge(ledger: &Ledger<'_>) -> Judgement {
    if ledger.turns.is_empty() {
        return Judgement::nothing_said();
    }
    let tried = ledger.turns.iter().any(|t| !t.closes.is_empty());
    let ready = is_ready(ledger);
    if !tried && !ready && had_no_chance(ledger) {
        return Judgement::none();
    }
    let mut judgement = Judgement::default();
    match best(ledger).filter(|_| ready) {
        Some((turn, try_)) => best_try(ledger, turn, try_, &mut judgement),
        None if ready => never_asked(ledger, &mut judgement),
        None => never_ready(ledger, &mut judgement),
    }
    faults(ledger, &mut judgement);
    floor(ledger, &mut judgement);
    judgement.sum()
}

/// The buyer showed readiness, or took a close, which comes to the same.
fn is_ready(ledger: &Ledger<'_>) -> bool {
    let taken = |c: &CloseTry<'_>| c.accepted || c.timing != Timing::Early;
    ledger.signal_at.is_some() || ledger.agreed.is_some() || ledger.turns.iter().any(|t| t.closes.iter().any(taken))
}

/// Nothing could be closed: no sale was the goal, it was no sale, or it was over at once.
fn had_no_chance(ledger: &Ledger<'_>) -> bool {
    let no_sale = ledger.scenario.file.goal == Goal::Declined || ledger.outcome() == Some(Outcome::Resolved);
    no_sale || (ledger.turns.len() <= 2 && !matches!(ledger.outcome(), Some(Outcome::Left | Outcome::Lost | Outcome::Quit)))
}

fn timing(c: &CloseTry<'_>) -> i32 {
    match c.timing {
        Timing::Right => TIMING,
        Timing::Late => LATE,
        Timing::Early if c.accepted => LATE,
        Timing::Early => 0,
    }
}

fn fit(c: &CloseTry<'_>) -> i32 {
    if c.fit < 0 { NEUTRAL_FIT * (1000 + c.fit) / 1000 } else { NEUTRAL_FIT + (FIT - NEUTRAL_FIT) * c.fit / 1000 }
}

/// Polite, calm, and not in place of an answer.
fn execution(turn: &Turn<'_>) -> i32 {
    if turn.is_stuffed() {
        return 0;
    }
    let polite = match turn.reading.labels.tone_tenths {
        40.. => 120,
        30..=39 => 80,
        20..=29 => 30,
        _ => 0,
    };
    let evaded = turn.hearings.iter().any(|h| matches!(h.hearing, Hearing::Evaded | Hearing::Misled));
    let answers = if evaded { 0 } else { 100 };
    let pushy = ["pressuring", "oily", "rambling"].iter().any(|f| turn.has(Family::Faults, f));
    polite + answers + if pushy { 0 } else { EXECUTION - 220 }
}

fn points(ledger: &Ledger<'_>, turn: &Turn<'_>, c: &CloseTry<'_>) -> (i32, i32, i32) {
    if !is_supported(ledger, turn, c.technique) {
        return (0, 0, 0);
    }
    // One of a list is half meant.
    let meant = if turn.is_stuffed() { 2 } else { 1 };
    (timing(c) / meant, fit(c) / meant, execution(turn))
}

/// The try that earns most; the earliest of equals, one that was taken before one that was not.
fn best<'l, 'a>(ledger: &'l Ledger<'a>) -> Option<(&'l Turn<'a>, &'l CloseTry<'a>)> {
    let tries = ledger.turns.iter().flat_map(|t| t.closes.iter().map(move |c| (t, c)));
    tries.filter(|(_, c)| c.accepted || c.timing != Timing::Early).max_by_key(|(t, c)| {
        let (timing, fit, execution) = points(ledger, t, c);
        (timing + fit + execution, c.accepted, std::cmp::Reverse(t.index))
    })
}

fn technique(id: &str) -> Text {
    Text::new(format!("technique-{id}"))
}

fn best_try(ledger: &Ledger<'_>, turn: &Turn<'_>, c: &CloseTry<'_>, judgement: &mut Judgement) {
    let (timing, fit, execution) = points(ledger, turn, c);
    judgement.reasoned("timing", timing, TIMING, vec![turn.index], timing_reason(c));
    judgement.reasoned("fit", fit, FIT, vec![turn.index], fit_reason(c));
    judgement.rule("execution", execution, EXECUTION, vec![turn.index]);
    let gained = timing + fit + execution;
    if gained > 0 {
        let text = Text::new("note-close-best").with("technique", technique(c.technique)).with("why", timing_reason(c));
        judgement.remark(turn.index, gained, text, turn.span(c.technique));
    }
    let taken = ledger.agreed.is_some() || ledger.goal_met() || ledger.turns.iter().any(|t| t.closes.iter().any(|c| c.accepted));
    if !taken {
        judgement.deduct("not-taken", NOT_TAKEN.min(gained), vec![turn.index], NOT_TAKEN);
        judgement.remark(turn.index, -NOT_TAKEN.min(gained), Text::new("note-close-not-taken"), turn.span(c.technique));
    }
    if timing < TIMING {
        silent_turn(ledger, timing - TIMING, judgement);
    }
}

fn timing_reason(c: &CloseTry<'_>) -> Text {
    Text::new(match c.timing {
        Timing::Right => "reason-close-right",
        Timing::Late => "reason-close-late",
        Timing::Early => "reason-close-early",
    })
}

fn fit_reason(c: &CloseTry<'_>) -> Text {
    let id = match c.fit {
        201.. => "reason-close-fits",
        -200..=200 => "reason-close-neutral",
        _ => "reason-close-misfits",
    };
    Text::new(id).with("technique", technique(c.technique))
}

/// Charges the first turn after the signal that did not ask for the decision.
fn silent_turn(ledger: &Ledger<'_>, change: i32, judgement: &mut Judgement) {
    let silent = ledger.turns.iter().find(|t| t.ready && !t.agreed_before && t.closes.is_empty());
    if let Some(turn) = silent {
        judgement.remark(turn.index, change, Text::new("note-close-silent"), None);
    }
}

fn never_asked(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let waiting = ledger.turns.iter().filter(|t| t.ready && !t.agreed_before).map(|t| t.index).collect();
    judgement.reasoned("no-close", 0, 1000, waiting, Text::new("reason-no-close"));
    if ledger.goal_met() {
        return;
    }
    silent_turn(ledger, -1000, judgement);
    judgement.missed.push(Missed { text: Text::new("missed-close"), example: closing_sentence(ledger) });
}

fn never_ready(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let raised: Vec<_> = ledger.items.iter().filter(|i| i.def.is_some() && i.had_a_chance(ledger)).collect();
    let settled = raised.iter().filter(|i| i.settled().is_some()).count();
    // Preparing the ground is worth something; without the real need found it is half a ground.
    let ground = if ledger.truth_told.is_some() { NEVER_READY } else { NEVER_READY / 2 };
    let points = share(settled as i64, raised.len() as i64, ground);
    judgement.reasoned("never-ready", points, 1000, Vec::new(), Text::new("reason-never-ready"));
}

/// Closes that cost: before the buyer was ready, one after the other, several at once; and a yes not followed up.
fn faults(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let turns = |wanted: &dyn Fn(&Turn<'_>) -> bool| -> Vec<usize> {
        ledger.turns.iter().filter(|t| wanted(t)).map(|t| t.index).collect()
    };
    let refused = |t: &Turn<'_>| !t.closes.is_empty() && t.closes.iter().all(|c| !c.accepted);
    let is_early = |t: &Turn<'_>| refused(t) && t.closes.iter().any(|c| c.timing == Timing::Early);
    let mut early = turns(&is_early);
    // One try in passing, along with an answer, is no push.
    if early.first().and_then(|t| ledger.turns.get(*t)).is_some_and(is_in_passing) {
        early.remove(0);
    }
    let stuffed = turns(&|t| t.is_stuffed());
    let untimely = |t: &Turn<'_>| refused(t) && t.closes.iter().all(|c| c.timing != Timing::Right);
    let urging: Vec<usize> = turns(&untimely).into_iter().skip(PATIENT_TRIES).collect();
    for (rule, turns, each, most) in [
        ("early", early, EARLY, EARLY_AT_MOST),
        ("stuffed", stuffed, STUFFED, STUFFED_AT_MOST),
        ("urging", urging, URGING, URGING_AT_MOST),
        ("unsettled", turns(&|t| t.settle_missed.is_some()), UNSETTLED, UNSETTLED_AT_MOST),
    ] {
        charge(ledger, rule, &turns, (each, most), judgement);
        judgement.deduct(rule, each, turns, most);
    }
    unsupported(ledger, judgement);
}

/// A single friendly close beside an answer.
fn is_in_passing(turn: &Turn<'_>) -> bool {
    let answers = turn.hearings.iter().any(|h| matches!(h.hearing, Hearing::Settled | Hearing::Taken | Hearing::Half));
    answers && turn.techniques().len() == 1 && turn.reading.labels.tone_tenths >= 30
}

fn charge(ledger: &Ledger<'_>, rule: &str, turns: &[usize], (each, most): (i32, i32), judgement: &mut Judgement) {
    for (nth, turn) in turns.iter().enumerate() {
        let left = (most - each.saturating_mul(number(nth))).clamp(0, each);
        let span = ledger.turns.get(*turn).and_then(|t| t.techniques().into_iter().find_map(|c| t.span(c)));
        judgement.remark(*turn, -left, Text::new(format!("note-close-{rule}")), span);
    }
}

/// Names the stories and shortages that the sheet knows nothing of; they have earned nothing already.
fn unsupported(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let mut turns = Vec::new();
    for turn in &ledger.turns {
        for id in turn.techniques() {
            if !is_supported(ledger, turn, id) {
                turns.push(turn.index);
                let text = Text::new("note-close-unsupported").with("technique", technique(id));
                judgement.remark(turn.index, 0, text, turn.span(id));
            }
        }
    }
    if !turns.is_empty() {
        judgement.rule("unsupported", 0, 0, turns);
    }
}

/// A goal that was reached is worth something, however it came about.
fn floor(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    if !ledger.goal_met() {
        return;
    }
    let closed = ledger.turns.iter().any(|t| t.closes.iter().any(|c| c.accepted));
    let floor = if closed { FLOOR_CLOSED } else { FLOOR_MET };
    let lift = floor - judgement.points();
    if lift > 0 {
        judgement.rule("goal-met", lift, 0, ledger.agreed.into_iter().collect());
    }
}
