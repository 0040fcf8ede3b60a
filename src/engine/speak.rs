//! The buyer's utterances: parts put together, delayed as a person would be, each line marked as used.

use super::event::{Event, Hearing};
use super::lines::{Chosen, bank, choose, line_key};
use super::rng;
use super::step::Step;
use crate::scenario::format::{AgendaItem, Channel, LineCue};

/// One part of an utterance.
#[derive(Clone, Debug)]
pub struct Part {
    pub line: Chosen,
    pub item: Option<String>,
    pub cue: Option<LineCue>,
}

/// A line for the cue, not used yet; None where the bank has run dry.
pub fn cue_part(step: &Step<'_>, cue: LineCue) -> Option<Part> {
    let line = choose(step.scenario, &step.state, step.seed, &format!("{cue:?}"), bank(step.scenario, cue))?;
    Some(Part { line, item: None, cue: Some(cue) })
}

/// A line of a bank of the scenario's own.
pub fn own_part(step: &Step<'_>, purpose: &str, lines: &[String]) -> Option<Part> {
    let line = choose(step.scenario, &step.state, step.seed, purpose, lines)?;
    Some(Part { line, item: None, cue: None })
}

/// Raises the item, or insists on it; None where no unused wording is left.
pub fn raise_part(step: &Step<'_>, item: &AgendaItem, again: bool) -> Option<Part> {
    let (first, second) = if again { (&item.insist, &item.raise) } else { (&item.raise, &item.insist) };
    let part = own_part(step, &item.id, first).or_else(|| own_part(step, &item.id, second))?;
    Some(Part { item: Some(item.id.clone()), ..part })
}

/// Says the parts: joined into one message, or one after the other where this buyer double-texts.
pub fn say(step: &mut Step<'_>, after_ms: u64, parts: Vec<Part>) {
    if parts.is_empty() {
        return;
    }
    // Two parts that drew from one bank, or from two with a line in common, may have hit on the same words.
    let mut known: Vec<String> = Vec::new();
    let parts: Vec<Part> = parts
        .into_iter()
        .filter(|part| {
            let key = line_key(&part.line.said);
            let new = !known.contains(&key);
            known.push(key);
            new
        })
        .collect();
    let temper = &step.scenario.persona.temper;
    let joinable = |a: &str, b: &str| a.chars().count() + b.chars().count() <= 60;
    let mut messages: Vec<Part> = Vec::new();
    let mut authored = Vec::new();
    for part in parts {
        authored.push(part.line.authored.clone());
        let apart =
            rng::chance(step.seed, &format!("double {} {}", step.state.turns, messages.len()), temper.double_text);
        match messages.last_mut() {
            Some(last) if !apart && joinable(&last.line.said, &part.line.said) => {
                last.line.said = join(&last.line.said, &part.line.said, step.scenario.file.channel);
                last.item = part.item.or(last.item.take());
            }
            _ => messages.push(part),
        }
    }
    step.emit(Event::LinesDrawn { lines: authored });
    let mut at_ms = after_ms.max(step.state.now_ms);
    for message in messages {
        let chars = message.line.said.chars().count() as u64;
        at_ms += (temper.typing_ms * chars).clamp(600, 6_000);
        step.emit(Event::BuyerSaid { at_ms, text: message.line.said, item: message.item, cue: message.cue });
    }
}

/// Two lines as one message: a comma or a space where the first does not end by itself.
fn join(first: &str, second: &str, channel: Channel) -> String {
    let ended = first
        .chars()
        .last()
        .is_some_and(|c| !c.is_alphanumeric() || "哈啊呀呢吧哦嘛啦".contains(c) && channel == Channel::Im);
    let glue = match (ended, channel) {
        (true, Channel::Im) if first.ends_with(|c: char| c.is_alphanumeric() || "”』」）)".contains(c)) => " ",
        (true, _) => "",
        (false, Channel::Im) => " ",
        (false, _) => "，",
    };
    format!("{first}{glue}{second}")
}

/// Says one line for the cue at this time, without typing delay; false where the bank has run dry.
pub fn say_cue(step: &mut Step<'_>, at_ms: u64, cue: LineCue) -> bool {
    let Some(part) = cue_part(step, cue) else { return false };
    let at_ms = at_ms.max(step.state.now_ms);
    step.emit(Event::LinesDrawn { lines: vec![part.line.authored] });
    step.emit(Event::BuyerSaid { at_ms, text: part.line.said, item: None, cue: Some(cue) });
    true
}

/// The robot's greeting and the buyer's first words. An opening that asks an agenda item's question raises it.
pub fn open(step: &mut Step<'_>) {
    let scenario = step.scenario;
    let openings = &scenario.file.opening;
    let Some(opening) = openings.get(rng::draw(step.seed, "opening", openings.len())) else { return };
    if let Some(auto) = scenario.phrases.as_ref().and_then(|p| p.auto_reply.first()) {
        step.emit(Event::AutoReplied { at_ms: 0, text: auto.text.clone() });
    }
    let temper = &scenario.persona.temper;
    step.emit(Event::LinesDrawn { lines: opening.clone() });
    let mut at_ms = 0;
    for (i, line) in opening.iter().enumerate() {
        if i > 0 {
            at_ms += (temper.typing_ms * line.chars().count() as u64).clamp(600, 6_000);
        }
        let item = scenario.file.agenda.iter().find(|item| item.raise.contains(line)).map(|item| item.id.clone());
        if let Some(id) = &item {
            step.emit(Event::Heard { turn: 0, item: id.clone(), hearing: Hearing::Raised });
        }
        step.emit(Event::BuyerSaid { at_ms, text: line.clone(), item, cue: None });
    }
}
