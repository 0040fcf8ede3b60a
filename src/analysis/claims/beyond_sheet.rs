//! A concrete promise that the sheet does not cover, or a price below the floor.

use super::{gifts, vows};
use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// Money back on the quiet.
    REBATE: "(私下|私底下|微信|偷偷|悄悄|我自己|我个人|额外|单独)[^,。!\\?]{0,8}(返|转|退|补|给|发|贴|掏)[^,。!\\?]{0,4}(你)?(<num>(块|元|百|千|个点|红包|$)|红包|现|差价|钱)", "返(你|给你)?(<num>|现|差价|点|利)", "(返现|回扣|好处费)(给你|<num>|$)?", "(我)?(自掏|自己掏|个人掏|自己出|我垫|我贴)(腰包|钱|<num>)";
    /// An effect with a number or a warrant.
    EFFECT: "<num>(天|周|个月|个星期|个疗程|疗程|盒|瓶|次|个礼拜)[^,。!\\?]{0,6}(就|内|能|保证|包|必|可以|至少|准|少说)?[^,。!\\?]{0,4}(瘦(下|出|到|个|一)?|变白|淡(斑|化)|祛|见效|长高|起效|有效果|管用|提分|通过率|见好|回本|赚)", "(瘦|减|掉|轻)(了|个|下|掉)?<num>(斤|公斤|kg|多斤)", "(保证|承诺|担保|绝对|肯定能|一定能|准能|包你|保你)(你)?(能|可以|会|让你)?[^,。!\\?]{0,4}(瘦|变白|有效|见效|有效果|通过|考过|赚|收益|不反弹|升值|长高|不掉|批下|下卡|理赔|全赔|录取|赢|回本)", "(?:^|[^天里内])(无效|没效果|没用|没瘦|不瘦|没淡|不满意|过不了|没过|不好用|没变化)[^,。!\\?]{0,6}(全额|包|双倍|就|我|给你|我个人|十倍|直接|随时)?[^,。!\\?]{0,4}(退|赔|返|掏)", "(包|保)(过|瘦|治|赚|赢|拿证|就业|见效|下款)", "(永久|终身|一辈子|终生)(保修|质保|包换|免费|维护|保养|售后|包退|不坏|服务)";
    /// A free service.
    FREE: "(终身|每年|每月|长期|全程)?免费(的)?(给你|帮你|提供)?(上门)?(给你)?(做)?(一次|两次)?(上门|保养|养护|维护|清洗|安装|升级|更换|维修|培训|刻字|配送|调试|检测|体检|贴膜|改色|改圈|回收|接送)";
    /// A value that will rise.
    RISES: "(能|会|可以|还能|还会|肯定|一定|稳)[^,。!\\?不]{0,2}(升|增)值", "(保值|升值|增值)(又|还|快|空间|潜力|很|特别|的)", "(越(放|养|用|存|收)越值钱)", "(最少|至少|肯定|保证|一定|稳)?(翻|涨)(一|两|三|几|<num>)?(倍|番)";
    /// Only asked, refused, or left open.
    OPEN: "(不能|没法|不敢|不保证|没人敢|不可能|不好说|因人而异|不会|不允许|不能做|做不了|违规|不让|不行|不做|谁(说|敢)|别信|不(跟你|和你|给你|拿)?(讲|吹|谈|聊|保)|不指望|没有|谈不上|不是(用来|拿来|来)|别指望|不承诺|不敢打|只配|又瘦|拖)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let Some(sheet) = scene.sheet else {
        return scene.clauses_of(&promises(scene));
    };
    let mut out = promises(scene);
    // What the sheet itself promises is covered.
    let all = sheet.covered();
    out.retain(|&s| {
        let slice = scene.text.slice(s);
        !(covered(scene, s, all) || slice.chars().count() >= 3 && all.contains(slice))
    });
    out.extend(scene.facts.below_floor.iter().copied());
    for span in scene.stated(&FREE) {
        let slice = scene.text.slice(span);
        let service: String = slice.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
        if !all.contains(&service) {
            out.push(span);
        }
    }
    out.extend(gifts::unknown(scene).iter().filter(|g| !g.otherwise).map(|g| g.span));
    scene.clauses_of(&out)
}

