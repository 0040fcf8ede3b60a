//! Statements without a number that the sheet denies: a material, a yes, a free service, a quicker parcel.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::Facts;
use super::answers::{asks, plain_yes, unworried};
use super::pairs::Pairs;
use super::rivals::told_of_rival;
use crate::analysis::Sheet;
use crate::analysis::buyer::Buyer;
use crate::text::{CueSet, Quantity, Span, Text, Unit, cues};

cues! {
    ASKS_MATERIAL: "(材质|面料|料子|材料|什么料|啥料|什么做|啥做|什么的$|什么的\\?|里子|内胆|填充|内芯|成分|配料|真皮|皮的|棉的|丝的|什么(皮|木|棉|丝|毛|绒|钢|玻璃|布|海绵)|长丝)";
    NOT_MADE_OF: "(不|没|非|比|像|跟|和|别家|有些|有的|那种|仿|防|配|搭)";
    ASKS_SENDING: "((几天|多久|什么时候|啥时候|几时|何时|哪天|多快|今天|明天)[^,。]{0,6}(发|寄|到|送|收|装|上门)|发货|到货|快递)";
    AT_ONCE: "((当天|当日|今天|今晚|马上|立刻|立马|现在)(付|拍|下单)?[^,。催]{0,4}(就|能|给你)?(发|寄|发货|发出|寄出|出库|发走)|秒发)";
    NEXT_DAY: "((次日|第二天|明天|明早|隔天)[^,。]{0,6}(必达|到|送到|收到|达|到你|到手)|当天(就)?(到|送到|达))";
    HEDGED: "(看|争取|尽量|如果|要是|查|帮你问|催|不一定|未必|预计|可能|已经|刚)";
    /// Nothing is taken for it.
    FREE: "(免费|不(用|要|收|另外?收|加|额外收|需要?)(补|加|你|任何|一分)?(钱|邮费|运费|费用|费|差价)|全免|都包|全包|包邮|也(免|包)|不用补|免邮|一分(钱)?(不|都不|也不)(收|要|用)|(运费|邮费|费用|差价)(我们|我|店里|公司|商家)(来)?(出|掏|承担|付|包|垫))";
    /// What the sheet takes money for.
    TAKES: "(买家(承担|付|出|自理)|买方(承担|付|出)|自理|另收费|另收|加收|补<num>|加<num>元|收<num>元|每(次|把|米|个|公斤|件|张|tb|年|月)<num>元|<num>元/|运费<num>|费<num>|另加|超出)";
}

/// Materials, each with the words that name it: one named on the sheet excludes none of its own words.
const MATERIALS: &[&[&str]] = &[
    &["纯棉", "全棉", "棉"],
    &["羊毛"],
    &["羊绒"],
    &["真丝", "桑蚕丝", "蚕丝"],
    &["竹纤维"],
    &["乳胶"],
    &["海绵"],
    &["牛皮"],
    &["羊皮"],
    &["猪皮"],
    &["人造革", "pu", "仿皮"],
    &["涤纶", "聚酯", "化纤"],
    &["尼龙"],
    &["亚麻"],
    &["不锈钢"],
    &["塑料"],
    &["铝合金"],
    &["铸铁"],
    &["实木"],
    &["橡木"],
    &["胡桃木"],
    &["松木"],
    &["颗粒板", "密度板"],
    &["骨瓷"],
    &["陶瓷"],
    &["硅胶"],
    &["鹅绒"],
    &["鸭绒"],
    &["翡翠"],
    &["和田玉"],
    &["纯银", "足银", "925"],
    &["足金", "纯金"],
    &["18k"],
    &["铂金"],
    &["镀金"],
    &["橡胶"],
    &["帆布"],
    &["碳纤维"],
    &["纯铜", "全铜"],
    &["钛"],
    &["棕榈", "椰棕"],
    &["短丝"],
    &["牛油"],
    &["植物油"],
    &["蔗糖"],
];

/// Finds out at once that a text names no material.
static ANY_MATERIAL: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(MATERIALS.iter().copied().flatten()).ok());

