//! 举证说明: answers the objection with a checkable fact.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::{Span, Unit, cues};

cues! {
    PROOF:
        "(检测|质检|检验|sgs|化验|测试|试验|实验)(报告|证书|结果|单)?", "(许可证|色牢度|防水等级|证书|认证|备案|批号|批文|批准文号|专利|资质|3c|执照|合格证|溯源|官网(可|能)查|条形码|蓝帽子|国标|合同(里|上)?(都|也)?(写|约定|注明|条款))", "(追评|评价|好评|买家秀|评论)~(有|里|看|翻|写|区|图)", "(截图|照片|视频|水洗标|吊牌|成分表|配料表|实拍|对比图|现场|样机)~(拍给你|发你|发给你|给你看|给你|你看|为证|都有)", "(拍|发|拿)(给|过来)?你?~(看|瞧)", "(算下来|平均|折合|摊|相当于|换算|合下来|均摊|一天(也|就|才|只)|每天(也|就|才|只)|不到)~<num>", "(对比|相比|比(普通|一般|别|真皮|外面|市面|网上|隔壁))~(厚|多|长|高|好|低|耐|大|少|贵|便宜)?", "(用的是|采用|材质是|成分是|配料(就|只)?是|原料)", "(测过|耐磨|实测|经过)~<num>", "(销量|回购率|好评率|通过率)~<num>", "(厂家|品牌|工厂|公司)~(成立|做了|开了|直供|直营|上市|连锁)", "(平台|店铺|官方)~(规则|保障|担保|监管)", "(因为|主要是|贵在|差别在|区别在|成本)~(用|材料|料|工艺|原料|面料|芯|含)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if !scene.buyer.objects() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for span in scene.facts.told() {
        let clause = scene.text.clauses_around(span);
        if !scene.asks(clause) && !only_offered(scene, clause) {
            out.push(clause);
        }
    }
    for span in scene.stated(&PROOF) {
        out.push(scene.text.clauses_around(span));
    }
    // A measured value, other than money and counts, is a fact that can be checked.
    for q in &scene.quantities {
        let checkable = matches!(
            q.unit,
            Unit::Weight
                | Unit::Volume
                | Unit::Length
                | Unit::Percent
                | Unit::MilliampereHour
                | Unit::Decibel
                | Unit::Watt
                | Unit::Celsius
                | Unit::Area
        );
        if checkable && !scene.asks(q.span) && !scene.text.is_quoted(q.span) {
            out.push(scene.text.clauses_around(q.span));
        }
    }
    if let Some(spans) = scene.spans(Family::Closes, "testimonial") {
        out.extend_from_slice(spans);
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// True where the fact is given away rather than argued with: "给您免运费".
fn only_offered(scene: &Scene<'_>, clause: Span) -> bool {
    let slice = scene.text.slice(clause);
    ["给你", "送你", "帮你", "先拿", "可以先", "要不", "过了", "截止"].iter().any(|w| slice.contains(w))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn evidence() {
        check(
            "moves:evidence",
            &[
                ("会不会拉肚子", "不含番泻叶的,配料就是荷叶、山楂、陈皮"),
                ("太贵了", "一盒喝20天,算下来一天六块多"),
                ("怕是假的", "检测报告我拍给您看"),
            ],
            &[("太贵了", "一分钱一分货,好东西都这样"), ("一盒喝多久", "一盒喝20天"), ("太贵了", "您再考虑考虑")],
        );
    }
}
