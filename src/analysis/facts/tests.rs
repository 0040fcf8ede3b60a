//! What is heard of a sheet in replies: tables with near-misses.

use crate::analysis::{Analyser, Context, PlainSheet, Sheet, SheetItem};
use crate::scenario::Money;
use crate::scenario::format::{Channel, FactKind};

/// A kettle, with what kettles are asked about.
fn kettle() -> Sheet {
    Sheet::plain(&PlainSheet {
        name: "听泉 折叠旅行水壶".into(),
        category: "小家电".into(),
        price: Some(Money::from_yuan(168)),
        floor_price: Some(Money::from_yuan(150)),
        facts: [
            "壶身:食品级硅胶,内胆304不锈钢",
            "容量:600毫升",
            "尺寸:折叠后18×14×7厘米",
            "重量:0.7公斤",
            "质保:18个月",
            "清洗:不能用洗碗机,不可泡水",
            "电压:不支持110伏",
            "发货:48小时内发申通,3-5天到",
            "邮费:包邮,新疆西藏补20元",
            "退货:7天无理由,退货运费买家承担",
            "赠品:送收纳袋1个",
        ]
        .map(String::from)
        .to_vec(),
        promotion: Some("两件立减40元,12月8日截止".into()),
    })
}

fn claims(label: &str, cases: &[(&str, &str)], expected: bool) {
    let analyser = Analyser::rules();
    let sheet = kettle();
    let mut wrong = Vec::new();
    for (buyer, reply) in cases {
        let reading = analyser.read(&Context { channel: Channel::Im, buyer, sheet: Some(&sheet) }, reply);
        if reading.labels.has_written(label) != expected {
            wrong.push(format!("{label} should be {expected}: {buyer} → {reply}: {:?}", reading.labels.claims));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_sheet_says_otherwise() {
    claims(
        "claims:contradicts_sheet",
        &[
            ("容量多大", "容量是八百毫升的"),
            ("保修几年", "质保三年呢"),
            ("多重", "重量两公斤吧"),
            ("折叠后多大", "折叠后长20厘米呢"),
            ("内胆是什么材质", "内胆是陶瓷的"),
            ("能放洗碗机吗", "可以的呀,洗碗机随便洗"),
            ("支持110伏吗", "支持的"),
            ("几天发货", "当天发,绝不耽误"),
            ("两件多少钱", "两件一共260元"),
            ("发新疆要补邮费吗", "新疆也不用补"),
            ("活动到几号", "到12月20日"),
            ("活动到几号", "20日前下单都减40"),
            ("容量是900毫升对吧", "对,容量就是900毫升"),
            ("送什么", "送保温杯一个"),
        ],
        true,
    );
    claims(
        "claims:contradicts_sheet",
        &[
            ("容量多大", "六百毫升,够两个人泡茶"),
            ("保修几年", "质保一年半"),
            ("多重", "不到一公斤,0.7公斤"),
            ("内胆是什么材质", "内胆304不锈钢,不是塑料的"),
            ("内胆是什么材质", "别家用陶瓷的多,我们是不锈钢"),
            ("能放洗碗机吗", "不能放洗碗机的,手冲一下就行"),
            ("支持110伏吗", "不支持的,出国带不了"),
            ("几天发货", "两天之内就发出了"),
            ("几天发货", "我先催仓库,看今天能不能发"),
            ("两件多少钱", "两件296元,336减40"),
            ("两件多少钱", "打完优惠算下来一件148"),
            ("发新疆要补邮费吗", "新疆要补20元的"),
            ("活动到几号", "12月8日就截止啦"),
            ("折叠后多大", "18厘米长,7厘米厚"),
            ("送什么", "送收纳袋一个"),
            ("我上次买的用了三年", "三年也算耐用了"),
            ("膝盖不好", "疼了三四年真难为您"),
            ("包里只剩20厘米了", "20厘米放得下的"),
            ("就给你五分钟", "五分钟够了,我直说"),
            ("学期多长", "有13周的排期"),
            ("活动到几号", "8日前下单都减40"),
        ],
        false,
    );
}

#[test]
fn what_the_sheet_does_not_cover() {
    claims(
        "claims:beyond_sheet",
        &[
            ("120卖不卖", "行,120就120,你拍吧"),
            ("一百二行吗", "成交,一百二给你"),
            ("再送点东西呗", "再送你一个保温杯"),
            ("会不会漏", "漏一滴我赔你十个"),
            ("会不会漏", "我拿人格担保不漏"),
            ("还能便宜吗", "我私下返你30块"),
        ],
        true,
    );
    claims(
        "claims:beyond_sheet",
        &[
            ("155卖不卖", "行,155就155"),
            ("120卖不卖", "120真做不了,给不到的"),
            ("打七折吧", "七折我们要亏本的"),
            ("再送点东西呗", "多送不了,收纳袋是都有的"),
            ("会不会漏", "这个不好打包票,收到先试水"),
            ("周末送得到吗", "周末也送货的"),
            ("装得下吗", "箱子里还能塞两件衣服"),
        ],
        false,
    );
}

/// What is paid after the sheet's own deductions lies below its floor; what may be given away is the same.
#[test]
fn a_net_price_has_the_same_room_as_the_full_one() {
    let sheet = Sheet::plain(&PlainSheet {
        name: "岚星手机".into(),
        category: "数码".into(),
        price: Some(Money::from_yuan(2688)),
        floor_price: Some(Money::from_yuan(2588)),
        facts: vec!["旧机抵价:屏有划痕抵360元".into()],
        promotion: Some("以旧换新再补200元:2688元,抵360元,再减200元,到手2128元".into()),
    });
    for (reply, beyond) in [("那我给您2100吧,不能再少了", false), ("那我给您2128吧", false), ("那我给您1990吧", true)]
    {
        let context = Context { channel: Channel::Visit, buyer: "零头给我去了", sheet: Some(&sheet) };
        let reading = Analyser::rules().read(&context, reply);
        assert_eq!(reading.labels.has_written("claims:beyond_sheet"), beyond, "{reply}");
    }
}

#[test]
fn any_telephone_number_tells_what_asks_for_one() {
    let number = SheetItem {
        subject: "point:number".into(),
        kind: FactKind::Other,
        text: "留下自己的号码".into(),
        cues: Vec::new(),
        says: vec!["<number>".into(), "来电显示的就是".into()],
    };
    let sheet = Sheet::of_items(vec![number]);
    for (reply, told) in [
        ("好,周敏,13800001234", true),
        ("您记一下:138 0000 1234", true),
        ("138-0000-1234,随时找我", true),
        ("0512-66883120", true),
        ("您看来电显示的就是", true),
        ("单号138000012345678", false),
        ("1380000123", false),
        ("一共128元,送2袋", false),
    ] {
        let reading =
            Analyser::rules().read(&Context { channel: Channel::Phone, buyer: "", sheet: Some(&sheet) }, reply);
        assert_eq!(reading.tells("point:number"), told, "{reply}");
    }
}
