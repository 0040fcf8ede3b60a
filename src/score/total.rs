//! Events → scorecard: judges every dimension that the scenario weighs, and adds up.

use super::critical::{CAP, critical};
use super::dimensions::DIMENSIONS;
use super::{
    DimensionScore, Grade, Judgement, Kpi, Ledger, Lever, Remark, Scorecard, Turn, TurnCard, TurnNote, missed,
};
use crate::engine::Event;
use crate::i18n::Text;
use crate::scenario::Scenario;

/// The scorecard of a session, finished or not, made from its events alone.
pub fn score(scenario: &Scenario, events: &[Event]) -> Scorecard {
    let ledger = Ledger::new(scenario, events);
    let judged: Vec<Judged> = DIMENSIONS
        .iter()
        .filter_map(|d| {
            let weight = *scenario.file.weights.get(d.id)?;
            Some(Judged { id: d.id, weight, judgement: (d.judge)(&ledger) })
        })
        .collect();
    let weights = judged.iter().filter(|j| j.judgement.permille.is_some()).map(|j| i64::from(j.weight)).sum();
    let earned = earned(&judged, weights);
    let errors = critical(&ledger);
    let overall = if errors.is_empty() { earned } else { earned.min(CAP) };
    let mut chances: Vec<_> = judged.iter().flat_map(|j| j.judgement.missed.clone()).collect();
    chances.extend(missed::missed(&ledger));

    let mut turns: Vec<Tally> = ledger.turns.iter().map(|_| Tally::default()).collect();
    for dimension in &judged {
        for remark in &dimension.judgement.remarks {
            if let Some(tally) = turns.get_mut(remark.turn).filter(|_| weights > 0) {
                tally.add(dimension, remark, weights);
            }
        }
    }
    for (nth, error) in errors.iter().enumerate() {
        let cost = if nth == 0 { i64::from(earned - overall) * 10 } else { 0 };
        if let Some(tally) = turns.get_mut(error.turn) {
            tally.add_critical(&error.id, cost);
        }
    }
    let costliest = costliest(&turns);
    Scorecard {
        overall,
        grade: Grade::of(overall),
        outcome: ledger.outcome(),
        goal_met: ledger.goal_met(),
        pass_mark: scenario.file.pass_mark,
        passed: overall >= scenario.file.pass_mark,
        critical: errors,
        dimensions: judged.into_iter().map(Judged::score).collect(),
        turns: ledger.turns.iter().zip(turns).map(|(turn, tally)| card(turn, tally)).collect(),
        missed: chances,
        kpi: kpi(&ledger),
        costliest,
    }
}

/// A dimension with its weight and verdict.
struct Judged {
    id: &'static str,
    weight: u8,
    judgement: Judgement,
}

impl Judged {
    /// Whole points, rounded half up.
    fn points(&self) -> Option<u8> {
        let permille = self.judgement.permille?.clamp(0, 1000);
        u8::try_from((permille + 5) / 10).ok()
    }

    fn score(self) -> DimensionScore {
        let score = self.points();
        DimensionScore { id: self.id.to_owned(), score, weight: self.weight, rules: self.judgement.rules }
    }
}

/// The weighted mean of the dimensions that apply, rounded half up.
fn earned(judged: &[Judged], weights: i64) -> u8 {
    if weights <= 0 {
        return 0;
    }
    let sum: i64 = judged.iter().filter_map(|j| Some(i64::from(j.points()?) * i64::from(j.weight))).sum();
    u8::try_from((2 * sum + weights) / (2 * weights)).unwrap_or(100).min(100)
}

/// The notes of a turn, and what it lost in thousandths of a tenth of a point.
#[derive(Default)]
struct Tally {
    notes: Vec<TurnNote>,
    lost_by_words: i64,
    lost_by_clock: i64,
}

impl Tally {
    fn add(&mut self, dimension: &Judged, remark: &Remark, weights: i64) {
        // 1000 per mille of a dimension that weighs all are 100 points, 1000 tenths.
        let fine = i64::from(remark.permille) * i64::from(dimension.weight) * 1000 / weights;
        match remark.lever {
            _ if fine >= 0 => {}
            Lever::Words => self.lost_by_words -= fine,
            Lever::Clock => self.lost_by_clock -= fine,
        }
        self.notes.push(TurnNote {
            dimension: dimension.id.to_owned(),
            tenths: whole(fine),
            text: remark.text.clone(),
            span: remark.span,
        });
    }

    fn add_critical(&mut self, id: &str, cost: i64) {
        self.lost_by_words += cost * 1000;
        self.notes.push(TurnNote {
            dimension: "critical".to_owned(),
            tenths: whole(-cost * 1000),
            text: Text::new(format!("critical-{id}")),
            span: None,
        });
    }
}

/// Thousandths → whole, rounded half away from zero.
fn whole(thousandths: i64) -> i32 {
    let half = if thousandths < 0 { -500 } else { 500 };
    i32::try_from((thousandths + half) / 1000).unwrap_or(0)
}

/// The turn where other words would have saved most; where no words lost anything, the slowest.
fn costliest(turns: &[Tally]) -> Option<usize> {
    let most = |lost: &dyn Fn(&Tally) -> i64| {
        let losses = turns.iter().map(lost).enumerate().filter(|(_, lost)| *lost > 0);
        losses.max_by_key(|(place, lost)| (*lost, std::cmp::Reverse(*place))).map(|(place, _)| place)
    };
    let by_words = turns.iter().any(|t| t.lost_by_words > 0);
    // Another reply can't take back the wait, though it can come sooner: half.
    if by_words {
        most(&|t| if t.lost_by_words > 0 { t.lost_by_words + t.lost_by_clock / 2 } else { 0 })
    } else {
        most(&|t| t.lost_by_clock)
    }
}

fn card(turn: &Turn<'_>, tally: Tally) -> TurnCard {
    TurnCard {
        index: turn.index,
        at_ms: turn.at_ms,
        latency_ms: turn.latency_ms,
        buyer: turn.buyer_text(),
        reply: turn.text.to_owned(),
        reading: turn.reading.clone(),
        tenths: tally.notes.iter().map(|n| n.tenths).sum(),
        notes: tally.notes,
    }
}

fn kpi(ledger: &Ledger<'_>) -> Kpi {
    let latencies: Vec<u64> = ledger.turns.iter().filter_map(|t| t.latency_ms).collect();
    let count = latencies.len() as u128;
    let sum: u128 = latencies.iter().map(|l| u128::from(*l)).sum();
    let ratio = ledger.turns.len() * 100 / ledger.buyer_messages.max(1);
    Kpi {
        first_response_ms: latencies.first().copied(),
        average_response_ms: sum.checked_div(count).and_then(|ms| u64::try_from(ms).ok()),
        handle_time_ms: ledger.end_ms,
        reply_ratio: u32::try_from(ratio).unwrap_or(u32::MAX),
    }
}
