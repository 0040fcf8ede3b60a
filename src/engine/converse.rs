//! One exchange while the talk is on: what the reply did, how it felt, what the buyer says to it.

use super::asked::{admits_ignorance, asks_anything, asks_to_decide, ends_asking, only_asks};
use super::confide::answers_and_truth;
use super::event::{Event, Hearing, Outcome};
use super::feel::{Feelings, NEED, TRUST, VALUE, new_subjects};
use super::hear::hearing;
use super::lines::line_key;
use super::speak::{Part, cue_part, own_part};
use super::state::{Phase, State};
use super::step::Step;
use super::{clock, close, respond, rng, speak};
use crate::analysis::{Family, Grasp, Reading};
use crate::scenario::Money;
use crate::scenario::format::{AgendaItem, Goal, ItemKind, LineCue};
use crate::text::{Quantity, Unit, fold, quantities};

/// Exchanges after which any buyer has had enough.
const MOST_EXCHANGES: usize = 40;
/// Evasions of one item after which the buyer gives it up.
const MOST_EVASIONS: u32 = 3;
/// Half answers to one item after which the buyer makes do.
const MOST_HALVES: u32 = 3;

/// Arguments for other needs than this buyer's, from which on a reply is a leaflet.
const LEAFLET: usize = 2;

/// Chars from which words may state something.
const LEAST_STATEMENT: usize = 6;

/// One reply and the state before it.
pub(super) struct Exchange<'a> {
    pub before: &'a State,
    pub at_ms: u64,
    pub text: &'a str,
    pub reading: &'a Reading,
}

impl Exchange<'_> {
    pub fn turn(&self) -> usize {
        self.before.turns
    }
}

/// What came of an exchange and calls for words.
#[derive(Default)]
pub(super) struct Outline {
    pub reaction: Option<LineCue>,
    /// The item that the reply closed, for its own words.
    pub settled: Option<String>,
    /// It was closed by words that the scenario does not foresee: its own words may not fit.
    pub taken: bool,
    pub truth_told: bool,
    pub need_hit: bool,
    /// What the buyer tells because it was asked.
    pub answers: Vec<Part>,
}

pub(super) fn converse(step: &mut Step<'_>, x: &Exchange<'_>) {
    let mut feelings = Feelings::of(&step.state);
    let temper = &step.scenario.persona.temper;
    let bands = &step.scenario.file.bands;
    let chars = x.text.chars().count();
    let waited = x.before.waiting_since.map_or(0, |since| x.at_ms.saturating_sub(since));
    let kept_waiting = feelings.wait(temper, bands, waited, x.before.waiting_chars, chars) > temper.grace_ms;
    let long = feelings.tire(temper, chars);
    feelings.hear_tone(temper, x.reading);

    let mut outline = Outline::default();
    let of = x.before.replies.iter().position(|r| *r == line_key(x.text)).filter(|_| chars >= 4);
    if let Some(of) = of {
        step.emit(Event::Repeated { turn: x.turn(), of });
        feelings.patience(-80);
        outline.reaction = Some(LineCue::Repeated);
    } else {
        take_in(step, x, &mut feelings, &mut outline);
    }
    if outline.reaction.is_none() && kept_waiting && rng::chance(step.seed, &format!("waited {}", x.turn()), 600) {
        outline.reaction = Some(LineCue::Waited);
    }
    if outline.reaction.is_none() && long && outline.settled.is_none() {
        outline.reaction = Some(LineCue::Bored);
    }
    let offended = offence(x, &mut outline);
    if offended {
        step.emit(Event::Insulted { turn: x.turn() });
    }
    step.emit(clock::felt(x.at_ms, &feelings));
    if leaves(step, x) {
        return;
    }
    let closed = close::close_tried(step, x);
    match closed {
        close::Closed::Done => return,
        // Who has just been given an answer says so; a close in the same breath is passed over.
        close::Closed::Refused(LineCue::NotYet) if outline.settled.is_some() => {}
        close::Closed::Refused(cue) if !offended => outline.reaction = Some(cue),
        _ => {}
    }
    respond::respond(step, x, outline);
}

