//! Quantities: numerals with their units, brought to one base unit per dimension.

use super::fold::Span;
use super::numbers::{Number, number_at};
use super::units::{HOUR, METRE, UNITS};

/// What is measured. Values are thousandths of the base unit named here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Yuan.
    Money,
    /// Minutes; a month counts 30 days, a year 12 months.
    Time,
    /// Milligrams.
    Weight,
    /// Millilitres.
    Volume,
    /// Millimetres.
    Length,
    /// Square metres.
    Area,
    /// Hundredths of the whole.
    Percent,
    /// What is left to pay, in hundredths: 九折 is 90.
    Discount,
    Watt,
    MilliampereHour,
    Celsius,
    Decibel,
    Gigabyte,
    Megabit,
    /// Minutes after midnight.
    Clock,
    /// Month × 100 + day; a day alone has month 0, a month alone day 0.
    Date,
    /// Pieces, by their counter.
    Count(&'static str),
    /// No unit was written.
    Bare,
}

/// A numeral with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    pub unit: Unit,
    pub milli: i64,
    pub span: Span,
    /// True for both ends of 3–5天.
    pub range: bool,
    pub arabic: bool,
}

/// Every quantity of a folded text, in order.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back();
        let step = rest.chars().next().map_or(1, char::len_utf8);
        // b5, x55: digits that belong to a Latin name; "5kg一袋" goes on with a new numeral.
        let named = before.is_some_and(|c| c.is_ascii_alphabetic()) && rest.starts_with(|c: char| c.is_ascii_digit());
        let barred = named
            || before.is_some_and(|c| c == '第' || c == '.')
            || text[..at].ends_with("星期")
            || text[..at].ends_with("礼拜")
            || before == Some('周') && rest.starts_with(|c: char| !c.is_ascii_digit());
        if let Some((quantity, len)) = percent(rest, at) {
            out.push(quantity);
            at += len;
        } else if barred {
            // 第2盒, 周二四六, b5: read past the numerals that belong to it.
            at += number_at(rest).map_or(step, |n| n.len);
        } else if let Some(len) = ranged(rest, at, &mut out) {
            at += len;
        } else if let Some((quantity, len)) = one(rest, at) {
            out.push(quantity);
            at += len;
        } else {
            at += step;
        }
    }
    out
}

fn percent(rest: &str, at: usize) -> Option<(Quantity, usize)> {
    let made = |milli, len: usize, unit| {
        let span = Span::new(at, at + len);
        Some((Quantity { unit, milli, span, range: false, arabic: false }, len))
    };
    for hundred in ["百分百", "百分之百", "百分之一百"] {
        if rest.starts_with(hundred) {
            return made(100_000, hundred.len(), Unit::Percent);
        }
    }
    if let Some(tail) = rest.strip_prefix("百分之") {
        let n = number_at(tail)?;
        return made(n.milli, "百分之".len() + n.len, Unit::Percent);
    }
    if rest.starts_with("半价") {
        return made(50_000, "半价".len(), Unit::Discount);
    }
    discount(rest).and_then(|(milli, len)| made(milli, len, Unit::Discount))
}

/// 九折, 八五折, 9.5折, 85折: what is left to pay, in thousandths of a hundredth.
fn discount(rest: &str) -> Option<(i64, usize)> {
    let n = number_at(rest)?;
    let (mut milli, mut len) = (n.milli, n.len);
    if !n.arabic
        && milli < 10_000
        && let Some(second) = number_at(&rest[len..]).filter(|s| !s.arabic && s.milli < 10_000)
    {
        milli = milli * 10 + second.milli;
        len += second.len;
    }
    if !rest[len..].starts_with('折') || rest[len..].starts_with("折叠") {
        return None;
    }
    let hundredths = if milli < 10_000 { milli * 10 } else { milli };
    (hundredths <= 100_000).then_some((hundredths, len + '折'.len_utf8()))
}

