//! A plain question about one matter of the sheet, and the value or the yes that answers it otherwise.

use super::Facts;
use super::index::Part;
use super::pairs::Pairs;
use super::rivals::speaks_of_rival;
use super::values::{equal, trivial};
use crate::analysis::buyer::Buyer;
use crate::analysis::{Grasp, Sheet};
use crate::text::{Quantity, Span, Text, Unit, cues, quantities};

cues! {
    /// Nothing that the product has: the buyer's, the speaker's, another day's.
    ASIDE: "(你|我)(家|自己|这边|身高|体重|之前|上次|那)", "(上个?月|上周|昨天|前天|去年|上次|等了|用了|买了|喝了)", "(我|表|邻居|你)[^,。]{0,3}(姐|哥|家|妈|婶)", "(别家|人家|同行|市面|一般的|普通)", "(回|联系|答复|登记|回电|回复)你", "(晚|早|慢|快|差)(个)?<num>", "(建议|推荐|拿<num>|选<num>|试试|再等)", "(平均|合下来|折合|相当于|摊)", "(最后|多(用|穿|喝|玩))", "^(也就是|就是说|等于)", "(见效|效果|瘦|降到|血脂|开了|做了|站了|干了)";
    ROUGH: "(差不多|大概|大约|约|左右|上下|将近|快|来|多|近|几乎|不到|出头|不超过|以内|顶多|至少|起码|最多|最少|往上|以上|以下)";
    /// A whole question that awaits yes or no.
    YES: "^(嗯+|对+|是|能|可以|行|有|没问题|没事|当然|支持|好|包|会|放心|必须|那必须|随便)(的|啊|呀|呢|嘛|吧|了|滴|得|哒|能|对|是|就|便)*", "(都行|没事|没问题|都可以|随便)";
    NO: "(不|没|别|勿|非|无|未|够呛|难|得问|仅|只)";
    POLAR: "(吗|么|不|没|嘛|吧|行不行|能不能|是不是|有没有|对吧|可以吧|没有|不行)$", "(能|可以|是|有|会|支持|行|包)不(能|可以|是|会|行|包)?", "^(能|可以|支持|是不是|有没有)";
    ASKING: "(什么|啥|几|多少|多久|怎么|咋|哪|来着)", "(吗|么|不|没|呢|嘛)$", "(能|可以|是|有|会|行|包|赔|退)(不|没)(能|可以|是|会|有|行|包|赔|退)";
    PRICE_ASKED: "(多少钱|几块|几钱|价格|怎么(算|收|卖|换)|收(多少|费|钱)|要(多少)?钱|什么价|啥价|卖多少|多少一|一(盒|件|箱|套|台|份|年|个)多少|多少$|多少\\?$)";
}

/// Words of a question and the words of the sheet that answer it.
const ASKED: &[(&[&str], &[&str])] = &[
    (&["多重", "几斤", "重不重", "多少克", "克重", "几克", "分量"], &["重", "克"]),
    (
        &["多大", "多宽", "多高", "多长", "多厚", "尺寸", "多深", "几米", "长", "宽", "厚"],
        &["尺寸", "厘米", "毫米", "米", "寸"],
    ),
    (
        &["几天发", "多久发", "时候发", "啥时候发", "发货", "寄出", "几时寄", "多久寄"],
        &["发货", "发出", "寄出", "交期", "寄"],
    ),
    (&["几天到", "多久到", "时候到", "几时到", "能到", "送货", "送到"], &["到", "送达", "送货", "物流"]),
    (
        &["保修", "质保", "坏了", "保多久", "保几年", "坏掉", "维修", "报修", "来修"],
        &["质保", "保修", "免费修", "修", "换新", "到场"],
    ),
    (&["退", "不喜欢", "不合适", "不满意"], &["退", "无理由", "试"]),
    (&["保质期", "过期", "放多久", "能放", "存放"], &["保质期", "放", "保存"]),
    (&["分钟", "多久", "多长时间", "几个小时", "几点", "几天"], &["时间", "小时", "分钟", "约"]),
    (&["续航", "充一次", "用多久", "能用几"], &["续航", "电池", "用"]),
    (&["几年", "交几", "多少年", "合约", "租", "签多久"], &["年", "期", "合约", "最短", "租"]),
    (&["几个人", "多少人", "几张", "几个", "最多"], &["最多", "人", "张", "个", "位"]),
    (&["噪音", "声音", "吵", "响"], &["噪音", "分贝"]),
    (&["活动", "优惠", "截止", "到几号", "到什么时候"], &["截止", "日", "止", "前"]),
    (&["几天装", "多久装", "装上", "安装", "上门"], &["上门", "安装", "装"]),
    (&["修改", "改", "定做", "定制", "刻字"], &["改", "定做", "定制", "刻字"]),
    (&["剩", "库存", "还有几"], &["剩", "库存"]),
    (&["存", "云", "录像", "回放"], &["保存", "存储", "备份", "保留"]),
];

