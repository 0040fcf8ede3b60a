//! The tone score: what warms and what chills, in tenths from 10 to 50.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::scenario::format::Channel;
use crate::text::cues;

cues! {
    /// Care for this buyer: empathy, thanks, regret, effort on the buyer's behalf.
    CARES:
        "(理解|体谅|体会|明白你|懂的懂|懂你)", "(对不(起|住)|抱歉|见谅)", "(谢谢|感谢|多谢|辛苦)", "(不着急|不急|慢慢(看|想|考虑|商量|念|来)|别为难|不为难|不勉强|没关系|没事的|别担心|放心)", "(换(我|了我|作我)|搁谁|谁都)", "(照顾|爱惜|保重|注意身体|别耽误|早日|小心|别烫|省得你|不让你|不用你管|不用管)", "(祝你|生活愉快|开心|暖和|快去|快请|多休息)", "(想得(真|很)?(周到|细)|说得对|说得是|有道理|应该的|不容易|难怪|心疼)", "(我(这就|马上|来|去|现在|帮你|给你)[^,。]{0,8}(查|问|办|催|处理|登记|申请|联系|填|改|安排|核实|盯))", "(跟你说实话|实话说|不瞒你|老实说|不建议你|别买|用不着)", "(欢迎(回来|你|随时|尽管)|随时(找|喊|联系|问|来))", "(方便(的话)?(跟我|说|讲|告诉|问))";
    /// Friendly manner.
    FRIENDLY: "(亲|姐|哥|阿姨|叔|老师|宝|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗]总|先生|女士|经理|主管)", "(哈|哦|呢|呀|啦|嘞|哟|呐|噢|喽|嘛)($|,|。|!|亲|你)", "(好嘞|好的|好呀|当然|没问题|可以的|有的|在呢|稍等|麻烦|请|您好|你好|帮你|给你|为你|欢迎|恭喜)", "(哈哈|嘿|🙏|😊|😄|🌹|❤|\\[(微笑|愉快|玫瑰|笑|爱心|抱拳|握手|憨笑|可爱)\\])";
    /// Presses or sounds cold without being a fault of its own.
    CHILLS: "(必须|规定|不行|没有$|自己看|自己(去)?(查|找))", "(随便|无所谓|爱)";
}

/// The tone of the reply in tenths, 10–50. Faults are found before.
pub fn tenths(scene: &Scene<'_>) -> u8 {
    let fault = |id| scene.has(Family::Faults, id);
    let chars = scene.content_chars();
    let cares = i32::try_from(scene.said(&CARES).len().min(4)).unwrap_or(4);
    let friendly = i32::try_from(scene.spoken(&FRIENDLY).len().min(4)).unwrap_or(4);
    let polite = scene.text.polite() > 0;
    if fault("arrogant") {
        return 10;
    }
    if fault("blaming") {
        return if cares > 0 || fault("curt") { 18 } else { 15 };
    }
    if fault("pressuring") {
        let harsh = !polite && (friendly == 0 || scene.text.as_str().contains('!'));
        return if harsh { 14 } else { 20 };
    }
    if fault("curt") {
        return 18;
    }
    if fault("interrogating") || fault("oily") || fault("rambling") {
        return 20;
    }
    // A phone or counter talk has no particles to warm it: the form of address does.
    let base = if scene.channel == Channel::Im { 30 } else { 32 };
    let mut score = base + cares * 6 + friendly * 3 + if polite { 5 } else { 0 };
    score -= i32::try_from(scene.stated(&CHILLS).len().min(2)).unwrap_or(2) * 4;
    let claims = ["medical", "contradicts_sheet", "absolute"].iter().filter(|id| scene.has(Family::Claims, id)).count();
    if claims > 0 && cares == 0 {
        score -= 5;
    }
    if chars <= 4 && cares == 0 && friendly == 0 {
        score -= 4;
    }
    // Five is for warmth and attention both.
    let attentive = cares >= 2 && (friendly >= 1 || polite || chars > 30);
    let most = if attentive { 49 } else { 43 };
    u8::try_from(score.clamp(22, most)).unwrap_or(30)
}
