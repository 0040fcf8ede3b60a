//! An absolute or superlative advertising term used of the product or its effect.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    SUPERLATIVE:
        "最(好|佳|强|优|棒|先进|高级|高端|顶级|顶尖|便宜|低价|安全|有效|正宗|新鲜|健康|牛|厉害|专业|权威|受欢迎|火|大牌|舒服|耐用|靠谱|实惠|划算|纯|天然|好用|好喝|好吃|管用|快)(的|了|,|。|!|$)", "(全国|全网|全球|世界|行业|国内|业内|同行|市场|销量|中国|亚洲|宇宙|本市|全市|全省|平台)(销量)?(第一|最[\\p{Han}]{1,2}|首[家个]|顶级|唯一|no1|no\\.1|老大|独一)", "(第一|no\\.?1)(品牌|名|的牌子|大牌|家|选择)", "没有之一", "没有第二(家|个)", "全网(最|第一|独)", "(独一无二|绝无仅有|举世无双|万能|包治)", "(百分百|百分之百|100%|200%)(有效|管用|安全|不|没|能|会|正品|满意|见效|成功|通过|纯天然|放心|治|能好|保证|天然|好|无|靠谱|真|没问题|批|下)", "绝对(不|没|管用|有效|安全|能|会|是|睡|正品|好|最|第一|可以|靠谱|没问题|瘦|预防|放心|值|满意|划算|够用|不会|无|真|纯|耐|够|防)", "(永不|永远不|永久不|终身不|一辈子不)(会)?(再)?[\\p{Han}]", "(百分百|百分之百)(的|会)?(,|。|!|$)", "(零|无任何|没任何|0)(副作用|风险|添加|伤害|甲醛|刺激|过敏|缺点|瑕疵)", "(顶级|极品|国家级|世界级|殿堂级|特供|王牌|至尊|终极|极致|完美)(的|品质|面料|工艺|配置|$|,|享受|无缺|茶|产品|货|水平|效果)?", "(根治|根除|断根|彻底(根治|治好|解决|消除|治愈))", "(史上|历史)(最|第一)", "(全网|全国|全市|市面上?|同行)(最)?(低价|最低)";
    /// Not of the product: a price floor, a sequence, an attitude, a wish.
    EXEMPT: "最(后|近|多|少|大|小|长|短|快|早|晚|低|新|怕|担心|关心|适合|喜欢|常|合适|重要|主要|起码|终|好(是|先|能|再|别|不|在|提|放|饭|早|晚|隔|把|还是|看|问|去|避|搭|空|冷|手|分))", "第一(次|天|个|时间|步|遍|泡|盒|瓶|批|节|期|点|人|位|年|件|口|眼|反应|周|月|台)", "(最低了|到最低|最大(限度|力度|的))", "(百分百|100%|百分之百)(棉|纯棉|羊毛|桑蚕丝|聚酯|全棉|乳胶|理解|支持)", "零(食|售|钱|下|基础|首付)";
    /// Denies the absolute: "没有绝对的", "不敢说最好".
    DENIES: "(不敢(说|讲|打包票|保证|承诺)|(不能|没法|无法)(跟|给|向)?你?(保证|承诺|担保|说)|不是最|谁也不敢|不好说)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let exempt = scene.spoken(&EXEMPT);
    let denied = scene.spoken(&DENIES);
    let mut out = scene.said(&SUPERLATIVE);
    // Negated "绝对没有" still is absolute: its own negation is part of the pattern, one before it is not.
    out.retain(|&s| {
        !exempt.iter().any(|e| e.overlaps(s))
            && !denied.iter().any(|d| {
                d.end <= s.end && s.start.saturating_sub(d.end) < 24
                    || d.overlaps(s)
                    || d.start >= s.end && scene.text.clauses_around(s).contains(*d)
            })
    });
    out.retain(|&s| !scene.text.clause_at(s.start).is_some_and(|c| c.question && c.end == Some('?')));
    // Facts of the sheet are no advertising: "100%棉".
    if let Some(sheet) = scene.sheet {
        let all = sheet.covered();
        out.retain(|&s| !all.contains(scene.text.slice(s)));
    }
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn absolute() {
        check(
            "claims:absolute",
            &[
                ("质量怎么样", "全网最好的茶,没有之一"),
                ("有用吗", "百分百有效"),
                ("会反弹吗", "永不反弹的"),
                ("比别家强在哪", "我们是国内第一"),
                ("安全吗", "零副作用,绝对安全"),
            ],
            &[
                ("第一次喝", "第一次喝的话建议饭后"),
                ("有货吗", "最近卖得多,最后三盒了"),
                ("便宜点", "这是最低价了亲"),
                ("什么时候喝", "最好是饭后半小时喝"),
                ("有用吗", "不敢说绝对有效,因人而异"),
                ("会过敏吗", "不能保证百分百不过敏"),
                ("最好的是哪款", "您看看这款荷叶茶"),
                ("嗯", "最适合您的是一盒装"),
            ],
        );
    }
}
