//! 致歉: says sorry for something that went wrong.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    SORRY:
        "对不(起|住)", "(很|非常|十分|真的|实在|特别|万分|深感)?抱歉", "(请|多|还请|望)?见谅", "让你~(久等|失望|受委屈|白跑|担心|干等|费心|不舒服|糟心)", "(是|都是|这是|确实是)(我|我们|咱|咱们|店里|仓库|我这边|我们这边)~(错|疏忽|失误|没做好|问题|不对|不周|没(说|讲|交代|写)清楚|手抖|责任|搞错|大意)", "给你添(麻烦|堵)", "失礼", "过意不去", "赔(个)?(礼|不是)", "(我|我们)的(错|问题|疏忽|失误|责任)", "(给|向|跟)你(道(个)?歉|赔(个)?罪|致歉|赔个不是)";
    SOFT: "不好意思", "打扰(你|到你|了)", "sorry";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    // "抱歉,这个价做不了" softens a refusal; nothing went wrong.
    if !scene.buyer.complains {
        let explicit = scene.stated(&EXPLICIT);
        if !explicit.is_empty() {
            return scene.clauses_of(&explicit);
        }
        return if scene.buyer.objects() { scene.clauses_of(&scene.said(&OWN_FAULT)) } else { Vec::new() };
    }
    let mut out = scene.said(&SORRY);
    out.extend(scene.said(&SOFT));
    scene.clauses_of(&out)
}

cues! {
    /// An apology in so many words, whatever was raised.
    EXPLICIT: "(给|向|跟)你(道(个)?歉|赔(个)?罪|赔个不是)";
    OWN_FAULT: "(是|都是|这是|确实是)(我|我们|店里|仓库|我这边)~(错|疏忽|失误|没做好|不对|不周|手抖|搞错)", "(我|我们)的(错|疏忽|失误)";
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn apologise() {
        check(
            "moves:apologise",
            &[("等了一天师傅没来", "真对不住您,白白搭进去一天假"), ("发错了", "非常抱歉,是我们的失误"), ("怎么还没到", "先给您道个歉"), ("你们店真不行", "先给您道个歉"), ("什么态度", "该道歉的我给您道歉"), ("少发了一包", "抱歉给您带来不好的体验")],
            &[("便宜点", "不好意思哈,这个价真做不了"), ("发错了", "我帮您查一下"), ("多少钱", "抱歉久等")],
        );
    }
}
