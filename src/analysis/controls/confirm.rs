//! 重复确认: repeats the buyer's own words or meaning to check that it was understood.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    CHECKS:
        "(你)?(刚才|刚刚|刚)?(的意思|意思)(是|就是)", "(我)?(理解|听明白|听懂|明白|确认|复述|重复)(一下|下)?[^,。]{0,8}(你(是|说|想|要)|对吗|对吧|没错|对不对|是吗|是这样)", "(你|所以你|那你)(刚才|刚刚|刚)?(说|问|提|讲|要|想|担心|怕|指)(的)?(是|到的是)[^。!\\?]{1,20},?(对吗|对吧|是吧|是吗|没错吧|对不|对不对|,对|是不是)", "(你)(是)?(说|指|想说|想问|要的是)[^。!\\?]{2,20},?(是这样|对吗|对吧|是吗|没错吧)", "(你)(刚才|刚刚|刚)(问|说|提)(的)?(是|到)", "(就)?(是)?(怕|担心|想|觉得|要|嫌)[^。!\\?,]{2,14},?(对吗|对吧|是吧|对不对|没错吧|是不是)", "(就是说|等于说|所以(说)?)(你)[^。]{2,20}(对吗|对吧|是吗|是吧|没错|\\?)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if scene.buyer.is_silent() || scene.recites() {
        return Vec::new();
    }
    let mut out = scene.spoken(&CHECKS);
    // Order details that are checked are the step `verify`; other objections asked for are `isolation`.
    out.retain(|&s| {
        let slice = scene.text.slice(scene.text.clauses_around(s));
        !["地址", "电话", "收件", "收货", "核对", "尺码", "送到", "别的", "其他", "满意"]
            .iter()
            .any(|w| slice.contains(w))
    });
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn confirm() {
        check(
            "controls:confirm",
            &[
                ("万一喝了没用不就浪费了", "您是怕花了钱没效果,对吧"),
                ("晚上喝会不会睡不着", "您的意思是担心影响睡眠是吗"),
            ],
            &[("拍了", "地址是南京雨花台区,对吗"), ("", "您是想瘦肚子对吧"), ("太贵了", "您怕什么呢")],
        );
    }
}
