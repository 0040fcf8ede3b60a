//! `products/*.ron`: the product sheet, which decides what is true.

use serde::{Deserialize, Serialize};

use crate::scenario::Money;

/// A product or service as the trainee sees it, and as claims are checked against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Format version: 1.
    pub schema: u32,
    pub id: String,
    pub name: String,
    /// Other names that people use for it ("减肥茶", "这款茶").
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Trade and kind: "减肥茶/代用茶".
    pub category: String,
    /// What one piece is called: "盒", "台", "月".
    pub unit: String,
    /// List price, in yuan.
    pub price: Money,
    /// The lowest price that may be conceded, in yuan; never above `price`.
    pub floor_price: Money,
    /// Pieces left, where that may be said.
    #[serde(default)]
    pub stock: Option<u32>,
    pub facts: Vec<Fact>,
    #[serde(default)]
    pub features: Vec<Feature>,
    #[serde(default)]
    pub promotion: Option<Promotion>,
    /// True customer stories; a testimonial that tells one is supported.
    #[serde(default)]
    pub cases: Vec<CustomerCase>,
    #[serde(default)]
    pub competitors: Vec<Competitor>,
    /// What must never be said of it, shown to the trainee: "治疗", "月瘦×斤".
    #[serde(default)]
    pub never_say: Vec<String>,
}

/// One checkable fact. Its numbers and units are read from `text`; `says` names further wordings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Referred to as `fact:ID`.
    pub id: String,
    pub kind: FactKind,
    /// As the sheet prints it: "规格:3克×20袋/盒,每天1袋,一盒喝20天".
    pub text: String,
    /// Words that show what the reply is about, though not yet the fact itself: "喝多久", "发货".
    #[serde(default)]
    pub cues: Vec<String>,
    /// Wordings that state the fact in full: "20天", "差不多三周".
    #[serde(default)]
    pub says: Vec<String>,
}

/// What sort of fact it is; decides the units and words by which a reply can contradict it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FactKind {
    Material,
    Quantity,
    Size,
    Weight,
    Origin,
    Use,
    Care,
    Effect,
    Audience,
    Safety,
    Certificate,
    Delivery,
    Returns,
    Warranty,
    Gift,
    Postage,
    Service,
    Price,
    Membership,
    ShelfLife,
    Other,
}

/// A feature with what it does for a buyer. A benefit told for the buyer's own need moves most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Referred to as `feature:ID`, and its benefit as `benefit:ID`.
    pub id: String,
    /// The feature: "整叶普洱,不是碎末".
    pub text: String,
    /// Wordings that state the feature.
    pub says: Vec<String>,
    /// What the buyer has of it: "一袋能续三泡,味道不涩".
    pub benefit: String,
    /// Wordings that state the benefit.
    pub benefit_says: Vec<String>,
}

/// A promotion with its dates; outside them it is not true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// As the sheet prints it: "6月18日—20日两盒立减30元".
    pub text: String,
    /// First day, "2026-06-18".
    pub from: String,
    /// Last day, "2026-06-20".
    pub until: String,
    /// Wordings that state it.
    #[serde(default)]
    pub says: Vec<String>,
}

/// A customer's true story that may be told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerCase {
    /// Referred to as `case:ID`.
    pub id: String,
    pub text: String,
    /// Wordings by which it is recognised.
    pub says: Vec<String>,
}

/// What is known of a competitor, so that comparisons can be fair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competitor {
    /// Referred to as `competitor:ID`.
    pub id: String,
    pub name: String,
    pub facts: Vec<String>,
    /// Wordings that state the comparison.
    #[serde(default)]
    pub says: Vec<String>,
}
