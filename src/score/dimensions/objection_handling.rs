//! Objection handling: what became of every objection, provocation and demand, whether the feeling was met
//! first, and whether the real matter behind a pretext was asked for.

use crate::analysis::Family;
use crate::engine::{Hearing, Outcome};
use crate::i18n::Text;
use crate::scenario::format::ItemKind;
use crate::score::judgement::{number, share};
use crate::score::{ItemRecord, Judgement, Ledger, Turn};

const RESOLVED: i32 = 600;
const ACKNOWLEDGED: i32 = 200;
const PROBED: i32 = 200;
const HALF: i32 = 500;
const SOOTHED: i32 = 350;
/// Off an item's worth for each reply that passed it by before it was settled.
const EVADED: i32 = 120;
/// What an item that was settled at last is worth at least.
const SETTLED_AT_LEAST: i32 = 500;
const REFUTED: i32 = 60;
const REFUTED_AT_MOST: i32 = 180;
/// Off where the buyer had enough and walked out.
const WALKED_OUT: i32 = 200;
const MISLED: i32 = 80;
const MISLED_AT_MOST: i32 = 240;

pub fn judge(ledger: &Ledger<'_>) -> Judgement {
    let items: Vec<&ItemRecord<'_>> = ledger.items.iter().filter(|i| is_judged(i) && i.raised_before.is_some()).collect();
    if items.is_empty() {
        return Judgement::none();
    }
    if ledger.turns.is_empty() {
        return Judgement::nothing_said();
    }
    let items: Vec<_> = items.into_iter().filter(|i| i.had_a_chance(ledger)).collect();
    if items.is_empty() {
        return Judgement::none();
    }
    let mut judgement = Judgement::default();
    let objections = items.iter().any(|i| i.def.is_some_and(|d| d.kind.is_objection()));
    let asks_for_truth = objections && ledger.truth.is_some();
    let resolved_of = RESOLVED + if asks_for_truth { 0 } else { PROBED };
    resolved(ledger, &items, resolved_of, &mut judgement);
    acknowledged(ledger, &items, &mut judgement);
    if asks_for_truth {
        probed(ledger, &mut judgement);
    }
    refuted(ledger, &items, &mut judgement);
    let misled: Vec<usize> = items.iter().flat_map(|i| i.turns(&[Hearing::Misled])).collect();
    judgement.deduct("misled", MISLED, misled, MISLED_AT_MOST);
    if ledger.outcome() == Some(Outcome::Left) {
        judgement.rule("walked-out", -WALKED_OUT, 0, Vec::new());
    }
    judgement.sum()
}

fn is_judged(item: &ItemRecord<'_>) -> bool {
    item.def.is_some_and(|d| d.kind.is_objection() || matches!(d.kind, ItemKind::Provocation | ItemKind::Demand))
}

/// What blocks the goal counts twice.
fn weight(item: &ItemRecord<'_>) -> i32 {
    if item.def.is_some_and(|d| d.blocks) { 2 } else { 1 }
}

/// Per mille of the item.
fn value(item: &ItemRecord<'_>) -> i32 {
    if item.settled().is_some() {
        let before = EVADED.saturating_mul(number(item.count(Hearing::Evaded)));
        return (item.worth() - before).max(SETTLED_AT_LEAST);
    }
    let best = if item.count(Hearing::Half) > 0 {
        HALF
    } else if item.count(Hearing::Soothed) > 0 {
        SOOTHED
    } else {
        0
    };
    if item.dropped() { best / 2 } else { best }
}

fn resolved(ledger: &Ledger<'_>, items: &[&ItemRecord<'_>], of: i32, judgement: &mut Judgement) {
    let whole: i32 = items.iter().map(|i| weight(i)).sum();
    let got: i64 = items.iter().map(|i| i64::from(value(i) * weight(i))).sum();
    let unsettled: Vec<usize> =
        items.iter().filter(|i| i.settled().is_none()).filter_map(|i| charged_turn(ledger, i)).collect();
    judgement.rule("resolved", share(got, i64::from(whole) * 1000, of), of, unsettled);
    for item in items {
        let of = of * weight(item) / whole;
        let got = of * value(item) / 1000;
        let name = |id: &str| Text::new(id).with("matter", matter(item));
        if let Some(turn) = item.settled() {
            judgement.remark(turn, got, name("note-objection-settled"), settling_span(ledger, turn));
        } else if got > 0 {
            let turn = item.turns(&[Hearing::Half, Hearing::Soothed]).last().copied();
            let id = if value(item) >= HALF { "note-objection-half" } else { "note-objection-soothed" };
            judgement.remark(turn.unwrap_or(0), got, name(id), None);
        }
        if let Some(turn) = charged_turn(ledger, item).filter(|_| got < of) {
            let id = if item.count(Hearing::Misled) > 0 { "note-objection-misled" } else { "note-objection-open" };
            judgement.remark(turn, got - of, name(id), None);
        }
    }
}

/// The turn whose reply could have settled it: the first that passed it by, else the first that could.
fn charged_turn(ledger: &Ledger<'_>, item: &ItemRecord<'_>) -> Option<usize> {
    let passed_by = item.turns(&[Hearing::Misled, Hearing::Evaded]).first().copied();
    passed_by.or(item.raised_before).filter(|t| *t < ledger.turns.len())
}

fn settling_span(ledger: &Ledger<'_>, turn: usize) -> Option<(usize, usize)> {
    let turn = ledger.turns.get(turn)?;
    ["evidence", "offer", "boundary", "acknowledge"].iter().find_map(|label| turn.span(label))
}

