//! The analyser: a reply in its context → its reading. Rules only; deterministic and linear in the reply's length.

use super::facts::Facts;
use super::nonsense::is_nonsense;
use super::scene::Scene;
use super::{Context, Evidence, Family, Labels, Reading, tone, topics, vocabulary};
use crate::scenario::format::Channel;
use crate::text::Span;

/// Reads replies. Cheap to make and to share; the cues are compiled once for the whole program.
#[derive(Clone, Debug)]
pub struct Analyser(());

impl Default for Analyser {
    fn default() -> Self {
        Self::new()
    }
}

/// Families in the order in which later ones use what earlier ones found.
const ORDER: [Family; 6] =
    [Family::Closes, Family::Moves, Family::Faults, Family::Claims, Family::Controls, Family::Steps];

/// Of a longer reply only the first chars are read; nobody types more in earnest.
const MOST_CHARS: usize = 4_000;

impl Analyser {
    /// Reads one sample, so that the cues most replies need are compiled before the first reply comes.
    pub fn new() -> Self {
        let analyser = Self(());
        let context = Context { channel: Channel::Im, buyer: SAMPLE, sheet: None };
        let _ = analyser.read(&context, SAMPLE);
        analyser
    }

    /// What decides the labels, as transcripts name it.
    pub fn version(&self) -> &'static str {
        concat!("rules ", env!("CARGO_PKG_VERSION"))
    }

    /// What the reply does and speaks of.
    pub fn read(&self, context: &Context<'_>, reply: &str) -> Reading {
        let shown: String = reply.chars().take(MOST_CHARS).collect();
        let buyer: String = context.buyer.chars().take(MOST_CHARS).collect();
        let mut scene = Scene::new(context.channel, &buyer, context.sheet, &shown);
        if is_nonsense(&shown, &scene.text) {
            return nonsense(&scene);
        }
        for family in ORDER {
            for rule in vocabulary::rules(family) {
                let mut spans = (rule.find)(&scene);
                spans.retain(|s| s.end > s.start);
                scene.note(family, rule.id, spans);
            }
        }
        settle(&mut scene);
        let tone_tenths = tone::tenths(&scene);
        let asks = topics::read(&scene.text);
        reading(scene, tone_tenths, asks)
    }
}

/// Labels that exclude one another once all are known.
fn settle(scene: &mut Scene<'_>) {
    // An insult acknowledges nothing, whatever words it uses, and offers nothing.
    if scene.has(Family::Faults, "arrogant") || scene.has(Family::Faults, "blaming") {
        let real = scene.has(Family::Steps, "objection");
        for id in ["acknowledge", "evidence", "offer", "boundary", "probe"] {
            if !real {
                scene.drop_label(Family::Moves, id);
            }
        }
        scene.drop_label(Family::Steps, "recommend");
        scene.drop_label(Family::Steps, "farewell");
    }
    // One move of the purchase is one label: the choice is not also taken for granted.
    if let (Some(a), Some(b)) = (scene.spans(Family::Closes, "assumptive"), scene.spans(Family::Closes, "alternative"))
        && a.iter().all(|x| b.iter().any(|y| y.overlaps(*x)))
    {
        scene.drop_label(Family::Closes, "assumptive");
    }
    for body in ["summary", "isolation"] {
        if let (Some(a), Some(b)) = (scene.spans(Family::Closes, "assumptive"), scene.spans(Family::Closes, body))
            && a.iter().all(|x| b.iter().any(|y| y.overlaps(*x)))
        {
            scene.drop_label(Family::Closes, "assumptive");
        }
    }
}

fn reading(scene: Scene<'_>, tone_tenths: u8, asks: Vec<super::TopicAsked>) -> Reading {
    let mut labels = Labels { tone_tenths, ..Labels::default() };
    let mut evidence = Vec::new();
    let text = scene.text.clone();
    let facts: Facts = scene.facts.clone();
    let offered = facts.offered;
    let found = scene.into_found();
    for family in Family::ALL {
        for rule in vocabulary::rules(family) {
            let Some((_, id, spans)) = found.iter().find(|f| f.0 == family && f.1 == rule.id) else { continue };
            labels.family_mut(family).push((*id).to_owned());
            for span in merged(spans) {
                let (start, end) = text.original(text.trim(span));
                let (start, end) = if end > start { (start, end) } else { text.original(span) };
                evidence.push(Evidence { label: (*id).to_owned(), start, end });
            }
        }
    }
    Reading { labels, evidence, mentions: facts.into_mentions(&text), asks, offered, nonsense: false }
}

/// Overlapping spans as one, four at most.
fn merged(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for span in sorted {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out.truncate(4);
    out
}

/// Nothing was said; keys hit at random put the buyer off, silence is only cold.
fn nonsense(scene: &Scene<'_>) -> Reading {
    let tone_tenths = if scene.text.original_chars() == 0 { 20 } else { 18 };
    Reading { labels: Labels { tone_tenths, ..Labels::default() }, nonsense: true, ..Reading::default() }
}

const SAMPLE: &str = "您好,在的亲,理解您的顾虑,太贵了,一盒129元喝20天,还是要两盒呢?";