/// 3-5天, 三到五天, 三四天: both ends, with the unit of the second.
fn ranged(rest: &str, at: usize, out: &mut Vec<Quantity>) -> Option<usize> {
    let low = number_at(rest)?;
    let mut from = low.len;
    // 35公斤-48公斤 has its unit twice.
    let own = unit_at(&rest[from..], &low);
    let mut joined = false;
    let mut lead = from;
    if let Some((_, _, len)) = own {
        lead += len;
    }
    for (start, sure) in [(from, true), (lead, own.is_some())] {
        for dash in ["-", "到", "至", ","] {
            // The comma stands for the tilde and the long dash between digits and Chinese numerals.
            if sure && !joined && dash != "," && rest[start..].starts_with(dash) {
                from = start + dash.len();
                joined = true;
            }
        }
    }
    let adjacent = !joined && !low.arabic && low.milli < 10_000 && low.milli != 500;
    if !joined && !adjacent {
        return None;
    }
    let high = number_at(&rest[from..])?;
    if adjacent && (high.arabic || high.milli <= low.milli || high.milli >= 10_000 || high.milli == 500) {
        return None;
    }
    let tail = from + high.len;
    // 二十到三十: the first tens; 三四十块: both are tens.
    let (unit, factor, len) = unit_at(&rest[tail..], &high)?;
    if let Some((first, _, _)) = own
        && joined
        && first != unit
    {
        return None;
    }
    let total = tail + len;
    for number in [low, high] {
        let milli = scaled(number.milli, factor)?;
        out.push(Quantity { unit, milli, span: Span::new(at, at + total), range: true, arabic: number.arabic });
    }
    Some(total)
}

fn one(rest: &str, at: usize) -> Option<(Quantity, usize)> {
    let (sign, body) = match rest.strip_prefix('¥') {
        Some(body) => (rest.len() - body.len(), body),
        None => (0, rest),
    };
    let n = number_at(body)?;
    let made = |unit, milli, len: usize| {
        let len = sign + len;
        Some((Quantity { unit, milli, span: Span::new(at, at + len), range: false, arabic: n.arabic }, len))
    };
    if sign > 0 {
        return made(Unit::Money, n.milli, n.len);
    }
    if let Some((unit, milli, len)) = calendar(body, &n) {
        return made(unit, milli, len);
    }
    if let Some(tail) = body[n.len..].strip_prefix("个半") {
        for (word, unit, factor) in UNITS {
            if let Some(base) = word.strip_prefix('个')
                && tail.starts_with(base)
            {
                return made(*unit, scaled(n.milli + 500, *factor)?, n.len + "个半".len() + base.len());
            }
        }
    }
    if let Some((unit, factor, len)) = unit_at(&body[n.len..], &n) {
        let mut milli = scaled(n.milli, factor)?;
        let mut total = n.len + len;
        // 三年半, 一个半小时, 两块五.
        let tail = &body[total..];
        if tail.starts_with('半') && matches!(unit, Unit::Time) && !tail.starts_with("半价") {
            milli += factor / 2;
            total += '半'.len_utf8();
        } else if unit == Unit::Money
            && !body[n.len..].starts_with('元')
            && let Some(cents) = number_at(tail).filter(|c| c.milli < 10_000 && c.milli > 0 && c.len <= 3)
            && unit_at(&tail[cents.len..], &cents).is_none()
        {
            milli += cents.milli * factor / 10_000;
            total += cents.len;
        }
        // 2米6, 1米75: what stands behind the metres are tenths or hundredths of one.
        if unit == Unit::Length
            && factor == METRE
            && let Some(parts) = number_at(tail).filter(|p| (1_000..100_000).contains(&p.milli) && p.milli % 1000 == 0)
            && unit_at(&tail[parts.len..], &parts).is_none()
        {
            milli += parts.milli * factor / if parts.milli < 10_000 { 10_000 } else { 100_000 };
            total += parts.len;
        }
        return made(unit, milli, total);
    }
    // 46×30×16厘米: the last unit is that of all.
    if let Some((unit, factor)) = dimension(&body[n.len..]) {
        return made(unit, scaled(n.milli, factor)?, n.len);
    }
    // 加五十就行: tens alone, where nothing counted follows.
    let ends = |c: char| ",。!;就拿吧呢哈啊".contains(c);
    if n.milli >= 20_000 && !n.arabic && n.len >= 6 && body[n.len..].chars().next().is_none_or(ends) {
        return made(Unit::Bare, n.milli, n.len);
    }
    // A bare Chinese digit is mostly no number at all: 一下, 一样, 三心二意.
    let glued = body[n.len..].starts_with(|c: char| c.is_ascii_alphabetic());
    ((n.arabic && !glued) || n.milli >= 100_000).then(|| made(Unit::Bare, n.milli, n.len)).flatten()
}

