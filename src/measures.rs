//! Measures of agreement between labellings: precision, recall, F1, quadratic weighted kappa.

/// Counts of one label over many rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub hit: u32,
    pub invented: u32,
    pub missed: u32,
}

impl Count {
    /// Adds one row: whether the label was given, and whether it should be.
    pub fn add(&mut self, given: bool, gold: bool) {
        match (given, gold) {
            (true, true) => self.hit += 1,
            (true, false) => self.invented += 1,
            (false, true) => self.missed += 1,
            (false, false) => {}
        }
    }

    /// Rows that should have the label.
    pub fn rows(self) -> u32 {
        self.hit + self.missed
    }

    /// 0–1; 0 where nothing was given.
    pub fn precision(self) -> f64 {
        part(self.hit, self.hit + self.invented)
    }

    /// 0–1; 0 where no row has it.
    pub fn recall(self) -> f64 {
        part(self.hit, self.rows())
    }

    /// 0–1; 0 where there is nothing to find and nothing was given.
    pub fn f1(self) -> f64 {
        part(2 * self.hit, 2 * self.hit + self.invented + self.missed)
    }
}

fn part(a: u32, b: u32) -> f64 {
    if b == 0 { 0.0 } else { f64::from(a) / f64::from(b) }
}

/// Cohen's kappa with quadratic weights over scores 1–5; 1 is full agreement, 0 what chance gives.
pub fn weighted_kappa(pairs: &[(u8, u8)]) -> f64 {
    let n = pairs.len() as f64;
    let mut first = [0.0; 6];
    let mut second = [0.0; 6];
    let mut observed = 0.0;
    for &(a, b) in pairs {
        first[usize::from(a.min(5))] += 1.0;
        second[usize::from(b.min(5))] += 1.0;
        observed += (f64::from(a) - f64::from(b)).powi(2);
    }
    let mut expected = 0.0;
    for (a, one) in first.iter().enumerate() {
        for (b, other) in second.iter().enumerate() {
            expected += one * other / n * (a as f64 - b as f64).powi(2);
        }
    }
    if expected > 0.0 { 1.0 - observed / expected } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_is_one_for_agreement_and_falls_with_distance() {
        let same: Vec<(u8, u8)> = (1..=5).map(|t| (t, t)).collect();
        let near: Vec<(u8, u8)> = (1..=5).map(|t| (t, (t + 1).min(5))).collect();
        let far: Vec<(u8, u8)> = (1..=5).map(|t| (t, 6 - t)).collect();
        assert!((weighted_kappa(&same) - 1.0).abs() < 1e-9);
        assert!(weighted_kappa(&near) > 0.7 && weighted_kappa(&near) < 1.0);
        assert!(weighted_kappa(&far) < 0.0);
    }

    #[test]
    fn counts_give_precision_and_recall() {
        let mut count = Count::default();
        for (given, gold) in [(true, true), (true, false), (false, true), (true, true), (false, false)] {
            count.add(given, gold);
        }
        assert_eq!((count.rows(), count.hit), (3, 2));
        assert!((count.precision() - 2.0 / 3.0).abs() < 1e-9 && (count.f1() - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(Count::default().f1(), 0.0);
    }
}
