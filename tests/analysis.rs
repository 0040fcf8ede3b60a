//! The analyser through its public face: hostile replies, spans, determinism, and what of a sheet is heard.

use std::sync::LazyLock;

use huashu::analysis::{Analyser, Context, Family, Grasp, PlainSheet, Reading, Sheet, vocabulary};
use huashu::scenario::Money;
use huashu::scenario::format::Channel;
use proptest::prelude::*;

static ANALYSER: LazyLock<Analyser> = LazyLock::new(Analyser::new);
/// Has read nothing that the first one remembers.
static OTHER: LazyLock<Analyser> = LazyLock::new(Analyser::new);

static SHEET: LazyLock<Sheet> = LazyLock::new(|| {
    Sheet::plain(&PlainSheet {
        name: "暖舟折叠足浴桶".into(),
        category: "小家电".into(),
        price: Some(Money::from_yuan(269)),
        floor_price: Some(Money::from_yuan(249)),
        facts: [
            "容量:12升",
            "温度:35–48℃可调",
            "折叠后高16厘米",
            "赠品:艾草包20包",
            "保修2年",
            "发货:拍下24小时内发出,江浙沪包邮,其他地区运费12元",
            "退货:7天无理由(未使用);非医疗器械",
        ]
        .map(String::from)
        .to_vec(),
        promotion: Some("店铺券满250减15(领券后254元),11月25日24点截止".into()),
    })
});

fn read(buyer: &str, reply: &str) -> Reading {
    ANALYSER.read(&Context { channel: Channel::Im, buyer, sheet: Some(&SHEET) }, reply)
}

/// What must hold for any reply at all.
fn sound(reply: &str, reading: &Reading) {
    let chars = reply.chars().count();
    for e in &reading.evidence {
        assert!(e.start < e.end && e.end <= chars, "{e:?} in {chars} chars");
    }
    for (start, end) in
        reading.mentions.iter().map(|m| (m.start, m.end)).chain(reading.asks.iter().map(|a| (a.start, a.end)))
    {
        assert!(start < end && end <= chars, "{start}..{end} in {chars} chars");
    }
    for family in Family::ALL {
        let known = vocabulary::ids(family);
        let places: Vec<usize> =
            reading.labels.family(family).iter().filter_map(|l| known.iter().position(|k| k == l)).collect();
        assert_eq!(places.len(), reading.labels.family(family).len(), "an unknown label");
        assert!(places.is_sorted_by(|a, b| a < b), "labels once each, in the rubric's order");
        for label in reading.labels.family(family) {
            assert!(reading.evidence.iter().any(|e| e.label == *label), "{label} without evidence");
        }
    }
    assert!((10..=50).contains(&reading.labels.tone_tenths));
}

#[test]
fn hostile_replies_are_read() {
    let long = "亲,这款保修2年,容量12升,您看是要一个还是两个呢?".repeat(400);
    let breathless = "好".repeat(10_000);
    let digits = "9".repeat(10_000);
    let quotes = "“".repeat(5_000) + &"”".repeat(5_000);
    for reply in [
        "",
        " ",
        "\u{0}\u{1}\u{7f}",
        "😀🎉🙏",
        "مرحبا كيف حالك",
        "\u{202e}您好\u{202c}",
        "\u{feff}",
        "????!!!!",
        "1/0 -1 1e309 ٣٤٥",
        "你\u{301}\u{301}好",
        "\r\n\t",
        long.as_str(),
        breathless.as_str(),
        digits.as_str(),
        quotes.as_str(),
    ] {
        for buyer in ["", "太贵了,能便宜点吗?", reply] {
            sound(reply, &read(buyer, reply));
        }
    }
}

#[test]
fn nothing_said_is_nonsense_and_earns_nothing() {
    for reply in ["", "   ", "。。。", "asdfjkl", "\u{200b}"] {
        let reading = read("保修多久", reply);
        assert!(reading.nonsense, "{reply:?}");
        assert!(Family::ALL.iter().all(|&f| reading.labels.family(f).is_empty()), "{reply:?}");
    }
    for reply in ["👌", "好的", "ok"] {
        assert!(!read("保修多久", reply).nonsense, "{reply:?}");
    }
}