/// The matter by its kind: price, goods….
fn matter(item: &ItemRecord<'_>) -> Text {
    Text::new(match item.def.map(|d| d.kind) {
        Some(ItemKind::Need) => "matter-need",
        Some(ItemKind::Means) => "matter-means",
        Some(ItemKind::Authority) => "matter-authority",
        Some(ItemKind::Price) => "matter-price",
        Some(ItemKind::Goods) => "matter-goods",
        Some(ItemKind::Service) => "matter-service",
        Some(ItemKind::Time) => "matter-time",
        Some(ItemKind::Provocation) => "matter-provocation",
        Some(ItemKind::Demand) => "matter-demand",
        Some(ItemKind::Digression) => "matter-digression",
        Some(ItemKind::Question) | None => "matter-question",
    })
}

/// The first reply after it was raised.
fn first_answer<'l, 'a>(ledger: &'l Ledger<'a>, item: &ItemRecord<'a>) -> Option<&'l Turn<'a>> {
    ledger.turns.get(item.raised_before?)
}

/// Accepts the feeling; for what provokes or demands, calm is enough, or a polite no.
fn meets_feeling(turn: &Turn<'_>, item: &ItemRecord<'_>) -> bool {
    let objection = item.def.is_some_and(|d| d.kind.is_objection());
    let calm = turn.reading.labels.tone_tenths >= 35 && turn.reading.labels.faults.is_empty();
    !turn.is_rude() && (turn.acknowledges() || (!objection && (calm || turn.has(Family::Moves, "boundary"))))
}

fn acknowledged(ledger: &Ledger<'_>, items: &[&ItemRecord<'_>], judgement: &mut Judgement) {
    let count = number(items.len()).max(1);
    let mut met = 0;
    let mut passed = Vec::new();
    for item in items {
        let Some(turn) = first_answer(ledger, item) else { continue };
        if meets_feeling(turn, item) {
            met += 1;
            let span = turn.span("acknowledge").or_else(|| turn.span("apologise"));
            judgement.remark(turn.index, ACKNOWLEDGED / count, Text::new("note-objection-acknowledged"), span);
        } else {
            passed.push(turn.index);
            judgement.remark(turn.index, -ACKNOWLEDGED / count, Text::new("note-objection-unacknowledged"), None);
        }
    }
    judgement.rule("acknowledged", share(met, i64::from(count), ACKNOWLEDGED), ACKNOWLEDGED, passed);
}

/// The truth came out: full. It was asked for, or the goal was reached without: half.
fn probed(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    for turn in ledger.turns.iter().filter(|t| t.truth_known && !t.need_hits.is_empty()) {
        let mention = turn.reading.mentions.iter().find(|m| turn.need_hits.contains(&m.subject.as_str()));
        judgement.remark(turn.index, 0, Text::new("note-objection-need"), mention.map(|m| (m.start, m.end)));
    }
    if let Some(turn) = ledger.truth_told {
        judgement.reasoned("probed", PROBED, PROBED, vec![turn], Text::new("reason-probe-told"));
        let span = ledger.turns.get(turn).and_then(|t| {
            t.span("probe").or_else(|| t.span("ask")).or_else(|| t.reading.asks.first().map(|a| (a.start, a.end)))
        });
        judgement.remark(turn, PROBED, Text::new("note-objection-probed"), span);
        return;
    }
    let reveal = ledger.truth.map(|t| t.reveal.as_slice()).unwrap_or_default();
    let asks = |t: &Turn<'_>| t.has(Family::Moves, "probe") || reveal.iter().any(|topic| asks_topic(t, topic));
    let asked: Vec<usize> = ledger.turns.iter().filter(|t| !t.is_rude() && asks(t)).map(|t| t.index).collect();
    if !asked.is_empty() || ledger.goal_met() {
        judgement.reasoned("probed", PROBED / 2, PROBED, asked, Text::new("reason-probe-tried"));
        return;
    }
    judgement.reasoned("probed", 0, PROBED, Vec::new(), Text::new("reason-probe-none"));
    if let Some(turn) = ledger.turns.iter().find(|t| t.objection_raised) {
        judgement.remark(turn.index, -PROBED, Text::new("note-objection-unprobed"), None);
    }
}

fn asks_topic(turn: &Turn<'_>, topic: &str) -> bool {
    turn.reading.asks_about(topic.strip_prefix("topic:").unwrap_or(topic))
}

/// Contradicting at once, with neither understanding nor a fact.
fn refuted(ledger: &Ledger<'_>, items: &[&ItemRecord<'_>], judgement: &mut Judgement) {
    let cold = |t: &&Turn<'_>| {
        t.has(Family::Moves, "refute") && !t.acknowledges() && !t.has(Family::Moves, "evidence")
    };
    let open = |t: &&Turn<'_>| items.iter().any(|i| t.open.contains(&i.id));
    let turns: Vec<usize> = ledger.turns.iter().filter(open).filter(cold).map(|t| t.index).collect();
    for (nth, turn) in turns.iter().enumerate() {
        let left = (REFUTED_AT_MOST - REFUTED.saturating_mul(number(nth))).clamp(0, REFUTED);
        let span = ledger.turns.get(*turn).and_then(|t| t.span("refute"));
        judgement.remark(*turn, -left, Text::new("note-objection-refuted"), span);
    }
    judgement.deduct("refuted", REFUTED, turns, REFUTED_AT_MOST);
}
