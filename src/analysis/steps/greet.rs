//! 问好: opens with a greeting, a welcome or a self-introduction.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    GREETS:
        "(你|大家|各位|姐|哥|先生|女士|亲|宝|总|经理|主任|老师|阿姨|叔叔)(好|早)(呀|啊|哈|哦|,|。|!|$|亲|姐|我|欢迎|这里|请)", "^(喂)?,?(你好|早上好|上午好|中午好|下午好|晚上好|早安|晚安好|新年好|节日好|周末好)", "^(喂,?你好|喂你好)", "欢迎(光临|来到|回来|咨询|进店|选购|你|亲|来)", "^(哈喽|哈罗|嗨|hi|hello|嘿|hey)(,|你|亲|!|$|姐|哥|呀|啊|~)?", "^在(呢|的|哒|滴)(在呢)?(哦|呀|哈)?(,|亲|!|$|你)", "(我是|这里是|我叫|这边是)[^,。!\\?]{2,14}(的|客服|顾问|小[\\p{Han}]|店长|经理|销售|专员|老师|健康|客户经理|旗舰店|保险|银行|公司|移动|电信|联通)", "^[^,。!\\?]{0,8}(上午|中午|下午|晚上|早上)好", "很高兴(为你|认识|见到)";
    NOT_A_GREETING: "(你好(好|像|意思|多|几|些|难|厉害))";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    // An opening: within the first four clauses.
    let limit = scene.text.clauses().get(3).map_or(usize::MAX, |c| c.span.end);
    let not = scene.spoken(&NOT_A_GREETING);
    let mut out = scene.spoken(&GREETS);
    out.retain(|s| s.start < limit && !not.iter().any(|n| n.overlaps(*s)));
    if scene.recites() {
        out.clear();
    }
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn greet() {
        check(
            "steps:greet",
            &[
                ("在吗", "在呢亲~"),
                ("在吗", "您好,欢迎光临青山茶铺!"),
                ("", "喂您好,我是青山茶铺的小刘,请问是王女士吗"),
                ("老客了", "嗨 欢迎回来呀"),
                ("在吗", "孟小姐下午好,小满在"),
                ("在吗", "亲,晚上好"),
            ],
            &[("多少钱", "129一盒哦亲"), ("喂?", "喂?能听见我说话吗?"), ("几天到", "您好像在新疆,要多两天")],
        );
    }
}