/// What one asks of by one word and the sheet denies by another.
const KINDRED: &[(&[&str], &[&str])] = &[
    (
        &["游泳", "下水游", "泡水", "洗澡", "水里", "河里", "潜水", "浸水"],
        &["不能泡水", "不可水洗", "不能水洗", "不可浸泡", "不防水"],
    ),
    (
        &["水洗", "机洗", "洗衣机", "手洗", "下水洗", "能洗"],
        &["只可干洗", "不可水洗", "不能水洗", "不可机洗", "不能机洗"],
    ),
    (&["太阳", "暴晒", "晒"], &["不可暴晒", "不能暴晒", "避免暴晒", "忌暴晒"]),
    (&["烘干", "烘干机"], &["不可烘干", "不能烘干"]),
    (&["开水", "沸水", "滚水"], &["40℃以下", "温水", "60℃以下", "50℃以下"]),
    (&["主动降噪"], &["没有主动降噪", "无主动降噪"]),
    (&["自己服务器", "自己的服务器", "本地部署", "内网", "机房"], &["不提供本地部署", "不支持本地部署"]),
    (&["退现金", "退钱"], &["不退现金"]),
    (&["微波炉"], &["不可微波", "不能进微波", "不能微波", "不可用于微波"]),
    (&["洗碗机"], &["不可洗碗机", "不能进洗碗机", "不能用洗碗机"]),
    (&["电磁炉"], &["不支持电磁炉", "不能用电磁炉", "电磁炉不"]),
    (&["无线充"], &["不支持无线充"]),
    (&["孕妇", "怀孕", "孕期"], &["孕妇不", "孕妇慎", "孕妇禁", "不适宜", "不宜"]),
];

/// What a sheet names of all this: found once for a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// True where it names a material.
    material: bool,
    /// Places of the [`MATERIALS`] that it does not name.
    strange: Vec<usize>,
    /// Places of the [`KINDRED`] that it denies.
    denied: Vec<usize>,
    /// A parcel leaves or arrives sooner than the sheet says, if it is said to leave at once or to be there next day.
    at_once_is_wrong: bool,
    next_day_is_wrong: bool,
    next_day: bool,
}

impl Named {
    /// `all`: every folded text of the sheet.
    pub fn of(all: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|w| all.contains(w));
        // What the sheet says of sending, and of nothing else.
        let of_sending = |t: &&str| {
            ["发货", "发出", "寄出", "交期", "物流", "快递", "内发", "到"].iter().any(|w| t.contains(w))
                && !t.contains("无理由")
        };
        let sending: String = all.split(';').filter(of_sending).collect();
        let slow = ["48小时", "72小时", "2天内", "3天内", "5天", "7天内", "三天", "工作日"]
            .iter()
            .any(|w| sending.contains(w));
        let sends_today = has(&["当天", "当日", "24小时内发", "今天", "现货"]);
        let there_soon = has(&["次日", "隔天", "第二天", "当天到", "1天", "24小时内到", "当日达", "1-"]);
        Self {
            material: MATERIALS.iter().any(|m| has(m)),
            strange: (0..MATERIALS.len()).filter(|&i| !has(MATERIALS[i])).collect(),
            denied: (0..KINDRED.len()).filter(|&i| has(KINDRED[i].1)).collect(),
            at_once_is_wrong: slow && !sends_today,
            next_day_is_wrong: (slow || sending.contains("天到")) && !there_soon,
            next_day: all.contains("次日"),
        }
    }
}

pub fn read(text: &Text, quantities: &[Quantity], buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    materials(text, buyer, sheet, facts);
    if text.as_str().chars().count() <= 60 {
        sooner(text, buyer, &sheet.index.named, facts);
        denied(text, buyer, sheet, facts);
        // A fee that the reply names as well is told.
        if !quantities.iter().any(|q| matches!(q.unit, Unit::Money | Unit::Bare)) {
            free(text, buyer, sheet, facts);
        }
    }
}

fn materials(text: &Text, buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    let named = &sheet.index.named;
    let folded = text.as_str();
    if ANY_MATERIAL.as_ref().is_some_and(|any| !any.is_match(folded)) {
        return;
    }
    for words in named.strange.iter().map(|&i| MATERIALS[i]) {
        let Some((at, word)) = words.iter().find_map(|w| folded.find(w).map(|at| (at, *w))) else { continue };
        let Some(clause) = text.clause_at(at) else { continue };
        let slice = text.slice(clause.span);
        if clause.question || NOT_MADE_OF.any_in(slice) || told_of_rival(text, at, sheet) {
            continue;
        }
        facts.strange_material = true;
        let theirs = buyer.text.as_str().contains(word);
        if named.material && asks(buyer) && (ASKS_MATERIAL.any(&buyer.text) || theirs && plain_yes(text, buyer)) {
            facts.contradictions.push(clause.span);
        }
    }
}

