//! Values and the words that tell what they measure.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::text::{Quantity, Unit};

/// Words that name one matter; a value in a reply is compared with those of the sheet about the same matter.
pub const MATTERS: &[(&str, &[&str])] = &[
    ("warranty", &["保修", "质保", "三包", "只换不修", "换新", "坏了", "维修", "包修"]),
    (
        "delivery",
        &["发货", "发出", "寄出", "发走", "出库", "能发", "就发", "内发", "发快递", "交期", "工期", "出厂", "几时发"],
    ),
    ("arrival", &["到货", "送到", "送达", "能到", "天到", "就到", "路上", "几天到", "次日达", "收到货"]),
    ("returns", &["退货", "退换", "无理由", "可退", "能退", "包退", "退款", "不喜欢退", "全额退", "随便退"]),
    ("change", &["换货", "换码", "换款", "可换", "能换"]),
    ("promotion", &["立减", "满减", "满", "优惠券", "领券", "减"]),
    ("shelf", &["保质期", "过期", "能放"]),
    ("lasts", &["喝", "吃", "够用", "能用", "用完", "周期"]),
    ("storage", &["录音", "回放", "存储", "保留"]),
    ("waiting", &["等待期"]),
    ("cooling", &["犹豫期"]),
    ("renewal", &["续保"]),
    ("claim", &["理赔", "赔付"]),
    ("contract", &["合约", "违约金", "合同期"]),
    ("training", &["培训", "教会", "上门教"]),
    ("trial", &["试用", "试吃", "试喝", "试睡", "试机", "体验"]),
    ("battery", &["续航", "充满", "充电"]),
    ("noise", &["分贝", "噪音", "声音"]),
    ("installments", &["分期", "免息", "期"]),
    ("deposit", &["定金", "预付", "订金"]),
    ("instalfee", &["安装费"]),
    ("traffic", &["流量"]),
    ("calls", &["通话", "分钟"]),
    ("broadband", &["宽带", "光纤", "网速"]),
    ("capacity", &["容量", "净含量", "净重", "容积"]),
    ("weight", &["重量", "多重", "整机"]),
    ("support", &["响应", "到场", "上门"]),
];

/// Finds the words of [`MATTERS`], with the matter that each belongs to.
static WORDS: LazyLock<Option<(AhoCorasick, Vec<usize>)>> = LazyLock::new(|| {
    let words = || MATTERS.iter().enumerate().flat_map(|(i, (_, words))| words.iter().map(move |word| (i, *word)));
    let search = AhoCorasick::new(words().map(|(_, word)| word)).ok()?;
    Some((search, words().map(|(i, _)| i).collect()))
});

/// The matters that a text speaks of, as a bit set.
pub fn matters(text: &str) -> u64 {
    let Some((search, matter)) = WORDS.as_ref() else { return 0 };
    search.find_overlapping_iter(text).fold(0, |out, found| out | 1 << matter[found.pattern().as_usize()])
}

/// The matters of these names, as a bit set.
pub fn of_ids(ids: &[&str]) -> u64 {
    MATTERS.iter().enumerate().filter(|(_, (id, _))| ids.contains(id)).fold(0, |out, (i, _)| out | 1 << i)
}

/// True where the value alone does not tell what it measures.
pub fn ambiguous(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Money
            | Unit::Time
            | Unit::Percent
            | Unit::Count(_)
            | Unit::Bare
            | Unit::Clock
            | Unit::Date
            | Unit::Discount
    )
}

/// True where the two say the same, units allowing.
pub fn equal(a: &Quantity, b: &Quantity) -> bool {
    same_unit(a.unit, b.unit) && close(a.unit, a.milli, b.milli)
}

/// Time is compared with 3% of play: 一年 and 365天.
pub fn close(unit: Unit, a: i64, b: i64) -> bool {
    a == b || (unit == Unit::Time && (a - b).abs().saturating_mul(100) <= b.abs().max(a.abs()).saturating_mul(3))
}

/// Money is often written without its unit.
pub fn same_unit(a: Unit, b: Unit) -> bool {
    a == b || matches!((a, b), (Unit::Bare, Unit::Money) | (Unit::Money, Unit::Bare))
}

/// One of anything, which says nothing by itself.
pub fn trivial(q: &Quantity) -> bool {
    matches!(q.unit, Unit::Count(_) | Unit::Gigabyte) && q.milli <= 1000
}
