//! The analyser: a reply in its context → its reading. Deterministic, and linear in the reply's length.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use huashu_encoder::{Model, ModelError};

use super::facts::Lines;
use super::judge::{Judge, Verdict};
use super::memory::Memory;
use super::nonsense::is_nonsense;
use super::scene::Scene;
use super::{
    Context, Evidence, Labels, Prepared, Reading, Sheet, evidence, features, matching, orders, questions, settle, tone,
    topics, vocabulary,
};
use crate::scenario::format::Channel;

/// Reads replies: rules and, but for [`Analyser::rules`], the trained model. Cheap to copy and to share.
#[derive(Clone)]
pub struct Analyser {
    judge: Option<Arc<Judge>>,
    version: Arc<str>,
    /// False where nobody asks for evidence.
    proves: bool,
    known: Arc<Memory<Key, Reading>>,
}

/// Channel, sheet, buyer's line, reply.
type Key = (&'static str, u64, String, String);

/// Of a longer reply only the first chars are read; nobody types more in earnest.
const MOST_CHARS: usize = 4_000;

/// Readings that are remembered.
const MOST_REMEMBERED: usize = 32_768;

/// The model that is shipped; a test holds it to be whole.
static SHIPPED: LazyLock<Option<Arc<Judge>>> = LazyLock::new(|| {
    let model = Model::parse(include_bytes!("../../assets/model/huashu.model").as_slice()).ok()?;
    Judge::new(Arc::new(model)).map(Arc::new)
});

impl Default for Analyser {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Analyser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Analyser").field("version", &self.version).finish_non_exhaustive()
    }
}

impl Analyser {
    /// With the shipped model. Reads one sample, so that what most replies need is ready before the first one comes.
    pub fn new() -> Self {
        let analyser = Self::made(SHIPPED.clone());
        let _ = analyser.read(&Context { channel: Channel::Im, buyer: SAMPLE, sheet: None }, SAMPLE);
        analyser
    }

    /// The rules alone, without a model.
    pub fn rules() -> Self {
        Self::made(None)
    }

    /// With the model of a file's bytes.
    ///
    /// # Errors
    /// Where they are no model, a damaged one, or one for another version of Huashu.
    pub fn with_model(bytes: Vec<u8>) -> Result<Self, ModelError> {
        let model = Arc::new(Model::parse(Cow::Owned(bytes))?);
        match Judge::new(model) {
            Some(judge) => Ok(Self::made(Some(Arc::new(judge)))),
            None => Err(ModelError::OtherLabels),
        }
    }

    fn made(judge: Option<Arc<Judge>>) -> Self {
        let version = match &judge {
            Some(judge) => format!("{} {}", judge.model().version(), &judge.model().checksum()[..16]),
            None => concat!("rules ", env!("CARGO_PKG_VERSION")).to_owned(),
        };
        Self { judge, version: version.into(), proves: true, known: remembering() }
    }

    /// The same labels without evidence, several times as fast: for talks that nobody looks back on.
    pub fn without_evidence(self) -> Self {
        Self { proves: false, known: remembering(), ..self }
    }

    /// What decides the labels, as transcripts name it: the model's version and the start of its checksum.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The reply as the trained parts of the analyser see it, among texts that it may speak of: for `corpus features`,
    /// which feeds the training.
    pub fn prepared(&self, context: &Context<'_>, reply: &str, items: &[String]) -> Prepared {
        let scene = scene(context, reply);
        let near = Lines::among(items.iter().map(String::as_str)).nearness(&scene.text, &scene.buyer.text);
        Prepared {
            folded: scene.text.as_str().to_owned(),
            folded_buyer: scene.buyer.text.as_str().to_owned(),
            features: features::found(&scene),
            sheet: scene.near(),
            near,
        }
    }

    /// Makes a sheet ready (some tenths of a second), so that the first reply about it need not wait.
    pub fn prepare(&self, sheet: &Sheet) {
        if let Some(judge) = &self.judge {
            judge.prepare(sheet);
            if let Some(questions) = &sheet.questions {
                judge.prepare(questions.samples());
            }
        }
    }

    /// How near each item of the sheet comes to what the buyer said, in their order, to be compared with one another
    /// (per mille, 0–2000); empty without a model.
    pub fn asked_for(&self, sheet: &Sheet, words: &str) -> Vec<u32> {
        self.judge.as_ref().map(|judge| judge.asked_for(sheet, words)).unwrap_or_default()
    }

