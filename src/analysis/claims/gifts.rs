//! What the reply gives away, held against what the sheet gives.

use crate::analysis::scene::Scene;
use crate::text::{Span, Text, cues, number_at};

cues! {
    /// Sent, dispatched or wished, not given; or given as a present by the buyer.
    NO_GIFT: "送(到|达|货|修|检|审|礼|人|过来|过去|出|去|来|装|上|回|一程|谁|长辈|老人|朋友|女|男|爸|妈|领导|客户|孩子|给(?:他|她|爸|妈|朋友|家|客户|长辈|老人|孩子))", "(配|派|运|寄|护|外|投|发|递|赠|推|呈|礼品|接|欢|自己|目)送", "送完", "(买来|拿来|拿去|用来)送", "塞(不|满|进|得|到)", "(能|可以|够)塞", "送的", "(想|要)送";
    /// Told of other times, places or people, or refused.
    NOT_HERE: "(别家|人家|他家|隔壁|上次|去年|漏|补寄|补发|没法|不能|不送|没有|送不了|不了|只(配|送)|顾客|客户|贴钱|成本)";
    /// Something over and above is given.
    EXTRA: "(再|另外|额外|多|还|私下|悄悄|偷偷|单独|自己|我|统统|全)(给|帮)?(你)?(多|再|加|单独)?[^,。]?(送|赠|塞)", "(给你|帮你)(再|多|加|单独|另外)?(送|赠|塞)", "(送|赠|塞)(给)?你";
    /// Over and above what the sheet gives.
    MORE: "(再|多|额外|另外|私下|悄悄|偷偷|单独)(给你|帮你|给)?(多)?(送|塞|赠)(你)?(<num>)";
    BY_RULE: "(买|满|活动|本来|原本|都会|每)";
    /// A lavish hand where the buyer wants more.
    LAVISH: "^(送|赠)", "(全|都|再)送";
    /// The buyer asks what is given.
    WHAT: "(送|赠)(什么|啥|些什么|点啥子|啥子)", "(赠品|礼品|小样|赠送|礼物|活动|搭送)[^再多]{0,4}(吗|么|什么|啥|不|没|有)?", "有[^再多]{0,3}(赠品|小样|送)";
    /// The buyer wants more.
    WANTS: "(再|多|另外|额外)(送|给|来|饶|搭)", "(能|给我|帮我|不)(多)?送";
}

/// Something given that the sheet does not give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gift {
    pub span: Span,
    /// The buyer asked what is given, and the sheet names other things.
    pub otherwise: bool,
}

/// Gifts that the sheet does not know.
pub(super) fn unknown(scene: &Scene<'_>) -> Vec<Gift> {
    let Some(sheet) = scene.sheet else { return Vec::new() };
    let text = &scene.text;
    let buyer = &scene.buyer.text;
    let asks_what = WHAT.any(buyer) && !WANTS.any(buyer);
    let wants = WANTS.any(buyer) || buyer.as_str().contains('送');
    let mut out = Vec::new();
    for (at, verb) in text.as_str().match_indices(['送', '赠', '塞']).take(12) {
        let span = Span::new(at, at + verb.len());
        let Some(clause) = text.clause_at(at) else { continue };
        let slice = text.slice(clause.span);
        if clause.question || scene.asks(span) || text.is_negated(span) || text.is_quoted(span) {
            continue;
        }
        if NO_GIFT.any_in(slice)
            || NOT_HERE.any_in(text.as_str())
            || !(EXTRA.any_in(slice) || asks_what || wants && LAVISH.any_in(slice))
        {
            continue;
        }
        // "送!音响、麦克风": what is given stands in the next clause.
        let rest = text.as_str().get(span.end..).unwrap_or_default();
        let tail = text.as_str().get(span.end..clause.span.end).unwrap_or_default();
        let alone = !tail.chars().any(char::is_alphanumeric);
        let given = if alone { rest.trim_start_matches(|c: char| !c.is_alphanumeric()) } else { tail };
        let shown = if alone { scene.text.whole() } else { span };
        let gifts = given.split(['、', '和', '加', '跟']).take(4).filter_map(noun);
        let more = wants && MORE.any_in(slice) && !BY_RULE.any_in(slice);
        if more || gifts.into_iter().any(|g| !on_sheet(&g, sheet.covered())) {
            out.push(Gift { span: shown, otherwise: asks_what && sheet.gifts().contains(['送', '赠']) });
        }
    }
    out
}

/// "两罐", "一台": what comes before the thing itself.
fn noun(given: &str) -> Option<String> {
    let mut rest = given.trim_start_matches(['再', '给', '你', '个', '点', '还', '有', '带']);
    if let Some(n) = number_at(rest) {
        rest = rest.get(n.len..).unwrap_or_default();
        let mut chars = rest.chars();
        if chars.next().is_some_and(|c| "台个盒瓶份套支件包条张罐斤双顶只副把本袋箱块床对盏颗月年".contains(c))
        {
            rest = chars.as_str();
        }
    }
    let thing: String =
        rest.chars().take_while(|c| c.is_alphanumeric() && !"呢哦哈啦吧给你了呀,。!".contains(*c)).take(6).collect();
    let thing = thing.trim_start_matches(['的', '小', '新', '大']).to_owned();
    let idle = ["优惠", "惊喜", "赠品", "东西", "礼物", "礼品", "祝福", "小礼", "运费险"];
    (thing.chars().count() >= 2 && !idle.iter().any(|w| thing.contains(w))).then_some(thing)
}

/// True where two neighbouring chars of the thing, or the one it ends with, stand on the sheet.
fn on_sheet(thing: &str, all: &str) -> bool {
    let chars: Vec<char> = thing.chars().collect();
    let bare = thing.trim_end_matches('子');
    bare.chars().count() == 1 && all.contains(bare)
        || chars.windows(2).any(|w| all.contains(&w.iter().collect::<String>()))
}

/// True where a text speaks of giving at all; for features.
pub(super) fn gives(text: &Text) -> bool {
    EXTRA.any(text) && text.as_str().contains(['送', '赠'])
}
