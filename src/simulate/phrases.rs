//! The trainees' turns of phrase, and choosing among them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::screen::Screen;
use crate::engine::rng;

static SOURCE: &str = include_str!("../../assets/simulate/phrases.ron");

/// A test reads them, so they are there in a build that passed.
pub static PHRASES: LazyLock<Phrases> = LazyLock::new(|| ron::from_str(SOURCE).unwrap_or_default());

pub type Bank = Vec<String>;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    pub ear: Ear,
    pub expert: Expert,
    pub average: Average,
    pub novice: Novice,
    pub rude: Bank,
    pub spammer: Bank,
    pub stuffer: Bank,
}

/// Words by which a trainee hears what the buyer is at.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ear {
    pub orders: Bank,
    pub ready: Bank,
    pub leaves: Bank,
    pub demands: Bank,
    pub chats: Bank,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    pub greet: Bank,
    pub lead_in: Bank,
    pub ask: Bank,
    pub ask_service: Bank,
    pub ask_meet: Bank,
    pub acknowledge: Bank,
    pub apologise: Bank,
    pub remedy: Bank,
    pub verify: Bank,
    pub evidence: Bank,
    pub benefit: Bank,
    pub offer: Bank,
    pub boundary: Bank,
    pub chat: Bank,
    pub lead_back: Bank,
    pub recommend: Bank,
    pub close: BTreeMap<String, Bank>,
    pub settle: Bank,
    pub settle_meet: Bank,
    pub farewell: Bank,
    pub no_need: Bank,
    /// What only a machine says, and what one leaves on it.
    pub machine: String,
    pub message: Bank,
    /// Words of a buyer who agrees, who finds it too early, who takes leave.
    pub agrees: Bank,
    /// Words of one who asks, asks again, asks how to order.
    pub asks: Bank,
    pub insists: Bank,
    /// Words in a line of the sheet that sound like a promise of what it forbids: better not read out.
    pub delicate: Bank,
    pub how: Bank,
    pub not_yet: Bank,
    pub parting: Bank,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Average {
    pub greet: Bank,
    pub lead_in: Bank,
    pub acknowledge: Bank,
    pub evidence: Bank,
    pub ask: Bank,
    pub apologise: Bank,
    pub remedy: Bank,
    pub offer: Bank,
    pub boundary: Bank,
    pub chat: Bank,
    pub vague: Bank,
    pub close: Bank,
    pub settle: Bank,
    pub farewell: Bank,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Novice {
    pub greet: Bank,
    pub vague: Bank,
    pub answer: Bank,
    pub sorry: Bank,
    pub push: Bank,
    pub filler: Bank,
}

/// One of the bank's phrases, another one from turn to turn.
pub fn pick<'p>(screen: &Screen<'_>, purpose: &str, bank: &'p [String]) -> &'p str {
    let start = rng::draw(screen.seed, purpose, bank.len());
    bank.get((start + screen.turn()) % bank.len().max(1)).map_or("", String::as_str)
}

/// True with this chance per mille, drawn anew for each turn.
pub fn chance(screen: &Screen<'_>, purpose: &str, per_mille: u32) -> bool {
    rng::chance(screen.seed, &format!("{purpose} {}", screen.turn()), per_mille)
}

/// Fills the slots that any phrase may have.
pub fn filled(screen: &Screen<'_>, phrase: &str) -> String {
    let product = screen.product();
    let called = product.aliases.first().unwrap_or(&product.name);
    phrase
        .replace("{name}", screen.name())
        .replace("{product}", called)
        .replace("{unit}", &product.unit)
        .replace("{price}", &product.price.to_string())
        .replace("{floor}", &product.floor_price.to_string())
        .replace("{intro}", &format!("我是{}", screen.role()))
        .replace("{time1}", "明天上午十点")
        .replace("{time2}", "后天下午三点")
}