    /// What the reply does and speaks of.
    pub fn read(&self, context: &Context<'_>, reply: &str) -> Reading {
        let sheet = context.sheet.map_or(0, |s| s.fingerprint());
        let key = (context.channel.id(), sheet, context.buyer.to_owned(), reply.to_owned());
        self.known.get(key, || self.read_anew(context, reply))
    }

    /// The same as [`Analyser::read`], but anew each time.
    pub fn read_anew(&self, context: &Context<'_>, reply: &str) -> Reading {
        let scene = scene(context, reply);
        if scene.nonsense {
            return nonsense(&scene);
        }
        let tone_tenths = tone::tenths(&scene);
        let mut reading = Reading {
            asks: topics::read(&scene),
            questions: questions::asked(&scene, |sheet, words| {
                self.judge.as_ref().map(|judge| judge.asked_for(sheet, words))
            }),
            offered: scene.facts.offered,
            orders: orders::goes_on_to_order(&scene.text),
            mentions: scene.facts.clone().into_mentions(&scene.text),
            ..Reading::default()
        };
        match &self.judge {
            None => (reading.labels, reading.evidence) = settle::by_rules(scene, tone_tenths),
            Some(judge) => {
                let (verdict, spoken) = judge.weigh_and_match(&scene, context.buyer, reply);
                reading.cut = verdict.cut;
                let given = given(&verdict);
                reading.labels = labels(&given, verdict.tone_tenths);
                matching::note(&mut reading, context.sheet, &spoken, scene.text.original_chars());
                if self.proves {
                    let ids: Vec<(usize, &'static str)> = given.iter().map(|&(l, (_, id))| (l, id)).collect();
                    let without = |start, end| self.without(judge, context, reply, start, end);
                    reading.evidence = evidence::earn(&scene.text, &ids, without);
                }
            }
        }
        reading
    }

    /// The verdict on the reply with a range of its chars left out; None where no sense is left.
    pub(super) fn without(
        &self,
        judge: &Judge,
        context: &Context<'_>,
        reply: &str,
        start: usize,
        end: usize,
    ) -> Option<Verdict> {
        let rest: String = reply.chars().enumerate().filter(|(i, _)| *i < start || *i >= end).map(|(_, c)| c).collect();
        let scene = scene(context, &rest);
        (!scene.nonsense).then(|| judge.weigh(&scene, context.buyer, &rest))
    }

    pub(super) fn judge(&self) -> Option<&Judge> {
        self.judge.as_deref()
    }
}

fn remembering() -> Arc<Memory<Key, Reading>> {
    Arc::new(Memory::of_at_most(MOST_REMEMBERED))
}

/// The reply read by the rules.
pub(super) fn scene<'a>(context: &Context<'a>, reply: &str) -> Scene<'a> {
    let shown: String = reply.chars().take(MOST_CHARS).collect();
    let buyer: String = context.buyer.chars().take(MOST_CHARS).collect();
    let mut scene = Scene::new(context.channel, &buyer, context.sheet, &shown);
    scene.nonsense = is_nonsense(&shown, &scene.text);
    if scene.nonsense {
        return scene;
    }
    for family in settle::ORDER {
        for rule in vocabulary::rules(family) {
            let mut spans = (rule.find)(&scene);
            spans.retain(|s| s.end > s.start);
            scene.note(family, rule.id, spans);
        }
    }
    settle::exclude(&mut scene);
    scene
}

/// The labels that reach their margin, by their place among all labels.
pub(super) fn given(verdict: &Verdict) -> Vec<(usize, (super::Family, &'static str))> {
    vocabulary::all().enumerate().filter(|&(l, _)| verdict.margins[l] >= 0.0).collect()
}

fn labels(given: &[(usize, (super::Family, &'static str))], tone_tenths: u8) -> Labels {
    let mut labels = Labels { tone_tenths, ..Labels::default() };
    for &(_, (family, id)) in given {
        labels.family_mut(family).push(id.to_owned());
    }
    labels
}

/// Nothing was said; keys hit at random put the buyer off, silence is only cold.
fn nonsense(scene: &Scene<'_>) -> Reading {
    let mut reading = Reading::nonsense();
    if scene.text.original_chars() == 0 {
        reading.labels.tone_tenths = 20;
    }
    reading
}

impl Evidence {
    pub(super) fn new(id: &str, start: usize, end: usize) -> Self {
        Self { label: id.to_owned(), start, end }
    }
}

const SAMPLE: &str = "您好,在的亲,理解您的顾虑,太贵了,一盒129元喝20天,还是要两盒呢?";
