//! The identifiers that labels, subjects and topics may have, from the registries.

use super::rule::Rule;
use super::{Family, claims, controls, moves, steps, techniques, tone, topics};

/// The rules of a family, in the order of the rubric.
pub fn rules(family: Family) -> &'static [Rule] {
    match family {
        Family::Closes => techniques::RULES,
        Family::Steps => steps::RULES,
        Family::Controls => controls::RULES,
        Family::Moves => moves::RULES,
        Family::Faults => tone::RULES,
        Family::Claims => claims::RULES,
    }
}

/// The identifiers of a family's labels, in the order of the rubric.
pub fn ids(family: Family) -> Vec<&'static str> {
    rules(family).iter().map(|r| r.id).collect()
}

/// Every label, in the order of the rubric, which is also the order of a model's outputs.
pub fn all() -> impl Iterator<Item = (Family, &'static str)> {
    Family::ALL.into_iter().flat_map(|f| rules(f).iter().map(move |rule| (f, rule.id)))
}

/// Every label as it is written in files: `closes:alternative`.
pub fn labels() -> Vec<String> {
    all().map(|(f, id)| format!("{}:{id}", f.id())).collect()
}

/// True for a label that exists, written `moves:offer`.
pub fn is_label(written: &str) -> bool {
    written
        .split_once(':')
        .and_then(|(family, id)| Some((Family::from_id(family)?, id)))
        .is_some_and(|(family, id)| rules(family).iter().any(|r| r.id == id))
}

/// True for a topic that exists, without its prefix: `for_whom`.
pub fn is_topic(id: &str) -> bool {
    topics::ids().any(|t| t == id)
}

/// The identifiers of the topics, without their prefix.
pub fn topic_ids() -> Vec<&'static str> {
    topics::ids().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_exists() {
        assert_eq!(
            ids(Family::Closes),
            ["assumptive", "alternative", "summary", "testimonial", "warning", "isolation"]
        );
        assert!(is_label("moves:offer") && !is_label("moves:offers") && !is_label("offer"));
        assert!(is_topic("for_whom") && !is_topic("for_who"));
    }
}
