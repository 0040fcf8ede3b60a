//! Amounts of money that answer a question about a price, worked out again from the sheet.

use super::pairs::Pairs;
use crate::analysis::Sheet;
use crate::analysis::buyer::Buyer;
use crate::text::{CueSet, Quantity, Text, Unit};

/// The item that the amount denies: it is no price on the sheet, and none follows from it.
pub(super) fn otherwise(
    text: &Text,
    q: &Quantity,
    all: &[Quantity],
    theirs: &[Quantity],
    buyer: &Buyer,
    sheet: &Sheet,
    asked: &CueSet,
) -> Option<usize> {
    let price = sheet.price?.fen() * 10;
    let floor = sheet.floor_price.map_or(price, |p| p.fen() * 10);
    if !asked.any(&buyer.text)
        || buyer.price
        || q.milli < 1000
        || digits_of_else(text, q)
        || text.slice(q.span).contains(',')
    {
        return None;
    }
    let said = all.iter().chain(theirs);
    let counts: Vec<i64> = said
        .filter_map(|c| match c.unit {
            Unit::Count(_) | Unit::Weight | Unit::Time | Unit::Length | Unit::Gigabyte => Some(whole(c)),
            _ => None,
        })
        .flatten()
        .chain([1])
        .filter(|n| (1..=400).contains(n))
        .collect();
    let mut money: Vec<i64> = sheet
        .index
        .items
        .iter()
        .flat_map(|i| &i.parts)
        .flat_map(|p| p.values.iter().filter(|v| amount(v, &p.text)))
        .map(|v| v.milli)
        .take(16)
        .collect();
    money.push(price);
    // Between floor and list, by the piece: a concession, no untruth.
    if counts.iter().any(|n| (floor * n..=price * n).contains(&q.milli)) {
        return None;
    }
    let spoken = all.iter().filter(|o| matches!(o.unit, Unit::Money | Unit::Bare)).map(|o| o.milli);
    let terms: Vec<i64> = money.iter().copied().chain(spoken.filter(|m| *m != q.milli)).collect();
    let near = |a: i64| (a - q.milli).abs() <= (q.milli / 200).max(500);
    let rates: Vec<i64> = sheet
        .index
        .values
        .iter()
        .chain(all)
        .filter(|v| matches!(v.unit, Unit::Discount | Unit::Percent))
        .map(|v| v.milli)
        .chain([100_000])
        .collect();
    let follows = terms.iter().any(|&a| {
        counts.iter().any(|&n| {
            let times = a.saturating_mul(n);
            near(a / n)
                || rates.iter().any(|r| near(times / 1000 * r / 100) || near((times - a) + a / 1000 * r / 100))
                || money.iter().any(|&b| near(times - b) || near(times + b) || near(times - b.saturating_mul(n)))
        }) || (2..=12).any(|n| near(a / n)) && text.as_str().contains(['每', '均', '月', '天', '合', '摊'])
    });
    if follows {
        return None;
    }
    let topic = Pairs::of(buyer.text.as_str());
    let about = |i: &super::index::Item| {
        !i.rival && i.parts.iter().any(|p| p.values.iter().any(|v| v.unit == Unit::Money) && p.pairs.meets(&topic))
    };
    let items = &sheet.index.items;
    Some(items.iter().position(about).unwrap_or(items.len()))
}

/// Money, or a number that nothing follows: "两件199".
fn amount(v: &Quantity, text: &str) -> bool {
    let ends = text.get(v.span.end..).is_some_and(str::is_empty);
    v.milli > 0 && (v.unit == Unit::Money || v.unit == Unit::Bare && ends)
}

/// How many pieces: 3 of 三台, 12 of 一年 (months), 30 of 一个月 (days).
fn whole(c: &Quantity) -> Vec<i64> {
    match c.unit {
        Unit::Time => {
            let days = c.milli / 1000 / 1440;
            vec![days, days / 30, days / 360, days / 7]
        }
        Unit::Weight => vec![c.milli / 500_000_000, c.milli / 1_000_000_000],
        Unit::Length => vec![c.milli / 1_000_000],
        _ => vec![c.milli / 1000],
    }
}

/// A bare number that is no amount: with letters, a size, or followed by what it counts.
fn digits_of_else(text: &Text, q: &Quantity) -> bool {
    let after = text.as_str().get(q.span.end..).and_then(|t| t.chars().next());
    let before = text.as_str().get(..q.span.start).and_then(|t| t.chars().next_back());
    q.unit == Unit::Bare
        && (after.is_some_and(|c| !"一,。!?;呢哈啊呀吧哦拿就的起整包到嘛给这".contains(c))
            || before.is_some_and(|c| c.is_ascii_alphanumeric() || "第减送返省优惠抵赠".contains(c)))
}
