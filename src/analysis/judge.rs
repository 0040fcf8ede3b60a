//! The trained part of the analyser: encoder and linear model over one reply, joined into a margin for each label.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use huashu_encoder::{Active, Model, Outcome, Scratch};

use super::matching::Matcher;
use super::scene::Scene;
use super::{Family, Sheet, claims, features, vocabulary};
use crate::text::{normalise_end, normalise_start};

/// So many chars of a text are prepared for the encoder; hardly any fill fewer pieces than it takes.
const MOST_CHARS: usize = 2048;
/// Findings that something may be said otherwise than the sheet has it.
const LOOKS_OTHERWISE: &[&str] = &[
    "m:value_wrong",
    "m:asked_wrong",
    "m:asked_new",
    "m:value_new",
    "m:denied",
    "m:check",
    "m:material",
    "m:sooner",
    "m:free",
    "m:wrong",
    "r:claims:contradicts_sheet",
];
/// The margin, in logits, of a label that a rule alone gives; below 0 where it does not.
const RULED: f32 = 1.0;

/// A model with the buffers that it runs in.
pub struct Judge {
    model: Arc<Model>,
    /// For each label of [`vocabulary::all`], its place among the model's; None where the rules alone decide.
    places: Vec<Option<usize>>,
    /// Buffers that nobody uses just now; as many are made as replies are read at once.
    idle: Mutex<Vec<(Scratch, Active)>>,
    matcher: Matcher,
}

/// How far each label is above (or below) what it takes to be given, and the tone.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// In the order of [`vocabulary::labels`]; given from 0 upwards.
    pub margins: Vec<f32>,
    /// 10–50.
    pub tone_tenths: u8,
    /// True where the reply was too long for the encoder, and its end was left to the rules and the linear model.
    pub cut: bool,
}

