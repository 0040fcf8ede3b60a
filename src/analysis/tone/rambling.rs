//! 啰嗦冗长: long, broken up, off the point.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// Searching for words, breaking off.
    BREAKS_OFF: "(那个(,|嗯)|这个(,|怎么说)|怎么说(呢|,)|就是(那个|,|说)|嗯(,|对|是)|呃|额(,|…)|不对(,|不)|哎(,|他|扯|呀,)|反正(,|就|嘛|你)|扯远|说来话长|对了|话说|然后呢|然后|哦对|完了|我跟你讲|你晓得|你知道吧|是这样|我想想|怎么讲)";
    /// The thread is lost, and the speaker says so.
    LOST: "(说到哪|说远|扯远|跑题|从头(讲|说|给你)|说来(就)?话长|问(的)?什么来着|听我慢慢(说|讲|道))";
    /// Off the point: the speaker's family, youth, company outings, the founder's life.
    ASIDE: "(我(老家|婆婆|妈|同学|表|小时候|以前|老婆|老公|师傅|那会|第一次|舅|姨|邻居|们老板|们董事长|家那)|(董事长|老板|创始人)[^,。]{0,4}(那会|当年|以前|年轻)|团建|食堂|小时候|搬家|聚餐|想当年|当年|前年|那会|起家|早些年|早先|那时候|老板娘|二舅|表哥|表姐|晕车|年会|追剧|打麻将|我女儿|我儿子)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let chars = scene.content_chars();
    let clauses = scene.text.clauses();
    if scene.recites() && chars >= 30 {
        return vec![scene.text.trim(scene.text.whole())];
    }
    let breaks = scene.spoken(&BREAKS_OFF);
    let asides = scene.spoken(&ASIDE);
    let lost = chars >= 40 && scene.speaks(&LOST);
    let broken = breaks.len() >= 4 || breaks.len() >= 3 && chars < 90 && clauses.len() >= 8;
    let astray =
        asides.len() >= 2 && chars >= 45 || asides.len() + breaks.len() >= 4 && chars >= 60 || asides.len() >= 3;
    // One breath without a break of more than 60 chars.
    let breathless = clauses.iter().any(|c| scene.text.slice(c.span).chars().count() > 60);
    let long = chars > 260;
    if broken || lost || astray || breathless || long {
        let spans: Vec<Span> = breaks.into_iter().chain(asides).collect();
        return if spans.is_empty() { vec![scene.text.trim(scene.text.whole())] } else { scene.clauses_of(&spans) };
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn rambling() {
        check(
            "faults:rambling",
            &[
                ("几天到", "亲 这个 怎么说 就是那个 嗯 仓库在广东 你晓得吧 反正三到五天 哎 不对 四天"),
                ("你们公司在哪", "我们公司在杭州,我老家也那边的,小时候常去西湖玩,后来搬家,前年团建还爬山,我妈也去了"),
            ],
            &[
                ("几天到", "3—4天到,17点前付款当天发"),
                ("怎么喝", "每天一袋,用90度的水泡三分钟,饭后喝,一袋能续两三次水,晚上尽量别太晚喝"),
            ],
        );
    }
}
