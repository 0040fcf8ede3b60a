//! 口头证实: a concrete other customer, review or repeat purchase is told as evidence for buying.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// Somebody, at some time, in some likeness to the buyer.
    SOMEBODY:
        "(上周|上个月|上月|上次|昨天|前天|前阵子|前两天|前几天|去年|今年|刚才|今早|今天|之前|上上周|这个月|年前|上礼拜|上午|早上|刚刚|刚|也)~(有|就有)?(个|位|一个|一位|几个|家|一家|两个|好几个)[^,。!\\?;:]{0,12}(客户|顾客|姐|先生|女士|太太|妈妈|宝妈|同学|学员|大哥|阿姨|老师|姐妹|小哥|男生|女生|会员|老板|朋友|大爷|奶奶|妹子|小伙|叔|总|厂|公司|单位|物业|医院|学校|人|买家|闺蜜|车主|邻居|孕妈|上班族|姑娘|夫妻|主任|经理|教授|师傅|粉丝|客人|用户|老客|店)",
        "有(个|位|一个|一位|几个|好几个|好多|很多)?[^,。!\\?;:是吗]{0,10}(客户|顾客|学员|会员|老客|宝妈|买家|姐妹|同学|客人|用户|大姐|大哥|阿姨|叔叔|大叔|大爷|奶奶|先生|女士|老板|厂家|公司|小伙|姑娘|妈妈|宝爸|老师|医生|护士|司机|师傅|邻居|朋友|同事|亲戚|车主|业主)[^。!\\?;:吗]{0,24}(也|跟你|和你|像你|一样|买|拿|用|喝|吃|穿|回购|说|反馈|瘦|考|过|装|办)",
        "(我)?(手上|这|们家|家|们店|们这|这边)?有(个|位|一个|一位)[^,。!\\?;:]{0,8}(陈|李|王|张|刘|赵|孙|周|吴|林|黄|杨|徐|何|马|朱|郭|小)[\\p{Han}]{0,2}", "(陈|李|王|张|刘|赵|孙|周|吴|林|黄|杨|徐|何|马|朱|郭|高|罗|郑|梁|谢|宋|唐|许|韩|冯|邓|曹|彭|曾)(先生|女士|姐|哥|阿姨|太太|老师|小姐|大姐|大哥|叔|总|经理|同学)(,)?(也|就|她|他|用了|用完|喝了|吃了|买了|拿了|之前|家|上个月|去年|上周|昨天|是|跟你|住|做|在|一开始)",
        "(比如|像|例如)(上个月|上周|去年|昨天)?的?[^,。!\\?]{0,8}(女士|先生|姐|哥|阿姨|同学|客户|顾客|公司|家)", "(评价|追评|评论|买家秀|晒单|评论区|评价区|好评)(里|区|上|说|写|翻|第一|有|都|中|图)", "(你)?(往|翻|看)(一下|下|看)?(追评|评价|评论|买家秀)", "(老客|老顾客|回头客|老客户|老学员)[^,。!\\?]{0,8}(回购|复购|又|第<num>|连着|介绍|每|都)", "(隔壁|对面|楼上|楼下|同小区|同城|旁边|附近|你们(小区|楼|园区|单位|学校|公司|那边|隔壁))[^,。!\\?]{0,12}(也|就|都|用|买|装|订|定|上了|上的|办|签|合作|做的|去年|上个月|前年)[^,。!\\?吗]{0,12}(了|的|过|着|买|用|装)", "(陈|李|王|张|刘|赵|孙|周|吴|林|黄|杨|徐|何|马|朱|郭|高|罗|郑|梁|谢|宋|唐|许|韩)(先生|女士|姐|哥|阿姨|太太|老师|小姐|大姐|大哥|叔|大爷|奶奶|师傅)[^。!\\?]{0,20}(用|喝|吃|穿|睡|练|学|装|戴|抹|泡|开)了(俩|半|<num>|[0-9]+|好几)?(个)?(月|年|天|周|次|盒|瓶|礼拜|星期)", "^[^,。!\\?]{0,6}(东|西|南|北|京|海|州|庆|都|汉|安|津|家|区|里|边|村|店|上|这|有|的)(个)?(小|老|陈|李|王|张|刘|赵|孙|周|吴|林|黄|杨|徐|何|马|朱|郭|孟|高)[\\p{Han}]{0,2}(师傅|姐|哥|叔|阿姨|老师|大爷|奶奶|先生|女士)?(也是|也|去年|上个月|上周|前阵子|前年|今年|婚前|之前)[^。!\\?吗]{2,}", "(已经)?(<num>|[0-9]+)(多)?(万|千|百)?(个|位|名|家)?(人|顾客|客户|家庭|学员|用户|公司|企业)~(都)?(买|用|选|报|回购|签|装)(了|过|的)?";
    /// Something of it is told.
    STORY:
        "也是(送|给|买|拿|自己|冲着)", "说(她|他|家|我|这|一|再|都|比|从|自己|现在)", "(少|多|省|涨|降|好|瘦|赚|请)了", "(带|买|拿|搬|拎)走|一口气|囤|考过|拿证",
        "(买|拿|用|喝|吃|穿|戴|睡|抹|回购|复购|反馈|说|讲|写|赔|考|过|瘦|装|办|签|选|订|定|带|报|转|介绍|换|试|泡|下单|投|拍|发|洗|摔|充|跑|推|住|玩|去)[^,。!\\?;]{0,10}(了|过|得|着|的|来|说|“|完|都|就)";
    /// The speaker's own experience, told.
    OWN:
        "我(自己|妈|婆婆|老公|媳妇|爸|女儿|儿子|家|同事|闺蜜|姐|表姐)?(也|都|就|在|一直)?~(用|吃|喝|穿|戴|睡|买|抹|养|泡)[^。!\\?]{0,12}(<num>(盒|瓶|年|个月|月|个|次|套|包|天|周|只|台|支|件|遍|水)|以前|之前|现在|从|刚开始|一开始|常备)", "我第<num>(盒|瓶|次|个|套|包)了?", "我(自己|家)?~(瘦了|轻了|掉了)";
    /// Told to warn, or too thin.
    AGAINST: "(白跑|后悔|没抢到|没买到|亏了|错过|没赶上|哭)";
    THIN: "(大家|都|人人|谁)都说(好|不错)";
    /// The one spoken of is the person spoken to, or asked about.
    OTHER_THAN_TOLD: "(请问|是不是|你是|哪位|吗$|转告|主管把|找)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for span in scene.unquoted_somebody() {
        let sentence = sentence_from(scene, span);
        let piece = scene.text.slice(sentence);
        let told = STORY.any_in(piece) || piece.contains('“');
        if told && !AGAINST.any_in(piece) && !THIN.any_in(piece) && !OTHER_THAN_TOLD.any_in(piece) && !scene.asks(span)
        {
            out.push(sentence);
        }
    }
    for span in scene.said(&OWN) {
        if !scene.asks(span) {
            out.push(sentence_from(scene, span));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

impl Scene<'_> {
    fn unquoted_somebody(&self) -> Vec<Span> {
        self.said(&SOMEBODY)
    }
}

/// From the span's clause to the end of its sentence, six clauses at most.
fn sentence_from(scene: &Scene<'_>, span: Span) -> Span {
    let clauses = scene.text.clauses();
    let at = clauses.partition_point(|c| c.span.end <= span.start).min(clauses.len().saturating_sub(1));
    let Some(own) = clauses.get(at) else { return span };
    let last = clauses[at..].iter().take(6).take_while(|c| c.sentence == own.sentence).last();
    Span::new(own.span.start.min(span.start), last.map_or(own.span.end, |c| c.span.end).max(span.end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn testimonial() {
        check(
            "closes:testimonial",
            &[
                ("有用吗", "上个月有位跟您差不多的宝妈,喝了两盒说肚子轻松多了"),
                ("有人回购吗", "很多像您一样的顾客都回购呢,比如李女士,喝完一盒又拿了两盒"),
                ("真的假的", "您翻翻评价里,有个深圳的姐妹喝了三盒晒了图"),
                ("你自己喝吗", "我自己也在喝,第三盒了,以前下午老胀,现在好多了"),
            ],
            &[
                ("有用吗", "大家都说好"),
                ("有用吗", "我也觉得挺好的"),
                ("你好", "请问是李女士吗"),
                ("你好", "南京小孟也是您吗"),
                ("嗯", "店里小样也可以一起寄"),
                ("再说吧", "上周有个姐没抢到,后悔得不行"),
            ],
        );
    }
}
