//! What a dimension says of a session, before weights are known.

use super::{Missed, RuleScore};
use crate::i18n::Text;

/// A dimension's verdict. The score is the sum of the rules' points, held to 0–1000.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// Per mille; None where the dimension does not apply.
    pub permille: Option<i32>,
    pub rules: Vec<RuleScore>,
    pub remarks: Vec<Remark>,
    pub missed: Vec<Missed>,
}

/// A gain or a loss in one turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub turn: usize,
    /// Per mille of the dimension; 0 for a remark alone.
    pub permille: i32,
    pub text: Text,
    /// Chars of the reply.
    pub span: Option<(usize, usize)>,
    pub lever: Lever,
}

/// What another try at the turn would have to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    Words,
    Clock,
}

impl Judgement {
    /// The dimension does not apply.
    pub fn none() -> Self {
        Self::default()
    }

    /// No reply was written: nothing earned.
    pub fn nothing_said() -> Self {
        let mut judgement = Self::default();
        judgement.reasoned("no-reply", 0, 1000, Vec::new(), Text::new("reason-no-reply"));
        judgement.sum()
    }

    /// A rule: `points` of `of`, both per mille; `of` is 0 for what is only taken off or added.
    pub fn rule(&mut self, id: &str, points: i32, of: i32, turns: Vec<usize>) {
        self.rules.push(RuleScore { id: id.to_owned(), points, of, turns: tidy(turns), reason: None });
    }

    /// The same with its reason in words.
    pub fn reasoned(&mut self, id: &str, points: i32, of: i32, turns: Vec<usize>, reason: Text) {
        self.rules.push(RuleScore { id: id.to_owned(), points, of, turns: tidy(turns), reason: Some(reason) });
    }

    /// A deduction, held to `most`; nothing where there is nothing to deduct.
    pub fn deduct(&mut self, id: &str, each: i32, turns: Vec<usize>, most: i32) {
        if !turns.is_empty() {
            let count = i32::try_from(turns.len()).unwrap_or(i32::MAX);
            self.rule(id, -each.saturating_mul(count).min(most), 0, turns);
        }
    }

    pub fn remark(&mut self, turn: usize, permille: i32, text: Text, span: Option<(usize, usize)>) {
        self.remarks.push(Remark { turn, permille, text, span, lever: Lever::Words });
    }

    /// The sum of the points so far, not yet held to bounds.
    pub fn points(&self) -> i32 {
        self.rules.iter().map(|r| r.points).sum()
    }

    /// Ends the verdict: it applies, and its score is what the rules add up to.
    #[must_use]
    pub fn sum(mut self) -> Self {
        self.permille = Some(self.points().clamp(0, 1000));
        self
    }
}

fn tidy(mut turns: Vec<usize>) -> Vec<usize> {
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// `part` of `whole` in per mille of `of`, 0 for an empty whole.
pub(super) fn share(part: i64, whole: i64, of: i32) -> i32 {
    if whole <= 0 {
        return 0;
    }
    let points = i64::from(of) * part.clamp(0, whole) / whole;
    i32::try_from(points).unwrap_or(of)
}

/// `of` up to `full`, 0 from `none`, in proportion between.
pub(super) fn band(value: u64, full: u64, none: u64, of: i32) -> i32 {
    if value <= full {
        return of;
    }
    if value >= none {
        return 0;
    }
    let points = u128::from(none - value) * u128::from(of.unsigned_abs()) / u128::from(none - full);
    i32::try_from(points).unwrap_or(of)
}

/// `count` as an i32, for arithmetic with points.
pub(super) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
