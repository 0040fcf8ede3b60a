//! Product truth: nothing said that the sheet does not carry, and the buyer's questions answered from it.

use crate::analysis::{Family, Grasp};
use crate::engine::Hearing;
use crate::i18n::Text;
use crate::scenario::format::ItemKind;
use crate::score::judgement::share;
use crate::score::{ItemRecord, Judgement, Ledger, Turn};

const TRUE: i32 = 500;
const ANSWERED: i32 = 500;
/// Who tells nothing is not wrong, and half of it is all that this earns.
const TOLD_NOTHING: i32 = TRUE / 2;
/// What each false claim takes off.
const CLAIMS: [(&str, i32); 4] = [("medical", 300), ("contradicts_sheet", 250), ("beyond_sheet", 250), ("absolute", 150)];
const WRONG: i32 = 200;
const SELF_CONTRADICTED: i32 = 120;
const TAKEN_AT_MOST: i32 = 900;
/// Per mille of a question that was answered in part.
const HALF: i64 = 500;

pub fn judge(ledger: &Ledger<'_>) -> Judgement {
    let questions: Vec<&ItemRecord<'_>> = ledger.items.iter().filter(|i| is_question(i)).collect();
    let asked = questions.iter().any(|i| i.raised_before.is_some());
    if ledger.turns.is_empty() {
        return if asked { Judgement::nothing_said() } else { Judgement::none() };
    }
    let questions: Vec<_> = questions.into_iter().filter(|i| i.had_a_chance(ledger) || i.settled().is_some()).collect();
    let spoke = ledger.turns.iter().any(|t| !t.reading.mentions.is_empty() || !t.reading.labels.claims.is_empty());
    if questions.is_empty() && !spoke {
        return Judgement::none();
    }
    let mut judgement = Judgement::default();
    let true_of = if questions.is_empty() { TRUE + ANSWERED } else { TRUE };
    told(ledger, true_of, &mut judgement);
    if !questions.is_empty() {
        answered(ledger, &questions, &mut judgement);
    }
    false_claims(ledger, &mut judgement);
    judgement.sum()
}

fn is_question(item: &ItemRecord<'_>) -> bool {
    item.def.is_some_and(|d| d.kind == ItemKind::Question)
}

fn told(ledger: &Ledger<'_>, of: i32, judgement: &mut Judgement) {
    let tells = |t: &&Turn<'_>| t.reading.mentions.iter().any(|m| m.grasp == Grasp::Told);
    let turns: Vec<usize> = ledger.turns.iter().filter(tells).map(|t| t.index).collect();
    if turns.is_empty() {
        judgement.reasoned("true", TOLD_NOTHING, of, turns, Text::new("reason-truth-nothing-told"));
    } else {
        judgement.rule("true", of, of, turns);
    }
}

fn answered(ledger: &Ledger<'_>, questions: &[&ItemRecord<'_>], judgement: &mut Judgement) {
    let value = |i: &ItemRecord<'_>| match (i.settled(), i.count(Hearing::Half)) {
        (Some(_), _) => i64::from(i.worth()),
        (None, 0) => 0,
        (None, _) => HALF,
    };
    let whole = questions.len() as i64 * 1000;
    let got: i64 = questions.iter().map(|i| value(i)).sum();
    let mut left_open = Vec::new();
    for item in questions {
        let each = share(1000, whole, ANSWERED);
        let ask = Text::new("note-truth-answered");
        if let Some(turn) = item.settled() {
            let span = ledger.turns.get(turn).and_then(answering_span);
            judgement.remark(turn, each, ask, span);
            continue;
        }
        let passed = item.turns(&[Hearing::Evaded, Hearing::Misled, Hearing::Half]).first().copied();
        let Some(turn) = passed.or(item.raised_before).filter(|t| *t < ledger.turns.len()) else { continue };
        left_open.push(turn);
        let lost = share(value(item), 1000, each) - each;
        let id = if value(item) > 0 { "note-truth-half" } else { "note-truth-unanswered" };
        judgement.remark(turn, lost, Text::new(id), None);
    }
    judgement.rule("answered", share(got, whole, ANSWERED), ANSWERED, left_open);
}

fn answering_span(turn: &Turn<'_>) -> Option<(usize, usize)> {
    turn.reading.mentions.iter().find(|m| m.grasp == Grasp::Told).map(|m| (m.start, m.end))
}

/// Takes points off for each label of a claim, for a fact told wrong without one, and for going against
/// what the trainee said before.
fn false_claims(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let mut left = TAKEN_AT_MOST;
    for (id, each) in CLAIMS {
        let found: Vec<_> =
            ledger.turns.iter().filter(|t| t.has(Family::Claims, id)).map(|t| (t.index, t.span(id))).collect();
        take_off(id, each, found, &mut left, judgement);
    }
    let wrong: Vec<_> = ledger
        .turns
        .iter()
        .filter(|t| !t.has(Family::Claims, "contradicts_sheet"))
        .filter_map(|t| {
            let mention = t.reading.mentions.iter().find(|m| m.grasp == Grasp::Wrong)?;
            Some((t.index, Some((mention.start, mention.end))))
        })
        .collect();
    take_off("wrong", WRONG, wrong, &mut left, judgement);
    let against: Vec<_> =
        ledger.turns.iter().filter(|t| !t.contradicted.is_empty()).map(|t| (t.index, None)).collect();
    take_off("self-contradicted", SELF_CONTRADICTED, against, &mut left, judgement);
}

type Found = Vec<(usize, Option<(usize, usize)>)>;

fn take_off(id: &str, each: i32, found: Found, left: &mut i32, judgement: &mut Judgement) {
    if found.is_empty() {
        return;
    }
    let mut taken = 0;
    for (turn, span) in &found {
        let now = each.min(*left);
        *left -= now;
        taken += now;
        judgement.remark(*turn, -now, Text::new(format!("note-truth-{}", id.replace('_', "-"))), *span);
    }
    judgement.rule(&id.replace('_', "-"), -taken, 0, found.into_iter().map(|(turn, _)| turn).collect());
}
