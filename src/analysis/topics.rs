//! What a reply asks the buyer about, by the list in `assets/lexicon/topics.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::reading::TopicAsked;
use super::scene::Scene;
use crate::text::{CueSet, Span, Text, cues};

/// A topic as the lexicon lists it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    /// What it is, for people who write scenarios.
    about: String,
    /// Patterns of questions about it.
    cues: Vec<String>,
    /// True where its patterns also fit narrower questions, which then count alone.
    #[serde(default)]
    broad: bool,
}

/// A topic that a reply can ask about.
pub struct Topic {
    pub id: String,
    /// What it is, in words.
    pub about: String,
    cues: CueSet,
    broad: bool,
}

/// A topic asked about, with the folded span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub topic: String,
    pub span: Span,
}

static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    // The lexicon is part of the executable; `reads_the_lexicon` fails where it does not parse.
    let entries: Vec<Entry> = ron::from_str(include_str!("../../assets/lexicon/topics.ron")).unwrap_or_default();
    entries
        .into_iter()
        .map(|e| Topic { id: e.id, about: e.about, cues: CueSet::owned(e.cues), broad: e.broad })
        .collect()
});

cues! {
    /// A request to tell, which needs no question mark.
    pub TELLS_ME:
        "(方便|麻烦|请|可以|能不能|能|劳烦|辛苦|烦请|帮忙|需要)(你)?[^,。!\\?]{0,6}(说|讲|报|发|告诉|提供|留|透露|介绍|描述|写|填|给)(一)?(下|我|一声|说|个)?", "(跟我|和我|给我|你)?(说|讲|报|发|告诉|提供|留|聊|描述|介绍)(一)?(下|说|讲|我|给我|一声|聊)", "(想|先|再)(了解|知道|问|请教|确认|打听)(一)?(下|您|你)?", "(问|请教|打听)(一)?(下|嘴|句)", "请问", "告诉我";
    /// Asks the buyer nothing: a courtesy, a riddle, a refusal to promise, a matter left to him, a retort.
    pub ASKS_NOTHING:
        "有什么[^,。!\\?]{0,6}(帮|效劳)", "猜(猜|一猜|一下)?[^,。!\\?]{0,4}我", "(什么|哪|几|多少|怎么|谁)[^,。!\\?]{0,14}(不敢|不能|没法|不好|不会|没人敢|谁敢)[^,。!\\?]{0,6}(打包票|保证|承诺|说死|打保票|担保)", "(不敢|不能|没法|没人敢|谁敢)[^,。!\\?]{0,6}(打包票|保证|承诺|说死|打保票|担保)[^,。!\\?]{0,10}(什么|哪|几|多少|怎么|谁)", "(什么|哪|几|多少|怎么|谁)[^,。!\\?]{0,10}(都(可以|行|能|成|好|一样)|随你|由你)(的|呀|哈|哦)?$", "(哪|怎么)(能|会|有)(不|没)[^,。]{1,6}$", "(什么时候|几点|哪天|哪个|怎么|什么|多少)[^,。!\\?]{0,8}(由|看|听|让)[^,。!\\?]{1,4}(自己)?(定|选|挑|决定|说了算|来)$";
}

/// Every topic, in the order of the lexicon.
pub fn topics() -> &'static [Topic] {
    &TOPICS
}

/// The identifiers of the topics, in the order of the lexicon.
pub fn ids() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(|t| t.id.as_str())
}

/// The topics that the text asks about, each once, where it first does.
pub fn asked(text: &Text) -> Vec<Asked> {
    let clauses = text.clauses();
    let requests = TELLS_ME.unquoted(text);
    let nothing = ASKS_NOTHING.unquoted(text);
    if !clauses.iter().any(|c| c.question) && requests.is_empty() {
        return Vec::new();
    }
    let asking = |span: Span| {
        let last = clauses.partition_point(|c| c.span.end < span.end);
        let Some(own) = clauses.get(last) else { return false };
        let next = clauses.get(last + 1).filter(|n| n.sentence == own.sentence);
        own.question
            || requests.iter().any(|r| own.span.overlaps(*r))
            || next.is_some_and(|n| n.question && n.span.end - n.span.start <= 45)
    };
    let mut out: Vec<(bool, Asked)> = Vec::new();
    for topic in TOPICS.iter() {
        let hit = topic
            .cues
            .unquoted(text)
            .into_iter()
            .find(|&s| asking(s) && !nothing.iter().any(|n| text.clauses_around(*n).overlaps(s)));
        if let Some(span) = hit {
            out.push((topic.broad, Asked { topic: topic.id.clone(), span: text.clauses_around(span) }));
        }
    }
    let narrow: Vec<Span> = out.iter().filter(|(broad, _)| !broad).map(|(_, asked)| asked.span).collect();
    out.retain(|(broad, asked)| !broad || !narrow.iter().any(|n| n.overlaps(asked.span)));
    out.into_iter().map(|(_, asked)| asked).collect()
}

