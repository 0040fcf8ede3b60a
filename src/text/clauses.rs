//! Clauses: where they end, whether they ask, what is quoted, what is negated.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::fold::{Span, is_break};

/// One clause of a text, without its break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub span: Span,
    /// The break that ends it; None at the end of the text.
    pub end: Option<char>,
    /// True where it asks: by its mark, a closing particle or a question word.
    pub question: bool,
    /// 0-based number of the sentence.
    pub sentence: usize,
}

pub(super) fn split(text: &str) -> (Vec<Clause>, Vec<Span>) {
    let mut clauses = Vec::new();
    let mut quoted = Vec::new();
    let mut open = None;
    let mut start = 0;
    let mut sentence = 0;
    for (at, c) in text.char_indices() {
        match c {
            '“' => open = Some(at + c.len_utf8()),
            '”' => {
                if let Some(from) = open.take() {
                    quoted.push(Span::new(from, at));
                }
            }
            _ => {}
        }
        if is_break(c) {
            push(&mut clauses, text, start, at, Some(c), sentence);
            start = at + c.len_utf8();
            if matches!(c, '。' | '!' | '?' | ';') {
                sentence += 1;
            }
        }
    }
    push(&mut clauses, text, start, text.len(), None, sentence);
    (clauses, quoted)
}

fn push(clauses: &mut Vec<Clause>, text: &str, start: usize, end: usize, mark: Option<char>, sentence: usize) {
    let clause = &text[start..end];
    if clause.is_empty() {
        // "吗 ?" and "…?": the mark belongs to what stands before it.
        if mark == Some('?')
            && let Some(last) = clauses.last_mut()
        {
            last.question = true;
        }
        return;
    }
    clauses.push(Clause {
        span: Span::new(start, end),
        end: mark,
        question: mark == Some('?') || asks(clause),
        sentence,
    });
}

const ASKING_ENDS: &[&str] =
    &["吗", "么", "不", "没", "没有", "呢", "否", "行不行", "好不好", "可以不", "是不是", "对不对"];
const STATING_ENDS: &[&str] =
    &["什么都不", "这么", "那么", "多么", "还没", "并不", "要不", "都没有", "就没有", "再没有", "也没", "没呢", "着呢"];
const WORDS: &[&str] = &[
    "什么",
    "怎么",
    "哪",
    "谁",
    "几",
    "多少",
    "多大",
    "多高",
    "多重",
    "多久",
    "多长",
    "多远",
    "为何",
    "是否",
    "有没有",
    "是不是",
    "能不能",
    "会不会",
    "要不要",
    "可不可以",
    "方不方便",
    "行不行",
    "好不好",
    "对不对",
    "喜不喜欢",
    "贵姓",
    "知不知道",
    "合不合适",
];
const IDLE: &[&str] = &[
    "没什么",
    "不管",
    "无论",
    "随便",
    "什么都",
    "谁都",
    "哪都",
    "怎么都",
    "多少都",
    "几乎",
    "几百",
    "几千",
    "好几",
    "几万",
    "多少有",
    "什么的",
    "什么时候都",
    "有什么",
    "任何",
    "就几",
    "这几",
    "那几",
    "前几",
    "几十",
    "几天就",
    "几分钟",
    "没多少",
    "没多久",
    "哪怕",
    "怎么着",
    "谁也",
    "什么也",
    "哪里哪里",
    "还有几",
    "没怎么",
    "不怎么",
    "不多久",
    "几位",
    "头几",
];

/// Finds the [`WORDS`], and after them in the list the [`IDLE`] ones.
static ASKED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(WORDS.iter().chain(IDLE)).ok());

/// Where the last question word of the clause stands, and whether one stands there that asks nothing.
fn question_words(clause: &str) -> (Option<usize>, bool) {
    let Some(search) = ASKED.as_ref() else { return (None, false) };
    let (mut last, mut idle) = (None, false);
    for found in search.find_overlapping_iter(clause) {
        if found.pattern().as_usize() < WORDS.len() {
            last = last.max(Some(found.start()));
        } else {
            idle = true;
        }
    }
    (last, idle)
}

/// True where the clause asks, its mark aside.
fn asks(clause: &str) -> bool {
    let bare = clause.trim_end_matches(['呀', '啊', '哦', '哈', '啦', '嘛', '亲', '姐', '哥', '”']);
    let tail = !STATING_ENDS.iter().any(|e| bare.ends_with(e)) && ASKING_ENDS.iter().any(|e| bare.ends_with(e));
    if tail && !bare.ends_with("呢") {
        return true;
    }
    // "自己喝还是送人呀": a choice is asked for where a particle closes it.
    let addressed = clause.trim_end_matches(['亲', '姐', '哥']);
    let choice = clause.find("还是").is_some_and(|at| {
        let closed = addressed.ends_with(['呢', '呀', '啊', '吗', '么', '哦', '哈', '嘛']);
        at > 0
            && (closed
                || clause[..at].ends_with('的') && clause.ends_with('的')
                || clause[..at].starts_with(['是', '你']) && clause[..at].contains('是'))
    });
    if choice {
        return true;
    }
    // "喝什么茶都可以", "写什么是您的权利", "哪能不给看": the question word asks nothing.
    let (last, idle) = question_words(clause);
    let any = last.is_some_and(|at| {
        let rest = &clause[at..];
        !tail
            && ["都可以", "都行", "都能", "都成", "都好", "都没", "都不", "是你的权利", "是你的自由"]
                .iter()
                .any(|w| rest.contains(w))
    });
    let word = last.is_some();
    if any || word && !tail && ["哪能不", "哪会不", "哪有不", "怎么会不", "怎么能不"].iter().any(|w| clause.contains(w))
    {
        return false;
    }
    (word && !idle) || (tail && (word || bare.starts_with('那') && bare.chars().count() < 8))
}

const NEGATIONS: &[&str] = &[
    "不是",
    "并不",
    "不会",
    "不敢",
    "不能",
    "不用",
    "不必",
    "不想",
    "不要",
    "不跟你",
    "不给",
    "没有",
    "没",
    "别",
    "绝不",
    "从不",
    "并非",
    "不算",
    "不属于",
    "谈不上",
    "不含",
    "不支持",
    "不再",
    "不是来",
    "不是在",
    "不打算",
    "无需",
    "甭",
    "不光是",
    "没说",
    "不敢说",
    "不好说",
    "不能说",
    "不会跟你说",
    "没法",
    "不可能",
    "哪敢",
    "不保证",
    "不",
    "无",
    "非",
];
const NOT_NEGATIONS: &[&str] = &[
    "是不",
    "能不",
    "会不",
    "可不",
    "是不是",
    "能不能",
    "要不",
    "会不会",
    "有没有",
    "好不好",
    "差不",
    "可不是",
    "不光",
    "不仅",
    "不但",
    "不只",
    "特别",
    "对不",
    "谁不",
    "个别",
    "分别",
    "级别",
    "无不",
    "除非",
    "不管",
    "不过",
];

/// True where the text, the part of a clause before something, ends in a negation that governs it.
pub(super) fn ends_negated(before: &str) -> bool {
    let bare = before.trim_end_matches([
        '的', '就', '再', '还', '在', '说', '来', '太', '你', '给', '去', '一', '个', '什', '么', '跟', '敢', '是',
        '能', '会', '向', '做', '让',
    ]);
    [before, bare]
        .iter()
        .any(|b| NEGATIONS.iter().any(|n| b.ends_with(n)) && !NOT_NEGATIONS.iter().any(|n| b.ends_with(n)))
}
