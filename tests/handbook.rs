//! Sentences of the kind that sales handbooks print, and what they warn of: all must come out right.

mod common;

use common::ANALYSER;
use huashu::analysis::{Context, PlainSheet, Sheet};
use huashu::scenario::Money;
use huashu::scenario::format::Channel::{self, Im, Phone, Visit};

fn sheet() -> Sheet {
    Sheet::plain(&PlainSheet {
        name: "清泉台式净水机".into(),
        category: "小家电".into(),
        price: Some(Money::from_yuan(899)),
        floor_price: Some(Money::from_yuan(859)),
        facts: [
            "滤芯:四级过滤,主滤芯用12个月",
            "质保:整机3年",
            "发货:16点前付款当天发,全国包邮",
            "退货:7天无理由",
            "安装:免打孔,自己能装",
            "赠品:送滤芯1支",
        ]
        .map(String::from)
        .to_vec(),
        promotion: Some("11月30日前下单立减40元".into()),
    })
}

/// Channel, buyer, reply, labels that it must have, labels that it must not have.
type Row<'a> = (Channel, &'a str, &'a str, &'a [&'a str], &'a [&'a str]);

fn check(rows: &[Row<'_>]) {
    let sheet = sheet();
    let mut wrong = Vec::new();
    for (channel, buyer, reply, there, absent) in rows {
        let labels = ANALYSER.read(&Context { channel: *channel, buyer, sheet: Some(&sheet) }, reply).labels;
        for label in there.iter().filter(|l| !labels.has_written(l)) {
            wrong.push(format!("{label} is missing: {buyer} → {reply}: {labels:?}"));
        }
        for label in absent.iter().filter(|l| labels.has_written(l)) {
            wrong.push(format!("{label} is too much: {buyer} → {reply}: {labels:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_six_closes() {
    check(&[
        (Im, "看着还不错", "那我这就给您下单了,您把收货地址发我一下", &["closes:assumptive"], &["closes:alternative"]),
        (Visit, "样子挺喜欢的", "那我给您开票,您是今天带走,我让同事给您包起来", &["closes:assumptive"], &[]),
        (Im, "嗯,可以", "您要白色的还是灰色的?", &["closes:alternative"], &["closes:assumptive"]),
        (Phone, "听起来可以", "您看是先办一年的,还是直接办两年的更划算?", &["closes:alternative"], &[]),
        (Phone, "我想想", "您看我们约在周三下午还是周四上午见面比较方便?", &["closes:alternative"], &[]),
        (
            Im,
            "差不多了解了",
            "通过我们刚才的沟通,您要的是免安装、水质放心、后续费用低,这台都符合,那咱们今天就定下来吧",
            &["closes:summary"],
            &[],
        ),
        (
            Im,
            "有人用过吗",
            "上个月有位刚生完宝宝的妈妈也是担心水质,用了一个月又回来给她父母家买了一台",
            &["closes:testimonial"],
            &[],
        ),
        (
            Im,
            "我再考虑考虑",
            "活动30号就结束了,过了那天就要恢复原价,您现在不定就要多花四十块呢",
            &["closes:warning", "steps:objection"],
            &[],
        ),
        (Im, "价格有点高", "除了价格,您还有其他方面的顾虑吗?", &["closes:isolation", "steps:objection"], &[]),
        (Phone, "我担心不会装", "如果安装的问题我们帮您解决了,您今天是不是就可以定下来了?", &["closes:isolation"], &[]),
    ]);
}

#[test]
fn what_looks_like_a_close_and_is_none() {
    let closes: &[&str] = &[
        "closes:assumptive",
        "closes:alternative",
        "closes:summary",
        "closes:testimonial",
        "closes:warning",
        "closes:isolation",
    ];
    check(&[
        (Im, "看看", "请问您要买吗?", &[], closes),
        (Im, "想买个净水机", "您家是三口人还是更多?平时主要是喝还是也做饭用?", &["steps:ask"], closes),
        (Im, "我再想想", "您主要是担心哪方面呢?", &["moves:probe"], closes),
        (Im, "有活动吗", "有的,11月30日前下单立减40元", &["steps:consult"], closes),
        (Im, "你们培训都教什么", "教假定成交法、二选一成交法、警戒成交法这些", &[], closes),
        (Im, "已经拍了", "好的,我帮您核对一下地址:杭州西湖区文三路,对吗?", &["steps:verify"], closes),
    ]);
}

#[test]
fn the_reception_steps() {
    check(&[
        (Im, "在吗", "您好,欢迎光临清泉旗舰店,我是客服小林,很高兴为您服务", &["steps:greet"], &[]),
        (Im, "你好", "您好,请问您是第一次光顾我们店吗?", &["steps:identify"], &[]),
        (Im, "想买净水机", "请问您家里几口人用呢?预算大概多少?", &["steps:ask"], &[]),
        (Im, "质保多久", "整机质保3年的哦", &["steps:consult"], &["claims:contradicts_sheet"]),
        (
            Im,
            "太贵了",
            "理解您的想法,不过它一支滤芯能用12个月,算下来一天不到三块钱",
            &["steps:objection", "moves:acknowledge", "moves:evidence"],
            &[],
        ),
        (Im, "家里就两个人", "两个人的话我建议您选台式这款,够用又不占地方", &["steps:recommend"], &[]),
        (Im, "拍好了", "好的亲,价格已经帮您改好了,您刷新一下就可以付款", &["steps:assist"], &[]),
        (Im, "付好了", "跟您核对一下订单:净水机1台,收件人李先生,电话尾号3321,对吗?", &["steps:verify"], &[]),
        (Im, "好的谢谢", "感谢您的惠顾,使用中有任何问题随时联系我,祝您生活愉快", &["steps:farewell"], &[]),
        (
            Im,
            "收到是坏的",
            "非常抱歉给您带来不便,我马上给您安排换新,来回运费我们承担",
            &["moves:apologise", "moves:offer"],
            &[],
        ),
    ]);
}

#[test]
fn what_handbooks_warn_of() {
    check(&[
        (Im, "这个怎么用", "自己看说明书", &["faults:curt"], &[]),
        (Im, "太贵了", "买不起就别看", &["faults:arrogant"], &["steps:objection"]),
        (Im, "收到少了滤芯", "那是仓库发的,不关我的事", &["faults:blaming"], &[]),
        (Im, "我再看看", "都跟您说半天了,到底买不买?今天必须给我个准话", &["faults:pressuring"], &[]),
        (Im, "随便看看", "几个人用?预算多少?住哪?租房还是买房?老公同意吗?", &["faults:interrogating"], &[]),
        (Im, "这是全国最好的吗", "我们是全国第一,绝对没有比我们更好的", &["claims:absolute"], &[]),
        (Im, "能治结石吗", "能,喝我们的水结石自己就排掉了", &["claims:medical"], &[]),
        (Im, "质保多久", "质保五年的", &["claims:contradicts_sheet"], &[]),
        (Im, "便宜点", "您拍吧,我私下微信返您一百", &["claims:beyond_sheet"], &[]),
    ]);
}