/// Facts, items, truth and needs: all that the reply said.
fn take_in(step: &mut Step<'_>, x: &Exchange<'_>, feelings: &mut Feelings, outline: &mut Outline) {
    let r = x.reading;
    let open = x.before.open.as_deref().and_then(|id| step.scenario.item(x.before.truth, id));
    feelings.courtesy(r, x.turn() == 0, open.is_some_and(|i| i.kind.is_objection()));
    contradictions(step, x, feelings, outline);
    if let Some(price) = r.offered {
        step.emit(Event::PriceOffered { turn: x.turn(), price });
    }
    let truth = step.scenario.file.truths.get(x.before.truth);
    let convinces = |s: &str| truth.is_some_and(|t| t.convince.iter().any(|c| c == s));
    let known = x.before.truth_known;
    let fresh = new_subjects(x.before, r, |s| {
        let of_item = |i: &AgendaItem| i.answer.iter().chain(&i.arguments).any(|a| a == s);
        open.is_some_and(of_item) || (known && convinces(s))
    });
    feelings.learn(&fresh);
    answers_and_truth(step, x, feelings, outline);
    let only_greets = x.turn() == 0
        && r.labels.has(Family::Steps, "greet")
        && fresh.is_empty()
        && outline.answers.is_empty()
        && !outline.truth_told
        && r.mentions.is_empty();
    if only_greets {
        // A greeting is no evasion yet: it is returned, and what was asked is asked again.
        outline.reaction = Some(LineCue::GreetBack);
    } else if let Some(item) = open {
        let mut item_hearing = hearing(step.scenario, &step.state, item, r);
        // "I don't know" is no answer, whatever else it looks like.
        if item_hearing == Hearing::Taken && admits_ignorance(x.text) {
            item_hearing = Hearing::Half;
        }
        // A question is no argument, whatever it hints at.
        if item_hearing == Hearing::Taken && item.kind.is_objection() && only_asks(x.text) {
            item_hearing = Hearing::Soothed;
        }
        // Whoever answers what was just confided, or hits the need, has not evaded the question beside it.
        let confided = x.before.truth_turn.is_some_and(|t| t + 1 == x.turn());
        let hits = known && r.mentions.iter().any(|m| m.grasp == Grasp::Told && convinces(&m.subject));
        if item_hearing == Hearing::Evaded && (hits || (confided && !fresh.is_empty())) {
            item_hearing = Hearing::Soothed;
        }
        let asked_back = !outline.answers.is_empty() || outline.truth_told;
        judge_item(step, x, item, item_hearing, asked_back, feelings, outline);
    } else if r.nonsense
        || (x.before.phase == Phase::Talking
            && fresh.is_empty()
            && outline.answers.is_empty()
            && !outline.truth_told
            && !asks_anything(x.text)
            && empty_handed(r))
    {
        feelings.patience(-step.scenario.persona.temper.evasion / 2);
        outline.reaction = Some(LineCue::Puzzled);
    } else if x.turn() == 0 && r.labels.has(Family::Steps, "greet") {
        outline.reaction = Some(LineCue::GreetBack);
    }
    if r.nonsense {
        outline.reaction = Some(LineCue::Puzzled);
    }
    need_hits(step, x, feelings, outline, &convinces);
}

/// True for a reply that does nothing that a buyer could take up.
fn empty_handed(r: &Reading) -> bool {
    Family::ALL.iter().all(|f| *f == Family::Faults || r.labels.family(*f).is_empty()) && r.mentions.is_empty()
}

fn contradictions(step: &mut Step<'_>, x: &Exchange<'_>, feelings: &mut Feelings, outline: &mut Outline) {
    let told_otherwise =
        x.reading.mentions.iter().find(|m| m.grasp == Grasp::Wrong && x.before.heard.contains_key(&m.subject));
    let dearer = matches!((x.before.offered, x.reading.offered), (Some(old), Some(new)) if new > old && !printed(step, x, new) && !names_as_low(x.text, old));
    let subject = told_otherwise.map(|m| m.subject.clone()).or_else(|| dearer.then(|| "price".to_owned()));
    if let Some(subject) = subject {
        step.emit(Event::Contradicted { turn: x.turn(), subject });
        feelings.belief(TRUST, -90);
        feelings.mood(-60);
        outline.reaction = Some(LineCue::Contradicted);
    }
}

/// True where the reply also names an amount that is no higher than the earlier price: the full price beside what is
/// left of it takes nothing back.
fn names_as_low(text: &str, old: Money) -> bool {
    let old = old.fen() * 10;
    let amount = |q: &Quantity| matches!(q.unit, Unit::Money | Unit::Bare) && q.milli <= old && q.milli * 2 >= old;
    quantities(&fold(text)).iter().any(amount)
}

