//! The same word said of the product here and denied there.

use super::Facts;
use super::answers::{asks, plain_yes};
use super::rivals::told_of_rival;
use crate::analysis::Sheet;
use crate::analysis::buyer::Buyer;
use crate::text::Text;

const NOES: &[char] = &['不', '没', '无', '非', '未', '免', '勿', '忌'];

/// A word of the sheet that the reply turns round, or that the buyer asked for and the reply grants or refuses
/// otherwise than the sheet.
pub fn read(text: &Text, buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    let line = buyer.text.as_str();
    let yes = plain_yes(text, buyer);
    let no = text.clauses().first().is_some_and(|c| {
        let said = text.slice(c.span);
        ["不能", "不可以", "不行", "没有", "不支持", "不会", "不送", "不包", "不带", "不含"].iter().any(|w| said.starts_with(w))
    });
    for part in sheet.index.items.iter().filter(|i| !i.rival).flat_map(|i| &i.parts) {
        for &(a, b) in part.pairs.iter().filter(|(a, b)| !NOES.contains(a) && !NOES.contains(b)) {
            let word: String = [a, b].iter().collect();
            let Some(there) = part.text.find(&word) else { continue };
            let denied = negative(&part.text, there);
            if let Some(here) = text.as_str().find(&word) {
                let Some(clause) = text.clause_at(here) else { continue };
                let before = text.as_str().get(clause.span.start..here).unwrap_or_default();
                if !clause.question
                    && negative(before, before.len()) != denied
                    && !told_of_rival(text, here, sheet)
                    && !text.is_quoted(clause.span)
                {
                    facts.notes.insert(if denied { "grants_word" } else { "denies_word" });
                }
            } else if asks(buyer) && line.contains(&word) {
                if denied && yes {
                    facts.notes.insert("grants_asked");
                } else if !denied && no {
                    facts.notes.insert("denies_asked");
                }
            }
        }
    }
}

/// A no stands in the three chars before the place.
fn negative(text: &str, at: usize) -> bool {
    text.get(..at).unwrap_or_default().chars().rev().take(3).any(|c| NOES.contains(&c))
}
