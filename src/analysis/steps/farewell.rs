//! 礼貌告别: ends the talk politely.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    PARTS:
        "(再见|拜拜|回见|回聊|慢走|改天见|下次见|明天见)", "(有(什么|任何)?(问题|需要|想问|不懂|事|疑问|不明白|消息)|需要|想好了|想买|考虑好)[^。!\\?;]{0,10}(随时|尽管|再|欢迎|可以)[^,。!\\?]{0,3}(联系|找|问|喊|叫|来|咨询|私|打|说|敲|@|吩咐)", "(随时|尽管)(联系|找|问|喊|叫|来|咨询|私|打|敲)(我|问)?", "(祝)(你|贵司|宝宝|阿姨|叔叔|家里|全家|生意|一切|早日|用餐|旅途|孩子|工作)", "(生活愉快|生意兴隆|一切顺利|身体健康|周末愉快|天天开心)", "(感谢|谢谢)(你的)?(支持|光临|惠顾|信任|咨询|来电|接听|购买|选购|理解|配合|耐心|时间|下单|特意)", "(感谢|谢谢)你(的|耐心|抽|百忙|今天|特意|选择|信任|支持|接|光顾|光临|一直)", "(不|先不)(打扰|耽误|影响)(你)?(了|啦|吃|做|忙|休息|工作|上班|开会)", "打扰(啦|了)", "(你|那你)(先)?(忙|去忙|休息|慢慢考虑)(吧|您|,|。|!|$|哈|啦)?", "有空(来|再|常)", "(穿|吃|喝|用|玩|睡)(得)?(暖和|开心|愉快|舒服|好|香)(哦|呀|哈|,|。|!|$)", "(好好|早点)(休息|照顾)", "(保重|注意)(身体|安全)?(哈|哦|呀|,|。|!|$)", "打我(这个)?(号|电话)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() {
        return Vec::new();
    }
    let mut out = scene.said(&PARTS);
    // The parting stands at the end: in the second half, or in a short reply.
    let clauses = scene.text.clauses();
    let half = clauses.get(clauses.len() / 2).map_or(0, |c| c.span.start);
    let last = clauses.iter().rev().nth(3).map_or(0, |c| c.span.start);
    out.retain(|s| s.end > half.min(last) || clauses.len() <= 4);
    if scene.has(crate::analysis::Family::Faults, "arrogant") {
        out.clear();
    }
    // A talk that goes on asking is not being ended.
    let goes_on = clauses.last().is_some_and(|c| c.question) && out.last().is_none_or(|s| s.end < last);
    if goes_on {
        out.clear();
    }
    let browsing = scene.buyer.browses;
    if browsing {
        out.retain(|&s| scene.text.slice(s).contains("再见"));
    }
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn farewell() {
        check(
            "steps:farewell",
            &[
                ("好的谢谢", "不客气,有问题随时联系我,祝您生活愉快"),
                ("我先忙了", "好的您忙,打扰啦"),
                ("收到啦很喜欢", "谢谢您的支持,喝得开心哦"),
            ],
            &[("多少钱", "129一盒"), ("随便看看", "好嘞您慢慢看"), ("在吗", "您好,欢迎光临")],
        );
    }
}