/// The same with the spans of the original text.
pub(super) fn read(scene: &Scene<'_>) -> Vec<TopicAsked> {
    let made = |a: &Asked| {
        let (start, end) = scene.text.original(a.span);
        TopicAsked { topic: a.topic.clone(), start, end }
    };
    scene.topics().iter().map(made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_lexicon() {
        let entries: Result<Vec<Entry>, _> = ron::from_str(include_str!("../../assets/lexicon/topics.ron"));
        assert!(entries.is_ok(), "{entries:?}");
        for topic in topics() {
            assert!(topic.cues.broken().is_empty(), "{}: {:?}", topic.id, topic.cues.broken());
            assert!(!topic.about.is_empty());
        }
    }

    #[test]
    fn hears_what_is_asked() {
        for (reply, topic) in [
            ("亲是给谁买的呢", "for_whom"),
            ("您是自己喝还是送人呀?", "for_whom"),
            ("您平时怎么喝的呀", "usage"),
            ("您的预算大概是多少?", "budget"),
            ("家里谁做主呢", "decision"),
            ("以前喝过荷叶茶吗", "experience"),
            ("您要几盒呢", "quantity"),
            ("您什么时候方便?", "time"),
            ("您喜欢什么口味的", "preference"),
            ("麻烦报一下收货地址", "address"),
            ("方便留个电话吗", "phone"),
            ("您现在身高体重多少呢", "condition"),
            ("您现在每月话费多少呀", "current_spend"),
            ("您跟哪家比的呢", "competitor"),
            ("您主要担心哪方面呢", "worry"),
            ("真正的原因方便说说吗", "reason"),
            ("您现在用的是什么套餐", "plan"),
            ("您平时三餐规律吗", "habit"),
            ("请问您贵姓", "name"),
            ("您要什么颜色呢", "colour"),
            ("穿多大码的", "size"),
            ("您挑这把壶,心里头最不踏实的是哪一样?", "worry"),
            ("您想瘦几斤呢", "quantity"),
            ("您平时喝什么茶呀", "preference"),
            ("您家孩子几个月了?", "condition"),
            ("您要几个呀", "quantity"),
        ] {
            let asked = asked(&Text::new(reply));
            assert!(asked.iter().any(|a| a.topic == topic), "{reply}: {asked:?}");
        }
        for (reply, topic) in [
            ("一共几个人吃?", "condition"),
            ("她平时吃甜的有忌口没有?", "condition"),
            ("家里还有谁吃上头要顾着的吗?", "condition"),
            ("您手机号多少?", "phone"),
            ("您平时喝茶吗?", "usage"),
            ("您平时穿多大码?", "size"),
        ] {
            let asked = asked(&Text::new(reply));
            assert!(asked.iter().any(|a| a.topic == topic), "{reply}: {asked:?}");
        }
        for (reply, topic) in [
            ("一共几个人吃?", "quantity"),
            ("她平时吃甜的有忌口没有?", "usage"),
            ("您平时穿多大码?", "usage"),
            ("去年嫌的是味道,还是送晚了压坏了?", "for_whom"),
            ("他平时最在意的是钱,还是怕孩子坚持不下来?", "recipient"),
            ("您看这手机可以吗?", "phone"),
            ("什么时候出去由果果自己定。您怕的是不是她再不肯开口?", "time"),
        ] {
            let asked = asked(&Text::new(reply));
            assert!(asked.iter().all(|a| a.topic != topic), "{reply}: {asked:?}");
        }
        // Months are no pieces.
        assert!(asked(&Text::new("您家孩子几个月了?")).iter().all(|a| a.topic != "quantity"));
        for reply in [
            "这款适合送人",
            "地址我给您备注好了",
            "不用担心效果",
            "每天一袋",
            "有什么问题随时问我",
            "预算有限也能买",
            "瘦几斤我不敢打包票",
            "谁也没法保证瘦多少斤",
            "您喝什么茶都可以的",
            "您猜猜我几岁",
            "有什么可以帮您?",
            "您写什么评价是您的权利",
            "哪能不给看",
        ] {
            assert_eq!(asked(&Text::new(reply)), [], "{reply}");
        }
    }
}