impl Judge {
    /// None where the model gives a label that there is not. A label that it does not give is left to its rule.
    pub fn new(model: Arc<Model>) -> Option<Self> {
        let ours = vocabulary::labels();
        let known = model.labels().iter().all(|label| ours.contains(label));
        let places = ours.iter().map(|label| model.labels().iter().position(|l| l == label)).collect();
        known.then(|| Self { model, places, idle: Mutex::default(), matcher: Matcher::default() })
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Judges a reply that the rules have read.
    pub fn weigh(&self, scene: &Scene<'_>, buyer: &str, reply: &str) -> Verdict {
        let (mut scratch, mut active) = self.buffers();
        let texts = Texts::of(scene, buyer, reply);
        let heard = self.model.reply(&mut scratch, &texts.buyer, &texts.sheet, &texts.reply);
        let verdict = self.verdict(scene, &heard, &mut active, texts.long);
        self.put_back(scratch, active);
        verdict
    }

    /// The same, and how surely each item of the sheet is spoken of, from 0 upwards it is; empty without a sheet.
    pub fn weigh_and_match(&self, scene: &Scene<'_>, buyer: &str, reply: &str) -> (Verdict, Vec<f32>) {
        let Some(sheet) = scene.sheet else { return (self.weigh(scene, buyer, reply), Vec::new()) };
        let (mut scratch, mut active) = self.buffers();
        let texts = Texts::of(scene, buyer, reply);
        let (heard, speech) = self.model.listen(&mut scratch, &texts.buyer, &texts.sheet, &texts.reply);
        let verdict = self.verdict(scene, &heard, &mut active, texts.long);
        let spoken = self.matcher.spoken_of(&self.model, &mut scratch, scene, sheet, &speech);
        self.put_back(scratch, active);
        (verdict, spoken)
    }

    /// Makes the items of a sheet ready to be matched, so that the first reply need not wait for them.
    pub fn prepare(&self, sheet: &Sheet) {
        let (mut scratch, active) = self.buffers();
        self.matcher.prepare(&self.model, &mut scratch, sheet);
        self.put_back(scratch, active);
    }

    /// How near each item of the sheet comes to what the buyer said, in their order; per mille, 0–2000.
    pub fn asked_for(&self, sheet: &Sheet, words: &str) -> Vec<u32> {
        let (mut scratch, active) = self.buffers();
        let near = self.matcher.asked_for(&self.model, &mut scratch, sheet, words);
        self.put_back(scratch, active);
        near.into_iter().map(|near| (near.clamp(0.0, 2.0) * 1000.0) as u32).collect()
    }

    /// What the linear model adds, and what comes of both.
    fn verdict(&self, scene: &Scene<'_>, heard: &Outcome, active: &mut Active, long: bool) -> Verdict {
        let names = features::all(scene);
        let linear = self.model.linear();
        linear.find(names.iter().map(String::as_str), active);
        let (logits, tone) = self.model.join(heard, &linear.logits(active));
        let thresholds = &self.model.blend().threshold;
        let ruled = |family, id| if scene.has(family, id) { RULED } else { -RULED };
        let told_right = told_as_it_is(&names);
        let margins = self.places.iter().zip(vocabulary::all()).map(|(place, (family, id))| match *place {
            // What the sheet says in so many words is no contradiction, however it sounds.
            Some(_) if told_right && (family, id) == (Family::Claims, "contradicts_sheet") => -RULED,
            // Who refuses to promise has promised nothing, whatever words he has to use.
            Some(_) if family == Family::Claims && claims::only_refused(scene, id) => -RULED,
            Some(l) => logits[l] - thresholds[l],
            None => ruled(family, id),
        });
        Verdict { margins: margins.collect(), tone_tenths: tenths(tone), cut: long || heard.cut }
    }

    /// What each feature of the linear model adds to a label (by its place in [`vocabulary::all`]), the heaviest first.
    pub fn contributions(&self, scene: &Scene<'_>, label: usize) -> Vec<(String, f32)> {
        let Some(label) = self.places.get(label).copied().flatten() else { return Vec::new() };
        let names = features::all(scene);
        let linear = self.model.linear();
        let mut active = Active::default();
        linear.find(names.iter().map(String::as_str), &mut active);
        let share = self.model.blend().linear.get(label).copied().unwrap_or_default();
        let listed = linear.contributions(&active, label).into_iter();
        let mut out: Vec<(String, f32)> = listed.map(|(name, weight)| (name.to_owned(), weight * share)).collect();
        out.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0)));
        out
    }

    fn put_back(&self, scratch: Scratch, active: Active) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push((scratch, active));
    }

    fn buffers(&self) -> (Scratch, Active) {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(|| (Scratch::new(&self.model), Active::default()))
    }
}

/// What the encoder reads, in the form that it was trained on.
struct Texts {
    buyer: String,
    sheet: String,
    reply: String,
    /// True where the reply has more than fits.
    long: bool,
}

impl Texts {
    fn of(scene: &Scene<'_>, buyer: &str, reply: &str) -> Self {
        let mut texts = Self { buyer: String::new(), sheet: String::new(), reply: String::new(), long: false };
        normalise_end(buyer, MOST_CHARS, &mut texts.buyer);
        normalise_start(&scene.near(), MOST_CHARS, &mut texts.sheet);
        texts.long = normalise_start(reply, MOST_CHARS, &mut texts.reply);
        texts
    }
}

/// True where the reply tells something of the sheet as it is, and nothing that looks otherwise.
fn told_as_it_is(features: &BTreeSet<String>) -> bool {
    let any = |prefixes: &[&str]| features.iter().any(|f| prefixes.iter().any(|prefix| f.starts_with(prefix)));
    any(&["m:asked_right", "m:told"]) && !any(LOOKS_OTHERWISE)
}

/// A tone of 1–5 in tenths, cut to 10–50.
fn tenths(tone: f32) -> u8 {
    let tenths = (tone.clamp(1.0, 5.0) * 10.0 + 0.5).floor();
    // Within 10–50 after the clamp.
    tenths as u8
}
