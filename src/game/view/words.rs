//! Names, times and points in words, and the tint that goes with each.

use crate::analysis::{Family, Labels};
use crate::engine::Outcome;
use crate::game::theme::Tint;
use crate::i18n::{Locale, Text};
use crate::scenario::format::{Bands, Channel, CustomerGroup};
use crate::score::Grade;

/// "06:42".
pub fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// "5 秒", or "1 分 20 秒" from a minute on.
pub fn duration(locale: Locale, ms: u64) -> String {
    let seconds = i64::try_from(ms / 1000).unwrap_or(i64::MAX);
    let text = if seconds < 60 {
        Text::new("game-seconds").with("n", seconds)
    } else {
        Text::new("game-minutes").with("m", seconds / 60).with("s", seconds % 60)
    };
    locale.render(&text)
}

/// Tenths of a point with their sign: "+0.6", "−1.2", "±0".
pub fn tenths(tenths: i32) -> String {
    let sign = match tenths.signum() {
        1 => "+",
        -1 => "−",
        _ => return "±0".into(),
    };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

pub fn channel(locale: Locale, channel: Channel) -> String {
    locale.tr(&format!("game-channel-{}", channel.id()))
}

pub fn group(locale: Locale, group: CustomerGroup) -> String {
    locale.tr(match group {
        CustomerGroup::Potential => "game-group-potential",
        CustomerGroup::Buyer => "game-group-buyer",
        CustomerGroup::Repeat => "game-group-repeat",
        CustomerGroup::Loyal => "game-group-loyal",
    })
}

pub fn outcome(locale: Locale, outcome: Outcome) -> String {
    locale.tr(&format!("outcome-{}", outcome.id()))
}

/// The grade as one character for the seal.
pub fn seal(locale: Locale, grade: Grade) -> String {
    locale.tr(&format!("seal-{}", grade.id()))
}

/// What the grade means, in words.
pub fn grade(locale: Locale, grade: Grade) -> String {
    locale.tr(&format!("game-grade-{}", grade.id()))
}

pub fn dimension(locale: Locale, id: &str) -> String {
    locale.tr(&format!("dimension-{id}"))
}

pub fn critical(locale: Locale, id: &str) -> String {
    locale.tr(&format!("critical-{id}"))
}

/// The message, where it exists.
pub fn named(locale: Locale, id: &str) -> Option<String> {
    locale.has(id).then(|| locale.tr(id))
}

/// A short word for a label: "问好", "二选一".
pub fn label(locale: Locale, family: Family, id: &str) -> String {
    named(locale, &format!("game-label-{}-{id}", family.id())).unwrap_or_else(|| id.into())
}

/// A short word for each label of a reply with the tint of its family, faults and claims first.
pub fn labels(locale: Locale, labels: &Labels) -> Vec<(String, Tint)> {
    let families = [
        (Family::Faults, Tint::Vermilion),
        (Family::Claims, Tint::Vermilion),
        (Family::Closes, Tint::Jade),
        (Family::Steps, Tint::Plain),
        (Family::Moves, Tint::Plain),
        (Family::Controls, Tint::Plain),
    ];
    let all = families
        .into_iter()
        .flat_map(|(family, tint)| labels.family(family).iter().map(move |id| (label(locale, family, id), tint)));
    let mut words: Vec<(String, Tint)> = Vec::new();
    for (word, tint) in all {
        if !words.iter().any(|(w, _)| *w == word) {
            words.push((word, tint));
        }
    }
    words
}

/// The tint of a dimension, the same wherever it is spoken of.
pub fn dimension_tint(id: &str) -> Tint {
    match id {
        "tone" => Tint::Jade,
        "script_adherence" => Tint::Indigo,
        "response_time" => Tint::Gold,
        "closing_technique" => Tint::Vermilion,
        "objection_handling" => Tint::Incense,
        _ => Tint::Plain,
    }
}

/// The tint of points 0–100.
pub fn points_tint(points: u8) -> Tint {
    match Grade::of(points) {
        Grade::Model | Grade::Ready => Tint::Jade,
        Grade::Practice => Tint::Gold,
        Grade::Weak | Grade::Harmful => Tint::Vermilion,
    }
}

/// The tint of a persona's badge: always the same for the same name.
pub fn persona_tint(id: &str) -> Tint {
    match id {
        "impatient" => Tint::Gold,
        "talkative" => Tint::Jade,
        "long_winded" | "longwinded" => Tint::Indigo,
        "unreasonable" => Tint::Vermilion,
        other => {
            let tints = [Tint::Gold, Tint::Jade, Tint::Indigo, Tint::Incense];
            let sum: usize = other.bytes().map(usize::from).sum();
            tints[sum % tints.len()]
        }
    }
}

/// A mood (per mille, −1000…1000) in words with its tint.
pub fn mood(locale: Locale, mood: i32) -> (String, Tint) {
    let (id, tint) = match mood {
        500.. => ("game-mood-glad", Tint::Jade),
        150..=499 => ("game-mood-fine", Tint::Jade),
        -149..=149 => ("game-mood-calm", Tint::Plain),
        -450..=-150 => ("game-mood-uneasy", Tint::Gold),
        _ => ("game-mood-angry", Tint::Vermilion),
    };
    (locale.tr(id), tint)
}

/// How good a waiting time is: in full, in part or not at all, by the band `full`–`none` in ms.
pub fn band_tint(ms: u64, full: u64, none: u64) -> Tint {
    if ms <= full {
        Tint::Jade
    } else if ms < none {
        Tint::Gold
    } else {
        Tint::Vermilion
    }
}

/// What is left of a latency once fair reading and typing are taken off, in ms.
pub fn beyond_fair(bands: &Bands, latency_ms: u64, buyer: &str, reply: &str) -> u64 {
    let chars = |text: &str| text.chars().count() as u64;
    let fair = bands.reading_ms * chars(buyer) + bands.typing_ms * chars(reply);
    latency_ms.saturating_sub(fair)
}

/// How long ago it was, in words; without a clock of the place, days are those of 24 hours.
pub fn ago(locale: Locale, seconds: u64) -> String {
    let n = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let text = match seconds {
        0..=89 => Text::new("game-ago-now"),
        90..=5_399 => Text::new("game-ago-minutes").with("n", n((seconds + 30) / 60)),
        5_400..=86_399 => Text::new("game-ago-hours").with("n", n((seconds + 1_800) / 3_600)),
        _ => Text::new("game-ago-days").with("n", n(seconds / 86_400)),
    };
    locale.render(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_points_read_as_people_write_them() {
        assert_eq!(clock(402_900), "06:42");
        for (n, shown) in [(6, "+0.6"), (-12, "−1.2"), (0, "±0"), (140, "+14"), (-40, "−4")] {
            assert_eq!(tenths(n), shown);
        }
        assert_eq!(duration(Locale::ZhCn, 4_600), "4 秒");
        assert_eq!(duration(Locale::ZhCn, 80_000), "1 分 20 秒");
    }

    #[test]
    fn every_label_of_a_reply_is_named_once() {
        let reply = Labels {
            steps: vec!["greet".into(), "objection".into()],
            closes: vec!["alternative".into()],
            claims: vec!["absolute".into()],
            ..Labels::default()
        };
        let words: Vec<String> = labels(Locale::ZhCn, &reply).into_iter().map(|(w, _)| w).collect();
        assert_eq!(words, ["极限用语", "二选一", "问好", "异议"]);
    }
}
