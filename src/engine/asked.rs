//! What kind of question a reply ends with, read from its last words: all that a fitting short answer needs.

/// Marks that end a sentence.
const STOPS: [char; 9] = ['。', '.', '!', '！', '?', '？', ';', '；', '\n'];

/// True where the last thing that the reply does is to ask.
pub fn ends_asking(text: &str) -> bool {
    let last = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !"?？".contains(c));
    last.ends_with(['?', '？', '吗', '呢']) || checks(text)
}

/// True where the reply asks anything at all, or begs to be told.
pub fn asks_anything(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "什么",
        "怎么",
        "哪",
        "谁",
        "几",
        "多少",
        "多久",
        "多大",
        "为啥",
        "为何",
        "是不是",
        "有没有",
        "咋",
        "啥",
        "说说",
        "讲讲",
    ];
    text.contains(['?', '？', '吗', '呢', '嗎']) || WORDS.iter().any(|w| text.contains(w))
}

/// True where the reply does nothing but ask.
pub fn only_asks(text: &str) -> bool {
    let mut sentences = text.split_inclusive(STOPS).filter(|s| s.chars().any(char::is_alphanumeric)).peekable();
    // Of two clauses the first may state something, unless both are offered to choose from.
    let one = |s: &str| !s.contains([',', '，']) || s.contains("还是");
    sentences.peek().is_some() && sentences.all(|s| ends_asking(s) && one(s))
}

/// The last sentence with its letters, digits and Chinese characters alone.
fn last_sentence(text: &str) -> String {
    let body = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let sentence = body.rsplit(STOPS).find(|s| !s.trim().is_empty()).unwrap_or_default();
    let words: String = sentence.chars().filter(|c| c.is_alphanumeric()).collect();
    words.trim_end_matches(['呀', '啊', '哦', '哈', '嘛', '哟', '哇', '嘞']).to_lowercase()
}

/// True where the reply ends by offering two things to choose from.
pub fn offers_choice(text: &str) -> bool {
    const EITHER: [&str; 5] = ["还是", "還是", "或者", "二选一", "或"];
    let sentence = last_sentence(text);
    EITHER.iter().any(|e| {
        sentence.split_once(e).is_some_and(|(before, after)| before.chars().count() >= 2 && after.chars().count() >= 2)
    }) && (text.contains(['?', '？'])
        || ["哪", "挑", "选", "看"].iter().any(|w| sentence.contains(w))
        || sentence.ends_with(['呢', '好']))
}

/// True where the reply ends by asking whether what it said is right, or shall be.
pub fn checks(text: &str) -> bool {
    const TAGS: [&str; 22] = [
        "对吗",
        "对吧",
        "对不对",
        "是吗",
        "是吧",
        "没错吧",
        "可以吗",
        "可以吧",
        "可以不",
        "好吗",
        "好吧",
        "好不好",
        "行吗",
        "行吧",
        "行不行",
        "成吗",
        "没问题吧",
        "有问题吗",
        "方便吗",
        "方便吧",
        "ok吗",
        "ok吧",
    ];
    let sentence = last_sentence(text);
    TAGS.iter().any(|tag| sentence.ends_with(tag)) && !offers_choice(text)
}

/// True where the reply ends by asking whether the buyer decides now: "要不要先登记?", "可以吗?".
pub fn asks_to_decide(text: &str) -> bool {
    const DECIDE: [&str; 8] = ["要不要", "要不", "需不需要", "定吗", "拍吗", "订吗", "买吗", "办吗"];
    let sentence = last_sentence(text);
    checks(text) || offers_choice(text) || ends_asking(text) && DECIDE.iter().any(|d| sentence.contains(d))
}

/// True where the reply ends by asking whether something is wanted besides: "要红礼盒吗?".
pub fn offers_more(text: &str) -> bool {
    let sentence = last_sentence(text);
    let wanted = ["要", "需要", "用"].iter().any(|w| sentence.contains(w)) && !sentence.contains("要不要");
    wanted && (sentence.ends_with(['吗', '么', '不']) || sentence.ends_with("要不")) && !sentence.contains("多")
}

/// True where the reply ends by asking for what an order is written with, or begging for it: where to, whose name,
/// which number.
pub fn wants_particulars(text: &str) -> bool {
    const PARTICULARS: [&str; 14] = [
        "地址",
        "门牌",
        "几楼",
        "电话",
        "号码",
        "手机号",
        "贵姓",
        "称呼",
        "抬头",
        "税号",
        "邮箱",
        "收件人",
        "订单号",
        "单号",
    ];
    const GIVE: [&str; 9] = ["报下", "报一下", "发下", "发一下", "说下", "说一下", "给我", "报我", "留一下"];
    let sentence = last_sentence(text);
    (ends_asking(text) || GIVE.iter().any(|g| sentence.contains(g))) && PARTICULARS.iter().any(|p| sentence.contains(p))
}

