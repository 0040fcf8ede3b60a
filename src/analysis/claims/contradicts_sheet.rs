//! A price, number, material, gift, delivery or return term that the sheet says otherwise.

use super::gifts;
use crate::analysis::scene::Scene;
use crate::text::Span;

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let mut out = scene.facts.contradictions.clone();
    out.extend(gifts::unknown(scene).iter().filter(|g| g.otherwise).map(|g| scene.text.clauses_around(g.span)));
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn contradicts_sheet() {
        check(
            "claims:contradicts_sheet",
            &[
                ("保质期多久", "保质期三年呢"),
                ("一盒喝多久", "一盒能喝45天"),
                ("拆了能退吗", "拆了也能退的亲"),
                ("有番泻叶吗", "含番泻叶的,通便快"),
                ("跟别家比呢", "比他家好,我们含番泻叶,通便快"),
                ("有活动吗", "有的,满两盒减50"),
            ],
            &[
                ("保质期多久", "保质期一年半哦"),
                ("一盒喝多久", "每天一袋,一盒喝20天,两盒就是40天"),
                ("一盒喝多久", "20天,差不多三周"),
                ("拆了能退吗", "拆封后不能退哈,没拆的7天可以"),
                ("我再去比一家", "不合适整盒不拆可退"),
                ("有番泻叶吗", "不含番泻叶的"),
                ("别家便宜", "他家是碎末,里面还含番泻叶"),
                ("多少钱", "129元,两盒258减30是228"),
                ("什么时候到", "三四天就到"),
                ("太贵了", "算下来一天六块多"),
                ("还没到", "我十分钟内给您回电话"),
                ("每袋多重", "3克一袋,20袋一共60克"),
            ],
        );
    }
}
