//! Replies of which no sense can be made: empty, keys hit at random, signs alone.

use crate::text::Text;

/// True where there is nothing to hear. Emoji alone are a sign of life and no nonsense.
pub fn is_nonsense(reply: &str, text: &Text) -> bool {
    let letters: Vec<char> = text.as_str().chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.is_empty() {
        return !reply.chars().any(is_emoji);
    }
    let chinese = letters.iter().filter(|c| is_chinese(**c)).count();
    if chinese == 0 {
        return letters.iter().all(|c| c.is_ascii_alphabetic()) && !speakable(&letters);
    }
    // 啊啊啊啊啊啊啊, 的的的的的的: one or two chars over and over.
    let mut kinds: Vec<char> = letters.clone();
    kinds.sort_unstable();
    kinds.dedup();
    letters.len() >= 8 && kinds.len() <= 2 && !letters.contains(&'哈')
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}')
}

/// Latin words that a person may mean: short ones as ok, hi, 5g, and those with a vowel in every four letters.
fn speakable(letters: &[char]) -> bool {
    if letters.len() <= 4 {
        return [
            "ok", "hi", "hey", "yes", "no", "bye", "hello", "vip", "xs", "s", "m", "l", "xl", "xxl", "nice", "good",
            "okok",
        ]
        .contains(&letters.iter().collect::<String>().as_str());
    }
    let mut run = 0;
    let mut vowels = 0;
    for c in letters {
        if "aeiouy".contains(*c) {
            vowels += 1;
            run = 0;
        } else {
            run += 1;
            if run > 4 {
                return false;
            }
        }
    }
    // Home-row mashing has few vowels, or one and the same letter again and again.
    let mut kinds = letters.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    vowels * 5 >= letters.len() && kinds.len() * 4 >= letters.len().min(20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_noise_from_words() {
        for (reply, nonsense) in [
            ("", true),
            ("   ", true),
            ("???!!!", true),
            ("asdfghjkl", true),
            ("sdfsdfsdf", true),
            ("啊啊啊啊啊啊啊啊", true),
            ("😊", false),
            ("ok", false),
            ("hello there", false),
            ("哈哈哈哈哈哈哈哈", false),
            ("好", false),
            ("129", false),
            ("您好", false),
        ] {
            assert_eq!(is_nonsense(reply, &Text::new(reply)), nonsense, "{reply:?}");
        }
    }
}