#[test]
fn hears_what_of_the_sheet_is_told() {
    for (buyer, reply, subject, grasp) in [
        ("保修多久", "两年的亲", "fact:5", Some(Grasp::Told)),
        ("保修多久", "保修三年呢", "fact:5", Some(Grasp::Wrong)),
        ("保修多久", "您看下详情页哈", "fact:5", None),
        ("能装多少水", "12升,够泡到小腿", "fact:1", Some(Grasp::Told)),
        ("不喜欢能退吗", "7天内没用过可以无理由退", "fact:7", Some(Grasp::Told)),
        ("什么时候发", "拍下二十四小时内就发出", "fact:6", Some(Grasp::Told)),
        ("送什么", "送您艾草包二十包", "fact:4", Some(Grasp::Told)),
        ("送什么", "您问艾草包是吧?", "fact:4", Some(Grasp::Touched)),
        ("有活动吗", "满250减15,领券后254", "promotion", Some(Grasp::Told)),
        ("多少钱", "269元一个", "price", Some(Grasp::Told)),
    ] {
        assert_eq!(read(buyer, reply).grasp(subject), grasp, "{buyer} → {reply}");
    }
}

#[test]
fn hears_the_price_offered() {
    for (reply, offered) in [
        ("给您按254元", Some(254)),
        ("最低给您249了", Some(249)),
        ("269元一个哦", Some(269)),
        ("打九折给您", Some(242)),
        ("运费12元", None),
        ("保修2年", None),
    ] {
        let price = read("便宜点", reply).offered.map(|m| m.fen() / 100);
        assert_eq!(price, offered, "{reply}");
    }
}

#[test]
fn spans_point_into_the_original_text() {
    let reply = "親,您 是要1個還是兩個呢?";
    let reading = read("看着不错", reply);
    assert!(reading.labels.has_written("closes:alternative"), "{reading:?}");
    let span = reading.evidence.iter().find(|e| e.label == "alternative").map(|e| (e.start, e.end));
    let shown: String = reply.chars().skip(span.map_or(0, |s| s.0)).take(span.map_or(0, |s| s.1 - s.0)).collect();
    assert!(shown.contains("1個還是兩個"), "{shown}");
}

#[test]
fn naming_a_technique_earns_nothing() {
    for reply in ["我用假定成交法给您介绍", "二选一!警戒成交!限时限量!综上所述下单下单", "“今天不买就没了”这种话我不说"]
    {
        let reading = read("嗯", reply);
        assert!(reading.labels.closes.is_empty(), "{reply}: {:?}", reading.labels);
    }
}

/// Words that rules look for, strung together at random.
fn words() -> impl Strategy<Value = String> {
    let bits = [
        "您",
        "亲",
        "还是",
        "要么",
        "一盒",
        "2年",
        "保修",
        "7天",
        "。",
        ",",
        "?",
        "!",
        "“",
        "”",
        "不是",
        "没有",
        "今天",
        "就剩",
        "最后",
        "下单",
        "除了价格",
        "还有别的顾虑吗",
        "对不起",
        "帮您",
        "地址",
        "第一",
        "最好",
        "100%",
        "百分之",
        "半",
        "一百二十",
        "9.9",
        "元",
        "折",
        "~",
        " ",
        "\n",
        "😀",
        "a",
        "8",
        "-",
        "三",
        "五",
        "天",
        "万",
        "点",
        "月",
        "號",
        "這兒",
        "[微笑]",
        "…",
        "...",
        "买不起",
        "系统就这样",
        "治",
        "糖尿病",
    ];
    prop::collection::vec(prop::sample::select(bits.to_vec()), 0..40).prop_map(|w| w.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_reply_is_read_soundly_and_twice_alike(reply in "\\PC{0,120}", buyer in "\\PC{0,40}") {
        let reading = read(&buyer, &reply);
        sound(&reply, &reading);
        let context = Context { channel: Channel::Im, buyer: &buyer, sheet: Some(&SHEET) };
        prop_assert_eq!(reading, OTHER.read(&context, &reply));
    }

    #[test]
    fn any_jumble_of_cues_is_read_soundly_and_twice_alike(reply in words(), buyer in words()) {
        let reading = read(&buyer, &reply);
        sound(&reply, &reading);
        let context = Context { channel: Channel::Im, buyer: &buyer, sheet: Some(&SHEET) };
        prop_assert_eq!(reading, OTHER.read(&context, &reply));
    }
}