/// The unit of a size of two or three measures, where one stands behind the last.
fn dimension(rest: &str) -> Option<(Unit, i64)> {
    let mut rest = rest;
    for _ in 0..2 {
        let next = rest.strip_prefix(['×', '*', '乘', 'x'])?;
        let next = next.trim_start_matches(['宽', '深', '高', '长', '厚', ' ']);
        let n = number_at(next)?;
        let tail = &next[n.len..];
        if let Some((unit, factor, _)) = unit_at(tail, &n) {
            return matches!(unit, Unit::Length).then_some((unit, factor));
        }
        rest = tail;
    }
    None
}

fn unit_at(rest: &str, n: &Number) -> Option<(Unit, i64, usize)> {
    let bare = rest.strip_prefix("多").or_else(|| rest.strip_prefix("来")).unwrap_or(rest);
    let bare = bare.strip_prefix('+').unwrap_or(bare);
    let skipped = rest.len() - bare.len();
    let latin = bare.strip_prefix(' ').unwrap_or(bare);
    for (word, unit, factor) in UNITS {
        let ascii = word.is_ascii();
        let source = if ascii { latin } else { bare };
        let Some(after) = source.strip_prefix(word) else { continue };
        if ascii && *word != "%" && after.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            continue;
        }
        let lone = !n.arabic && n.milli == 1000 && skipped == 0;
        let idle = match *word {
            // 一块看, 一成不变, 一度, 一米阳光; 一个/一条/一位 say "a".
            // 一毛五 is money, 一毛不拔 is not.
            "毛" => after.starts_with(['绒', '孔', '衣', '巾']) || lone && number_at(after).is_none(),
            "块" | "成" | "度" | "角" => lone,
            "色" | "名" | "位" | "人" | "条" | "本" if !n.arabic => lone,
            "m" => n.milli < 50_000,
            "h" => n.milli > 100_000,
            "日" => n.arabic && after.starts_with("游"),
            "包" => after.starts_with("邮") || after.starts_with("括"),
            "次" => after.starts_with("日"),
            "年" => n.milli >= 1_900_000,
            "周" => after.starts_with("一到") || after.starts_with("边"),
            "天" => after.starts_with("然"),
            "斤" => after.starts_with("斤计较"),
            "个" => after.starts_with('性') || after.starts_with("人"),
            _ => false,
        };
        if idle {
            continue;
        }
        let taken = bare.len() - after.len();
        // A blank before a Latin unit belongs to it.
        return Some((*unit, *factor, skipped + taken));
    }
    None
}

