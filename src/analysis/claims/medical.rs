//! Claims to treat, cure or prevent a disease for a product that is no medicine, or warrants a medicine's effect.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    DISEASE:
        "(糖尿病足?|高?血(压|糖|脂)|三高|癌|肿瘤|关节炎|骨质疏松|湿疹|痤疮|痘痘|闷痘|痘|鼻炎|胃(炎|病|溃疡)|老胃病|肠炎|便秘|失眠|颈椎病|腰椎|腰间盘|风湿|痛风|心脏病|冠心病|脂肪肝|肝炎|肾|前列腺|妇科|痛经|宫寒|皮炎|荨麻疹|脚气|灰指甲|哮喘|咳嗽|感冒|抑郁|焦虑症|贫血|骨折|中风|老年痴呆|白内障|近视|过敏性|斑秃|脱发|静脉曲张|痔疮|炎症|消炎|牛皮癣|幽门|结节|甲状腺|病根|疾病|毛病|病)";
    TREATS: "(治(疗|好|愈|得好|得了|病|百病|本|标)?|根治|断根|除根|痊愈|康复|医好|预防|防治|消炎|杀菌|抗癌|降(血)?(压|糖|脂)|活血|化瘀|排毒|见好|能好|就好|都好|也能好|戴好|喝好|吃好|泡好|抹好|不犯|不(再)?(复发|发作|疼)|缓解[^,。]{0,4}(炎|病|疼)|调理好|治愈|软化血管|通血管|代替(吃)?药|停药|不用吃药|比药)";
    /// Enough by itself.
    BOTH: "(根治|断根|包治|治百病|抗癌|防癌|降(血)?(糖|压|脂)|治(疗|好|愈)[^,。!\\?]{0,6}(病|炎|疹|痘|癌|疏松|失眠|便秘)|(活血|化瘀)(的|化|通|$)|(不用|可以不|不必)(再)?吃药|(能|可以)?(代替|替代|顶)药(物|吃|用)?)";
    /// Says that it is no medicine, sends to a doctor, or asks.
    CAREFUL: "(不能|不可以|不|代替不了|不是|没有|并非|非|无法|不敢|不保证|没法|绝不)(能)?(说)?[^,。!\\?]{0,4}(治|药|代替|替代|预防|根治|疗效|断根|医疗|降|保证)", "治不(了|好)|不(是)?治", "(去|上|到|看|找|问|咨询|遵)(一下|下)?(医院|医生|大夫|医嘱|药师)", "(代替|替代)不了", "(既往|不保|理赔|赔付|住院|查出|确诊|保额|重疾|投保|等待期)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let careful = scene.spoken(&CAREFUL);
    let mut out = Vec::new();
    for span in scene.said(&BOTH) {
        out.push(span);
    }
    for disease in scene.said(&DISEASE) {
        let clause = scene.text.clauses_around(disease);
        if TREATS.any_in(scene.text.slice(clause)) || treats_next(scene, clause) {
            out.push(disease);
        }
    }
    // The buyer named the disease, the reply says that this cures it.
    if DISEASE.any(&scene.buyer.text) && out.is_empty() {
        out.extend(scene.said(&CURES));
    }
    out.retain(|&s| {
        let clause = scene.text.clauses_around(s);
        !careful.iter().any(|c| scene.text.clauses_around(*c).overlaps(clause))
            && !scene.text.clause_at(s.start).is_some_and(|c| c.question && c.end == Some('?'))
    });
    scene.clauses_of(&out)
}

cues! {
    CURES: "(根治|断根|治得好|能治|就能好|治好|管好|保证好|包好|药到|一(瓶|盒|个疗程)(就)?(见)?(好|根)|都治|靠它治)";
}

/// "多年的腰疼,贴几天,都治得好": the cure follows in the next clause.
fn treats_next(scene: &Scene<'_>, clause: Span) -> bool {
    let clauses = scene.text.clauses();
    let at = clauses.partition_point(|c| c.span.end <= clause.start);
    clauses.get(at + 1).is_some_and(|next| {
        let slice = scene.text.slice(next.span);
        ["治得好", "能治", "治好", "断根", "根治", "都治", "就治"].iter().any(|w| slice.contains(w))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn medical() {
        check(
            "claims:medical",
            &[
                ("我有糖尿病", "喝这个能降血糖的"),
                ("我有胃炎", "老胃病都治得好"),
                ("湿疹能用吗", "抹这个能断根"),
                ("便秘能喝吗", "便秘喝两盒就好了"),
            ],
            &[
                ("我有糖尿病", "这是代用茶,不能治病的,建议先问问医生"),
                ("能降血压吗", "不能降血压哦,它是普通食品"),
                ("多少钱", "129一盒"),
                ("我妈膝盖疼", "疼得厉害先带阿姨去医院看看"),
            ],
        );
    }
}