/// Sent today where the sheet takes two days, there tomorrow where it takes three.
fn sooner(text: &Text, buyer: &Buyer, named: &Named, facts: &mut Facts) {
    let asked = || ASKS_SENDING.any(&buyer.text) && asks(buyer);
    for cues in [(&AT_ONCE, named.at_once_is_wrong), (&NEXT_DAY, named.next_day_is_wrong)]
        .into_iter()
        .filter_map(|(cues, wrong)| wrong.then_some(cues))
    {
        for span in cues.unquoted(text) {
            let Some(clause) = text.clause_at(span.start) else { continue };
            if !clause.question && !text.is_negated(span) && !HEDGED.any_in(text.slice(clause.span)) {
                facts.sooner = true;
                let plainly = ["当天", "当日", "秒发", "必达", "保证", "准到", "准能", "今天付", "今天拍"];
                let sure = plainly.iter().any(|w| text.slice(clause.span).contains(w)) || wrong_twice(text, named);
                if sure && !buyer.complains && asked() {
                    facts.contradictions.push(clause.span);
                }
            }
        }
    }
}

/// Both sent today and there tomorrow.
fn wrong_twice(text: &Text, named: &Named) -> bool {
    !named.next_day && AT_ONCE.any(text) && NEXT_DAY.any(text)
}

/// A yes, or a plain statement, where the sheet says no.
fn denied(text: &Text, buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    // "外套能洗,芯别下水": two things are told apart.
    if text.as_str().contains("就是") || text.as_str().contains("千万") {
        return;
    }
    let line = buyer.text.as_str();
    let Some(first) = text.clauses().first() else { return };
    let refused = ["不", "没", "别", "勿", "非", "无", "未", "够呛", "只能", "建议", "最好", "小心"];
    if text.clauses().iter().any(|c| c.question) {
        return;
    }
    let yes = plain_yes(text, buyer);
    for (words, _) in sheet.index.named.denied.iter().map(|&i| KINDRED[i]) {
        let Some(word) = words.iter().find(|w| text.as_str().contains(**w) || asks(buyer) && line.contains(**w)) else {
            continue;
        };
        let at = text.as_str().find(word).unwrap_or(first.span.start);
        let clause = text.clause_at(at).unwrap_or(first);
        let (head, own) = (text.slice(first.span), text.slice(clause.span));
        let plain = |t: &str| !refused.iter().any(|w| unworried(t).contains(w));
        let able = yes || ["能", "可以", "随便", "行", "没事", "厉害", "啊", "没问题"].iter().any(|w| own.contains(w));
        if able && plain(head) && plain(own) && !told_of_rival(text, at, sheet) {
            facts.denied = true;
            facts.contradictions.push(clause.span);
            return;
        }
    }
    if !yes {
        return;
    }
    let topic = Pairs::of(line);
    for no in sheet.index.denied.things.iter().map(String::as_str) {
        let its = Pairs::of(no);
        // Most of what is denied has been asked about.
        if its.is_empty() && line.contains(no) || !its.is_empty() && its.shared(&topic).count() * 2 > its.len() {
            facts.denied = true;
            facts.contradictions.push(first.span);
            return;
        }
    }
}

/// Nothing to pay where the sheet takes money for just this.
fn free(text: &Text, buyer: &Buyer, sheet: &Sheet, facts: &mut Facts) {
    let line = buyer.text.as_str();
    let of_cost = ["钱", "费", "邮", "免", "包", "收", "补", "价", "花"].iter().any(|w| line.contains(w));
    if !asks(buyer) || !of_cost || buyer.bargains {
        return;
    }
    let said = spans(&FREE, text);
    let Some(&span) = said.first() else { return };
    let Some(clause) = text.clause_at(span.start) else { return };
    if clause.question || TAKES.any(text) {
        return;
    }
    let topic = Pairs::of(line).with(&Pairs::of(text.as_str()));
    let items = sheet.index.items.iter().filter(|i| !i.rival);
    let taking = items.flat_map(|i| &i.parts).filter(|p| TAKES.any_in(&p.text));
    let place = ["新疆", "西藏", "青海", "海南", "内蒙", "偏远"];
    let own = |p: &&super::index::Part| {
        let far = place.iter().any(|w| p.text.contains(w));
        let head: Vec<char> = p.head.chars().collect();
        let headed = head
            .windows(2)
            .any(|w| w.iter().collect::<String>() != "邮费" && line.contains(&w.iter().collect::<String>()));
        if far {
            place.iter().any(|w| p.text.contains(w) && (line.contains(w) || text.as_str().contains(w)))
        } else {
            headed || p.pairs.meets(&topic)
        }
    };
    let all_free = text.as_str().contains("免") || text.as_str().contains('不') || text.as_str().contains('包');
    if all_free && taking.clone().any(|p| own(&p)) {
        facts.free = true;
        facts.contradictions.push(clause.span);
    }
}

fn spans(cues: &CueSet, text: &Text) -> Vec<Span> {
    cues.unquoted(text)
}