pub fn read(text: &Text, all: &[Quantity], buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    if !asks(buyer) || buyer.bargains || buyer.complains || text.as_str().chars().count() > 60 {
        return;
    }
    for q in all {
        if let Some(item) = otherwise(text, q, all, buyer, sheet) {
            note(sheet, item, text.clauses_around(q.span), facts);
        }
    }
    assented(text, buyer, sheet, facts);
}

/// Asks, be it without a question mark.
pub(super) fn asks(buyer: &Buyer) -> bool {
    buyer.asks || (!buyer.text.is_empty() && ASKING.any(&buyer.text))
}

/// The value is none of the product's.
pub(super) fn aside(clause: &str) -> bool {
    ASIDE.any_in(clause)
}

fn note(sheet: &Sheet, item: usize, span: Span, facts: &mut Facts) {
    if !facts.contradictions.contains(&span) {
        facts.contradictions.push(span);
    }
    facts.value_wrong += 1;
    if let Some(item) = sheet.items.get(item) {
        facts.mention(&item.subject, Grasp::Wrong, span);
    }
}

/// The item whose value the quantity denies.
fn otherwise(text: &Text, q: &Quantity, all: &[Quantity], buyer: &Buyer, sheet: &Sheet) -> Option<usize> {
    if trivial(q) || text.is_quoted(q.span) || text.is_negated(q.span) || speaks_of_rival(text, q, sheet) {
        return None;
    }
    let clause = text.clause_at(q.span.start)?;
    let slice = text.slice(clause.span);
    if clause.question || ASIDE.any_in(slice) || q.span.start > 90 {
        return None;
    }
    // What the buyer said is only taken up.
    let theirs = quantities(buyer.text.as_str());
    let one = [1000, 1_440_000, 60_000, 1_000_000].contains(&q.milli) && !q.arabic;
    let single = one && all.len() > 1 && !matches!(q.unit, Unit::Money | Unit::Bare);
    if theirs.iter().any(|b| equal(q, b)) || single {
        return None;
    }
    match q.unit {
        Unit::Money | Unit::Bare => super::sums::otherwise(text, q, all, &theirs, buyer, sheet, &PRICE_ASKED),
        Unit::Date => dated(q, buyer, sheet),
        Unit::Clock | Unit::Discount => None,
        Unit::Count("个" | "人" | "岁" | "公元") if !buyer.text.as_str().contains(['几', '多']) => None,
        _ => misaligned(q, buyer.text.as_str(), slice, ROUGH.any_in(slice), all, sheet),
    }
}

/// Another day than the sheet's where the buyer asks for the day.
fn dated(q: &Quantity, buyer: &Buyer, sheet: &Sheet) -> Option<usize> {
    let asked = ["几号", "截止", "到什么时候", "哪天", "到几时", "哪一天", "啥时候结束", "什么时候结束"];
    if !asked.iter().any(|w| buyer.text.as_str().contains(w)) {
        return None;
    }
    let day = |v: &Quantity| (v.milli / 100_000, v.milli / 1000 % 100);
    let (month, date) = day(q);
    let dates: Vec<(i64, i64)> = sheet.index.values.iter().filter(|v| v.unit == Unit::Date).map(day).collect();
    let agrees = |&(m, d): &(i64, i64)| (m == month || m * month == 0) && (d == date || d * date == 0);
    (!dates.is_empty() && !dates.iter().any(agrees))
        .then(|| sheet.items.iter().position(|i| i.subject == "promotion").unwrap_or(sheet.items.len()))
}

