//! What the analyser knows besides the reply: who was spoken to, on which channel, about what.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::facts::{Index, Lines};
use super::questions::Questions;
use crate::scenario::format::{Channel, FactKind, Point, Product};
use crate::scenario::{Money, Scenario};

/// The context of one reply.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub channel: Channel,
    /// The buyer's lines that the reply answers, joined by newlines; empty where there are none.
    pub buyer: &'a str,
    pub sheet: Option<&'a Sheet>,
}

/// The product sheet in the analyser's terms, made from a scenario, a product file or `analyze`'s JSON.
/// What its texts say in numbers is read when it is made.
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
    pub(super) index: Index,
    /// Its lines as the encoder is shown them.
    pub(super) lines: Lines,
    /// What the buyer can be asked, where a scenario says so.
    pub(super) questions: Option<Box<Questions>>,
    fingerprint: u64,
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

/// A sheet as `huashu analyze` takes it: facts are free text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlainSheet {
    pub name: String,
    #[serde(default)]
    pub category: String,
    #[serde(default)]
    pub price: Option<Money>,
    #[serde(default)]
    pub floor_price: Option<Money>,
    #[serde(default)]
    pub facts: Vec<String>,
    #[serde(default)]
    pub promotion: Option<String>,
}

impl Sheet {
    /// The sheet of a scenario's product, with the scenario's own points.
    pub fn of(scenario: &Scenario) -> Self {
        let day = scenario.file.date.as_str();
        let runs = |from: &str, until: &str| from <= day && day <= until;
        let promotion_runs = scenario.product.promotion.as_ref().is_some_and(|p| runs(&p.from, &p.until));
        let questions = Questions::of(&scenario.file.tells).map(Box::new);
        Self { questions, ..Self::build(&scenario.product, &scenario.file.points, promotion_runs) }.fingerprinted()
    }

    /// Nothing but things that can be spoken of.
    pub(super) fn of_items(items: Vec<SheetItem>) -> Self {
        Self { items, ..Self::default() }.indexed()
    }

    /// The sheet of a product file alone; its promotion counts as running.
    pub fn of_product(product: &Product) -> Self {
        Self::build(product, &[], product.promotion.is_some())
    }

    /// The sheet of `analyze`'s JSON; its promotion counts as running.
    pub fn plain(plain: &PlainSheet) -> Self {
        let mut items: Vec<SheetItem> = Vec::new();
        for (i, fact) in plain.facts.iter().enumerate() {
            items.push(item(format!("fact:{}", i + 1), FactKind::Other, fact, &[], &[]));
        }
        if let Some(promotion) = &plain.promotion {
            items.push(item("promotion".into(), FactKind::Price, promotion, &[], &[]));
        }
        Self {
            name: plain.name.clone(),
            category: plain.category.clone(),
            price: plain.price,
            floor_price: plain.floor_price,
            promotion: plain.promotion.clone(),
            promotion_runs: plain.promotion.is_some(),
            items,
            ..Self::default()
        }
        .indexed()
    }

    fn build(product: &Product, points: &[Point], promotion_runs: bool) -> Self {
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
            let subject = format!("competitor:{}", rival.id);
            items.push(item(subject, FactKind::Other, &rival.facts.join(";"), &cues, &rival.says));
        }
        if let Some(promotion) = &product.promotion {
            items.push(item("promotion".into(), FactKind::Price, &promotion.text, &[], &promotion.says));
        }
        for point in points {
            items.push(item(format!("point:{}", point.id), FactKind::Other, &point.text, &point.cues, &point.says));
        }
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
            index: Index::default(),
            lines: Lines::default(),
            questions: None,
            fingerprint: 0,
        }
        .indexed()
    }

    /// Differs between sheets that say different things.
    pub(super) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// Every text of the sheet, folded: what a promise may stand on.
    pub(super) fn covered(&self) -> &str {
        self.index.text()
    }

    /// The texts of the sheet that speak of something given, folded.
    pub(super) fn gifts(&self) -> &str {
        self.index.gifts()
    }

    fn indexed(mut self) -> Self {
        self.index = Index::of(&self);
        self.lines = Lines::of(&self);
        self.fingerprinted()
    }

    fn fingerprinted(mut self) -> Self {
        let said = format!(
            "{:?}",
            (
                &self.name,
                &self.aliases,
                self.price,
                self.floor_price,
                self.stock,
                &self.promotion,
                self.promotion_runs,
                &self.items,
                &self.questions
            )
        );
        let digest = Sha256::digest(said.as_bytes());
        self.fingerprint = digest.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        self
    }
}

fn item(subject: String, kind: FactKind, text: &str, cues: &[String], says: &[String]) -> SheetItem {
    SheetItem { subject, kind, text: text.to_owned(), cues: cues.to_vec(), says: says.to_vec() }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The sheet that table tests of rules speak of.
    pub fn tea() -> PlainSheet {
        PlainSheet {
            name: "青山荷叶茶 20袋装".into(),
            category: "代用茶".into(),
            price: Some(Money::from_yuan(129)),
            floor_price: Some(Money::from_yuan(119)),
            facts: [
                "配料:荷叶、山楂、陈皮,不含番泻叶",
                "规格:3克×20袋/盒,每天1袋,一盒喝20天",
                "保质期:18个月",
                "属于代用茶(普通食品),不能代替药品;孕妇、哺乳期不宜",
                "赠品:买2盒送玻璃杯1个",
                "发货:17点前付款当天发,中通包邮,3—4天到",
                "退货:未拆封7天无理由退货,拆封后不退",
            ]
            .map(String::from)
            .to_vec(),
            promotion: Some("6月18日—6月20日两盒立减30元".into()),
        }
    }
}
