//! Money as whole fen; written in files as yuan with at most two decimals.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount in fen (1 yuan = 100 fen). Files and JSON write yuan: `129`, `12.8`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(pub i64);

impl Money {
    pub fn from_yuan(yuan: i64) -> Self {
        Money(yuan.saturating_mul(100))
    }

    pub fn fen(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Money {
    /// Yuan, decimals only where there are any: `129`, `12.8`, `0.05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (yuan, fen) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match fen {
            0 => write!(f, "{sign}{yuan}"),
            fen if fen % 10 == 0 => write!(f, "{sign}{yuan}.{}", fen / 10),
            fen => write!(f, "{sign}{yuan}.{fen:02}"),
        }
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0 as f64 / 100.0)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let yuan = f64::deserialize(deserializer)?;
        if !yuan.is_finite() || yuan.abs() > 1e12 {
            return Err(serde::de::Error::custom("an amount in yuan must be a number below 1e12"));
        }
        Ok(Money((yuan * 100.0).round() as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_yuan_without_idle_decimals() {
        for (fen, shown) in [(12_900, "129"), (1_280, "12.8"), (5, "0.05"), (-250, "-2.5"), (0, "0")] {
            assert_eq!(Money(fen).to_string(), shown);
        }
    }
}
