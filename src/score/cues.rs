//! Wordings that the scorecard looks for itself; the list is `assets/score/cues.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

static SOURCE: &str = include_str!("../../assets/score/cues.ron");

/// The bundled list. A test reads it, so it is never empty in a build that passed.
pub static CUES: LazyLock<Cues> = LazyLock::new(|| ron::from_str(SOURCE).unwrap_or_default());

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    pub scarcity: Vec<String>,
    others: Vec<String>,
    promise: Vec<String>,
    effect: Vec<String>,
    digits: Vec<String>,
    cure: Vec<String>,
    private_channel: Vec<String>,
    private_transfer: Vec<String>,
    past_platform: Vec<String>,
    refusal: Vec<String>,
}

impl Cues {
    pub fn speaks_of_scarcity(&self, text: &str) -> bool {
        any(&self.scarcity, text)
    }

    /// True where a fact tells in figures what became of other customers.
    pub fn tells_of_others(&self, fact: &str) -> bool {
        any(&self.others, fact) && fact.chars().any(|c| c.is_ascii_digit())
    }

    /// True where a claim that the sheet does not cover is a promise.
    pub fn is_promise(&self, claim: &str) -> bool {
        any(&self.promise, claim) || (any(&self.effect, claim) && any(&self.digits, claim))
    }

    /// True where a medical claim guarantees the cure.
    pub fn is_guarantee(&self, claim: &str) -> bool {
        any(&self.cure, claim) || any(&self.promise, claim)
    }

    /// The sentence, in chars of the reply, that asks for payment past the platform; None where there is
    /// none, or where the sentence warns of it.
    pub fn off_platform(&self, reply: &str) -> Option<(usize, usize)> {
        sentences(reply).into_iter().find_map(|(start, sentence)| {
            let lower = sentence.to_lowercase();
            // What is said against the platform holds no refusal of its own.
            let blunt = self.past_platform.iter().filter(|cue| lower.contains(cue.as_str()));
            let rest = blunt.clone().fold(lower.clone(), |text, cue| text.replace(cue.as_str(), " "));
            let paired = any(&self.private_channel, &lower) && any(&self.private_transfer, &lower);
            let asked = blunt.count() > 0 || paired;
            (asked && !any(&self.refusal, &rest)).then(|| (start, start + sentence.chars().count()))
        })
    }
}

fn any(cues: &[String], text: &str) -> bool {
    cues.iter().any(|cue| text.contains(cue.as_str()))
}

/// The sentences of a text, each with the number of chars before it.
pub fn sentences(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut sentence = String::new();
    for (place, c) in text.chars().enumerate() {
        sentence.push(c);
        if matches!(c, '。' | '\u{FF01}' | '\u{FF1F}' | '!' | '?' | '\n' | '\u{FF1B}' | ';') {
            found.push((start, std::mem::take(&mut sentence)));
            start = place + 1;
        }
    }
    if !sentence.is_empty() {
        found.push((start, sentence));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_list_is_read() {
        let cues: Cues = ron::from_str(SOURCE).expect("assets/score/cues.ron is sound");
        assert!(!cues.promise.is_empty() && !cues.past_platform.is_empty());
    }

    #[test]
    fn payment_past_the_platform_is_found_and_a_warning_of_it_is_not() {
        let found = [
            "您加我微信,直接转账给我,便宜十块",
            "支付宝直接转给我就行",
            "好的呀!不走平台的话我给您119",
            "咱们私下转账,我再给您少点",
        ];
        let near_misses = [
            "为了您的资金安全,请不要加微信转账",
            "平台规定不能微信转给我个人哦,您在平台下单就行",
            "您可以用微信或支付宝付款",
            "没法私下交易的,抱歉",
            "抱歉,私下转账做不了的",
            "我把您转给我的同事",
        ];
        for reply in found {
            assert!(CUES.off_platform(reply).is_some(), "{reply}");
        }
        for reply in near_misses {
            assert_eq!(CUES.off_platform(reply), None, "{reply}");
        }
    }

    #[test]
    fn the_span_is_the_sentence() {
        let reply = "好的呀!私下转账给我。谢谢";
        let (start, end) = CUES.off_platform(reply).expect("found");
        let span: String = reply.chars().skip(start).take(end - start).collect();
        assert_eq!(span, "私下转账给我。");
    }
}