/// True where the reply names a price that the sheet itself prints beside its facts: the price of one piece after
/// that of a set takes nothing back.
fn printed(step: &Step<'_>, x: &Exchange<'_>, price: Money) -> bool {
    let shown = price.to_string();
    let product = &step.scenario.product;
    product.facts.iter().any(|f| f.text.contains(&shown) && x.reading.tells(&format!("fact:{}", f.id)))
}

fn judge_item(
    step: &mut Step<'_>,
    x: &Exchange<'_>,
    item: &AgendaItem,
    heard: Hearing,
    asked_back: bool,
    feelings: &mut Feelings,
    outline: &mut Outline,
) {
    let temper = &step.scenario.persona.temper;
    step.emit(Event::Heard { turn: x.turn(), item: item.id.clone(), hearing: heard });
    let unsure = heard == Hearing::Evaded && !asked_back && unsure(step, x);
    feelings.item(temper, item, heard, asked_back || unsure);
    if unsure && outline.reaction.is_none() {
        step.emit(Event::AskedBack { turn: x.turn() });
        outline.reaction = Some(LineCue::AsksBack);
    }
    let memory = step.state.item(&item.id);
    let question = item.kind == ItemKind::Question;
    let reaction = Some(match heard {
        Hearing::Settled => {
            outline.settled = Some(item.id.clone());
            if question { LineCue::Answered } else { LineCue::Relieved }
        }
        Hearing::Taken => {
            outline.settled = Some(item.id.clone());
            outline.taken = true;
            if question { LineCue::Answered } else { LineCue::Relieved }
        }
        Hearing::Misled => LineCue::Doubts,
        // Who wanders or provokes has asked nothing that could be half answered: its next words say enough.
        _ if item.kind == ItemKind::Digression && open_still(heard) && asks_to_decide(x.text) => LineCue::NotYet,
        Hearing::Half if matches!(item.kind, ItemKind::Digression | ItemKind::Provocation) => LineCue::Fills,
        Hearing::Soothed | Hearing::Evaded if item.kind == ItemKind::Digression => LineCue::Fills,
        Hearing::Half => LineCue::HalfAnswered,
        Hearing::Soothed => LineCue::Soothed,
        // Who now gives the question up does not threaten to ask it a last time.
        Hearing::Evaded if question && (2..MOST_EVASIONS).contains(&memory.evasions) => LineCue::EvadedAgain,
        Hearing::Evaded if question => LineCue::Evaded,
        _ => LineCue::NotRelieved,
    })
    // Half of an argument is not asked for more of it: the doubt is said again.
    .filter(|cue| *cue != LineCue::HalfAnswered || question);
    // Somebody who asks back is answered, not scolded.
    let scold = matches!(heard, Hearing::Evaded) && asked_back;
    if !scold && outline.reaction.is_none() {
        outline.reaction = reaction;
    }
    let wandering = item.kind == ItemKind::Digression && heard == Hearing::Soothed;
    let enough = memory.evasions >= MOST_EVASIONS || memory.halves + memory.soothes / 2 >= MOST_HALVES || wandering;
    if open_still(heard) && enough {
        // Half answers and led-away digressions are let go; what was evaded is held against the trainee.
        step.emit(Event::Heard { turn: x.turn(), item: item.id.clone(), hearing: Hearing::Dropped });
        if memory.evasions >= MOST_EVASIONS || (item.blocks && !wandering) {
            feelings.item(temper, item, Hearing::Dropped, false);
        }
        // Who lets a matter go does not insist on it in the same breath.
        outline.reaction = outline.reaction.filter(|cue| {
            !matches!(cue, LineCue::Evaded | LineCue::EvadedAgain | LineCue::HalfAnswered | LineCue::AsksBack)
        });
    }
}

/// True where the item goes on after it was heard so.
fn open_still(heard: Hearing) -> bool {
    !matches!(heard, Hearing::Settled | Hearing::Taken | Hearing::Misled)
}

/// True where the reply states something that is neither known for an answer nor for anything else: below the analyser's
/// thresholds. Seldom asked back to, and never twice running, so that the buyer is no echo.
fn unsure(step: &Step<'_>, x: &Exchange<'_>) -> bool {
    let labels = &x.reading.labels;
    let asked = &x.before.asked_back;
    let rare = asked.last().is_none_or(|last| last + 3 < x.turn()) && asked.len() * 12 <= x.turn();
    let other = labels.has(Family::Steps, "ask") || !x.reading.asks.is_empty() || !labels.closes.is_empty();
    rare && !other
        && !x.reading.nonsense
        && labels.faults.is_empty()
        && !ends_asking(x.text)
        && step.state.phase == Phase::Talking
        && x.text.chars().count() >= LEAST_STATEMENT
        && x.reading.mentions.iter().all(|m| m.grasp != Grasp::Told)
}

