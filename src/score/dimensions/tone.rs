//! Tone: how the replies felt, the worst of them once more, faults, and care for an upset buyer.

use crate::analysis::Family;
use crate::i18n::Text;
use crate::scenario::format::LineCue;
use crate::score::judgement::{number, share};
use crate::score::{Judgement, Ledger, Turn};

/// Tone in tenths → per mille, linear between: 5 is full, 4 friendly, 3 businesslike, 2 cold, 1 nothing.
const CURVE: [(i32, i32); 5] = [(10, 0), (20, 220), (30, 450), (40, 850), (50, 1000)];

/// What a fault takes off beyond the low tone it brings, per mille each.
const FAULTS: [(&str, i32); 7] = [
    ("arrogant", 150),
    ("blaming", 90),
    ("pressuring", 80),
    ("curt", 50),
    ("interrogating", 50),
    ("oily", 50),
    ("rambling", 30),
];
const FAULTS_AT_MOST: i32 = 400;
const REPEATED: i32 = 50;
/// Most that a reply is worth which closes instead of answering: as cold as tone 2.
const PUSHING: i32 = 220;
/// What a tone is worth from which on it is friendly, neither kind nor cold, cold: the curve at 3.5, 2.5 and 2.
const FRIENDLY: i32 = 650;
const NEUTRAL: i32 = 335;
const COLD: i32 = 200;
const WORST: i32 = 150;
const ATTENTIVE: i32 = 150;
/// Mood from which on down a buyer counts as upset.
const UPSET_MOOD: i32 = -150;
/// A change of mood worth a word, out of 2000.
const MOOD_CHANGE: i32 = 150;
const MOOD_DROP: i32 = -MOOD_CHANGE;

pub fn judge(ledger: &Ledger<'_>) -> Judgement {
    let turns = &ledger.turns;
    if turns.is_empty() {
        return Judgement::nothing_said();
    }
    let mut judgement = Judgement::default();
    let upset: Vec<&Turn<'_>> = turns.iter().filter(|t| is_upset(t)).collect();
    let average_of = 1000 - WORST - if upset.is_empty() { 0 } else { ATTENTIVE };
    average(ledger, average_of, &mut judgement);
    worst(ledger, &mut judgement);
    if !upset.is_empty() {
        attentive(&upset, &mut judgement);
    }
    faults(ledger, &mut judgement);
    moods(ledger, &mut judgement);
    judgement.sum()
}

/// The tone of a reply in per mille; one that makes no sense is at best careless.
fn value(turn: &Turn<'_>) -> i32 {
    let tenths = i32::from(turn.reading.labels.tone_tenths).clamp(10, 50);
    let above = CURVE.iter().position(|(at, _)| *at >= tenths).unwrap_or(CURVE.len() - 1).max(1);
    let ((from, low), (to, high)) = (CURVE[above - 1], CURVE[above]);
    let value = low + (high - low) * (tenths - from) / (to - from);
    if turn.reading.nonsense {
        value.min(200)
    } else if turn.pushes_past() {
        // However kind its words, a close in place of an answer is felt as pushing.
        value.min(PUSHING)
    } else {
        value
    }
}

fn average(ledger: &Ledger<'_>, of: i32, judgement: &mut Judgement) {
    let count = number(ledger.turns.len());
    let sum: i64 = ledger.turns.iter().map(|t| i64::from(value(t))).sum();
    let mean = i32::try_from(sum / i64::from(count)).unwrap_or(0);
    let cold = ledger.turns.iter().filter(|t| value(t) < NEUTRAL).map(|t| t.index).collect();
    judgement.rule("average", of * mean / 1000, of, cold);
    for turn in &ledger.turns {
        let value = value(turn);
        let got = of * value / 1000 / count;
        let id = match value {
            900.. => "note-tone-warm",
            FRIENDLY.. => "note-tone-friendly",
            _ if turn.reading.nonsense => "note-tone-nonsense",
            NEUTRAL.. => "note-tone-flat",
            COLD.. => "note-tone-cold",
            _ => "note-tone-rude",
        };
        let change = if value >= FRIENDLY { got } else { got - of / count };
        let span = if value >= FRIENDLY { turn.span("acknowledge") } else { None };
        judgement.remark(turn.index, change, Text::new(id), span);
    }
}

