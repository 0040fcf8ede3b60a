//! 二选一: offers two or more options, each of them a purchase (or an appointment), to pick from.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// A choice of two within one sentence.
    CHOICE:
        "[^。!\\?;]{1,30}(还是)[^。!\\?;]{1,30}", "(要么)[^。!\\?;]{1,24}(要么)[^。!\\?;]{1,24}", "(或者)[^。!\\?;]{1,20}(你(看|选|定|挑)|都行|都可以|哪)";
    /// The buyer is asked to pick among things named.
    PICK:
        "(你|亲)?(看|选|挑|要|拿|定|拍|中意|喜欢|习惯|方便|走|来|订|装|办)(一下|下|看)?(是)?(要|选|拿|拍|定|走|来|办|上|更喜欢|想要)?(哪)(一)?(个|款|种|套|盒|档|样|台|件|条|色|天|家)", "(两|二|三)(个|款|种|套|档|条链接|个链接)~(你)?(选|挑|拍|二选一|任选|中意|看)", "二选一", "(挑|选|定)(一个|一种|一款|一样|其中一)", "(哪个|哪款|哪种|哪套|哪档)(点|拍|选|更|方便|合适|舒服|就)";
    /// Options are named before the pick.
    OPTIONS: "(一|两|二|三|四|六|单|双|1|2|3|5|6|10)(盒|瓶|包|件|套|个|台|袋|箱|支|饼|期|人|份|条|罐|年|坐席)≈(一|两|二|三|四|六|双|1|2|3|5|6|10|12|20)(盒|瓶|包|件|套|个|台|袋|箱|支|饼|期|人|份|条|罐|年|坐席)", "(一是|第一|1[、.,])≈(二是|第二|2[、.,])", "(上头|上面|第一个|前面|左边)≈(下头|下面|第二个|后面|右边)", "[0-9]+(元|块)?的≈[0-9]+(元|块)?的", "[^,。!\\?]{1,8}(和|跟|、|或|或者)[^,。!\\?]{1,8}(都有|都行|都可以|都能|两种|两款|,你|,先|,想)", "(黑|白|蓝|红|灰|绿|粉|大|小|贵|便宜|厚|薄|长|短|前|后|左|右)(的|款)[^。!\\?]{1,14}(黑|白|蓝|红|灰|绿|粉|大|小|贵|便宜|厚|薄|长|短|前|后|左|右)(的|款)", "(、|和|跟|或)~(色|款|版|装|套餐|档)", "(黑|白|蓝|红|灰|绿|粉|奶白|米)[^,。!\\?]{0,4}(、|,|和|还是)[^,。!\\?]{0,3}(黑|白|蓝|红|灰|绿|粉|紫|黄)", "(要么)≈(要么)";
    /// The options are purchases: plan, size, number, time, delivery, payment, appointment.
    PURCHASE:
        "(排|留|放|挑|刷|转|订|约|寄|拿|拍|定|订|买|选|要|来|带|上|装|办|签|报|走|发|送|寄|付|下单|开始|整|先保|投保|入手|安排|约|拜访|过来|过去|到店|上门|预约|开通|换成|留|包|开个?)~(还是|要么|或者|,)", "(还是)~(拿|拍|定|订|买|选|来|带|上|装|办|签|报|走|发|送|寄|付|开始|整|保|入手|安排|约|过来|过去|到店|上门|一口气|一次|全套|套餐|一起|直接|下周|明天|后天|下个月|周|下午|晚上)",
        "(黑|白|蓝|红|灰|绿|粉|紫|黄|米|银|金|咖|驼|杏)(色)?(的|款)?(还是)", "(色|款|码|版|装|盒|套餐|档|型|瓶|件|袋|包|台|套|期|年付|月付|一次性|全款|支付宝|微信|花呗|刷卡|现金|顺丰|中通|圆通|快递|自提|家里|公司|单位|上午|下午|今天|明天|周<num>|周[一二三四五六日末]|礼拜[一二三四五六天]|星期[一二三四五六天]|月初|月底|本周|这周|单盒|整箱|一个人|两个人|<num>(个|位|人|盒|台|瓶|片|份|月|期|g|坐席))(的|付|方便|装)?[^。!\\?;,]{0,6}(,)?(还是)";
    /// What is chosen is a need, a fact about the buyer, or whether to buy at all.
    NEED:
        "(油皮|干皮|敏感肌|混干|混油|自己(用|吃|喝|穿|戴|住|看|睡|家)|自用|自吃|送(人|礼|长辈|朋友|领导|老人|亲戚)|家用|商用|自己|胖|瘦|平时|主要|一般|习惯|平常|通常|目前|现在用|以前|担心|顾虑|觉得|嫌|介意|怕|不满意|原因|价格(方面|的问题|原因|上)?还是|因为)", "(买|要|签|办|订|拍|报|装|考虑|定)还是不", "(老公|爱人|老板|领导|你)~(说了算|做主|拿主意|拍板)", "(跟|和)~比", "(还是)(很|挺|比较|蛮|有点|那么|没|不|别的|其他|说|觉得|得|要|可以|能|建议|会|应该|老样子|一样|先看|那句|想)", "(是怕|是觉得|是因为|是不是)", "(有没有|多不多|是不是|好不好)", "(满意|喜欢|难受|疼|痒|酸|麻|胀|失眠|便秘|怕冷|怕热|上火|胃口)~还是", "(送|送给|买给|帮)<kin>", "还是(上次|原来|老|之前|那个|这个|同一)", "(开车|坐车|走路|工作|上学|考试|零基础|品种|睡眠|口味|体质|情况|症状|孩子|宝宝)(多|好|是|的)?[^。]{0,6}还是", "(送|送给|买给|帮)(给)?<kin>", "(电话|联系|打给|回(你|个)电话|致电|回复)", "(了解|咨询|想问|问题|想法|原因|方面|顾虑|代步|跑长途|上班|通勤)[^。]{0,4}(,)?还是|还是[^。]{0,8}(问题|想法|原因|顾虑)", "先(了解|看看|问)", "(成猫|幼猫|绝育|男宝|女宝|大人|小孩)", "什么|怎么|谁|到底";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() || scene.buyer.complains {
        return Vec::new();
    }
    let mut out = Vec::new();
    for span in scene.spoken(&CHOICE) {
        let around = scene.text.clauses_around(span);
        let piece = scene.text.slice(around);
        let picks = piece.contains("要么") || scene.asks(span) || choice_asks(scene, span) || PICK.any_in(piece) || followed_by_pick(scene, around);
        let advises = ["觉得", "建议", "我看", "推荐", "应该"].iter().any(|w| piece.contains(w));
        // To a buyer who has shown liking any choice but one about needs is a choice of how to buy.
        let counted = scene.quantities.iter().filter(|q| around.contains(q.span)).count() >= 2;
        let liked = scene.buyer.likes() || counted;
        if picks && (PURCHASE.any_in(piece) || liked && piece.contains("还是")) && !need(piece)
            || scene.buyer.likes() && piece.contains("还是") && !advises && !need(piece)
        {
            out.push(around);
        }
        if piece.contains("要么") && followed_by_pick(scene, around) && !need(piece) {
            out.push(around);
        }
    }
    for span in scene.said(&PICK) {
        let sentence = sentences_to(scene, span);
        let piece = scene.text.slice(sentence);
        if OPTIONS.any_in(piece) && !need(piece) {
            out.push(sentence);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// True where the clause with 还是 asks, though the sentence goes on: "一盒还是两盒呢,两盒立减30".
fn choice_asks(scene: &Scene<'_>, span: Span) -> bool {
    scene.text.clauses_in(span).iter().any(|c| c.question && scene.text.slice(c.span).contains("还是"))
}

fn need(piece: &str) -> bool {
    NEED.any_in(piece)
}

/// True where the next sentence asks to pick: "A,还是B?您选".
fn followed_by_pick(scene: &Scene<'_>, span: Span) -> bool {
    let rest = scene.text.as_str().get(span.end..).unwrap_or_default();
    let next: String = rest.chars().take(16).collect();
    ["你选", "你看", "你定", "你挑", "看你", "选哪", "哪个", "都行", "你说", "听你的"].iter().any(|w| next.contains(w))
}

/// From the sentence before the span's to the span's end.
fn sentences_to(scene: &Scene<'_>, span: Span) -> Span {
    let clauses = scene.text.clauses();
    let at = clauses.partition_point(|c| c.span.end <= span.start).min(clauses.len().saturating_sub(1));
    let Some(own) = clauses.get(at) else { return span };
    let first = clauses[..at].iter().rev().take(5).take_while(|c| c.sentence + 1 >= own.sentence).last();
    Span::new(first.map_or(own.span.start, |c| c.span.start), own.span.end)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn alternative() {
        check(
            "closes:alternative",
            &[
                ("嗯", "您是要一盒还是两盒呢"),
                ("有点贵", "那您要一盒还是两盒呢,两盒今天能立减30元,赠品也一起寄过去,不另外收钱"),
                ("看着不错", "下周开始还是下个月开始?"),
                ("可以", "亲,要黑色还是白色呢"),
                ("嗯", "那您看我是周三上午过去,还是周四下午过去方便?"),
                ("有点贵", "要么先拿一盒试试,要么直接两盒减30,您看哪个合适"),
                ("还行", "您是微信付还是支付宝付呢?"),
            ],
            &[
                ("想瘦一点", "您是油皮还是干皮呢"),
                ("想瘦一点", "请问是自己喝还是送人呢"),
                ("嗯", "您是买还是不买"),
                ("我再看看", "您是觉得价格贵还是担心效果呢"),
                ("有几种", "我们有一盒装和三盒装"),
                ("嗯", "我觉得还是一盒比较合适"),
            ],
        );
    }
}
