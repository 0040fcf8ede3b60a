//! 敷衍: nothing that helps.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// The whole reply, or nearly.
    WHOLE:
        "^(说|讲|哦|噢|喔|嗯|恩|额|呃|啊|o|ok|好|行|在|是|对|有|没|没有|能|不能|不行|不知道|不清楚|不晓得|随便|都行|都可以|看吧|自己看|再说|哦哦|嗯嗯|好吧|行吧|知道了|收到|无|不|没了|没货|不会|不可以|可以|这样啊|哦这样|没办法|看情况|不好说|应该吧|可能吧|大概吧|差不多|一样|就这样|就那样|那算了|那随你|爱买不买|你看着办|你定|你说呢|呵呵|谁知道)+(,|。|!|吧|的|呢|哦|啊|了|亲|$)*$";
    /// Sends the buyer away with the question.
    SENDS_AWAY:
        "^看(尺码表|说明|详情|图|评价|标题|参数|链接|首页|公告)[^,。]{0,3}$", "^(你)?自己(点|弄|申请|操作|选|改|退|下单|填)[^,。]{0,4}$", "(你)?(自己|自个)(去)?(看|查|找|算|问|搜|百度|翻|研究|想)(一下|下|吧|详情|呗|去|说明|页面|$)", "(上面|页面|详情页|详情|图上|图片|说明书|标题|链接)(上|里|都|不是|有|里面|已经|那)?(写着|都有|写了|都写|有写|有的|有啊|有呢)(呢|了|的|啊|吗)?", "看(详情|说明)(页|书)?(吧|$)", "(我)?(不知道|不清楚|不晓得|不太清楚|哪知道|不了解)(啊|呢|哦|,|。|$|你)", "(我也)?没(有)?办法(,|。|$|啊|呀)", "(系统|规定|公司|流程)就(是)?这样", "(随便|随)(你|便)(咯|吧|呗|了|啊|,|$)", "(这个|这)?不归我管", "(等着|等)(吧|呗)(,|。|$)", "^反正(就)?(是|这)[^,。]{0,6}$", "就(那样|差不多)(吧|呗|,|$)", "^(在|嗯|喂|什么事|怎么),?(说|讲|快说|什么事|有事说)(吧|,|。|$)", "长话短说|说重点(,|。|$)|快说", "(标签|价签|包装|盒子|单子|海报|牌子|小票)[^,。]{0,3}(上|里)?(都|不是)?(写|标|印)(着|了|得)", "(谁家|哪家|到哪|哪里|都)(都)?(是)?(这样|一个样|一样)(,|。|$|的啊)";
    VAGUE: "(快了|看情况|还行|还好|一般|凑合|看说明|问别人|再等等|等着|没|有|能|是|随便|不一定|看你|自己|可能|应该|大概|差不多|那样|都行|百度|说明书|详情)";
    /// Something that helps follows.
    HELPS: "(帮你|给你|我(去|来|这就|马上|先|再)(查|问|看|确认|核实)|稍等|您可以|稍后|抱歉|不好意思|发你|截图|联系)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let chars = scene.content_chars();
    if chars == 0 {
        return Vec::new();
    }
    let mut out = Vec::new();
    if chars <= 8 {
        let bare = scene.text.trim(scene.text.whole());
        let whole = WHOLE.all(&scene.text).iter().any(|s| s.start <= bare.start && s.end + 6 >= bare.end);
        // "有的"、"好的亲" after a plain question or a farewell is short, not curt.
        let friendly = scene.text.polite() > 0
            || ["亲", "哦~", "哈", "呢", "嘞", "谢", "的哦", "滴"].iter().any(|w| scene.text.as_str().contains(w))
                && chars > 2
            || scene.buyer.is_silent();
        // A question answered in a word that says nothing: "快了", "还行吧", "看情况".
        let a_word = chars <= 4 && scene.buyer.asks && scene.quantities.is_empty() && scene.facts.stated().is_empty();
        let vague = a_word && VAGUE.any(&scene.text);
        if (whole || vague) && !friendly && !short_answer(scene) {
            out.push(bare);
        }
    }
    if chars <= 28 && scene.facts.told().is_empty() && !scene.speaks(&HELPS) {
        let mut away = scene.spoken(&SENDS_AWAY);
        away.retain(|&s| !scene.asks(s) || scene.text.slice(s).contains("写"));
        out.extend(scene.clauses_of(&away));
    }
    out
}

/// "能"、"有的" do answer a yes-or-no question, if barely.
fn short_answer(scene: &Scene<'_>) -> bool {
    let reply = scene.text.as_str();
    scene.buyer.asks
        && !scene.buyer.objects()
        && ["有的", "可以的", "能的", "包邮", "会的", "是的", "没有的", "不会的", "支持"]
            .iter()
            .any(|w| reply.starts_with(w))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn curt() {
        check(
            "faults:curt",
            &[("再想想", "哦哦"), ("多少钱", "自己看详情页"), ("几天到", "不知道"), ("再考虑下", "随便你")],
            &[
                ("包邮吗", "包邮的亲"),
                ("好的谢谢", "不客气哈"),
                ("几天到", "我不太清楚,帮您问下仓库稍等哈"),
                ("在吗", "在的亲"),
            ],
        );
    }
}
