//! Prices: what is said, what can be worked out from the sheet, what is offered for one piece.

use super::Facts;
use crate::analysis::buyer::Buyer;
use crate::analysis::{Grasp, Sheet};
use crate::scenario::Money;
use crate::text::{Piece, Quantity, Span, Text, Unit, cues, number_at};

cues! {
    /// A price is named for the product.
    NAMES_PRICE:
        "(卖|只要|就要|只需|价格|单价|原价|现价|现在|到手|优惠价|活动价|套餐|一共|总共|合计|总价|算下来|券后|折后|减完|拿走|给你|算你|最低|实付|付|收你|做到|改(成|好|到)|报你|报价)", "一(盒|包|瓶|件|个|台|套|饼|位|月|袋|条|张|斤|节)$", "(元|块)?(一|/|每)(盒|包|瓶|件|个|台|套|饼|位|月|袋|条|张|斤|人)";
    /// A price is given for one piece.
    GIVES_PRICE: "(给你|算你|收你|按|做到|便宜到|优惠到|降到|改到|改成|改好|到手|报你|最低|拿走|成交|优惠价|活动价|券后|折后|实付|只要|只收|就行)";
    /// What another plan costs, or what was paid before.
    OLD: "(原来|之前|以前|从前|旧|改回|换回|超出|超了|不光|你现在|目前|上个?月|套餐里|看着是)";
    /// What follows is taken off or paid back, not paid.
    REDUCES: "(立减|再减|减|便宜|优惠|抹|让)(了|掉|你|给你)?$";
    /// Money saved, credited or paid back: no price.
    NO_PRICE: "(省|少|抵|返|多|差|贵|赚|亏|节约|花|补|送|赔|退)(了|掉|你|给你|下|出|交|花|付|掏|用)?$";
    /// Money of another matter.
    OTHER: "(合下来|算下来|相当于|折合|合一|运费|邮费|安装费|定金|订金|押金|工资|红包|预算|保额|赔|每天|一天|平均|天天|别家|人家|他们|网上|同行|拼夕夕|拼多多|外面|以前|专柜|杯|奶茶|手续费|违约金|话费)";
    /// A bargain is struck.
    AGREES: "^(成|行|好|给|可以|没问题|依你|听你的|卖|拿走|中)(吧|嘛|的|啊|呀|了|啦|,)*$", "成交", "(给你|我)(改|办|走|开单)", "(拿走|卖你|卖给你|依你)";
    /// The discount, or the price, is refused.
    REFUSED: "(不(了|到|起|够|住|成|下来|能|行|敢|会|卖|做|给|是|让)|没(法|办法|有|把门)|低于|倒贴|亏|为难|到不|批不|够不|不可能|抱歉|只能|最多|最低|差)";
    SEVERAL: "(两|二|三|四|五|六|十|2|3|4|5|6|10)(盒|包|瓶|件|个|台|套|饼|位|人|袋|条)";
}

pub fn read(text: &Text, quantities: &[Quantity], buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    let Some(price) = sheet.price.map(|p| p.fen() * 10) else { return };
    let floor = sheet.floor_price.map_or(price, |p| p.fen() * 10);
    let mut offers: Vec<(i64, Span)> = Vec::new();
    for q in quantities {
        let Some(clause) = text.clause_at(q.span.start) else { continue };
        if text.is_quoted(q.span) || text.is_negated(q.span) {
            continue;
        }
        let slice = text.slice(clause.span);
        if q.unit == Unit::Bare && !plausible(q.milli, floor) {
            continue;
        }
        let own = &Piece::new(if matches!(q.unit, Unit::Money | Unit::Bare) { slice } else { "" });
        let before = &text.as_str()[clause.span.start..q.span.start.max(clause.span.start)];
        match q.unit {
            Unit::Money | Unit::Bare if !OTHER.any_of(own) => {
                let followed = text.as_str().get(q.span.end..).unwrap_or_default();
                if followed.starts_with('的') && !before.ends_with('按') {
                    continue;
                }
                if q.unit == Unit::Bare && q.milli != price && !NAMES_PRICE.any_of(own) {
                    continue;
                }
                if q.milli == price {
                    facts.mention("price", Grasp::Told, clause.span);
                }
                if NO_PRICE.any_in(before) {
                    continue;
                }
                if REDUCES.any_in(before) {
                    let left = price - q.milli;
                    // "满200减20" is no price of one piece.
                    if GIVES_PRICE.any_of(own) && !slice.contains('满') && !slice.contains('第') && left > 0 {
                        offers.push((left, clause.span));
                    }
                } else if !SEVERAL.any_of(own)
                    && NAMES_PRICE.any_of(own)
                    && !OLD.any_of(own)
                    && (q.milli >= floor || GIVES_PRICE.any_of(own))
                    && q.milli * 2 >= floor
                    && q.milli <= price
                {
                    offers.push((q.milli, clause.span));
                }
            }
            Unit::Discount
                if !clause.question
                    && !REFUSED.any_in(sentence(text, q.span))
                    && (5000..100_000).contains(&q.milli)
                    && !slice.contains('第') =>
            {
                offers.push((price * q.milli / 100_000, clause.span));
            }
            _ => {}
        }
    }
    offers.extend(struck(text, buyer, floor));
    for &(offer, span) in &offers {
        // What the sheet itself prints is no concession: promotion, sets, trial size.
        let printed = sheet.index.values.iter().any(|v| {
            matches!(v.unit, Unit::Money | Unit::Bare) && v.milli == offer
                || v.unit == Unit::Discount && price * v.milli / 100_000 == offer
        });
        if offer < floor && !printed && !reduced(offer, price, sheet) && !off_a_net_price(offer, price, floor, sheet) {
            facts.below_floor.push(span);
        }
    }
    if let Some(&(offer, _)) = offers.iter().min() {
        facts.offered = Some(Money(offer / 10));
        facts.mention("price", if offer == price { Grasp::Told } else { Grasp::Touched }, offers[0].1);
    }
}