fn worst(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let Some(worst) = ledger.turns.iter().min_by_key(|t| (value(t), t.index)) else { return };
    let points = WORST * value(worst) / 1000;
    judgement.rule("worst", points, WORST, vec![worst.index]);
    if value(worst) < NEUTRAL {
        judgement.remark(worst.index, points - WORST, Text::new("note-tone-worst"), None);
    }
}

/// The buyer is in a bad mood, or has just shown displeasure.
fn is_upset(turn: &Turn<'_>) -> bool {
    let moody = turn.felt_before.is_some_and(|f| f.mood <= UPSET_MOOD);
    let shown = turn.lines.iter().any(|l| {
        matches!(l.cue, Some(LineCue::Offended | LineCue::Pushed | LineCue::EvadedAgain | LineCue::Waited))
    });
    moody || shown
}

fn is_attentive(turn: &Turn<'_>) -> bool {
    let tenths = turn.reading.labels.tone_tenths;
    !turn.is_rude() && (turn.acknowledges() || turn.has(Family::Controls, "confirm") || tenths >= 45)
}

fn attentive(upset: &[&Turn<'_>], judgement: &mut Judgement) {
    let each = ATTENTIVE / number(upset.len());
    let met = upset.iter().filter(|t| is_attentive(t)).count();
    let passed: Vec<usize> = upset.iter().filter(|t| !is_attentive(t)).map(|t| t.index).collect();
    judgement.rule("attentive", share(met as i64, upset.len() as i64, ATTENTIVE), ATTENTIVE, passed);
    for turn in upset {
        if is_attentive(turn) {
            let span = turn.span("acknowledge").or_else(|| turn.span("apologise")).or_else(|| turn.span("confirm"));
            judgement.remark(turn.index, each, Text::new("note-tone-attentive"), span);
        } else {
            judgement.remark(turn.index, -each, Text::new("note-tone-inattentive"), None);
        }
    }
}

fn faults(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let mut left = FAULTS_AT_MOST;
    for (id, each) in FAULTS {
        let turns: Vec<usize> =
            ledger.turns.iter().filter(|t| t.has(Family::Faults, id)).map(|t| t.index).collect();
        take_off(ledger, &format!("fault-{id}"), id, (each, &mut left), turns, judgement);
    }
    let repeated = ledger.turns.iter().filter(|t| t.repeated.is_some()).map(|t| t.index).collect();
    take_off(ledger, "repeated", "repeated", (REPEATED, &mut left), repeated, judgement);
}

/// Says where the buyer's mood changed a good deal; the points for it are given above.
fn moods(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    for turn in &ledger.turns {
        let (Some(before), Some(after)) = (turn.felt_before, turn.felt_after) else { continue };
        let id = match after.mood.saturating_sub(before.mood) {
            MOOD_CHANGE.. => "note-tone-lifted",
            ..=MOOD_DROP => "note-tone-soured",
            _ => continue,
        };
        judgement.remark(turn.index, 0, Text::new(id), None);
    }
}

/// Takes `each` off for every turn, as long as something is `left` to take.
fn take_off(
    ledger: &Ledger<'_>,
    rule: &str,
    label: &str,
    (each, left): (i32, &mut i32),
    turns: Vec<usize>,
    judgement: &mut Judgement,
) {
    if turns.is_empty() {
        return;
    }
    let mut taken = 0;
    for turn in &turns {
        let now = each.min(*left);
        *left -= now;
        taken += now;
        let span = ledger.turns.get(*turn).and_then(|t| t.span(label));
        judgement.remark(*turn, -now, Text::new(format!("note-{rule}")), span);
    }
    judgement.rule(rule, -taken, 0, turns);
}
