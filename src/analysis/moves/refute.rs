//! 直接反驳: contradicts the buyer directly and at once.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    CONTRADICTS:
        "^(亲|姐|哥|你|这|阿姨|叔|老师)?,?(没有|不会|不是|哪有|怎么会|怎么可能|不可能|才不|并不|绝对不|真不|从来没|不存在|谁说的|瞎说|胡说|没这回事|不骗|没骗|没套路|不贵|哪里贵|一点(都|也)不|其实(不|并不|一点))(的|混|漏|掉|起球|变|坏|骗|贵|假|伤|反弹|副作用|套路|忽悠|这|呢|呀|哈|哦|是|有|说|$|,)?", "^不是[^,。!\\?]{1,8}(哦|哈|呀|的|呢|,|。|$)", "你(误会|搞错|记错|弄错|看错|说错|理解错)了", "(保证|肯定|绝对)(是)?(正品|真|不是假|不假|没有)";
    /// "没有的话", "不是很": no contradiction.
    NO_CONTRADICTION: "^(亲|你)?,?(没有|不是|不会)(的话|关系|问题|很|事|用过)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let buyer = &scene.buyer;
    if !(buyer.doubts || buyer.complains || buyer.price) {
        return Vec::new();
    }
    // At once: in the first three clauses.
    let limit = scene.text.clauses().get(2).map_or(usize::MAX, |c| c.span.end);
    let no = scene.spoken(&NO_CONTRADICTION);
    let mut out = scene.spoken(&CONTRADICTS);
    out.retain(|s| s.start < limit && !no.iter().any(|n| n.overlaps(*s)) && !scene.asks(*s));
    // A worry put as a neutral question is answered, not contradicted.
    if buyer.asks && !buyer.complains && !claims_something(scene) {
        return Vec::new();
    }
    scene.clauses_of(&out)
}

fn claims_something(scene: &Scene<'_>) -> bool {
    ["吧", "听说", "其实", "肯定", "都是", "骗", "假", "套路", "说"]
        .iter()
        .any(|w| scene.buyer.text.as_str().contains(w))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn refute() {
        check(
            "moves:refute",
            &[("说不含番泻叶,其实加了吧", "没有的哈,配料表我拍给您看"), ("你们就是骗人的", "不是的,您误会了")],
            &[("太贵了", "没关系,您再看看"), ("在吗", "不会的")],
        );
    }
}