/// The part that is spoken of most has values of this unit, and none is the one said.
fn misaligned(q: &Quantity, asked: &str, said: &str, rough: bool, all: &[Quantity], sheet: &Sheet) -> Option<usize> {
    let own = Pairs::of(said);
    let topic = Pairs::of(asked).with(&own);
    let fits = |v: &Quantity| equal(q, v) || rough && v.unit == q.unit && (v.milli - q.milli).abs() * 4 <= v.milli;
    // Said somewhere on the sheet: true of something.
    if sheet.index.values.iter().any(|v| equal(q, v)) || follows(q, all, sheet) {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    let mut right = 0;
    for (i, item) in sheet.index.items.iter().enumerate().filter(|(_, item)| !item.rival) {
        for part in &item.parts {
            let values: Vec<&Quantity> = part.values.iter().filter(|v| v.unit == q.unit && !far(q, v)).collect();
            if values.is_empty() {
                continue;
            }
            let score = score(part, &topic, &own, asked, said);
            if ranged(q, part) || values.iter().any(|v| fits(v) || multiple(q, v, all)) {
                right = right.max(score + 1);
            } else if score > 0 && best.is_none_or(|(s, _)| score > s) {
                best = Some((score, i));
            }
        }
    }
    best.filter(|&(score, _)| score >= 3 && score > right).map(|(_, i)| i)
}

/// Sums, differences and quotients of what the sheet has: 16 + 2 cm; 100 pieces, two a day, last 50 days. Also where
/// the reply tells the sheet's own value beside it: "七个工作日,差不多一周半".
fn follows(q: &Quantity, all: &[Quantity], sheet: &Sheet) -> bool {
    let values = &sheet.index.values;
    let same: Vec<i64> = values.iter().filter(|v| v.unit == q.unit).take(12).map(|v| v.milli).collect();
    let summed = same.iter().any(|a| same.iter().any(|b| a + b == q.milli || (a - b).abs() == q.milli && a != b));
    let counts = || values.iter().filter(|v| matches!(v.unit, Unit::Count(_) | Unit::Weight) && v.milli > 0).take(16);
    let days = q.milli / 1_440_000;
    let lasts = q.unit == Unit::Time
        && counts().any(|a| counts().any(|b| a.unit == b.unit && b.milli * days == a.milli && a.milli > b.milli));
    let beside = all.iter().any(|o| o.span != q.span && o.unit == q.unit && values.iter().any(|v| equal(o, v)));
    summed || lasts || beside
}

fn score(part: &Part, topic: &Pairs, own: &Pairs, asked: &str, said: &str) -> usize {
    let shared = part.pairs.shared(topic).count() * 3 + part.pairs.shared(own).count();
    let head = part.head.chars().filter(|c| asked.contains(*c) || said.contains(*c)).count();
    let headed = Pairs::of(&part.head).shared(topic).count() * 3;
    let named = usize::from(!part.head.is_empty() && (asked.contains(&part.head) || said.contains(&part.head))) * 3;
    let known = |words: &[&str], text: &str| words.iter().any(|w| text.contains(w));
    let answers = ASKED
        .iter()
        .filter(|(question, answer)| known(question, asked) && (known(answer, &part.text) || known(answer, &part.head)))
        .count();
    shared + headed + head.min(2) + named + answers * 3
}

/// Half an hour says nothing of twenty days.
fn far(q: &Quantity, v: &Quantity) -> bool {
    q.unit == Unit::Time && (v.milli > q.milli.saturating_mul(60) || q.milli > v.milli.saturating_mul(60))
}

fn ranged(q: &Quantity, part: &Part) -> bool {
    part.values.windows(2).any(|w| match w {
        [a, b] => a.range && b.range && a.unit == q.unit && (a.milli..=b.milli).contains(&q.milli),
        _ => false,
    })
}

/// 两盒 of 20 天 are 40 天.
fn multiple(q: &Quantity, v: &Quantity, all: &[Quantity]) -> bool {
    let counts = all
        .iter()
        .filter(|c| matches!(c.unit, Unit::Count(_)) && c.milli >= 2000 && c.span != q.span)
        .map(|c| c.milli / 1000);
    counts.into_iter().any(|n| v.milli.checked_mul(n) == Some(q.milli))
}

/// "送两个对吧" – "对": the buyer's own value, said yes to.
fn assented(text: &Text, buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    let line = buyer.text.as_str();
    let Some(first) = text.clauses().first() else { return };
    if !POLAR.any(&buyer.text) || !YES.any_in(text.slice(first.span)) || NO.any_in(unworried(text.as_str()).as_str()) {
        return;
    }
    for q in quantities(line).iter().filter(|q| !trivial(q)) {
        let of_product = matches!(q.unit, Unit::Count(_) | Unit::Time | Unit::Percent | Unit::Gigabyte | Unit::Megabit);
        let own = ["我家", "我身", "公斤", "岁", "身高", "体重", "等了", "我们"].iter().any(|w| line.contains(w));
        if of_product
            && !own
            && let Some(item) = misaligned(q, line, "", false, &[], sheet)
        {
            note(sheet, item, first.span, facts);
        }
    }
}

/// Without the noes that say yes.
pub(super) fn unworried(said: &str) -> String {
    ["没问题", "没事", "不用担心", "不用怕", "不怕", "没毛病", "无所谓", "不会坏", "不坏", "没关系", "不碍事"]
        .iter()
        .fold(said.to_owned(), |text, w| text.replace(w, ""))
}

/// True where the buyer's question is answered by a plain yes.
pub(super) fn plain_yes(text: &Text, buyer: &Buyer) -> bool {
    let Some(first) = text.clauses().first() else { return false };
    POLAR.any(&buyer.text) && YES.any_in(text.slice(first.span)) && !NO.any_in(unworried(text.as_str()).as_str())
}
