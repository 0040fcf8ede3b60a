//! What is said in words and the sheet says in other words: penalties, postage, returns, couriers.

use super::Facts;
use super::rivals::told_of_rival;
use crate::analysis::Sheet;
use crate::text::{CueSet, Span, Text, cues};

/// A statement in words that the sheet denies, or denies what it states.
struct Denial {
    /// The reply says this,
    said: &'static CueSet,
    /// and the sheet has one of these,
    sheet: &'static [&'static str],
    /// and the reply none of these.
    unless: &'static [&'static str],
}

cues! {
    SAYS_NO_PENALTY: "(没有?|不要|不收|不用|无|零|一分)[^,。]{0,6}违约金";
    SAYS_NO_FADING: "(不|不会|绝不|从不|永不)(掉|褪)色";
    SAYS_FREE_EVERYWHERE: "(全国|全部|哪里|哪都|到处|全场|新疆|西藏|偏远)~(包邮|免邮)";
    SAYS_SHOP_PAYS_RETURN: "(退|换|退货|退换)~(运费|邮费)~(我们|店里|商家|我|店铺)~(出|承担|付|包)", "(运费|邮费)(我们|店里|商家)~(出|承担)";
    SAYS_OPENED_RETURN: "(拆|开|用|喝|吃|戴)(封|了|过|开)?[^,。!\\?、没未不]{0,6}(也|都|照样|照|一样)?(能|可以|可|给)?退(?:[^不货]|$)";
    SAYS_ANY_RETURN: "(随时|随便|无条件|终身)~退";
    SAYS_NO_SUGAR: "(完全|一点)?(不含|没有|零|无|0)糖";
    SAYS_SUITS_PREGNANT: "(孕妇|哺乳期|怀孕|月经期|经期)~(也|都)?(能|可以|没事|没问题|放心)(喝|吃|用|戴)?";
}

const DENIALS: &[Denial] = &[
    Denial {
        said: &SAYS_NO_PENALTY, sheet: &["付违约金", "违约金按", "退订收", "提前退"], unless: &["满", "到期"]
    },
    Denial { said: &SAYS_NO_FADING, sheet: &["浮色", "掉色", "褪色"], unless: &["浮色"] },
    Denial { said: &SAYS_FREE_EVERYWHERE, sheet: &["补邮费", "地区运费", "运费12", "郊县收"], unless: &[] },
    Denial {
        said: &SAYS_SHOP_PAYS_RETURN,
        sheet: &["运费由买家", "运费买家", "买家承担", "运费自理"],
        unless: &["质量问题"],
    },
    Denial {
        said: &SAYS_OPENED_RETURN,
        sheet: &["拆封后不退", "开饼不退", "未拆封", "未开封", "拆封后不支持", "未使用", "未佩戴"],
        unless: &["不能", "没拆", "未拆", "不拆", "别拆", "没开", "未开", "不开", "别开", "质量问题"],
    },
    Denial {
        said: &SAYS_ANY_RETURN,
        sheet: &["无理由", "可退", "不退", "不支持"],
        unless: &["开课前", "天内", "天里", "天之内"],
    },
    Denial { said: &SAYS_NO_SUGAR, sheet: &["含糖"], unless: &[] },
    Denial { said: &SAYS_SUITS_PREGNANT, sheet: &["孕妇", "哺乳期", "孕猫"], unless: &["不", "别"] },
];

/// What of this a sheet denies or names: found once for a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Denied {
    /// Places of the [`DENIALS`] that it denies.
    denials: Vec<usize>,
    /// What it is not or has not: see [`denied_by_sheet`].
    pub(super) things: Vec<String>,
    /// Couriers that it does not name; none where it names no courier at all.
    couriers: Vec<&'static str>,
}