/// 6月18日, 31号, 20:00, 下午5点, 17点前, 2019年: unit, value and bytes.
fn calendar(body: &str, n: &Number) -> Option<(Unit, i64, usize)> {
    let rest = &body[n.len..];
    let whole = n.milli / 1000;
    if n.milli % 1000 != 0 {
        return None;
    }
    if let Some(tail) = rest.strip_prefix("月")
        && (1..=12).contains(&whole)
    {
        let base = n.len + '月'.len_utf8();
        let day = number_at(tail).filter(|d| (1000..=31_000).contains(&d.milli));
        if let Some(d) = day {
            let mark = ["日", "号"].iter().find(|m| tail[d.len..].starts_with(**m)).map_or(0, |m| m.len());
            if mark > 0 || n.arabic {
                return Some((Unit::Date, (whole * 100 + d.milli / 1000) * 1000, base + d.len + mark));
            }
        }
        return Some((Unit::Date, whole * 100 * 1000, base));
    }
    if rest.starts_with('号') && (1..=31).contains(&whole) {
        return Some((Unit::Date, whole * 1000, n.len + '号'.len_utf8()));
    }
    // "20日前送到" names a day, "7日内" does not.
    if let Some(tail) = rest.strip_prefix('日')
        && (1..=31).contains(&whole)
        && ["前", "之前", "以前", "送", "到", "截", "那天"].iter().any(|next| tail.starts_with(next))
    {
        return Some((Unit::Date, whole * 1000, n.len + '日'.len_utf8()));
    }
    if rest.starts_with('年') && (1900..2200).contains(&whole) {
        return Some((Unit::Count("公元"), n.milli, n.len + '年'.len_utf8()));
    }
    if let Some(tail) = rest.strip_prefix(':')
        && n.arabic
        && whole <= 24
    {
        let minutes = number_at(tail).filter(|m| m.arabic && m.len == 2 && m.milli < 60_000)?;
        return Some((Unit::Clock, whole * HOUR * 1000 + minutes.milli, n.len + 1 + minutes.len));
    }
    if let Some(tail) = rest.strip_prefix('点')
        && (1..=24).contains(&whole)
        && !tail.starts_with(['多', '心'])
    {
        let half = tail.starts_with('半');
        // "有一点", "快点", "两点要说": a lone Chinese digit before 点 is no hour unless something says so.
        let timed = n.arabic || half || tail.starts_with(['前', '钟', '到', '整', '之', '后', '截', '以']) || whole > 9;
        if timed {
            let milli = (whole * HOUR + if half { 30 } else { 0 }) * 1000;
            return Some((Unit::Clock, milli, n.len + '点'.len_utf8() + if half { 3 } else { 0 }));
        }
    }
    None
}

fn scaled(milli: i64, factor: i64) -> Option<i64> {
    i64::try_from(i128::from(milli) * i128::from(factor) / 1000).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn read(text: &str) -> Vec<(Unit, i64)> {
        quantities(&fold(text)).iter().map(|q| (q.unit, q.milli / 1000)).collect()
    }

    #[test]
    fn reads_quantities() {
        const D: i64 = 1440;
        for (text, expected) in [
            ("一盒喝20天", vec![(Unit::Count("盒"), 1), (Unit::Time, 20 * D)]),
            ("3–5天到", vec![(Unit::Time, 3 * D), (Unit::Time, 5 * D)]),
            ("三到五天", vec![(Unit::Time, 3 * D), (Unit::Time, 5 * D)]),
            ("三四天", vec![(Unit::Time, 3 * D), (Unit::Time, 4 * D)]),
            ("两年保修", vec![(Unit::Time, 720 * D)]),
            ("一年半", vec![(Unit::Time, 540 * D)]),
            ("一个半小时", vec![(Unit::Time, 90)]),
            ("半个月", vec![(Unit::Time, 15 * D)]),
            ("一百二十九块", vec![(Unit::Money, 129)]),
            ("¥129", vec![(Unit::Money, 129)]),
            ("打九折", vec![(Unit::Discount, 90)]),
            ("八五折", vec![(Unit::Discount, 85)]),
            ("百分之十", vec![(Unit::Percent, 10)]),
            ("100%棉", vec![(Unit::Percent, 100)]),
            ("三盒装199", vec![(Unit::Count("盒"), 3), (Unit::Bare, 199)]),
            ("12,800元", vec![(Unit::Money, 12_800)]),
            ("6月18日", vec![(Unit::Date, 618)]),
            ("20日前送到", vec![(Unit::Date, 20)]),
            ("17点前", vec![(Unit::Clock, 1020)]),
            ("5kg一袋", vec![(Unit::Weight, 5_000_000), (Unit::Count("包"), 1)]),
            ("两万毫安", vec![(Unit::MilliampereHour, 20_000)]),
            ("第2盒减15元", vec![(Unit::Money, 15)]),
            ("40×25厘米", vec![(Unit::Length, 400), (Unit::Length, 250)]),
            ("宽60×深45×高80厘米", vec![(Unit::Length, 600), (Unit::Length, 450), (Unit::Length, 800)]),
            ("加五十就行", vec![(Unit::Bare, 50)]),
            ("总长2米6", vec![(Unit::Length, 2600)]),
            ("两米2个", vec![(Unit::Length, 2000), (Unit::Count("个"), 2)]),
            ("二十多种", vec![]),
            ("每周二四六", vec![]),
            ("一块看看", vec![]),
            ("等一下,一样的", vec![]),
            ("B5和X55", vec![]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
