//! What a reply speaks of, by meaning: every item of the sheet against the reply and what the buyer said.

use std::sync::Arc;

use huashu_encoder::{Item, Known, Model, Scratch, Speech, share_of_near};

use super::memory::Memory;
use super::scene::Scene;
use super::{Family, Grasp, Mention, Reading, Sheet};
use crate::text::{Text, normalise};

/// Sheets whose items are remembered.
const MOST_SHEETS: usize = 64;
/// From here upwards a reply that informs tells the item; below it only touches it. On the held-out sources five of six
/// items above it are spoken of.
const SURE: f32 = 2.0;
/// What was asked for that is remembered.
const MOST_ASKED: usize = 4_096;
/// What a reply does that informs.
const INFORMS: &[(Family, &str)] = &[
    (Family::Steps, "consult"),
    (Family::Steps, "recommend"),
    (Family::Moves, "evidence"),
    (Family::Moves, "offer"),
    (Family::Moves, "refute"),
    (Family::Closes, "testimonial"),
];
/// What it says that the sheet does not.
const STRAYS: &[&str] = &["contradicts_sheet", "beyond_sheet"];

/// Adds to a reading what it speaks of by meaning, where no wording and no number told it already.
pub fn note(reading: &mut Reading, sheet: Option<&Sheet>, spoken: &[f32], chars: usize) {
    let labels = &reading.labels;
    // Who tells something of the sheet in its words or numbers informs, whatever else the reply does.
    let tells = reading.mentions.iter().any(|m| m.grasp == Grasp::Told);
    let informs = (tells || INFORMS.iter().any(|(family, id)| labels.has(*family, id)))
        && !STRAYS.iter().any(|id| labels.has(Family::Claims, id));
    let items = sheet.map_or(&[][..], |sheet| &sheet.items);
    for (item, sure) in items.iter().zip(spoken).filter(|(_, sure)| **sure >= 0.0) {
        let grasp = match (informs, *sure >= SURE) {
            (true, true) => Grasp::Told,
            // The buyer's own words bring the item near; who says nothing himself has not touched it.
            (false, false) => continue,
            _ => Grasp::Touched,
        };
        match reading.mentions.iter_mut().find(|m| m.subject == item.subject) {
            Some(known) if known.grasp == Grasp::Touched => known.grasp = grasp,
            Some(_) => {}
            None => reading.mentions.push(Mention { subject: item.subject.clone(), grasp, start: 0, end: chars }),
        }
    }
}

/// How near each item of the sheet comes to the words by the chars that they share, in their order; per mille.
pub fn nearness(sheet: &Sheet, words: &str) -> Vec<u32> {
    shares(sheet, words).into_iter().map(|share| (share * 1000.0) as u32).collect()
}

fn shares(sheet: &Sheet, words: &str) -> Vec<f32> {
    let text = Text::new(words);
    sheet.lines.nearness(&text, &text).into_iter().map(|(near, _)| share_of_near(near)).collect()
}

/// The items of the sheets seen so far, as the model sees them.
pub struct Matcher {
    sheets: Memory<u64, Arc<Vec<Item>>>,
    /// What was asked for, by sheet and words.
    asked: Memory<(u64, String), Vec<f32>>,
}

impl Default for Matcher {
    fn default() -> Self {
        Self { sheets: Memory::of_at_most(MOST_SHEETS), asked: Memory::of_at_most(MOST_ASKED) }
    }
}

impl Matcher {
    /// How surely each item of the sheet is spoken of, in their order; from 0 upwards it is.
    pub fn spoken_of(
        &self,
        model: &Model,
        scratch: &mut Scratch,
        scene: &Scene<'_>,
        sheet: &Sheet,
        speech: &Speech,
    ) -> Vec<f32> {
        let items = self.items(model, scratch, sheet);
        let near = sheet.lines.nearness(&scene.text, &scene.buyer.text);
        let known: Vec<Known> = items
            .iter()
            .zip(near)
            .map(|(item, (reply, buyer))| Known { near: [reply, buyer], met: item.met(scratch, speech) })
            .collect();
        model.spoken_of(&known)
    }

    /// Reads the items of a sheet, if that was not done before.
    pub fn prepare(&self, model: &Model, scratch: &mut Scratch, sheet: &Sheet) {
        self.items(model, scratch, sheet);
    }

    /// How near each item of the sheet comes to what the buyer said, in their order; compare them with one another.
    pub fn asked_for(&self, model: &Model, scratch: &mut Scratch, sheet: &Sheet, words: &str) -> Vec<f32> {
        self.asked.get((sheet.fingerprint(), words.to_owned()), || {
            let items = self.items(model, scratch, sheet);
            let (_, speech) = model.listen(scratch, &normalise(words), "", "");
            let sum = |(item, near): (&Item, f32)| item.met(scratch, &speech)[1] + near;
            items.iter().zip(shares(sheet, words)).map(sum).collect()
        })
    }

    fn items(&self, model: &Model, scratch: &mut Scratch, sheet: &Sheet) -> Arc<Vec<Item>> {
        self.sheets.get(sheet.fingerprint(), || {
            Arc::new(sheet.items.iter().map(|item| model.item(scratch, &normalise(&item.text))).collect())
        })
    }
}
