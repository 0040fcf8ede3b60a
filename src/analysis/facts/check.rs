//! What the reply says otherwise than the sheet: values of the same matter, and plain denials.

use super::Facts;
use super::pairs::Pairs;
use super::price::derivable;
use super::rivals::speaks_of_rival;
use super::values::{close, equal, matters, of_ids, same_unit, trivial};
use crate::analysis::buyer::Buyer;
use crate::analysis::{Grasp, Sheet};
use crate::text::{Quantity, Span, Text, Unit, cues};

pub fn read(text: &Text, quantities: &[Quantity], buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    for q in quantities {
        if let Some(item) = contradicted(text, q, quantities, buyer, sheet) {
            let span = text.clauses_around(q.span);
            facts.notes.insert("check_value");
            facts.contradictions.push(span);
            if let Some(item) = item.and_then(|i| sheet.items.get(i)) {
                facts.mention(&item.subject, Grasp::Wrong, span);
            }
        }
    }
    super::denials::read(text, sheet, facts);
    facts.contradictions.sort_unstable();
    facts.contradictions.dedup();
}

cues! {
    ROUGHLY: "(差不多|大概|大约|约|左右|上下|将近|快|来|多|近|几乎|不到|出头|以内|不超过)";
    /// A customer's story.
    OF_OTHERS: "(有(个|位|家|对)|一(位|个|家)|上(周|个?月|次|回)|去年|前(天|阵子|几天)|昨天|楼上|隔壁)[^,。]{0,10}(顾客|客户|客人|女士|先生|学员|姐|哥|阿姨|叔|妈妈|老师|妹|总|老板|家长|业主|同学|大爷|大妈)", "(之前|以前|当时)[^,。]{0,6}(买|装|用|订)";
    /// The value is the buyer's, the speaker's, another's or no property of the product.
    NOT_OF_PRODUCT: "(你|我|他|她)(自己|之前|上次|说|要|想|以前|去年|这边|家)", "(上个?月|上周|昨天|前天|去年|刚才|已经|用了|吃了|喝了|等了)", "(原来|之前|以前|老|旧)的?(套餐|那款|那个|价)", "你?(现在|目前|原来|原先|之前)(的|用的|是|才)?<num>", "从<num>[^,。]{0,6}(变|升|涨|提|加|到)", "(平均|算下来|合下来|折合|相当于)", "(别家|人家|同行|他们|市面|一般的|普通)", "(内|之内)~(回|给你|联系|处理|答复|准到)", "(给你|给您)?~(回电|回复|答复|准信|登记)", "(再|先)?(等|考虑|看|用|试)<num>", "(赔|保额)", "(晚|早|差|慢|快)(个)?<num>", "(我|邻居|他|她)[^,。]{0,4}(姐|哥|妈|婶|家)", "(站|干|做|开|疼|痛|酸|病|难受|坏|拖|熬|住|教|跑|忙|愁|盼|哭|烧|咳|痒|失眠|闹)了<num>", "<num>[^,。]{0,4}((放|装|摆|塞|容)得下|进得去|够(了|的|啦)?$)", "^(也就是|就是说|等于)", "(瘦|减|轻|掉)(了)?<num>";
}

/// The sentence up to the end of the clause.
fn told(text: &Text, span: Span) -> &str {
    let Some(own) = text.clause_at(span.start) else { return "" };
    let first = text.clauses().iter().find(|c| c.sentence == own.sentence).unwrap_or(own);
    text.slice(Span::new(first.span.start, own.span.end))
}

