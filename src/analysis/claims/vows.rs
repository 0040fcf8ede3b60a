//! Vows: what the speaker stakes, warrants or grants of his own accord.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// Damages in a number or in kind.
    PAYS: "赔(你|给你|我?双倍)(<num>|新|整|全新|双|一)", "(错|慢|晚|少|拖|起|掉|变|坏|塌|打进来|缺|差|漏|缩|断|碎)了?(<num>)?[^,。!\\?]{0,6}(我|就|,)[^,。!\\?]{0,4}赔(你|<num>)";
    /// The speaker's word.
    STAKES: "(打包票|拍胸脯|拿(我的?)?(人格|人头|脑袋|工作|饭碗)|人头担保|人格担保|写(个)?保证书|立字据|(我)?(个人)?(跟|给|向)?你担保)", "保证[^,。!\\?]{0,8}(降|涨|升|翻|一辈子|永远|绝不|归零|赶上|正常)";
    /// Nothing will ever go wrong.
    NEVER: "(永远|永不|一辈子|<num>辈子|<num>百年|百年|终身|终生|一万年)(都|也)?[^,。!\\?想忘会买卖]{0,2}(不|没)(会)?(掉|变|坏|烂|塌|褪|染|裂|起|缩|漏|断|生锈|老化|死机|卡|过时|变形|反弹|进)", "(穿|用|坐|摔|砸|压|洗|泡|睡)不(坏|烂|破|塌)", "永不[^,。!\\?]{1,3}(色|形|球|锈)";
    /// A rate that drops to nothing, years that come back.
    RATES: "(率|投诉|误差|故障|成本|流失)[^,。!\\?]{0,5}(归零|清零|降一半|减半|翻倍|为零)", "(零|0)(误差|拒赔|故障|风险)", "(恢复|年轻|回)到?<num>(几)?岁";
    /// Money back where something fails.
    BACK: "(不|没)[^,。!\\?、]{1,5},?(我|就|直接|当场|立马)[^,。!\\?]{0,4}(包退|全额退|全退|退你|退全款|退钱|退款)", "(不|没)[^,。!\\?、]{1,5}(包退|全额退)", "退你(全款|双倍)";
    /// On the quiet.
    QUIET: "(悄悄|偷偷|私下|私底下)[^,。!\\?]{0,3}(给|送|返|塞|补)你", "差价我?(垫|出|补)";
    /// Refused, or the buyer's words.
    REFUSED: "(不能|没法|不敢|没人|不可能|不好(说|打)|不会给|不允许|做不了|不行|不承诺|保证不了|给不了|不打|谁也|谁敢|不跟你|不拿|说不准|不吹|别信|不做|没有哪|不给你|没资格|不乱|您说|你说)";
    /// A promise that is not given.
    DECLINES: "(不能|没法|不敢|没人敢|不好|谁敢|谁也不敢|无法|不会)(跟|给|向|替)?你?[^,。!\\?]{0,3}(保证|承诺|担保|打包票|打保票|说死|百分百|绝对)", "(保证|担保|承诺)不了", "(做|办|给|答应)不(了|到|起)", "不允许|没这个权限";
    /// A disease: the label `medical` is for that.
    DISEASE: "(脚气|痛经|宫寒|胃病|胃寒|老寒腿|鼻炎|湿疹|咳嗽|感冒|头痛|头疼|失眠|灰指甲|血压|血糖|糖尿病|颈椎|关节炎|便秘|过敏|炎症|结节|病根)";
}

/// Everything vowed in the reply.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Span> {
    let all = scene.sheet.map_or("", |s| s.covered());
    let mut out = Vec::new();
    for cues in [&PAYS, &STAKES, &RATES, &BACK, &QUIET] {
        for span in cues.unquoted(&scene.text) {
            if free(scene, span) && !on_sheet(scene.text.slice(span), all) {
                out.push(span);
            }
        }
    }
    out
}

/// So many chars are hardly more than a refusal, if there is one among them.
const CURT: usize = 24;

/// True where the reply does little else than refuse to promise: "不能保证百分百不过敏".
pub(super) fn only_refuses(scene: &Scene<'_>) -> bool {
    scene.content_chars() <= CURT && scene.speaks(&DECLINES)
}

/// The kinds of vows that are made, whether the sheet grants them or not.
pub(super) fn kinds(scene: &Scene<'_>) -> Vec<&'static str> {
    [
        ("pays", &PAYS),
        ("stakes", &STAKES),
        ("never", &NEVER),
        ("rates", &RATES),
        ("back", &BACK),
        ("quiet", &QUIET),
        ("disease", &DISEASE),
    ]
    .into_iter()
    .filter(|(_, cues)| cues.unquoted(&scene.text).into_iter().any(|s| free(scene, s)))
    .map(|f| f.0)
    .collect()
}

/// Neither asked nor refused.
fn free(scene: &Scene<'_>, span: Span) -> bool {
    let around = scene.text.clauses_around(span);
    let asked = scene.text.clause_at(span.start).is_some_and(|c| c.question);
    !asked && !REFUSED.any_in(scene.text.slice(around)) && !scene.text.is_negated(span)
}

/// The sheet grants it: the same words, or a warrant of the same kind.
fn on_sheet(said: &str, all: &str) -> bool {
    let lavish = ['十', '百', '千', '万', '倍', '整', '双', '全'].iter().any(|&c| said.contains(c));
    all.contains(said)
        || said.contains('赔') && all.contains('赔') && !lavish
        || ["终身", "永久", "免单", "假一赔", "不褪色", "不掉色"].iter().any(|w| said.contains(w) && all.contains(w))
}

pub(super) fn of_disease(clause: &str) -> bool {
    DISEASE.any_in(clause)
}