/// True where the reply owns that it does not know.
pub fn admits_ignorance(text: &str) -> bool {
    const UNKNOWN: [&str; 9] =
        ["不太清楚", "不清楚", "不知道", "不太了解", "不了解", "不太懂", "不确定", "说不好", "没了解过"];
    const NOT_MINE: [&str; 8] = ["您", "你", "是不是", "知不知道", "清不清楚", "如果", "要是", "别人"];
    text.split(|c: char| !c.is_alphanumeric())
        .any(|clause| UNKNOWN.iter().any(|u| clause.contains(u)) && !NOT_MINE.iter().any(|n| clause.contains(n)))
}

/// True where the reply ends by asking what is still open: "还有什么不放心的吗?".
pub fn asks_what_is_left(text: &str) -> bool {
    const STILL: [&str; 8] = ["还有", "還有", "其他", "其它", "别的", "还差", "还缺", "除了"];
    const WHAT: [&str; 9] = ["顾虑", "什么", "啥", "哪", "别的", "其他", "其它", "疑问", "问题"];
    let sentence = last_sentence(text);
    ends_asking(text)
        && STILL.iter().any(|s| sentence.contains(s))
        && WHAT.iter().any(|w| sentence.contains(w))
        && !sentence.contains("还有多")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_two_things_and_a_question() {
        for text in ["周三晚上还是周四晚上方便？", "您要白色还是灰色呢", "先带一盒还是两盒一起?"]
        {
            assert!(offers_choice(text), "{text}");
        }
        for text in [
            "还是老样子给您发顺丰",
            "我还是建议您先试一盒。",
            "您怕吵是吗？",
            "要白色还是灰色？白色有现货，给您拍白色。",
        ] {
            assert!(!offers_choice(text), "{text}");
        }
    }

    #[test]
    fn to_ask_is_not_to_state() {
        for (text, anything, only) in [
            ("您是担心业务员不愿意用，还是担心数据？", true, true),
            ("怕什么呢", true, true),
            ("有编号可以查，您看呢？", true, false),
            ("跟我说说您的情况", true, false),
            ("宽72厘米，放平长170厘米。", false, false),
        ] {
            assert_eq!((asks_anything(text), only_asks(text)), (anything, only), "{text}");
        }
    }

    #[test]
    fn a_check_ends_with_its_tag() {
        for text in ["明早九点送到，可以吗？", "地址没变，对吧～", "一共258元，没问题吧", "给您发顺丰好不好呀"]
        {
            assert!(checks(text), "{text}");
        }
        for text in ["可以吗这种话我不问了，明早到", "您要多大码？", "今天装还是明天装可以吗？"]
        {
            assert!(!checks(text), "{text}");
        }
    }

    #[test]
    fn what_is_left_is_asked_with_still_and_what() {
        for text in [
            "您还有什么不放心的吗？",
            "那您还差哪一条呢？",
            "除了价钱，还有别的顾虑吗？",
            "那还有啥要问的呢",
            "说完了。还有别的问题吗？",
            "其他还有什么需要？",
        ] {
            assert!(asks_what_is_left(text), "{text}");
        }
        for text in ["您最担心什么？", "还有一件事要跟您说。", "家里还有几口人？"] {
            assert!(!asks_what_is_left(text), "{text}");
        }
    }

    #[test]
    fn particulars_are_asked_for_or_begged_for() {
        for (text, wanted) in [
            ("发票抬头写什么？", true),
            ("邮件发到哪个邮箱呢", true),
            ("你先报下订单号", true),
            ("地址我记下了", false),
            ("您喜欢哪款？", false),
        ] {
            assert_eq!(wants_particulars(text), wanted, "{text}");
        }
    }

    #[test]
    fn to_decide_is_to_say_yes_or_to_choose() {
        for (text, decides) in [
            ("您要不要先登记一下？", true),
            ("周六十点行吗", true),
            ("一盒还是两盒？", true),
            ("您平时喝什么茶？", false),
            ("给您登记好了。", false),
        ] {
            assert_eq!(asks_to_decide(text), decides, "{text}");
        }
    }

    #[test]
    fn ignorance_is_owned_and_not_the_buyers() {
        for (text, owned) in [
            ("这个我不太清楚，我问问再回您", true),
            ("没用完的能不能结转，我不知道", true),
            ("您要是不清楚，我再讲一遍", false),
            ("三年质保，写在合同里", false),
        ] {
            assert_eq!(admits_ignorance(text), owned, "{text}");
        }
    }
}