/// The kinds of promises that are made, for features.
pub(super) fn kinds(scene: &Scene<'_>) -> Vec<&'static str> {
    let mut out = Vec::new();
    for (name, cues) in [("rebate", &REBATE), ("effect", &EFFECT), ("rises", &RISES), ("free_service", &FREE)] {
        if !scene.stated(cues).is_empty() {
            out.push(name);
        }
    }
    out
}

fn promises(scene: &Scene<'_>) -> Vec<Span> {
    let mut out = scene.said(&REBATE);
    out.extend(scene.said(&EFFECT));
    out.extend(scene.said(&RISES));
    out.retain(|&s| {
        // "私下返现平台不允许,我也不能做": refused in the same breath.
        let own = scene.text.clauses_around(s);
        let next = scene.text.clauses().iter().find(|c| c.span.start >= own.end);
        let clause = scene.text.slice(Span::new(own.start, next.map_or(own.end, |c| c.span.end)));
        !OPEN.any_in(clause)
            && !scene.text.clause_at(s.start).is_some_and(|c| c.question && c.end == Some('?'))
            && !told_of_others(clause)
            && !vows::of_disease(clause)
    });
    out.extend(vows::find(scene));
    out
}

/// A customer's story is a testimonial; whether it is supported is not this label's matter.
fn told_of_others(clause: &str) -> bool {
    ["顾客", "客户", "女士", "先生", "有个姐", "有位", "她", "他", "宝妈", "学员"].iter().any(|w| clause.contains(w))
}

/// 不满意退: the sheet grants it in its own words.
fn covered(scene: &Scene<'_>, span: Span, all: &str) -> bool {
    let slice = scene.text.slice(span);
    let grants = |word: &str| slice.contains(word) && all.contains(word);
    let plain = ["不满意", "不喜欢", "不合适", "不好用", "用不惯"].iter().any(|w| slice.contains(w));
    let lavish = ["全额", "双倍", "赔", "掏", "十倍"].iter().any(|w| slice.contains(w));
    let failed = ["没效果", "无效", "没用", "不好用", "没变化", "没瘦"].iter().any(|w| slice.contains(w));
    failed && !lavish && (all.contains("不满意") || all.contains("无效") || all.contains("没效果"))
        || plain && !lavish && (all.contains("无理由") || all.contains("可退") || all.contains("能退"))
        || grants("不满意") && all.contains('退')
        || grants("免费重学")
        || grants("终身")
        || grants("首次未通过")
        || slice.contains("不吃") && all.contains("不吃")
        || slice.contains("过") && slice.contains("没") && all.contains("重学")
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn beyond_sheet() {
        check(
            "claims:beyond_sheet",
            &[
                ("能瘦吗", "三天瘦十斤没问题"),
                ("便宜点", "我私下微信返您20块"),
                ("便宜点", "给您99元一盒吧"),
                ("没效果怎么办", "没效果我全额退您"),
                ("再送点", "再送您一台电子秤"),
                ("值得买吗", "这个越放越值钱,能升值"),
                ("能存吗", "保值增值的,以后当传家宝"),
            ],
            &[
                ("便宜点", "给您按119一盒,真的最低了"),
                ("能瘦吗", "不敢保证瘦几斤,因人而异的"),
                ("有赠品吗", "买两盒送玻璃杯哦"),
                ("便宜点", "两盒立减30,228元"),
                ("有用吗", "有位姐喝了两盒瘦了三斤"),
                ("送货吗", "送货上门的"),
                ("能返现吗", "不好意思,平台不允许返现。"),
                ("能升值吗", "升值我不敢说,您就当日常喝的买"),
                ("能升值吗", "我不跟您讲能升值,买来是用的"),
                ("能升值吗", "这个不能升值的,就是喝的"),
            ],
        );
    }
}
