//! 探询原因: asks for the real reason behind the objection.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    ASKS_REASON:
        "(担心|顾虑|犹豫|纠结|考虑|介意|不满意|不合适|卡|嫌|怕|不放心|拿不准)(的)?(主要)?(是)?(在)?~(什么|哪|啥|几)", "(什么|哪)(一)?(些|个|方面|地方|块|点|里|样)?~(担心|顾虑|不合适|不满意|不放心|没讲清楚|犹豫|让你|原因|卡|想法|不踏实|不喜欢)", "(主要)?是~(什么|哪)(个|些|一|方面)?~(原因|方面|地方|问题|考虑)", "方便~(说|问|讲|聊|透露|告诉)≈(原因|担心|什么|哪|为什么|为何|顾虑|说说|想法|情况|卡)", "为(什么|何)~(不|呢|会|觉得|想|这么|要|突然|又)", "(是|主要是|还是)(因为|觉得|嫌|担心|怕)[^。!]{1,16}(还是|吗|呢|\\?)", "真(正|实)~(原因|想法|顾虑)", "怎么(会)?(这么|又|突然|不)~(想|说|觉得|打算|要了|了)", "是不是~(有什么|哪|觉得|家里|因为|担心|遇到|对)", "(跟|和)(谁|哪家|哪个|哪一家|哪款|什么)~比", "(家里人|家里|老公|爱人|谁)~(有想法|不同意|怎么说)", "(能|可以|可否|愿意)~(说说|讲讲|聊聊|告诉我|问问|请教|透露)", "(跟我|和我)(说说|讲讲|聊聊)", "(考虑|顾虑|担心|想|比)什么", "(哪|什么)(里|地方|块|方面)(让你|使你|没)", "到底(为什么|哪|什么|签还是)", "(嫌|觉得)(哪|什么)", "给(你|个)痛快话", "怎么了";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if !scene.buyer.objects() {
        return Vec::new();
    }
    let mut out = scene.spoken(&ASKS_REASON);
    out.retain(|&s| {
        let clause = scene.text.clauses_around(s);
        let slice = scene.text.slice(clause);
        // "有什么问题随时问我" asks for nothing; "别的顾虑" sets the objection apart.
        let idle = [
            "随时",
            "可以问我",
            "都可以",
            "别的",
            "其他",
            "没什么",
            "懂什么",
            "怕什么",
            "算什么",
            "急什么",
            "不用担心",
            "有什么不懂",
        ]
        .iter()
        .any(|w| slice.contains(w));
        !idle
            && (scene.asks(s)
                || slice.contains("方便")
                || slice.contains("说说")
                || slice.contains("讲讲")
                || slice.contains("痛快话"))
    });
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn probe() {
        check(
            "moves:probe",
            &[
                ("还是算了", "您主要是担心哪方面呢"),
                ("不想买了", "方便说下是什么原因吗"),
                ("再考虑下", "您是觉得价格贵,还是担心效果呢?"),
            ],
            &[
                ("还是算了", "有什么问题随时问我"),
                ("太贵了", "除了价格还有别的顾虑吗"),
                ("多少钱", "您担心哪方面呢"),
                ("太贵了", "没什么好担心的"),
            ],
        );
    }
}
