//! Which of the questions that the buyer has an answer to a reply asks: by their sample wordings and by topic.

use std::collections::BTreeSet;

use super::matching::nearness;
use super::reading::QuestionAsked;
use super::scene::Scene;
use super::topics::{ASKS_NOTHING, TELLS_ME};
use super::{Sheet, SheetItem};
use crate::scenario::format::{FactKind, Tell};
use crate::text::{Span, Text, cues};

/// From here upwards (per mille) a question is taken for one that has an answer.
const SURE: u32 = 1_000;
/// The same for what only looks like a question: a request, or a statement with "right?" behind it.
const SURE_OF_LIKES: u32 = 1_150;
/// What it counts that the question is about a topic of the answer, per mille.
const TOPIC: u32 = 350;
/// How near a question is taken to be to an answer that is found by its topics alone, per mille.
const TOPIC_ALONE: u32 = 650;
/// Bytes of a folded question up to which the clause before it belongs to it.
const SHORT: usize = 24;
/// Of the questions of a reply only the last are looked at.
const MOST: usize = 4;

/// The questions that the buyer of a scenario has answers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// The sample wordings, as a sheet of their own.
    samples: Sheet,
    /// The place in `tells` that each sample belongs to.
    of: Vec<usize>,
    /// The topics of each place in `tells`, and whether it has samples.
    topics: Vec<(Vec<String>, bool)>,
}

impl Questions {
    /// Those of a scenario's `tells`; None where it has none.
    pub fn of(tells: &[Tell]) -> Option<Self> {
        let samples =
            || tells.iter().enumerate().flat_map(|(place, tell)| tell.asks.iter().map(move |ask| (place, ask)));
        let item = |text: &String| SheetItem {
            subject: String::new(),
            kind: FactKind::Other,
            text: text.clone(),
            cues: Vec::new(),
            says: Vec::new(),
        };
        (!tells.is_empty()).then(|| Self {
            samples: Sheet::of_items(samples().map(|(_, ask)| item(ask)).collect()),
            of: samples().map(|(place, _)| place).collect(),
            topics: tells.iter().map(|tell| (tell.topics.clone(), !tell.asks.is_empty())).collect(),
        })
    }

    /// The sample wordings, as a sheet.
    pub fn samples(&self) -> &Sheet {
        &self.samples
    }

    /// The place in `tells` that answers a question so near to the samples and about these topics.
    fn answer(&self, near: &[u32], topics: &[&str], sure: u32) -> Option<usize> {
        let mut best: Vec<u32> =
            self.topics.iter().map(|(_, sampled)| if *sampled { 0 } else { TOPIC_ALONE }).collect();
        for (place, near) in self.of.iter().zip(near) {
            best[*place] = best[*place].max(*near);
        }
        let about = |place: usize| self.topics[place].0.iter().any(|t| topics.contains(&t.as_str()));
        let scores = best.iter().enumerate().map(|(place, near)| (near + if about(place) { TOPIC } else { 0 }, place));
        // Of two that are equally near the first one counts.
        scores
            .filter(|(score, _)| *score >= sure)
            .max_by_key(|&(score, place)| (score, usize::MAX - place))
            .map(|(_, place)| place)
    }
}

/// Every question of the reply that the buyer has an answer to, in their order. `near` says how near words come to the
/// items of a sheet, per mille; None where there is no model.
pub fn asked(scene: &Scene<'_>, near: impl Fn(&Sheet, &str) -> Option<Vec<u32>>) -> Vec<QuestionAsked> {
    let Some(questions) = scene.sheet.and_then(|sheet| sheet.questions.as_deref()) else { return Vec::new() };
    let spans = asking(&scene.text);
    let mut out: Vec<QuestionAsked> = Vec::new();
    for &(span, sure) in &spans[spans.len().saturating_sub(MOST)..] {
        let words = scene.text.slice(span);
        let topics: Vec<&str> =
            scene.topics().iter().filter(|a| a.span.overlaps(span)).map(|a| a.topic.as_str()).collect();
        let near = near(&questions.samples, words).unwrap_or_else(|| nearness(&questions.samples, words));
        if let Some(tell) = questions.answer(&near, &topics, sure) {
            let (start, end) = scene.text.original(span);
            out.push(QuestionAsked { tell, start, end });
        }
    }
    out
}

cues! {
    /// Asks whether it shall be, and nothing else.
    CONSENT: "(好|行|可以|没问题|成|合适)(吗|吧|不|么)$", "(好不好|行不行|可不可以|怎么样|爱要不要)$";
    /// Asks whether it is right, or proposes something.
    TAG: "(对|是|没错|方便)(吗|吧|不|么)$", "(对不对|是不是)$", "吧$", "要不要", "^(那|您看|你看)?要不[^是]";
}

/// The parts of the text that ask, each with the clause before it where it is too short to be understood alone, and
/// how sure one has to be of an answer to it.
fn asking(text: &Text) -> Vec<(Span, u32)> {
    let requests = TELLS_ME.unquoted(text);
    let nothing: Vec<Span> = ASKS_NOTHING.unquoted(text).into_iter().map(|s| text.clauses_around(s)).collect();
    let clauses = text.clauses();
    // "几年保修都写清楚。" has the words of a question, and states: a sentence that asks has its mark, or ends the reply.
    let marked: BTreeSet<usize> =
        clauses.iter().filter(|c| matches!(c.end, None | Some('?'))).map(|c| c.sentence).collect();
    let asks = |i: usize| {
        let clause = &clauses[i];
        let asks = clause.question && marked.contains(&clause.sentence) && !CONSENT.any_in(text.slice(clause.span));
        (asks || requests.iter().any(|r| r.overlaps(clause.span))) && !text.is_quoted(clause.span)
    };
    let mut out: Vec<(Span, u32)> = Vec::new();
    for i in (0..clauses.len()).filter(|&i| asks(i)) {
        let own = clauses[i].span;
        let before = i.checked_sub(1).filter(|&b| clauses[b].sentence == clauses[i].sentence && !asks(b));
        let start = match before {
            Some(b) if own.end - own.start <= SHORT => clauses[b].span.start,
            _ => own.start,
        };
        let span = Span::new(start, own.end);
        if !nothing.iter().any(|n| n.overlaps(span)) {
            let plain = clauses[i].question && !TAG.any_in(text.slice(own));
            out.push((span, if plain { SURE } else { SURE_OF_LIKES }));
        }
    }
    out
}
