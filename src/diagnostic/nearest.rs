//! "Did you mean …?"

use crate::i18n::Text;

/// Longer lists of names are cut here, so that help stays readable.
const SHOWN: usize = 12;

/// The candidate most like `wrong`, where one is like it enough to be meant.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // What is not short is no slip of the pen, and comparing it would take long.
    if wrong.len() > 200 {
        return None;
    }
    let lower = wrong.to_lowercase();
    let likeness = |candidate: &str| {
        let other = candidate.to_lowercase();
        let spelled = strsim::normalized_damerau_levenshtein(&lower, &other);
        let begun = strsim::jaro_winkler(&lower, &other);
        // Per mille, so that the order is total.
        ((spelled.max(begun - 0.2)) * 1000.0) as u32
    };
    candidates
        .into_iter()
        .map(|c| (likeness(c), c))
        .filter(|(l, _)| *l >= 550)
        // The first of equals: candidates come in a fixed order.
        .fold(
            None,
            |best: Option<(u32, &str)>, next| if best.is_some_and(|b| b.0 >= next.0) { best } else { Some(next) },
        )
        .map(|(_, c)| c)
}

/// Help for a name that does not exist: the nearest one, and those that do exist.
pub fn listed<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Text {
    let known: Vec<&str> = known.into_iter().collect();
    let mut names = known.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if known.len() > SHOWN {
        names.push_str(", …");
    }
    match nearest(wrong, known.iter().copied()) {
        Some(near) => Text::new("diag-help-nearest").with("nearest", near).with("known", names),
        None if known.is_empty() => Text::new("diag-help-none-known"),
        None => Text::new("diag-help-known").with("known", names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_could_be_meant() {
        let known = ["impatient", "talkative", "fact:delivery", "benefit:taste"];
        for (wrong, expected) in [
            ("impatiant", Some("impatient")),
            ("Talkative", Some("talkative")),
            ("fact:delivry", Some("fact:delivery")),
            ("price", None),
            ("", None),
        ] {
            assert_eq!(nearest(wrong, known), expected, "{wrong}");
        }
        assert_eq!(nearest(&"x".repeat(1_000_000), known), None);
    }
}