/// The value measures something of which the sheet has other values only. Gives the item it contradicts.
fn contradicted(
    text: &Text,
    q: &Quantity,
    quantities: &[Quantity],
    buyer: &Buyer,
    sheet: &Sheet,
) -> Option<Option<usize>> {
    if trivial(q) || text.is_quoted(q.span) || text.is_negated(q.span) || speaks_of_rival(text, q, sheet) {
        return None;
    }
    if let Unit::Count(counter) = q.unit
        && let Some(item) = counted_otherwise(text, q, counter, quantities, buyer, sheet)
    {
        return Some(Some(item));
    }
    if matches!(
        q.unit,
        Unit::Bare
            | Unit::Date
            | Unit::Clock
            | Unit::Count(
                "个" | "人"
                    | "份"
                    | "位"
                    | "盒"
                    | "件"
                    | "瓶"
                    | "台"
                    | "套"
                    | "岁"
                    | "公元"
                    | "席"
                    | "把"
                    | "层"
                    | "杯"
                    | "股"
                    | "公里"
                    | "级"
                    | "匹"
            )
    ) {
        return bare_reduction(text, q, sheet);
    }
    let clause = text.clause_at(q.span.start)?;
    if clause.question && clause.end == Some('?') {
        return None;
    }
    // "1分钟1毛5", "一天两片": the one of a rate.
    let one = q.unit == Unit::Time && [1, 60, 1440, 43_200].contains(&(q.milli / 1000));
    if one && quantities.iter().any(|o| o.span != q.span && clause.span.contains(o.span)) {
        return None;
    }
    let slice = text.slice(clause.span);
    if NOT_OF_PRODUCT.any_in(slice) || super::answers::aside(slice) || OF_OTHERS.any_in(told(text, q.span)) {
        return None;
    }
    if ["大半", "小半", "好几", "半个多"].iter().any(|w| slice.contains(w)) {
        return None;
    }
    // "差不多三周" for 20 days: what is said to be rough may be off by a tenth.
    if ROUGHLY.any_in(slice)
        && sheet.index.values.iter().any(|v| {
            let exact = |o: &Quantity| o.span != q.span && equal(o, v);
            v.unit == q.unit && ((v.milli - q.milli).abs() * 8 <= v.milli || quantities.iter().any(exact))
        })
    {
        return None;
    }
    let mut mine = matters(slice);
    let mut words = Pairs::of(slice);
    if buyer.asks && slice.chars().count() <= 10 {
        mine |= matters(buyer.text.as_str());
        words = words.with(&Pairs::of(buyer.text.as_str()));
    }
    // What a warranty, a contract or the like says of itself is not made true by a number elsewhere.
    if let Some(item) = strictly_otherwise(q, matters(slice) & strict(), sheet) {
        return Some(Some(item));
    }
    // Said anywhere on the sheet, or between the ends of a range on it: true of something.
    let single = quantities.iter().any(|o| clause.span.contains(o.span) && trivial(o));
    if known(q, single, sheet) {
        return None;
    }
    if q.unit == Unit::Money {
        let price = sheet.price?.fen() * 10;
        if derivable(q.milli, price, sheet) {
            return None;
        }
    }
    if differs_by(text, q, sheet) {
        return None;
    }
    let combined: Option<i64> = same_clause_product(q, quantities, clause.span);
    if combined.is_some_and(|c| sheet.index.values.iter().any(|v| v.unit == q.unit && close(q.unit, v.milli, c))) {
        return None;
    }
    for (i, item) in sheet.index.items.iter().enumerate() {
        for part in &item.parts {
            // Half an hour says nothing of twenty days.
            let far = |v: &Quantity| {
                v.unit == Unit::Time && (v.milli > q.milli.saturating_mul(40) || q.milli > v.milli.saturating_mul(40))
            };
            let has_unit = part.values.iter().any(|v| v.unit == q.unit && !trivial(v) && !far(v));
            let common_matter = mine & part.matters != 0;
            let common_words = part.pairs.shared(&words).count();
            if has_unit && (common_matter || common_words >= 1 && !matches!(q.unit, Unit::Time | Unit::Money)) {
                return Some(Some(i));
            }
        }
    }
    None
}

/// "流量多40个G" where the sheet has 60 and 20: what one figure has over another.
fn differs_by(text: &Text, q: &Quantity, sheet: &Sheet) -> bool {
    let before = text.as_str().get(..q.span.start).unwrap_or_default();
    if matches!(q.unit, Unit::Length | Unit::Weight | Unit::Volume) && sums(q, sheet) {
        return true;
    }
    let tail: String = before.chars().rev().take(3).collect();
    if !tail.contains(['多', '少', '差', '加', '涨', '省', '增']) {
        return false;
    }
    let same: Vec<i64> = sheet
        .index
        .items
        .iter()
        .flat_map(|i| &i.parts)
        .flat_map(|p| &p.values)
        .filter(|v| v.unit == q.unit)
        .map(|v| v.milli)
        .collect();
    same.iter().any(|a| same.iter().any(|b| a - b == q.milli))
}

/// 16 cm and 2 cm more: 18 cm.
fn sums(q: &Quantity, sheet: &Sheet) -> bool {
    let parts = sheet.index.items.iter().map(|i| i.parts.iter().flat_map(|p| &p.values).filter(|v| v.unit == q.unit));
    parts.into_iter().any(|values| {
        let values: Vec<i64> = values.map(|v| v.milli).take(8).collect();
        values.iter().any(|a| values.iter().any(|b| a + b == q.milli))
    })
}

/// The matters of which the sheet has one figure each.
fn strict() -> u64 {
    of_ids(&["warranty", "shelf", "waiting", "cooling", "renewal"])
}

/// The sheet has values of just this matter, and none of them is the one said: gives the item.
fn strictly_otherwise(q: &Quantity, mine: u64, sheet: &Sheet) -> Option<usize> {
    let of_it = |item: &super::index::Item| -> Vec<Quantity> {
        let own = !item.rival && item.parts.iter().any(|p| p.matters & mine != 0);
        let values = item.parts.iter().flat_map(|p| p.values.iter().copied());
        if own { values.filter(|v| v.unit == q.unit).collect() } else { Vec::new() }
    };
    let items = &sheet.index.items;
    let said: Vec<Quantity> = items.iter().flat_map(of_it).collect();
    let within = said.windows(2).any(|w| w[0].range && w[1].range && (w[0].milli..=w[1].milli).contains(&q.milli));
    if said.is_empty() || within || said.iter().any(|v| equal(q, v)) {
        return None;
    }
    items.iter().position(|i| !of_it(i).is_empty())
}

