//! What came of the talk, and why.

use super::words;
use crate::engine::Event;
use crate::game::theme::Tint;
use crate::game::theme::widgets::marked::Mark;
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::score::{DimensionScore, Grade, Scorecard, TurnCard, debrief};

/// Everything on the debrief.
#[derive(Clone, Debug)]
pub struct DebriefView {
    pub locale: Locale,
    /// "急性客户的砍价 · 林小姐".
    pub title: String,
    pub grade: Grade,
    pub overall: u8,
    pub outcome: String,
    pub goal_met: bool,
    pub passed: bool,
    pub pass_mark: u8,
    pub critical: Vec<String>,
    pub dimensions: Vec<DimensionView>,
    pub curve: Vec<CurvePoint>,
    /// What to practise next.
    pub advice: String,
    /// What loses this kind of buyer.
    pub loses: String,
    /// What was really the matter.
    pub truth: Option<String>,
    /// The trainee found it out.
    pub truth_found: bool,
    pub turns: Vec<TurnView>,
    pub missed: Vec<(String, Option<String>)>,
    /// Names and figures of the service floor.
    pub kpi: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub struct DimensionView {
    pub id: String,
    pub name: String,
    pub tint: Tint,
    pub weight: u8,
    /// None where it did not apply.
    pub score: Option<u8>,
    pub rules: Vec<RuleView>,
}

#[derive(Clone, Debug)]
pub struct RuleView {
    pub name: String,
    pub reason: Option<String>,
    /// "12 / 20"; deductions "−8".
    pub points: String,
    pub full: bool,
    pub turns: Vec<usize>,
}

/// Mood and patience after something happened, both 0–1.
#[derive(Clone, Copy, Debug)]
pub struct CurvePoint {
    /// The reply that was last by then, 0-based.
    pub turn: Option<usize>,
    pub mood: f32,
    pub patience: f32,
}

#[derive(Clone, Debug)]
pub struct TurnView {
    /// 0-based.
    pub index: usize,
    /// "第 2 轮 · 24 秒 · +0.6".
    pub head: String,
    pub buyer: Vec<String>,
    /// True where the buyer's lines before it hold the buying signal.
    pub signal: bool,
    pub reply: String,
    pub marks: Vec<Mark>,
    pub labels: Vec<(String, Tint)>,
    pub notes: Vec<NoteView>,
    /// What could have been said.
    pub suggestion: Option<String>,
    pub costliest: bool,
}

#[derive(Clone, Debug)]
pub struct NoteView {
    /// "成交 +1.2".
    pub head: String,
    pub tint: Tint,
    pub text: String,
}

impl DebriefView {
    pub fn of(locale: Locale, scenario: &Scenario, events: &[Event], card: &Scorecard) -> Self {
        let file = &scenario.file;
        let signals = signal_turns(events);
        let words = debrief(scenario, events, card);
        let outcome = card.outcome.map(|o| words::outcome(locale, o)).unwrap_or_default();
        let suggestion = |turn: usize| words.suggestions.iter().find(|(t, _)| *t == turn).map(|(_, s)| s.clone());
        let mut dimensions: Vec<DimensionView> = card.dimensions.iter().map(|d| dimension(locale, d)).collect();
        dimensions.retain(|d| d.weight > 0);
        Self {
            locale,
            title: format!("{} · {}", file.title, file.customer.name),
            grade: card.grade,
            overall: card.overall,
            outcome,
            goal_met: card.goal_met,
            passed: card.passed,
            pass_mark: card.pass_mark,
            critical: card.critical.iter().map(|c| critical(locale, &c.id, c.turn)).collect(),
            advice: locale.render(&words.practise),
            loses: words.loses.clone(),
            dimensions,
            curve: curve(events),
            truth: words.truth.clone(),
            truth_found: words.truth_found,
            turns: card.turns.iter().map(|t| turn(locale, t, &signals, card.costliest, suggestion(t.index))).collect(),
            missed: card.missed.iter().map(|m| (locale.render(&m.text), m.example.clone())).collect(),
            kpi: kpi(locale, card),
        }
    }
}

fn turn_text(id: &str, turn: usize) -> Text {
    Text::new(id).with("n", i64::try_from(turn + 1).unwrap_or(i64::MAX))
}

fn critical(locale: Locale, id: &str, turn: usize) -> String {
    let text = turn_text("game-critical-at", turn).with("what", words::critical(locale, id));
    locale.render(&text)
}

fn dimension(locale: Locale, score: &DimensionScore) -> DimensionView {
    let rules = score.rules.iter().map(|rule| RuleView {
        name: rule.title(&score.id, locale),
        reason: rule.reason.as_ref().map(|r| locale.render(r)).filter(|r| *r != rule.title(&score.id, locale)),
        points: if rule.of > 0 {
            format!("{} / {}", per_cent(rule.points), per_cent(rule.of))
        } else {
            per_cent(rule.points)
        },
        full: rule.points >= rule.of,
        turns: rule.turns.clone(),
    });
    DimensionView {
        id: score.id.clone(),
        name: words::dimension(locale, &score.id),
        tint: words::dimension_tint(&score.id),
        weight: score.weight,
        score: score.score,
        rules: rules.collect(),
    }
}

/// Per mille as points of a hundred: "12", "12.5".
fn per_cent(per_mille: i32) -> String {
    let sign = if per_mille < 0 { "−" } else { "" };
    let (whole, part) = (per_mille.unsigned_abs() / 10, per_mille.unsigned_abs() % 10);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

fn turn(
    locale: Locale,
    card: &TurnCard,
    signals: &[usize],
    costliest: Option<usize>,
    suggestion: Option<String>,
) -> TurnView {
    let mut head = vec![locale.render(&turn_text("game-turn", card.index))];
    head.extend(card.latency_ms.map(|ms| words::duration(locale, ms)));
    head.push(words::tenths(card.tenths));
    let mut marks: Vec<(i32, Mark)> = Vec::new();
    for note in &card.notes {
        if let Some((start, end)) = note.span.filter(|(start, end)| start < end) {
            marks.push((note.tenths, Mark { start, end, tint: words::dimension_tint(&note.dimension) }));
        }
    }
    // Shorter marks lie on top of longer ones; of equal ones the one that counts for more.
    marks.sort_by_key(|(tenths, m)| (m.end - m.start, std::cmp::Reverse(tenths.abs())));
    let notes = notes(locale, card);
    TurnView {
        index: card.index,
        head: head.join(" · "),
        buyer: card.buyer.lines().map(str::to_owned).collect(),
        signal: signals.contains(&card.index),
        reply: card.reply.clone(),
        marks: marks.into_iter().map(|(_, m)| m).collect(),
        labels: words::labels(locale, &card.reading.labels),
        notes,
        costliest: costliest == Some(card.index),
        suggestion: suggestion.filter(|_| card.tenths < 0 || costliest == Some(card.index)),
    }
}

/// The remarks on a turn, those of one dimension that gain (or lose) in one line.
fn notes(locale: Locale, card: &TurnCard) -> Vec<NoteView> {
    let mut lines: Vec<(&str, i32, Vec<String>)> = Vec::new();
    for note in &card.notes {
        let text = locale.render(&note.text);
        let same =
            |line: &&mut (&str, i32, Vec<String>)| line.0 == note.dimension && line.1.signum() == note.tenths.signum();
        match lines.iter_mut().find(same) {
            Some((_, tenths, texts)) => {
                *tenths += note.tenths;
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            None => lines.push((&note.dimension, note.tenths, vec![text])),
        }
    }
    let view = |(id, tenths, texts): (&str, i32, Vec<String>)| {
        let name = words::dimension(locale, id);
        let head = if tenths == 0 { name } else { format!("{name} {}", words::tenths(tenths)) };
        let stop = |text: &String| text.trim_end_matches('。').to_owned();
        let text = texts.iter().map(stop).collect::<Vec<_>>().join(&locale.tr("game-list-stop"));
        NoteView { head, tint: words::dimension_tint(id), text }
    };
    lines.into_iter().map(view).collect()
}

/// The turns that answer a line with a buying signal.
fn signal_turns(events: &[Event]) -> Vec<usize> {
    let mut given = false;
    let mut turns = Vec::new();
    for event in events {
        match event {
            Event::SignalGiven { .. } => given = true,
            Event::TraineeSaid { turn, .. } if given => {
                turns.push(*turn);
                given = false;
            }
            _ => {}
        }
    }
    turns
}

fn curve(events: &[Event]) -> Vec<CurvePoint> {
    let mut turn = None;
    let mut points = Vec::new();
    for event in events {
        match event {
            Event::TraineeSaid { turn: at, .. } => turn = Some(*at),
            Event::Felt { mood, patience, .. } => points.push(CurvePoint {
                turn,
                mood: (*mood as f32 + 1000.0) / 2000.0,
                patience: *patience as f32 / 1000.0,
            }),
            _ => {}
        }
    }
    points
}

fn kpi(locale: Locale, card: &Scorecard) -> Vec<(String, String)> {
    let time = |ms: Option<u64>| ms.map_or_else(|| "—".to_owned(), |ms| words::duration(locale, ms));
    vec![
        (locale.tr("game-first-response"), time(card.kpi.first_response_ms)),
        (locale.tr("game-average-response"), time(card.kpi.average_response_ms)),
        (locale.tr("game-handle-time"), time(Some(card.kpi.handle_time_ms))),
        (locale.tr("game-reply-ratio"), format!("{}%", card.kpi.reply_ratio)),
    ]
}
