//! 咨询: answers or explains with product, service or shop information.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// A short direct answer.
    ANSWERS:
        "^(亲|姐|哥|阿姨|叔|老师|哈哈|嗯嗯?|哦|对)?,?(有的|有|能|可以|可以的|会|会的|是的|是|不是|不会|不能|不含|不用|没有|没|支持|不支持|对|包邮|含|不|要的|吃啊|用啊|行|在|到了|一样|不一样|都行|好用|正品|不行|我也|百分百|现货)", "(就是|属于|用的是|采用|含有|不含|适合|不适合|建议|每天|一天|早晚|饭后|空腹|冲泡|可以(直接|用|喝|吃|放|机洗|退)|需要|只要|一般|大概|默认|统一|支持|规格|材质|面料|成分|配料|尺寸|重量|颜色|产地|保质期|保修|质保|发货|快递|包邮|赠品|优惠|活动|价格|安装|培训|试用)", "<num>(元|块|天|小时|片|袋|包|盒|克|毫升|年|个月|分贝|折|斤|公斤|次|个|米|厘米|度|期|位|节|%)", "(常温|干燥|避光|冷藏|冰箱|冷水|手洗|反面)", "(不粘|不烫|不涩|不苦|不硬|很软|偏|微|有点|略)(腿|脚|甜|硬|软|大|小|凉|香)?", "(旺季|淡季|人多|实名)";
    /// Says nothing of it.
    EVADES: "(上面写着|自己看|详情页(有|写|自己|上)|说明书|不知道|不清楚|不晓得|你(自己)?(问|查|看)|说不完|听不懂人话|百度)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() {
        return Vec::new();
    }
    let faults = |id| scene.has(Family::Faults, id);
    let facts: Vec<Span> = scene.facts.stated().into_iter().filter(|&s| !scene.asks(s)).collect();
    let claims: Vec<Span> = ["medical", "absolute", "beyond_sheet", "contradicts_sheet"]
        .iter()
        .filter_map(|id| scene.spans(Family::Claims, id))
        .flatten()
        .copied()
        .collect();
    if !scene.buyer.asks {
        // Without a question facts are told only where nothing was objected to and nothing is being closed.
        let idle = scene.buyer.objects() || scene.has_any(Family::Closes) || scene.buyer.ordered || facts.is_empty();
        return if idle { Vec::new() } else { scene.clauses_of(&facts) };
    }
    if faults("curt") || (faults("oily") || faults("blaming")) && facts.is_empty() {
        return Vec::new();
    }
    let mut out = facts;
    out.extend(claims);
    if out.is_empty() && !scene.speaks(&EVADES) {
        out = scene.spoken(&ANSWERS);
        out.extend(scene.quantities.iter().filter(|q| !scene.text.is_quoted(q.span)).map(|q| q.span));
        out.retain(|&s| !scene.asks(s) || scene.text.clause_at(s.start).is_some_and(|c| !c.question));
        if faults("arrogant") && !scene.quantities.iter().any(|q| q.arabic) {
            out.truncate(if scene.quantities.is_empty() { 0 } else { out.len() });
        }
        // "好的"、"没问题" to a doubt that is no question: the move says it already.
        if scene.buyer.objects() && out.len() < 2 && scene.has_any(Family::Moves) {
            out.clear();
        }
    }
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn consult() {
        check(
            "steps:consult",
            &[
                ("一盒喝多久", "每天一袋,一盒喝20天哦"),
                ("包邮吗", "包邮的亲"),
                ("什么时候发货", "17点前付款当天就发"),
                ("拆了能退吗", "拆封后就不能退了哈"),
            ],
            &[
                ("多少钱", "上面写着呢"),
                ("一盒喝多久", "不知道"),
                ("太贵了", "理解您,一盒能喝20天"),
                ("在吗", "您好,在的"),
            ],
        );
    }
}