/// "一盒是30袋" where the sheet says 20, or 30 where the buyer asked how many: gives the item.
fn counted_otherwise(
    text: &Text,
    q: &Quantity,
    counter: &str,
    quantities: &[Quantity],
    buyer: &Buyer,
    sheet: &Sheet,
) -> Option<usize> {
    let clause = text.clause_at(q.span.start)?;
    let words: &[&str] = if counter == "包" { &["袋", "包"] } else { &[counter] };
    let asked = words.iter().any(|w| ["多少", "几"].iter().any(|h| buyer.text.as_str().contains(&format!("{h}{w}"))));
    let slice = text.slice(clause.span);
    let holds = quantities.iter().any(|o| clause.span.contains(o.span) && trivial(o) && o.unit != q.unit)
        && ["是", "有", "里", "装"].iter().any(|w| slice.contains(w));
    let changes = ["送", "建议", "拿", "买", "试", "先", "剩", "喝", "要"].iter().any(|w| slice.contains(w));
    if clause.question || !(asked || holds) || changes || known(q, false, sheet) {
        return None;
    }
    sheet
        .index
        .items
        .iter()
        .position(|i| !i.rival && i.parts.iter().any(|p| p.values.iter().any(|v| v.unit == q.unit && !trivial(v))))
}

/// "满2件减30": an amount taken off that the sheet does not take off.
fn bare_reduction(text: &Text, q: &Quantity, sheet: &Sheet) -> Option<Option<usize>> {
    if q.unit != Unit::Bare {
        return None;
    }
    let clause = text.clause_at(q.span.start)?;
    let before = &text.as_str()[clause.span.start..q.span.start.max(clause.span.start)];
    let reduces = ["减", "立减", "省"].iter().any(|w| before.ends_with(w));
    if !reduces || clause.question || !(before.contains('满') || before.contains('券') || before.contains("活动")) {
        return None;
    }
    let promotion = sheet.items.iter().position(|i| i.subject == "promotion")?;
    (!known(q, true, sheet)).then_some(Some(promotion))
}

/// `single`: one piece is spoken of, so nothing is multiplied.
fn known(q: &Quantity, single: bool, sheet: &Sheet) -> bool {
    let values = &sheet.index.values;
    values.iter().any(|v| equal(q, v))
        || values.windows(2).any(|w| match w {
            [a, b] => {
                a.range
                    && b.range
                    && same_unit(a.unit, q.unit)
                    && a.unit == b.unit
                    && (a.milli..=b.milli).contains(&q.milli)
            }
            _ => false,
        })
        || matches!(q.unit, Unit::Weight | Unit::Volume) && product_on_sheet(q, sheet)
        || q.unit == Unit::Time && !single && product_on_sheet(q, sheet)
}

/// 3克×20袋 is 60克; 两盒喝40天.
fn product_on_sheet(q: &Quantity, sheet: &Sheet) -> bool {
    let values = &sheet.index.values;
    let parts = sheet.index.items.iter().flat_map(|i| &i.parts);
    let lasts = matters("够用");
    // Two boxes last twice as long; two purchases are not kept fresh for longer.
    let multiplies = |part: &&super::index::Part| q.unit != Unit::Time || part.matters & lasts != 0;
    let same: Vec<i64> =
        parts.filter(multiplies).flat_map(|p| &p.values).filter(|v| v.unit == q.unit).map(|v| v.milli).collect();
    let counts = values.iter().filter(|v| matches!(v.unit, Unit::Count(_))).map(|v| v.milli / 1000).filter(|&n| n > 1);
    let counts: Vec<i64> = match q.unit {
        // Of times only small multiples are told: 两盒, 三盒.
        Unit::Time => (2..=6).collect(),
        _ => counts.chain(2..=6).collect(),
    };
    same.iter().any(|&v| {
        counts.iter().any(|&n| close(q.unit, q.milli, v.saturating_mul(n)))
            && (q.unit != Unit::Time || v >= 7 * 1_440_000)
    })
}

/// 每天2片 × 30 in one clause.
fn same_clause_product(q: &Quantity, quantities: &[Quantity], clause: Span) -> Option<i64> {
    let other =
        quantities.iter().find(|o| clause.contains(o.span) && o.span != q.span && matches!(o.unit, Unit::Count(_)))?;
    (other.milli >= 2000).then(|| q.milli.checked_mul(1000).map(|m| m / other.milli)).flatten()
}