fn need_hits(
    step: &mut Step<'_>,
    x: &Exchange<'_>,
    feelings: &mut Feelings,
    outline: &mut Outline,
    convinces: &dyn Fn(&str) -> bool,
) {
    let seen = |s: &State, subject: &str| s.hits_after.contains(subject);
    // What touches the need, and argues, is heard as an argument whatever its words, unless it plainly tells of
    // something else.
    let elsewhere = x.reading.mentions.iter().any(|m| m.grasp == Grasp::Told);
    let argues = x.before.truth_known && x.reading.argues() && !elsewhere && !ends_asking(x.text);
    let hits = |grasp: Grasp| grasp == Grasp::Told || grasp == Grasp::Touched && argues;
    if leaflet(step, x, convinces) {
        return;
    }
    let known = x.before.truth_known;
    for m in x.reading.mentions.iter().filter(|m| hits(m.grasp) && convinces(&m.subject)) {
        if seen(&step.state, &m.subject) {
            continue;
        }
        step.emit(Event::NeedHit { turn: x.turn(), subject: m.subject.clone() });
        if known {
            feelings.belief(VALUE, 120);
            feelings.belief(NEED, 90);
            feelings.belief(TRUST, 40);
            feelings.mood(60);
            outline.need_hit = true;
        }
    }
}

/// True where the reply reads out what would win over other buyers than this one, who has confided already: nobody
/// feels meant by that, whatever else it says.
fn leaflet(step: &Step<'_>, x: &Exchange<'_>, convinces: &dyn Fn(&str) -> bool) -> bool {
    let open = x.before.open.as_deref().and_then(|id| step.scenario.item(x.before.truth, id));
    let asked_for = |s: &String| open.is_some_and(|item| item.answer.iter().chain(&item.arguments).any(|a| a == s));
    let of_others = |s: &String| step.scenario.file.truths.iter().any(|t| t.convince.contains(s)) && !convinces(s);
    let told = x.reading.mentions.iter().filter(|m| m.grasp == Grasp::Told).map(|m| &m.subject);
    x.before.truth_known && told.filter(|s| of_others(s) && !asked_for(s)).count() >= LEAFLET
}

/// Insults, pushing, flattery and wild promises override other reactions; true for an insult.
fn offence(x: &Exchange<'_>, outline: &mut Outline) -> bool {
    let labels = &x.reading.labels;
    let fault = |id: &str| labels.has(Family::Faults, id);
    let insulted = x.reading.insults();
    let cue = if insulted || fault("arrogant") {
        Some(LineCue::Offended)
    } else if fault("pressuring") || fault("interrogating") {
        Some(LineCue::Pushed)
    } else if labels.has(Family::Claims, "beyond_sheet") || labels.has(Family::Claims, "medical") {
        Some(LineCue::Doubts)
    } else if fault("oily") {
        Some(LineCue::Flattered)
    } else {
        None
    };
    outline.reaction = cue.or(outline.reaction);
    insulted
}

/// Ends the session where the buyer has had enough; true where it did.
fn leaves(step: &mut Step<'_>, x: &Exchange<'_>) -> bool {
    let reply_read = x.at_ms + 900;
    if step.state.patience <= 0 || step.state.insults >= 2 || step.state.mood <= -950 {
        step.end(reply_read, LineCue::Leaves, Outcome::Left);
        return true;
    }
    if step.state.turns >= MOST_EXCHANGES {
        step.end(reply_read, LineCue::Defers, Outcome::Deferred);
        return true;
    }
    // Where there is no need, an honest word to it, no pushing and a goodbye is the right end; who only hears that it
    // is not needed says thanks and waits for the goodbye.
    let honest = step.scenario.file.goal == Goal::Declined
        && step.state.truth_known
        && x.before.truth_known
        && x.reading.labels.closes.is_empty()
        && !step.state.hits_after.is_empty();
    if honest && x.reading.labels.has(Family::Steps, "farewell") {
        step.end(reply_read, LineCue::FarewellGlad, Outcome::Declined);
        return true;
    }
    if honest && close::need_met(step) {
        step.emit(Event::SettleOpened { id: None });
        let own = own_part(step, "agree", &step.scenario.file.closing.agree);
        let thanks = own.or_else(|| cue_part(step, LineCue::Convinced));
        speak::say(step, x.at_ms + 400, thanks.into_iter().collect());
        return true;
    }
    false
}
