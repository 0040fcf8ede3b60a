//! 隔离成交: asks whether this objection is the only one, or makes the purchase conditional on solving it.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// Are there others?
    OTHERS:
        "(除了|抛开|除开|撇开|不考虑)≈(还有|别的|其他|其它|没有|有没有|其余)~(顾虑|问题|担心|原因|不满意|地方|想法|疑问|不合适|卡|吗|没|没有)?", "(还有没有|有没有|还有|没|没有|没什么)(别的|其他|其它|另外)~(顾虑|问题|担心|疑问|卡|不踏实|不放心|不满意|纠结|犹豫|想法|原因|地方|要求)", "(别的|其他|其余|其它)(的)?(方面|地方|你)?~(都|没)(满意|认可|没问题|合适|还行|什么|挺满意|喜欢|ok|没什么)", "(合着|那|所以)?(是不是|就是|也就是|等于)~(就|只)(卡|差|剩|因为|这|是|有)(在)?~(这|价|一|甲醛|味道|钱|时间)(一)?(条|个|点|件|块|样|关|格)?[^。!]{0,10}(吧|吗|\\?|对|是)", "(唯一|最后)(的)?(一个)?(顾虑|问题|担心|障碍|疙瘩|心结|卡点)", "(如果|要是|只要|假如|假设)[^。!\\?;]{1,20}(就)?(没|没有)(什么|啥|别的|其他)?(顾虑|问题|担心|意见|犹豫)了", "除了[^。!\\?]{1,16}(都|别的|其他|其它|其余)[^,。]{0,4}(满意|没问题|喜欢|认可|可以|合适|ok)", "只(卡|差|剩)(在)?~(这|一|价)(条|个|点|块|关|格|钱)?", "别的没(什么|啥|有)";
    /// The purchase hangs on it.
    CONDITION:
        "(如果|要是|假如|假设|只要|倘若|若|万一|等)[^。!\\?;]{1,24}(解决|搞定|满足|给你|同意|批|申请|争取|能|没问题|点头|踏实|谈妥|可以|通过|放心|合适|做到|处理好|证明|确认|答应|下来|有货|到位|不)[^。!\\?;]{0,16}(就|可以|今天|能|是不是|咱|马上|现在|那)~(定|下单|拍|签|买|付|拿|走|办|要|成交|带走|下定|报名|装|投|落|安排|刷|搞)",
        "(这样|那样|那|这么)(的话|着|一来|说)?(你)?~(今天|今晚|现在|就|是不是|咱)~(能|可以|就)?~(付|定|签|拍|下单|拿|买|带走|办|走起)~(不|吗|吧|了吧|没|\\?|行)", "(解决|搞定|谈妥|点头|踏实|放心|申请下来|申请到|批下来|批了|同意)(了|的话|以后|后|下来)?≈(就|咱|是不是|直接|今天|能)~(定|下单|拍|签|买|付|拿|走|办|要|成交|带走|走起|别纠结|报|装|开票|刷)", "(如果|要是|假如|假设|只要)[^。!\\?;]{2,30}(今天|现在|马上|是不是|自己|就|可以)[^,。]{0,8}(定|下单|拍|签|买|付|拿|带走|交定金|想要|要|办|报|刷)[^。]{0,8}(吧|吗|是不是|对不对|行不行|好不好|\\?|对吧)";
    /// Sets the one thing apart in so many words, whatever the buyer has just said.
    SETS_APART:
        "(除了|抛开|除开|撇开)[^。!\\?]{1,24}(还有|有没有|还)[^。!\\?]{0,3}(别的|其他|其它|哪|什么)[^,。!\\?]{0,4}(顾虑|担心|不放心|不踏实|不满意|犹豫|拿不准|疑问)";
    NOT_ASKING: "(换货|退货|退款|补发|有问题(随时|再|就))";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() || scene.buyer.complains && !scene.buyer.doubts {
        return Vec::new();
    }
    let mut out = Vec::new();
    for span in scene.spoken(&OTHERS) {
        let clause = scene.text.clauses_around(span);
        let slice = scene.text.slice(clause);
        let asks = scene.asks(span) || slice.ends_with(['吧', '吗', '没', '不']) || slice.contains("是不是");
        // Only where something stands in the way does the question set it apart.
        if asks && scene.buyer.objects() {
            out.push(clause);
        }
    }
    for span in scene.spoken(&SETS_APART) {
        if scene.asks(span) {
            out.push(scene.text.clauses_around(span));
        }
    }
    for span in scene.said(&CONDITION) {
        let clause = scene.text.clauses_around(span);
        // "那我就给您办上了?" takes the step; nothing is made to hang on anything.
        let taken = scene.spans(Family::Closes, "assumptive").is_some_and(|a| a.contains(&clause));
        if !taken && !NOT_ASKING.any_in(scene.text.slice(clause)) && (scene.buyer.objects() || scene.asks(span)) {
            out.push(clause);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn isolation() {
        check(
            "closes:isolation",
            &[
                ("太贵了", "如果这个问题解决了,您今天就可以定下来了吧"),
                ("太贵了", "除了价格,还有别的顾虑吗"),
                ("怕没效果", "要是我能给您看检测报告,您是不是就放心拍了?"),
                ("便宜点", "我给您申请一下,这样您今天能付吗"),
                ("那味道呢", "除了味道,您还有别的顾虑吗?要是没有咱这就定下来"),
                ("嗯", "除了发货时间,您还有哪儿不放心的吗"),
            ],
            &[
                ("我再考虑下", "您担心哪方面呢"),
                ("太贵了", "您还有别的问题随时问我"),
                ("嗯", "除了荷叶还有别的配料,都印在盒子上"),
                ("嗯", "除了周末,您什么时候方便收货呢"),
                ("太贵了", "如果您觉得贵,可以先拿一盒试试"),
            ],
        );
    }
}
