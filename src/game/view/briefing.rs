//! What the trainee should know before the talk.

use super::words;
use crate::game::theme::Tint;
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::scenario::format::{Bands, Channel, Customer};

/// The briefing of one scenario.
#[derive(Clone, Debug)]
pub struct BriefingView {
    pub locale: Locale,
    pub title: String,
    pub tagline: String,
    pub channel: Channel,
    pub persona: String,
    pub persona_tint: Tint,
    pub persona_about: String,
    pub level: u8,
    pub role: String,
    pub date: String,
    pub goals: Vec<String>,
    pub product: ProductSummary,
    pub script: String,
    /// Name and advice of each step.
    pub steps: Vec<(String, String)>,
    /// Name, weight, tint of each dimension, heaviest first.
    pub weights: Vec<(String, u8, Tint)>,
    /// How time counts, in words.
    pub bands: Vec<String>,
    pub pass_mark: u8,
    pub customer: CustomerCard,
}

/// The sheet in a few lines.
#[derive(Clone, Debug)]
pub struct ProductSummary {
    pub name: String,
    pub price: String,
    pub facts: Vec<String>,
    pub never_say: String,
}

/// The customer card.
#[derive(Clone, Debug, Default)]
pub struct CustomerCard {
    pub name: String,
    /// "回头客 · 华东".
    pub about: String,
    pub history: Vec<String>,
    pub note: String,
}

impl CustomerCard {
    pub fn of(locale: Locale, customer: &Customer) -> Self {
        let mut about = words::group(locale, customer.group);
        if !customer.region.is_empty() {
            about = format!("{about} · {}", customer.region);
        }
        Self { name: customer.name.clone(), about, history: customer.history.clone(), note: customer.note.clone() }
    }
}

impl BriefingView {
    pub fn of(locale: Locale, scenario: &Scenario) -> Self {
        let file = &scenario.file;
        let product = &scenario.product;
        let mut weights: Vec<(String, u8, Tint)> = (file.weights.iter())
            .filter(|(_, weight)| **weight > 0)
            .map(|(id, weight)| (words::dimension(locale, id), *weight, words::dimension_tint(id)))
            .collect();
        weights.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Self {
            locale,
            title: file.title.clone(),
            tagline: file.tagline.clone(),
            channel: file.channel,
            persona: scenario.persona.name.clone(),
            persona_tint: words::persona_tint(&scenario.persona.id),
            persona_about: scenario.persona.about.clone(),
            level: file.level,
            role: file.role.clone(),
            date: file.date.clone(),
            goals: file.goals.clone(),
            product: ProductSummary {
                name: product.name.clone(),
                price: price_line(locale, scenario),
                facts: product.facts.iter().take(5).map(|f| f.text.clone()).collect(),
                never_say: product.never_say.join("、"),
            },
            script: scenario.script.name.clone(),
            steps: scenario.script.steps.iter().map(|s| (s.name.clone(), s.hint.clone())).collect(),
            weights,
            bands: bands_in_words(locale, &file.bands, file.handle_time.full_ms, file.handle_time.none_ms),
            pass_mark: file.pass_mark,
            customer: CustomerCard::of(locale, &file.customer),
        }
    }
}

/// "129 元/盒 · 底价 115".
pub fn price_line(locale: Locale, scenario: &Scenario) -> String {
    let product = &scenario.product;
    let id = if product.floor_price < product.price { "game-price-floor" } else { "game-price" };
    let text = Text::new(id)
        .with("price", product.price.to_string())
        .with("unit", product.unit.clone())
        .with("floor", product.floor_price.to_string());
    locale.render(&text)
}

fn bands_in_words(locale: Locale, bands: &Bands, full_ms: u64, none_ms: u64) -> Vec<String> {
    let line = |id: &str, full: u64, none: u64| {
        let (full, none) = (words::duration(locale, full), words::duration(locale, none));
        locale.render(&Text::new(id).with("full", full).with("none", none))
    };
    vec![
        line("game-band-first", bands.first_full_ms, bands.first_none_ms),
        line("game-band-average", bands.average_full_ms, bands.average_none_ms),
        line("game-band-whole", full_ms, none_ms),
    ]
}
