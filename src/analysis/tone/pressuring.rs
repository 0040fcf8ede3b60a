//! 施压: pushes hard: repeated urging, threats, guilt, ultimatum.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// Enough by itself.
    HARD:
        "(我)?最后(讲|说|问|给你)(一遍|一次|一句)", "(到底|究竟)[^,。]{0,3}(买|签|要|办|订|拍|定|报|装|掏|交|付)(还是)?不(买|签|要|办|订|拍|定|报|装|掏|交|付)?", "(坐|看|聊|问|站|试|挑)了(半天|这么久|一上午|一下午|大半天)了?(,|。|到底|也|还|总)", "(行了|好了),?(赶紧|快|别)", "(给我(们)?(个|句)?|给个|来个)(痛快话|准话|准信|痛快的|明白话)", "(别|不要)来(找|求)我", "(就)?(给|让)别人(了)?(,|。|!|你|$)", "你(自己)?看着办", "(哭着|跪着)(来|求)", "(你)?(地址|电话|住址|单位|信息)[^,。!\\?]{0,6}(我|这)?(这)?(都)?(有|知道|留着|记着)", "(律师函|起诉|法庭|后果自负|走着瞧|等着瞧|报警|拉黑|黑名单|征信|上门找)", "(拖|耗|墨迹|磨叽|磨蹭|犹豫|啰嗦|讨论|考虑|问|聊|想)(了)?(你)?(都)?[^,。!\\?]{0,6}(一|三|两|几|半|多少|多久|好几)(个)?(礼拜|星期|天|月|小时|钟头|久|次|回|遍|下午|上午|星期)了", "(耽误|浪费)(我|我们|大家)(的)?(时间|功夫|工夫)", "(我)?(这个月|今天|今晚)?(就)?差(你|您)?(这|一)(一)?单", "(扣钱|扣工资|扣奖金|被骂|业绩|任务)(的|了|呢|,|啊|~|吧)[^。]{0,10}(帮|求|就|您|你|可怜|体谅)?", "(求求|拜托|帮帮|可怜|疼疼|支持)(你|您|我|弟弟|妹妹|小弟|人家|一下我)", "(今天|现在|马上|立刻|立马|今晚|必须|赶紧|快点|赶快)(必须|就|给我|得|要|一定|一定要)(定|下单|付|拍|买|签|交|决定|给(我|个))", "(赶紧|赶快|快点|快|速度|抓紧|麻利|立刻|马上)(的|点)?(拍|买|下单|付|定|决定|交|签|下手|打钱|转)[^。]{0,10}(!|别|不然|再|快)", "(别|不要|还)(再)?(犹豫|纠结|磨叽|墨迹|磨蹭|考虑|想|拖|啰嗦|挑|问)(来|什么|啥|了|个)[^,。]{0,4}(!|,|。|什么|去|赶|\\?|$)", "(不|再不)(拍|买|定|交|付|下单|签|办|决定)[^,。!\\?]{0,6}(就|我就)(取消|作废|给别人|拉黑|别来|没机会|释放|转给|不管|不客气)", "(下单){2,}|(快拍){2,}|(快买){2,}|(冲){3,}|(拍){3,}|(抢){3,}", "(今晚|今天)[^,。!\\?]{0,8}(不(交|付|拍|定|买)[^,。]{0,6})(就|名额|我)", "(拖|耗)(得起|不起|下去)", "再(磨叽|磨蹭|犹豫|拖|等)[^,。!\\?]{0,4}(就|娃|你|没|被|别|连)", "(拖着吧|拖死|还拖|拖成)", "(你|您)(就)?(忍心|好意思|不怕|对得起)", "(快){3,}", "白(伺候|忙|讲|说|跑|耽误)(了|一|半|这)";
    /// Said to a buyer who hesitates, without a kind word, they are orders.
    ORDERS: "(现在|马上|立刻|赶紧|今天|立马)(就|给我|必须)?(付|扫码|签字|下单|转账|打款|定|拍|买|交钱)(,|。|!|$|了)", "(今天|必须|一定要)(必须|一定|得)?(买|定|拍|办|签)";
    /// Urging; twice or more is pressure.
    URGES: "(赶紧|赶快|抓紧|快点|快(拍|下单|买|付|抢)|马上(拍|下单|买|付)|立刻|立马|手慢无|错过(等|就|了)|最后(机会|一天|<num>)|限时|限量|别犹豫|别纠结|别考虑|还等什么|还犹豫什么|还考虑什么|再不|(今天|今晚|现在)(就|必须)(定|拍|买|下单|付)|下单吧|拍吧|定了吧|冲|抢|速拍|秒杀|机不可失)";
    /// Said gently: not to worry, take your time.
    EASES: "(不(着)?急|慢慢|不催|别急|不勉强|没关系|理解|您方便|再联系|不买也)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let eases = scene.speaks(&EASES);
    let mut out = scene.said(&HARD);
    // "现在就拍,还是晚上再拍": a choice is no order.
    out.retain(|&s| !chooses(scene, s));
    out.retain(|&s| !eases || scene.text.slice(s).contains("试试") || scene.text.slice(s).contains("最后"));
    // "不是催您下单": negated urging is none.
    out.retain(|&s| {
        let before = scene.text.as_str().get(..s.start).unwrap_or_default();
        !before.ends_with("不是") && !before.ends_with("不用") && !before.ends_with("不会")
    });
    // An order with nothing kind about it: "没有下次了,现在付,马上".
    let bare = scene.text.polite() == 0
        && !eases
        && !["亲", "哈", "哦", "呢", "~", "麻烦", "请"].iter().any(|w| scene.text.as_str().contains(w));
    if bare && scene.buyer.objects() {
        let mut orders = scene.said(&ORDERS);
        orders.retain(|&s| !chooses(scene, s));
        out.extend(orders);
    }
    let urges = scene.said(&URGES);
    if urges.len() >= 3 || urges.len() >= 2 && scene.content_chars() < 24 && !eases {
        out.extend(urges);
    }
    scene.clauses_of(&out)
}

/// True where the span is one of two things to choose from.
fn chooses(scene: &Scene<'_>, span: Span) -> bool {
    let clauses = scene.text.clauses();
    let at = clauses.partition_point(|c| c.span.end <= span.start);
    let Some(own) = clauses.get(at) else { return false };
    let near = clauses[at..].iter().take(2).filter(|c| c.sentence == own.sentence);
    near.filter(|c| c.question).any(|c| scene.text.slice(c.span).contains("还是"))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn pressuring() {
        check(
            "faults:pressuring",
            &[
                ("再想想", "你到底买不买,给个痛快话"),
                ("明天给你答复", "都拖一个礼拜了!今晚不交钱名额就给别人"),
                ("我再看看", "赶紧拍吧,错过等一年,手慢无!"),
                ("再想想", "今天就付,别的不用说"),
                ("不买了", "姐帮帮我,我这个月就差您一单,完不成要扣钱的"),
            ],
            &[
                ("再看看", "不着急,您慢慢考虑"),
                ("最低多少", "先给您准话:会员价119"),
                ("再看看", "姐,活动到20号就恢复原价了哦"),
                ("嗯", "那我帮您下单啦"),
                ("再想想", "我不是催您下单哈"),
                ("我得问问我妈", "您看是现在就拍,还是先问过阿姨晚上再拍?"),
                ("再想想", "是今天就定,还是明天再来看看?"),
            ],
        );
    }
}
