//! The customer card: who the buyer is, how near to buying, and how the figure on the stage looks.

use serde::{Deserialize, Serialize};

/// The customer card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    /// How the card names the customer: "林小姐".
    pub name: String,
    pub group: CustomerGroup,
    /// How near to buying when the talk begins.
    #[serde(default)]
    pub prospect: Prospect,
    #[serde(default)]
    pub region: String,
    /// Earlier orders, as the card prints them.
    #[serde(default)]
    pub history: Vec<String>,
    /// A colleague's note.
    #[serde(default)]
    pub note: String,
    /// How the figure on the stage looks.
    #[serde(default)]
    pub figure: Figure,
}

/// 潜在 / 购买 / 重复 / 忠实.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerGroup {
    Potential,
    Buyer,
    Repeat,
    Loyal,
}

/// 成熟 / 有望 / 潜在: how near to buying a customer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prospect {
    /// Has all but decided.
    Ripe,
    #[default]
    Hopeful,
    /// Has hardly thought of it.
    Merely,
}

/// How the buyer's figure is drawn. Colours are `#RRGGBB`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub gender: Gender,
    /// Years, 16–90; decides hair and lines.
    pub age: u8,
    pub hair: String,
    pub clothes: String,
    pub place: Place,
    #[serde(default)]
    pub glasses: bool,
}

impl Default for Figure {
    fn default() -> Self {
        Self {
            gender: Gender::Woman,
            age: 32,
            hair: "#2B2523".into(),
            clothes: "#B24E37".into(),
            place: Place::Home,
            glasses: false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    Woman,
    Man,
}

/// The place behind the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Window and plant.
    Home,
    /// Desk with a telephone.
    Desk,
    /// Shop counter.
    Counter,
}
