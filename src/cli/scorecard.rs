//! A scorecard as the contract's JSON and as lines for a terminal; shared by `score` and `play`.

use serde_json::{Map, Number, Value, json};
use unicode_width::UnicodeWidthStr;

use super::{Failure, Output};
use crate::analysis::{Family, Reading};
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::score::debrief::practise;
use crate::score::{DimensionScore, RuleScore, Scorecard, TurnCard, TurnNote};

/// Columns of a terminal that dimension names are padded to.
const NAME_WIDTH: usize = 16;
/// Rules below full that are named under a dimension.
const RULES_SHOWN: usize = 4;

/// The object that `huashu score --json` prints. Points of rules are points of 100 of their dimension, with
/// one decimal at most. Only texts (`notes`, `missed`, `text`) are in the language given.
pub fn json(scenario: &Scenario, card: &Scorecard, locale: Locale) -> Value {
    let dimensions: Map<String, Value> =
        card.dimensions.iter().map(|d| (d.id.clone(), dimension_json(d, locale))).collect();
    let kpi = &card.kpi;
    let entries = [
        ("overall", json!(card.overall)),
        ("grade", json!(card.grade.id())),
        ("outcome", json!(card.outcome.map(|o| o.id()))),
        ("goal_met", json!(card.goal_met)),
        ("pass_mark", json!(card.pass_mark)),
        ("passed", json!(card.passed)),
        ("critical", card.critical.iter().map(|c| critical_json(&c.id, c.turn, locale)).collect()),
        ("dimensions", Value::Object(dimensions)),
        ("turns", card.turns.iter().map(|t| turn_json(t, locale)).collect()),
        ("missed", card.missed.iter().map(|m| json!({"text": locale.render(&m.text), "example": m.example})).collect()),
        (
            "kpi",
            json!({
                "first_response_ms": kpi.first_response_ms,
                "average_response_ms": kpi.average_response_ms,
                "handle_time_ms": kpi.handle_time_ms,
                "reply_ratio": kpi.reply_ratio,
            }),
        ),
        ("costliest", json!(card.costliest)),
        ("practise", json!(locale.render(&practise(scenario, card)))),
    ];
    Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn critical_json(id: &str, turn: usize, locale: Locale) -> Value {
    json!({"id": id, "turn": turn, "text": locale.tr(&format!("critical-{id}"))})
}

fn dimension_json(dimension: &DimensionScore, locale: Locale) -> Value {
    let rule = |r: &RuleScore| {
        json!({
            "id": r.id,
            "points": tenths(r.points),
            "of": tenths(r.of),
            "turns": r.turns,
            "text": r.title(&dimension.id, locale),
        })
    };
    let rules: Vec<Value> = dimension.rules.iter().map(rule).collect();
    json!({"score": dimension.score, "weight": dimension.weight, "rules": rules})
}

fn turn_json(turn: &TurnCard, locale: Locale) -> Value {
    let remark = |n: &TurnNote| {
        json!({
            "dimension": n.dimension,
            "points": tenths(n.tenths),
            "text": locale.render(&n.text),
            "start": n.span.map(|s| s.0),
            "end": n.span.map(|s| s.1),
        })
    };
    json!({
        "index": turn.index,
        "at_ms": turn.at_ms,
        "latency_ms": turn.latency_ms,
        "buyer": turn.buyer,
        "reply": turn.reply,
        "labels": labels_json(&turn.reading),
        "points": tenths(turn.tenths),
        "notes": turn.notes.iter().map(|n| note(n, locale)).collect::<Vec<_>>(),
        "remarks": turn.notes.iter().map(remark).collect::<Vec<_>>(),
    })
}

/// Labels in the keys and the order in which `huashu analyze` prints them.
fn labels_json(reading: &Reading) -> Value {
    let labels = &reading.labels;
    let family = |f: Family| (f.id().to_owned(), json!(labels.family(f)));
    let before = [Family::Closes, Family::Steps, Family::Controls, Family::Moves].map(family);
    let tone = ("tone".to_owned(), tenths(i32::from(labels.tone_tenths)));
    let after = [Family::Faults, Family::Claims].map(family);
    let evidence = ("evidence".to_owned(), json!(reading.evidence));
    Value::Object(before.into_iter().chain([tone]).chain(after).chain([evidence]).collect())
}

/// Tenths as a number: 38 → 3.8, 40 → 4.0.
fn tenths(tenths: i32) -> Value {
    Number::from_f64(f64::from(tenths) / 10.0).map_or(Value::Null, Value::Number)
}

/// "语气 +2.1 礼貌友好".
fn note(note: &TurnNote, locale: Locale) -> String {
    let dimension = locale.tr(&format!("dimension-{}", note.dimension));
    let text = locale.render(&note.text);
    if note.tenths == 0 { format!("{dimension} {text}") } else { format!("{dimension} {} {text}", signed(note.tenths)) }
}

/// "+9", "−4.5".
fn signed(tenths: i32) -> String {
    let sign = if tenths < 0 { "−" } else { "+" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// Prints the scorecard for a person.
///
/// # Errors
/// Where it can't be written.
pub fn print(scenario: &Scenario, card: &Scorecard, out: &mut Output<'_>) -> Result<(), Failure> {
    for line in lines(scenario, card, out.locale) {
        out.line(&line)?;
    }
    Ok(())
}

/// The scorecard as lines for a person.
pub fn lines(scenario: &Scenario, card: &Scorecard, locale: Locale) -> Vec<String> {
    let mut lines = vec![head(card, locale)];
    for critical in &card.critical {
        let text = Text::new("scorecard-critical").with("turn", turn_number(critical.turn));
        lines.push(locale.render(&text.with("what", Text::new(format!("critical-{}", critical.id)))));
    }
    lines.push(String::new());
    for dimension in &card.dimensions {
        dimension_lines(dimension, locale, &mut lines);
    }
    lines.push(String::new());
    lines.push(kpi_line(card, locale));
    for turn in &card.turns {
        lines.push(String::new());
        turn_lines(card, turn, locale, &mut lines);
    }
    if !card.missed.is_empty() {
        lines.push(String::new());
        lines.push(locale.tr("scorecard-missed"));
        for missed in &card.missed {
            lines.push(format!("  · {}", locale.render(&missed.text)));
            if let Some(example) = &missed.example {
                let text = Text::new("scorecard-example").with("example", example.as_str());
                lines.push(format!("    {}", locale.render(&text)));
            }
        }
    }
    lines.push(String::new());
    lines.push(locale.tr("scorecard-practise"));
    lines.push(format!("  {}", locale.render(&practise(scenario, card))));
    lines
}

fn head(card: &Scorecard, locale: Locale) -> String {
    let outcome = card.outcome.map_or("open", |o| o.id());
    let text = Text::new("scorecard-head")
        .with("seal", Text::new(format!("seal-{}", card.grade.id())))
        .with("overall", i64::from(card.overall))
        .with("grade", Text::new(format!("grade-{}", card.grade.id())))
        .with("outcome", Text::new(format!("outcome-{outcome}")));
    let passed = if card.passed { "scorecard-passed" } else { "scorecard-failed" };
    let mark = Text::new(passed).with("mark", i64::from(card.pass_mark));
    format!("{} · {}", locale.render(&text), locale.render(&mark))
}

fn dimension_lines(dimension: &DimensionScore, locale: Locale, lines: &mut Vec<String>) {
    let name = locale.tr(&format!("dimension-{}", dimension.id));
    let gap = " ".repeat(NAME_WIDTH.saturating_sub(name.width()));
    let weight = locale.render(&Text::new("scorecard-weight").with("weight", i64::from(dimension.weight)));
    let score = match dimension.score {
        Some(score) => format!("{score:>3}"),
        None => locale.tr("scorecard-not-applicable"),
    };
    lines.push(format!("{name}{gap}{score}  {weight}"));
    let mut short: Vec<&RuleScore> =
        dimension.rules.iter().filter(|r| r.points < 0 || (r.of > 0 && r.points < r.of) || r.of == 0).collect();
    short.sort_by_key(|r| r.points - r.of);
    for rule in short.into_iter().take(RULES_SHOWN) {
        let got = signed(rule.points);
        let points = if rule.of > 0 { format!("{} / {}", plain(rule.points), plain(rule.of)) } else { got };
        lines.push(format!("    {points}  {}", rule.title(&dimension.id, locale)));
    }
}

fn plain(tenths: i32) -> String {
    signed(tenths).trim_start_matches('+').to_owned()
}

fn kpi_line(card: &Scorecard, locale: Locale) -> String {
    let seconds = |ms: Option<u64>| match ms {
        Some(ms) => (ms / 1000).to_string(),
        None => locale.tr("scorecard-none"),
    };
    locale.render(
        &Text::new("scorecard-kpi")
            .with("first", seconds(card.kpi.first_response_ms))
            .with("average", seconds(card.kpi.average_response_ms))
            .with("handle", seconds(Some(card.kpi.handle_time_ms)))
            .with("ratio", i64::from(card.kpi.reply_ratio)),
    )
}

fn turn_lines(card: &Scorecard, turn: &TurnCard, locale: Locale, lines: &mut Vec<String>) {
    let text = Text::new("scorecard-turn").with("turn", turn_number(turn.index)).with("points", signed(turn.tenths));
    let mark = if card.costliest == Some(turn.index) {
        format!(" · {}", locale.tr("scorecard-costliest"))
    } else {
        String::new()
    };
    lines.push(format!("{}{mark}", locale.render(&text)));
    for line in turn.buyer.lines() {
        lines.push(format!("  < {line}"));
    }
    for line in turn.reply.lines() {
        lines.push(format!("  > {line}"));
    }
    for one in &turn.notes {
        lines.push(format!("    {}", note(one, locale)));
    }
}

/// Turns are counted from one for people.
fn turn_number(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1)
}
