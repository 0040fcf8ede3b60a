//! 概述成交: sums up what was discussed, and turns it to the purchase.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// What was said is summed up.
    pub SUMS_UP:
        "(刚才|刚刚|刚|前面|今天|之前)(咱们|我们|咱|我|你|你我)?(一起)?~(聊|说|讲|谈|讨论|沟通|商量|提)(好|到|的|过|了|下来)", "通过~(讨论|沟通|交流|聊|了解|介绍|交谈)", "(小结|回顾|汇总|复盘)(一)?下|(总结|概括|归纳|捋|理|整理|梳理|复盘)(一|了)?(捋|理|下|遍)", "(归拢|归总|归置|汇总|合计|总起来)(一)?(下|说|看|讲)", "(给你|跟你|我|帮你)~(归拢|理一理|捋一捋|总结|过一遍|捋一遍|理一遍|盘一盘)", "总(的)?(来说|而言|结|之)", "说好(的|了)", "说定(的|了)", "都(聊|说|讲|谈|确认|沟通|对)(过|清楚|好|完|上)了?", "(都|全)(占全|做到|具备|符合|达到|对上|齐全|满足)了?", "综上", "(你)?(提|说|要|讲|关心|在意|担心)(到)?的(这|那|几)?<num>?(几)?(条|点|样|个|块|方面|要求|需求|都)", "(这|那)(几|两|三|四)(点|条|样|个)~都", "都(满足|符合|顾到|照顾到|对得上|解决|合适|够得着|齐|说清楚|讲清楚|合你|聊到|有了)", "你也(说|觉得|认可|认同|喜欢|试)", "既然≈(都|又)", "聊(下来|到这|这么久)";
    /// It is turned to the purchase.
    pub TURNS:
        "(就差|就等)你", "(去)?拍(一个|下|一|了|两|吧|这)", "(就)?定(它|这|下|了|吧|一|两|个|上)(下来)?(吧|了|来)?", "把(订单|合同|定金|单子|手续)[^,。]{0,4}(下|签|交|付|办)", "(合同|协议)[^,。]{0,4}签", "签(个|一下)?字", "写单", "下单", "提交", "报名", "上车", "(就)?(拿|带)(下|走|它|这|一|两)", "(给|帮)你~(落|锁|定|下|安排|开|留|办|报|包|装|写|备|拿|排)", "(给|帮)你(办|定|订)(上|下|好)", "(就)?(签|办|报名|报上|装上|办了|办上|签了|签下|签字)(吧|了|哈|$)", "今天(就)?(可以)?~(定|下|签|付|开始|拿|办)", "(现在|那)~(开始|定|拍|下|安排)", "付(个)?(定金|款|一下)", "(咱|那|我们)就(它|这|选|要|别纠结|不纠结|按|拿|来)", "链接发你", "刷卡", "选它", "没(什么)?问题~(的话)?(就|咱)~", "你看(是)?(今天|现在|怎么付|可以定|没问题)", "成交", "安排(上|发货|起来)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() {
        return Vec::new();
    }
    let sums = scene.said(&SUMS_UP);
    let listed = enumerates(scene);
    let turns: Vec<Span> = scene.said(&TURNS);
    let Some(first) = sums.first().copied().or(listed) else { return Vec::new() };
    // The turn comes after the sum, not inside it.
    let Some(turn) = turns.iter().rev().find(|t| t.start >= first.end) else { return Vec::new() };
    let strong = sums.len() + usize::from(listed.is_some()) * 2;
    let clauses = scene.text.clauses_in(Span::new(first.start, turn.end)).len();
    if strong == 0 || clauses < 2 {
        return Vec::new();
    }
    let body = scene.text.clauses_around(Span::new(first.start, turn.end));
    vec![body]
}

/// Three points in a row that the buyer's own "你说"/"都" ties together.
fn enumerates(scene: &Scene<'_>) -> Option<Span> {
    let clauses = scene.text.clauses();
    for (i, window) in clauses.windows(4).enumerate() {
        let stated = window[..3].iter().all(|c| !c.question && scene.text.slice(c.span).chars().count() <= 16);
        let span = Span::new(window[0].span.start, window[3].span.end);
        let text = scene.text.slice(span);
        let tied = ["你也说", "你说", "你提", "你要", "你看", "都够", "都有", "都齐", "都顾", "说好", "也"]
            .iter()
            .any(|w| text.contains(w));
        let turned = ["那咱就", "那咱们就", "那我们就", "那就", "咱就", "咱们就", "这就", "就定", "就它"]
            .iter()
            .any(|w| scene.text.as_str()[clauses[i].span.start..].contains(w));
        if stated && tied && turned {
            return Some(span);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn summary() {
        check(
            "closes:summary",
            &[
                ("嗯", "通过我们刚才的讨论,这款茶很适合您,那咱们就定下来吧"),
                ("差不多了", "我帮您理一理:每天一袋、不含番泻叶、17点前当天发,都是您要的,那就拍一盒试试吧"),
                ("嗯", "我给您归拢一下:不含番泻叶,17点前当天发,七天能退。那我就给您办上了"),
                ("嗯嗯", "刚才聊到的三点都满足了,我给您下单吧"),
            ],
            &[
                ("嗯", "刚才聊到的是每天一袋、一盒喝20天,您先看看"),
                ("嗯", "那就拍一盒吧"),
                ("嗯", "您刚才说的我再问问仓库"),
            ],
        );
    }
}
