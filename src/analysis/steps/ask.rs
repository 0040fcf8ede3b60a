//! 提问: asks about the buyer's need, situation, use, budget or preference.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

/// Topics whose question looks for a need (others serve the order or the objection).
const NEEDS: &[&str] = &[
    "for_whom",
    "usage",
    "budget",
    "experience",
    "quantity",
    "time",
    "preference",
    "condition",
    "current_spend",
    "competitor",
    "habit",
    "plan",
    "recipient",
    "size",
    "colour",
    "decision",
    "effect",
    "storage",
    "name",
];

cues! {
    ASKS_NEED:
        "(你|亲|宝宝|孩子|家里|平时|一般|目前|现在|主要|大概|以前|之前|贵司|公司|咱|他|她|阿姨|叔叔|爸妈|猫|狗)[^,。!]{0,12}(什么|哪|几|多少|多大|多高|多重|多久|怎么|谁|吗|呢|没|不|还是|是不是|有没有|会不会|喜不喜欢|能不能)", "(什么|哪种|哪类|哪方面|多大|多高|多重)(的)?(需求|要求|用途|场合|体质|肤质|症状|情况|尺码|型号|牌子|口味|风格|年龄|预算|面积|人群|颜色|款|效果)", "(身高|体重|年龄|预算|肤质|体质|型号|尺寸|面积|人数|作息|三餐|饮食|运动|睡眠|习惯|用途|口味|喜好|需求|颜色|插口|牌子|岁数|工资|房贷|月经|症状|几岁|多大|用量|流量|话费)[^,。!]{0,8}(\\?|呢|吗|是|多少|怎样|怎么样|如何|方便|没|准不|啊)", "(方便|麻烦|可以|能|请)(说|讲|报|发|告诉|提供|问|了解|透露)(一)?(下|我|说)?[^,。]{0,14}(身高|体重|预算|需求|情况|用途|年龄|尺寸|肤质|型号|习惯|平时|主要|想)", "(绝育|结婚|生过|上班|带娃|过敏|孕|喂奶)[^,。!]{0,6}(没|吗|不|了没|呢|\\?)";
    ASKS_CHOICE: "(主要|平时|一般|更|偏|通常|想要|喜欢)[^。!\\?]{0,20}还是[^。!\\?]{1,16}";
    /// A service question, a check, a courtesy, a rhetorical or a closing one.
    NOT_A_NEED:
        "(方便(说话|接电话|讲话|接听|听)|听得到|在吗|对吗|对吧|是吧|好吗|行吗|可以吗|好不好|行不行|行不|要不要|看行|你看呢|有什么(可以|需要|能)帮|怎么了|下单|拍|地址|电话|收件|收货|核对|放心了吗|明白|清楚了|懂吗|是吗|考虑得怎么样|买吗|要吗|需要吗|顾虑|担心|不满意|原因|不是吗|怎么样呢?$|讲话方便|方便(说|讲|聊|接)(两|几|话)|懂什么|心里没数|请问是|过了没|找谁|谁接|买过|我们家|来过|算过|跟你讲讲|夠|尽管|还挺|几条|几点|这几|哪里来|先保|一块保|咋来|怎么来|怎么会|满意吗|你说是|发你|给你|帮你|多少钱|谁不|别的|痛快话)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() {
        return Vec::new();
    }
    let closing: Vec<Span> = ["alternative", "isolation", "assumptive"]
        .iter()
        .filter_map(|id| scene.spans(Family::Closes, id))
        .chain(scene.spans(Family::Moves, "probe"))
        .flatten()
        .copied()
        .collect();
    let mut out: Vec<Span> = scene.asked(&ASKS_NEED);
    out.extend(scene.asked(&ASKS_CHOICE));
    out.extend(scene.topics().iter().filter(|a| NEEDS.contains(&a.topic.as_str())).map(|a| a.span));
    out.retain(|&s| {
        let around = scene.text.clauses_around(s);
        let slice = scene.text.slice(around);
        !NOT_A_NEED.any_in(slice)
            && !rude(scene, s)
            && !scene.text.is_quoted(s)
            && (interrogates(scene) || !closing.iter().any(|c| c.overlaps(s)))
    });
    scene.clauses_of(&out)
}

/// A question that insults or throws the fault back asks for nothing, unless questions are fired.
fn rude(scene: &Scene<'_>, span: Span) -> bool {
    let faults = ["arrogant", "blaming"].iter().filter_map(|id| scene.spans(Family::Faults, id)).flatten();
    !scene.has(Family::Faults, "interrogating") && faults.into_iter().any(|f| f.overlaps(span))
}

/// Several questions fired one after another ask for more than the objection's reason.
fn interrogates(scene: &Scene<'_>) -> bool {
    scene.questions() >= 3 && !scene.has(Family::Closes, "isolation") && !scene.has(Family::Closes, "alternative")
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn ask() {
        check(
            "steps:ask",
            &[
                ("想瘦一点", "您平时三餐怎么吃的呀"),
                ("想瘦一点", "方便说下身高体重吗"),
                ("这个茶", "亲是自己喝还是送人呢"),
                ("介绍下", "您预算大概多少呢?"),
            ],
            &[
                ("嗯", "您看要一盒还是两盒呢"),
                ("嗯", "地址是南京雨花台区对吗"),
                ("还是算了", "您主要担心哪方面呢"),
                ("", "您现在方便接电话吗"),
                ("嗯", "您要买吗"),
            ],
        );
    }
}
