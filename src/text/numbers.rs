//! Numerals, Arabic and Chinese: 129, 1.5, 一百二十九, 两千三, 半, 1万, 百分之十.

/// A numeral at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Thousandths.
    pub milli: i64,
    /// Bytes it takes.
    pub len: usize,
    /// True where it was written with digits.
    pub arabic: bool,
}

/// Largest value kept, in thousandths; anything above counts as no number.
const MOST: i64 = 1_000_000_000_000_000;

/// The numeral at the start of `text`, which is folded; None where there is none.
pub fn number_at(text: &str) -> Option<Number> {
    let first = text.chars().next()?;
    let number = if first.is_ascii_digit() { arabic(text)? } else { chinese(text)? };
    (number.milli <= MOST).then_some(number)
}

fn arabic(text: &str) -> Option<Number> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 12 {
        return None;
    }
    let mut milli = text[..digits].parse::<i64>().ok()?.checked_mul(1000)?;
    let mut len = digits;
    if let Some(fraction) = text[digits..].strip_prefix('.') {
        let decimals = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if decimals > 0 {
            let shown: String = fraction.chars().take(decimals.min(3)).collect();
            let scale = 10_i64.pow(3 - u32::try_from(decimals.min(3)).ok()?);
            milli += shown.parse::<i64>().ok()? * scale;
            len += 1 + decimals;
        }
    }
    for (suffix, factor) in [("万", 10_000), ("千", 1000), ("百", 100), ("w", 10_000), ("k", 1000)] {
        if let Some(rest) = text[len..].strip_prefix(suffix) {
            // "5kg", "500w" (watt) and "千克" are units, no multiples.
            let unit = (suffix == "k" && rest.starts_with('g'))
                || (suffix == "w" && digits > 2)
                || (suffix == "千" && rest.starts_with(['克', '瓦']))
                || rest.starts_with(|c: char| c.is_ascii_alphanumeric() && suffix.is_ascii());
            if !unit {
                return Some(Number { milli: milli.checked_mul(factor)?, len: len + suffix.len(), arabic: true });
            }
        }
    }
    Some(Number { milli, len, arabic: true })
}

fn digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' | '仨' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn power(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' => 10_000,
        _ => return None,
    })
}

fn chinese(text: &str) -> Option<Number> {
    let mut total = 0_i64;
    let mut section = 0_i64;
    let mut pending: Option<i64> = None;
    let mut last_power = 0_i64;
    let mut len = 0;
    let mut seen = 0;
    let mut zero = false;
    if text.starts_with('半') {
        return Some(Number { milli: 500, len: '半'.len_utf8(), arabic: false });
    }
    for c in text.chars().take(16) {
        if let Some(d) = digit(c) {
            // "三四天": two numbers side by side, the caller reads the second on its own.
            if pending.is_some_and(|p| p != 0) && d != 0 && last_power == 0 {
                break;
            }
            if d == 0 {
                zero = true;
            }
            if pending.is_some_and(|p| p != 0) {
                break;
            }
            pending = Some(d);
        } else if let Some(p) = power(c) {
            if p == 10_000 {
                section += pending.take().unwrap_or(0);
                if section == 0 {
                    if seen == 0 {
                        return None;
                    }
                    section = 1;
                }
                total = total.checked_add(section.checked_mul(p)?)?;
                section = 0;
            } else {
                let d = match pending.take() {
                    Some(d) => d,
                    None if p == 10 && (seen == 0 || zero || last_power > 10) => 1,
                    None if seen == 0 => return None,
                    None => break,
                };
                section = section.checked_add(d.checked_mul(p)?)?;
            }
            last_power = p;
            zero = false;
        } else {
            break;
        }
        len += c.len_utf8();
        seen += 1;
    }
    if seen == 0 {
        return None;
    }
    let mut value = total + section;
    if let Some(d) = pending {
        // 一百二 is 120, 两千三 is 2300; 一百零二 is 102.
        value += if last_power >= 100 && !zero { d * last_power / 10 } else { d };
    }
    let mut milli = value.checked_mul(1000)?;
    if let Some(rest) = text[len..].strip_prefix('点') {
        let decimals: Vec<i64> = rest.chars().map_while(digit).take(3).collect();
        // "八点半" and "八点到": a time of day, no decimals.
        if !decimals.is_empty() && !rest.starts_with(['半', '到']) {
            let mut scale = 100;
            for d in &decimals {
                milli += d * scale;
                scale /= 10;
            }
            len += '点'.len_utf8() + decimals.len() * 3;
        }
    }
    Some(Number { milli, len, arabic: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numerals() {
        for (text, milli) in [
            ("129元", 129_000),
            ("1.5斤", 1_500),
            ("9.9包邮", 9_900),
            ("一百二十九块", 129_000),
            ("一百二", 120_000),
            ("两千三", 2_300_000),
            ("一百零二", 102_000),
            ("十五天", 15_000),
            ("二十", 20_000),
            ("两盒", 2_000),
            ("半年", 500),
            ("1万元", 10_000_000),
            ("两万毫安", 20_000_000),
            ("六千九百八十", 6_980_000),
            ("四千五百八", 4_580_000),
            ("三点五折", 3_500),
            ("五千", 5_000_000),
            ("5kg", 5_000),
            ("500w", 500_000),
        ] {
            assert_eq!(number_at(text).map(|n| n.milli), Some(milli), "{text}");
        }
        for text in ["元", "百", "万一", "千万别", ""] {
            assert_eq!(number_at(text), None, "{text}");
        }
    }
}
