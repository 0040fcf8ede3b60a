//! What a trainee makes of the buyer's words: by the words themselves and by the product sheet beside them.

use super::phrases::PHRASES;
use crate::analysis::{Analyser, Buyer, PlainSheet, Sheet};
use crate::scenario::format::Product;

/// What the buyer seems to want.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// Asks for information.
    pub asks: bool,
    /// Finds it dear or bargains.
    pub price: bool,
    /// Raises any objection or doubt.
    pub objects: bool,
    /// Something went wrong; angry.
    pub complains: bool,
    /// Wants what cannot be given.
    pub demands: bool,
    /// Sounds ready to buy.
    pub ready: bool,
    /// Has said yes and sees to the order.
    pub orders: bool,
    /// Takes leave.
    pub leaves: bool,
    /// Chats.
    pub chats: bool,
    /// Says nothing of weight.
    pub nods: bool,
}

impl Heard {
    pub fn of(words: &str) -> Self {
        let buyer = Buyer::read(words);
        let ear = &PHRASES.ear;
        let any = |list: &[String]| list.iter().any(|w| words.contains(w.as_str()));
        let asks = buyer.asks || words.contains(['?', '？']);
        let short = words.chars().filter(|c| c.is_alphanumeric()).count() <= 8;
        Self {
            asks,
            price: buyer.price || buyer.bargains,
            objects: buyer.objects(),
            complains: buyer.complains,
            demands: any(&ear.demands),
            ready: buyer.ready || buyer.ordered || any(&ear.ready),
            orders: buyer.ordered || any(&ear.orders),
            leaves: any(&ear.leaves),
            chats: any(&ear.chats),
            nods: short && !asks && !buyer.objects(),
        }
    }
}

/// Something on the sheet that can be said: the fact or feature, and what it does for the buyer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    pub text: String,
    pub benefit: Option<String>,
    /// True for a customer's story.
    pub case: bool,
    /// True for a price or a bargain.
    pub price: bool,
    /// The words of the sheet for what the point is about.
    cues: Vec<String>,
}

impl Point {
    fn plain(text: String, cues: &[String]) -> Self {
        Self { text, cues: cues.to_vec(), ..Self::default() }
    }

    /// How plainly the words speak of it.
    fn named_in(&self, words: &str) -> u32 {
        let longest = self.cues.iter().filter(|c| words.contains(c.as_str())).map(|c| c.chars().count()).max();
        longest.map_or(0, |chars| NAMED + NAMED_CHAR * u32::try_from(chars.min(6)).unwrap_or(6))
    }
}

/// What it counts that the words name a point, and each char of the name.
const NAMED: u32 = 150;
const NAMED_CHAR: u32 = 60;

/// All that the sheet offers to be said on that day.
fn points(product: &Product, date: &str) -> Vec<Point> {
    let facts = product.facts.iter().map(|f| Point::plain(spoken(&f.text), &f.cues));
    let features = product
        .features
        .iter()
        .map(|f| Point { benefit: Some(spoken(&f.benefit)), ..Point::plain(spoken(&f.text), &[]) });
    let cases = product.cases.iter().map(|c| Point { case: true, ..Point::plain(spoken(&c.text), &[]) });
    let rivals = product.competitors.iter().map(|r| {
        let text = format!("{}那边是{}", r.name, spoken(&r.facts.join("，")));
        Point::plain(text, std::slice::from_ref(&r.name))
    });
    let running = product.promotion.iter().filter(|p| p.from.as_str() <= date && date <= p.until.as_str());
    let promotion = running.map(|p| {
        let cues = ["活动", "优惠", "便宜", "划算"].map(str::to_owned);
        Point { price: true, ..Point::plain(spoken(&p.text), &cues) }
    });
    facts.chain(features).chain(cases).chain(rivals).chain(promotion).collect()
}

/// A line of the sheet as one would say it: without its heading.
fn spoken(text: &str) -> String {
    let text = text.trim_end_matches(['。', '；', ';']);
    match text.split_once(['：', ':']) {
        Some((head, rest)) if head.chars().count() <= 6 => format!("{head}是{rest}"),
        _ => text.to_owned(),
    }
}

/// What can be said of a product, ready to be compared with what a buyer says.
pub struct Knowledge {
    pub points: Vec<Point>,
    sheet: Sheet,
}

impl Knowledge {
    pub fn of(product: &Product, date: &str) -> Self {
        let points = points(product, date);
        let text = |p: &Point| format!("{} {}", p.text, p.benefit.as_deref().unwrap_or_default());
        let facts = points.iter().map(text).collect();
        Self { points, sheet: Sheet::plain(&PlainSheet { facts, ..PlainSheet::default() }) }
    }

    /// How near each point comes to what was said, in their order.
    pub fn nearness(&self, analyser: &Analyser, words: &str) -> Vec<u32> {
        let near = analyser.asked_for(&self.sheet, words);
        let near = near.into_iter().chain(std::iter::repeat(0));
        self.points.iter().zip(near).map(|(point, near)| near + point.named_in(words)).collect()
    }

    /// The points with how near they come to what was said, the nearest first.
    pub fn nearest(&self, analyser: &Analyser, words: &str) -> Vec<(usize, u32)> {
        let mut order: Vec<(usize, u32)> = self.nearness(analyser, words).into_iter().enumerate().collect();
        order.sort_by_key(|&(place, near)| (std::cmp::Reverse(near), place));
        order
    }
}
