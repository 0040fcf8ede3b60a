//! Response time: the first reply, the others, whether the buyer had to nudge, and the time of the whole talk.
//!
//! Waiting is what remains of a latency after fair reading and typing time. So a reply written faster than
//! anybody types earns no more than a prompt one, and one that says nothing earns nothing by being quick.

use crate::engine::Outcome;
use crate::i18n::Text;
use crate::score::judgement::{Lever, Remark, band, number};
use crate::score::{Judgement, Ledger, Turn};

const FIRST: i32 = 300;
const AVERAGE: i32 = 400;
const PATIENCE: i32 = 150;
const HANDLE: i32 = 150;
/// What a prompt reply is worth, per mille, that leaves what was asked unanswered.
const BESIDE: i32 = 300;
/// Taken off `PATIENCE` for each time the buyer had to ask whether anyone is there.
const NUDGE: i32 = 50;
/// A reply longer than this many chars, or than the buyer likes to read, is allowed no more typing time.
const LONGEST: u32 = 120;

pub fn judge(ledger: &Ledger<'_>) -> Judgement {
    if ledger.turns.is_empty() {
        return Judgement::nothing_said();
    }
    let timed: Vec<Timed<'_, '_>> = ledger.turns.iter().filter_map(|t| Timed::of(ledger, t)).collect();
    let Some((first, rest)) = timed.split_first() else { return Judgement::none() };
    let mut judgement = Judgement::default();
    let bands = &ledger.scenario.file.bands;
    let first_of = if rest.is_empty() { FIRST + AVERAGE } else { FIRST };
    let points = first.value(bands.first_full_ms, bands.first_none_ms) * first_of / 1000;
    judgement.rule("first", points, first_of, vec![first.turn.index]);
    first.remark(points, first_of, &mut judgement);
    if !rest.is_empty() {
        average(ledger, rest, &mut judgement);
    }
    patience(ledger, &mut judgement);
    handle(ledger, &mut judgement);
    judgement.sum()
}

/// A reply with the time that the buyer waited beyond what reading and typing fairly take.
struct Timed<'b, 'a> {
    turn: &'b Turn<'a>,
    latency_ms: u64,
    waited_ms: u64,
    /// Per mille that the reply's content is worth: speed alone earns nothing.
    substance: i32,
}

impl<'b, 'a> Timed<'b, 'a> {
    fn of(ledger: &Ledger<'a>, turn: &'b Turn<'a>) -> Option<Self> {
        let latency_ms = turn.latency_ms?;
        let bands = &ledger.scenario.file.bands;
        let read: u64 = turn.lines.iter().map(|l| l.text.chars().count() as u64).sum();
        let liked = u64::from(ledger.scenario.persona.temper.long_reply.clamp(40, LONGEST));
        let typed = (turn.text.chars().count() as u64).min(liked);
        let fair = bands.reading_ms.saturating_mul(read).saturating_add(bands.typing_ms.saturating_mul(typed));
        let beside = turn.passes_by() || turn.is_stuffed();
        let substance = match (turn.is_empty_handed() || turn.closes_past(), beside) {
            (true, _) => 0,
            (false, true) => BESIDE,
            (false, false) => 1000,
        };
        Some(Self { turn, latency_ms, waited_ms: latency_ms.saturating_sub(fair), substance })
    }

    fn value(&self, full_ms: u64, none_ms: u64) -> i32 {
        band(self.waited_ms, full_ms, none_ms, self.substance)
    }

    /// Gain for a prompt reply, loss for what waiting or emptiness cost.
    fn remark(&self, points: i32, of: i32, judgement: &mut Judgement) {
        let seconds = |ms: u64| i64::try_from(ms / 1000).unwrap_or(i64::MAX);
        let (id, lever) = match self.substance {
            0 => ("note-response-empty", Lever::Words),
            BESIDE => ("note-response-beside", Lever::Words),
            _ if points >= of * 9 / 10 => ("note-response-prompt", Lever::Clock),
            _ => ("note-response-slow", Lever::Clock),
        };
        let change = if points >= of * 9 / 10 { points } else { points - of };
        let text = Text::new(id)
            .with("seconds", seconds(self.latency_ms))
            .with("waited", seconds(self.waited_ms.saturating_add(999)));
        judgement.remarks.push(Remark { turn: self.turn.index, permille: change, text, span: None, lever });
    }
}

fn average(ledger: &Ledger<'_>, rest: &[Timed<'_, '_>], judgement: &mut Judgement) {
    let bands = &ledger.scenario.file.bands;
    let count = number(rest.len());
    let value = |t: &Timed<'_, '_>| t.value(bands.average_full_ms, bands.average_none_ms);
    let sum: i64 = rest.iter().map(|t| i64::from(value(t))).sum();
    let mean = i32::try_from(sum / i64::from(count)).unwrap_or(0);
    let slow = rest.iter().filter(|t| value(t) < 900).map(|t| t.turn.index).collect();
    judgement.rule("average", AVERAGE * mean / 1000, AVERAGE, slow);
    for timed in rest {
        timed.remark(AVERAGE * value(timed) / 1000 / count, AVERAGE / count, judgement);
    }
}

fn patience(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let count = number(ledger.nudges.len());
    let points = (PATIENCE - NUDGE.saturating_mul(count)).max(0);
    // A nudge after the last reply belongs to no turn.
    let turns: Vec<usize> = ledger.nudges.iter().copied().filter(|t| *t < ledger.turns.len()).collect();
    for turn in &turns {
        let text = Text::new("note-response-nudged");
        judgement.remarks.push(Remark { turn: *turn, permille: -NUDGE, text, span: None, lever: Lever::Clock });
    }
    judgement.rule("patience", points, PATIENCE, turns);
}

fn handle(ledger: &Ledger<'_>, judgement: &mut Judgement) {
    let time = &ledger.scenario.file.handle_time;
    let minutes = i64::try_from(ledger.end_ms / 60_000).unwrap_or(i64::MAX);
    // A talk that broke off was not handled, however short it was.
    let broken = matches!(ledger.outcome(), Some(Outcome::Left | Outcome::Lost | Outcome::Quit));
    if broken {
        judgement.reasoned("handle", 0, HANDLE, Vec::new(), Text::new("reason-handle-broken"));
        return;
    }
    let points = band(ledger.end_ms, time.full_ms, time.none_ms, HANDLE);
    judgement.reasoned("handle", points, HANDLE, Vec::new(), Text::new("reason-handle").with("minutes", minutes));
}
