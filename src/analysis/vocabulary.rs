//! The names that scenarios may use for labels and topics.

use super::Family;

/// The identifiers of a family, in the rubric's order.
pub const fn ids(family: Family) -> &'static [&'static str] {
    match family {
        Family::Closes => &["assumptive", "alternative", "summary", "testimonial", "warning", "isolation"],
        Family::Steps => &[
            "greet", "identify", "ask", "consult", "objection", "recommend", "assist", "verify", "farewell",
        ],
        Family::Controls => &["guide", "confirm", "recap"],
        Family::Moves => &["acknowledge", "apologise", "probe", "evidence", "offer", "refute", "boundary"],
        Family::Faults => {
            &["curt", "arrogant", "blaming", "pressuring", "interrogating", "oily", "rambling"]
        }
        Family::Claims => &["contradicts_sheet", "beyond_sheet", "absolute", "medical"],
    }
}

/// What a reply can ask about, without the prefix `topic:`.
pub fn topics() -> &'static [&'static str] {
    &[
        "for_whom", "usage", "budget", "decision", "experience", "quantity", "time", "preference", "address", "phone",
        "condition", "current_spend", "competitor", "worry", "delivery", "price", "quality", "effect", "returns",
        "warranty", "gift", "payment", "size", "name", "plan", "habit", "reason", "recipient", "storage", "colour",
    ]
}