impl Denied {
    /// `all`: every folded text of the sheet.
    pub fn of(all: &str) -> Self {
        let denied = |i: &usize| DENIALS[*i].sheet.iter().any(|s| all.contains(s));
        let named = COURIERS.iter().any(|c| all.contains(c));
        Self {
            denials: (0..DENIALS.len()).filter(denied).collect(),
            things: denied_by_sheet(all).into_iter().map(str::to_owned).collect(),
            couriers: COURIERS.iter().copied().filter(|c| named && !all.contains(c)).collect(),
        }
    }
}

pub fn read(text: &Text, sheet: &Sheet, facts: &mut Facts) {
    let folded = text.as_str();
    for denial in sheet.index.denied.denials.iter().map(|&i| &DENIALS[i]) {
        if denial.unless.iter().any(|u| folded.contains(u)) {
            continue;
        }
        for span in denial.said.unquoted(text) {
            if text.clause_at(span.start).is_some_and(|c| !c.question) && !told_of_rival(text, span.start, sheet) {
                facts.notes.insert("check_denial");
                facts.contradictions.push(text.clauses_around(span));
            }
        }
    }
    other_courier(text, &sheet.index.denied.couriers, facts);
    for denied in &sheet.index.denied.things {
        let Some(at) = folded.find(denied.as_str()) else { continue };
        let span = Span::new(at, at + denied.len());
        let Some(clause) = text.clause_at(at) else { continue };
        let before = &folded[clause.span.start..at];
        let affirmed =
            ["支持", "含", "有", "能", "可以", "加", "是", "带", "送", "给你"].iter().any(|w| before.ends_with(w))
                || before.is_empty() && denied.chars().count() >= 3;
        let negated = text.is_negated(span) || ["不", "没", "无", "非", "别"].iter().any(|n| before.contains(n));
        let after = &folded[at + denied.len()..clause.span.end];
        if affirmed
            && !negated
            && !clause.question
            && !text.is_quoted(span)
            && !after.starts_with("的话")
            && !told_of_rival(text, at, sheet)
            && !after.contains(['不', '没', '无'])
        {
            facts.notes.insert("check_denied");
            facts.contradictions.push(clause.span);
        }
    }
}

const COURIERS: &[&str] = &["顺丰", "圆通", "中通", "申通", "韵达", "极兔", "德邦", "京东", "邮政", "ems"];

/// The sheet names its couriers and the reply sends by another, at no extra cost.
fn other_courier(text: &Text, others: &[&str], facts: &mut Facts) {
    for courier in others {
        let Some(at) = text.as_str().find(courier) else { continue };
        let span = Span::new(at, at + courier.len());
        let Some(clause) = text.clause_at(at) else { continue };
        let sentence = text.as_str();
        let extra = ["补", "差价", "加钱", "到付", "另付", "加急"].iter().any(|w| sentence.contains(w));
        let before = &sentence[clause.span.start..at];
        let sends = ["发", "走", "用", "寄", "是"].iter().any(|w| before.contains(w)) || before.is_empty();
        if sends
            && !extra
            && !clause.question
            && !text.is_negated(span)
            && !text.is_quoted(span)
            && !text.slice(clause.span).contains(['不', '没'])
        {
            facts.notes.insert("courier");
            facts.contradictions.push(clause.span);
        }
    }
}

/// What the sheet says that it is not or has not: 不支持X, 不含X, 不加X.
fn denied_by_sheet(all: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for denier in ["暂不支持", "不支持", "不含", "不加", "不发", "不能指定", "不带", "不送", "不能", "不可", "不宜"]
    {
        for (at, _) in all.match_indices(denier) {
            let rest = &all[at + denier.len()..];
            let end = rest.find([',', ';', '。', ':', '(', ')', '!', '?']).unwrap_or(rest.len());
            for piece in rest[..end].split(['、', '和', '或', '及', '/']) {
                let chars = piece.chars().count();
                if (2..=8).contains(&chars) || chars == 1 && denier == "不加" {
                    out.push(piece);
                }
            }
        }
    }
    out.retain(|d| !all.contains(&format!(",{d}")) || d.chars().count() > 1);
    out
}