/// True for what is left when the sheet's own deductions and no more than the room down to the floor are taken off.
fn off_a_net_price(offer: i64, price: i64, floor: i64, sheet: &Sheet) -> bool {
    let nets =
        |text: &str| ["到手", "实付", "再付", "添"].iter().any(|word| text.contains(word)) && text.contains('抵');
    let items = sheet.items.iter().zip(&sheet.index.items).filter(|(item, _)| nets(&item.text));
    let values = items.flat_map(|(_, indexed)| &indexed.parts).flat_map(|part| &part.values);
    let mut net = values.filter(|v| v.unit == Unit::Money && v.milli * 2 >= floor && v.milli < floor);
    net.any(|v| (v.milli - (price - floor)..v.milli).contains(&offer))
}

fn sentence(text: &Text, span: Span) -> &str {
    let Some(own) = text.clause_at(span.start) else { return "" };
    let next = text.clauses().iter().find(|c| c.span.start >= own.span.end && c.sentence == own.sentence);
    text.slice(Span::new(own.span.start, next.map_or(own.span.end, |c| c.span.end)))
}

/// "八十就八十", or a yes to the price that the buyer named.
fn struck(text: &Text, buyer: &Buyer, floor: i64) -> Vec<(i64, Span)> {
    let mut out = Vec::new();
    let folded = text.as_str();
    for (at, then) in folded.match_indices('就').take(8) {
        let after = number_at(folded.get(at + then.len()..).unwrap_or_default());
        let start = text.clause_at(at).map_or(0, |c| c.span.start);
        let before = folded.get(start..at).unwrap_or_default();
        let before = before.trim_end_matches(['块', '元']);
        let same = before.char_indices().take(24).any(|(i, _)| {
            let tail = before.get(i..).unwrap_or_default();
            number_at(tail).is_some_and(|n| n.len == tail.len() && Some(n.milli) == after.map(|a| a.milli))
        });
        if let Some(n) = after.filter(|n| same && plausible(n.milli, floor)) {
            out.push((n.milli, Span::new(start, at)));
        }
    }
    let named: Vec<i64> = numbers(buyer.text.as_str()).into_iter().map(|n| n.1).collect();
    if out.is_empty() && AGREES.any(text) && !REFUSED.any(text) {
        let said = numbers(folded).into_iter().filter(|(_, n)| named.contains(n) && plausible(*n, floor));
        out.extend(said.map(|(at, n)| (n, text.clause_at(at).map_or(Span::new(at, at + 1), |c| c.span))));
    }
    out
}

/// Every numeral of a text of at least ten, with its place.
fn numbers(folded: &str) -> Vec<(usize, i64)> {
    let mut out = Vec::new();
    let mut end = 0;
    for (at, _) in folded.char_indices().take(400) {
        if at >= end
            && let Some(n) = folded.get(at..).and_then(number_at)
        {
            end = at + n.len;
            if n.milli >= 10_000 {
                out.push((at, n.milli));
            }
        }
    }
    out
}

/// True where the sheet takes just that much off one piece.
fn reduced(offer: i64, price: i64, sheet: &Sheet) -> bool {
    const SEVERAL: &[&str] = &["满", "第", "两", "二", "三", "2", "3", "起"];
    sheet.index.items.iter().flat_map(|i| &i.parts).any(|part| {
        let single = !SEVERAL.iter().any(|w| part.text.contains(w)) || part.text.contains("单");
        single && part.values.iter().any(|v| matches!(v.unit, Unit::Money | Unit::Bare) && price - v.milli == offer)
    })
}

fn plausible(milli: i64, floor: i64) -> bool {
    milli * 3 >= floor && milli <= floor.saturating_mul(40)
}

/// True where the amount follows from the sheet: some of it, less a reduction, shared by pieces or days.
pub(super) fn derivable(milli: i64, price: i64, sheet: &Sheet) -> bool {
    let money: Vec<i64> = sheet
        .index
        .values
        .iter()
        .filter(|v| matches!(v.unit, Unit::Money | Unit::Bare) && v.milli > 0)
        .map(|v| v.milli)
        .chain([price])
        .take(24)
        .collect();
    let counts: Vec<i64> = sheet
        .index
        .values
        .iter()
        .filter_map(|v| match v.unit {
            Unit::Count(_) => Some(v.milli / 1000),
            Unit::Time => Some(v.milli / 1000 / 1440),
            _ => None,
        })
        .chain(1..=12)
        .filter(|&n| n > 0)
        .collect();
    let near = |a: i64| (a - milli).abs() <= (milli / 20).max(10);
    let exact = |a: i64| (a - milli).abs() <= 10;
    money.iter().any(|&a| {
        counts.iter().any(|&n| exact(a * n) || near(a / n))
            || money
                .iter()
                .any(|&b| exact(a + b) || exact(a - b) || (1..=10).any(|n| exact(a * n - b) || exact(a * n + b)))
            || sheet.index.values.iter().any(|v| v.unit == Unit::Discount && exact(a * v.milli / 100_000))
    })
}
