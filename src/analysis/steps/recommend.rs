//! 推荐: proposes a specific product, plan, set, matching or additional item.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    PROPOSES:
        "(推荐|建议)(你|亲)?[^,。!]{0,6}(拿|选|买|拍|用|喝|吃|试|先|这|一|两|三|搭|配|入|上|走|换|带|款|套|m|l|xl|s)", "(给你|帮你|我)(推荐|配|搭配|搭|挑)(的)?(这|一|个|两|三|款|套|上|了)", "(这|那|我们)(一)?(款|个|套|种|档)~(更|最|很|挺|特别|比较|正好|刚好|非常)?(适合|配|搭)(你|亲|阿姨|孩子|宝宝|老人|叔叔|家|送)", "(这|那)(个|款|种|套|台|把|床|支|瓶|双|件|条|张)[^,。!]{0,6}(就)?(很|正|最|挺|更|蛮|刚|特别)?(合适|适合)(,|。|!|$|的|你|了)", "顺(便|手|带)(带|加|配|拿|捎|买)", "(更|最|很|挺|特别|比较|正)?适合你(的|们|家|这)?", "(你|亲|阿姨|叔叔|宝宝|孩子|妈妈|婆婆)(可以|不妨|先)?(先)?(拿|拍|选|入手|试试|买|来|用|喝|吃)(一|两|三|单|这|小|个|套|试用|试吃|体验)[^,。!\\?]{0,6}(盒|瓶|装|套|款|包|袋|片|版|试|吃|喝|用|着)", "(要不|不如|要么)(你)?(先)?(拿|拍|选|买|试|来|换|看看|考虑)(一|两|这|小|试|那|三)", "(搭配|配合|配上|配着|一起)[^,。]{0,10}(效果更|更好|更划算|一起|喝|用|吃|买|拿)", "(套餐|组合|套装|<num>(盒|瓶|包|件)装?)[^,。]{0,8}(更|最|比单买|比较)(划算|合适|实惠|省|优惠)", "(再|顺便|顺手)(带|加|配|拿|捎)(一|个|两|瓶|盒|件|上)[^,。]{0,8}", "(就)?(定|选)它(吧|就)";
    ASKS_BACK: "(你看|你要|想要|喜欢)(哪|什么)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() || scene.buyer.complains && !scene.buyer.doubts {
        return Vec::new();
    }
    let mut out = scene.said(&PROPOSES);
    // A proposal made against an objection is an offer; alone it recommends.
    out.retain(|&s| {
        let slice = scene.text.slice(scene.text.clauses_around(s));
        !ASKS_BACK.any_in(slice)
    });
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn recommend() {
        check(
            "steps:recommend",
            &[
                ("第一次喝", "建议您先拿一盒试试"),
                ("想瘦肚子", "这款荷叶茶很适合您"),
                ("老客有优惠吗", "两盒装比单买更划算"),
            ],
            &[("多少钱", "129一盒"), ("嗯", "您看要哪款")],
        );
    }
}
