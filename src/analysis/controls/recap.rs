//! 简略概要: sums up what was said or agreed so far, with no purchase asked for.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    RECAPS:
        "(刚才|刚刚|刚|前面|今天)(咱们|我们|咱|我|你)?~(聊|说|讲|谈|讨论|沟通)(的|过的|到的|下来|了)[^,。]{0,4}(给你|我|过|捋|理|总结|几|这|是|有|:|,)", "(总结|小结|概括|归纳|捋|理|过|梳理|回顾|汇总)一?(下|遍|理|捋)", "(聊|说|谈|看)到[^,。]{2,14}(了)?,", "说(好|定)的(是|有|哈|:|,)", "(简单)?(总结|概括)(来说|一下|说)", "(你|咱)(刚才)?(提|说|讲|聊)(到)?(的|了)<num>(个|点|条|样|件)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.recites() || scene.has(Family::Closes, "summary") {
        return Vec::new();
    }
    let mut out = scene.said(&RECAPS);
    let leads = scene.has(Family::Controls, "guide") && out.len() < 2 && !scene.text.as_str().contains(':');
    if leads && scene.content_chars() < 40 && scene.text.as_str().contains("回到") {
        out.clear();
    }
    out.retain(|&s| !scene.asks(s) && scene.content_chars() >= 14);
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn recap() {
        check(
            "controls:recap",
            &[("我回去商量下", "好的,刚聊的给您过一遍:每天一袋、一盒喝20天、未拆封7天可退,您慢慢商量")],
            &[("嗯", "刚才聊的三点都满足了,那就给您下单吧"), ("多少钱", "129一盒")],
        );
    }
}
