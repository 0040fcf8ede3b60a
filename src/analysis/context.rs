//! What the analyser knows besides the reply: who was spoken to, on which channel, about what.

use crate::scenario::format::{Channel, FactKind};
use crate::scenario::{Money, Scenario};

/// The context of one reply.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub channel: Channel,
    /// The buyer's lines that the reply answers, joined by newlines; empty where there are none.
    pub buyer: &'a str,
    pub sheet: Option<&'a Sheet>,
}

/// The product sheet in the analyser's terms, made from a scenario or from `analyze`'s JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub aliases: Vec<String>,
    pub category: String,
    pub price: Option<Money>,
    pub floor_price: Option<Money>,
    pub stock: Option<u32>,
    pub promotion: Option<String>,
    /// False where the day of the talk lies outside the promotion's dates.
    pub promotion_runs: bool,
    pub items: Vec<SheetItem>,
}

/// One thing that can be spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetItem {
    /// `fact:ID`, `feature:ID`, `benefit:ID`, `case:ID`, `competitor:ID`, `promotion`, `point:ID`.
    pub subject: String,
    pub kind: FactKind,
    pub text: String,
    /// Words that show what is spoken of.
    pub cues: Vec<String>,
    /// Wordings that say it in full.
    pub says: Vec<String>,
}

impl Sheet {
    /// The sheet of a scenario's product, with the scenario's own points.
    pub fn of(scenario: &Scenario) -> Self {
        let product = &scenario.product;
        let item = |subject: String, kind, text: &str, cues: &[String], says: &[String]| SheetItem {
            subject,
            kind,
            text: text.to_owned(),
            cues: cues.to_vec(),
            says: says.to_vec(),
        };
        let mut items: Vec<SheetItem> = Vec::new();
        for fact in &product.facts {
            items.push(item(format!("fact:{}", fact.id), fact.kind, &fact.text, &fact.cues, &fact.says));
        }
        for f in &product.features {
            items.push(item(format!("feature:{}", f.id), FactKind::Other, &f.text, &[], &f.says));
            items.push(item(format!("benefit:{}", f.id), FactKind::Effect, &f.benefit, &[], &f.benefit_says));
        }
        for case in &product.cases {
            items.push(item(format!("case:{}", case.id), FactKind::Other, &case.text, &[], &case.says));
        }
        for rival in &product.competitors {
            let cues = [rival.name.clone()];
            items.push(item(
                format!("competitor:{}", rival.id),
                FactKind::Other,
                &rival.facts.join(";"),
                &cues,
                &rival.says,
            ));
        }
        if let Some(promotion) = &product.promotion {
            items.push(item("promotion".into(), FactKind::Price, &promotion.text, &[], &promotion.says));
        }
        for point in &scenario.file.points {
            items.push(item(format!("point:{}", point.id), FactKind::Other, &point.text, &point.cues, &point.says));
        }
        let day = scenario.file.date.as_str();
        let promotion_runs =
            product.promotion.as_ref().is_some_and(|p| p.from.as_str() <= day && day <= p.until.as_str());
        Self {
            name: product.name.clone(),
            aliases: product.aliases.clone(),
            category: product.category.clone(),
            price: Some(product.price),
            floor_price: Some(product.floor_price),
            stock: product.stock,
            promotion: product.promotion.as_ref().map(|p| p.text.clone()),
            promotion_runs,
            items,
        }
    }
}
