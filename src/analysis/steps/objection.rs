//! 处理异议: responds to a doubt, complaint, refusal or bargaining that the buyer raised.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::Span;

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    if !scene.buyer.objects() {
        return Vec::new();
    }
    let moves: Vec<Span> = ["acknowledge", "apologise", "probe", "evidence", "offer", "refute", "boundary"]
        .iter()
        .filter_map(|id| scene.spans(Family::Moves, id))
        .flatten()
        .copied()
        .collect();
    let closes: Vec<Span> = ["assumptive", "alternative", "summary", "testimonial", "warning", "isolation"]
        .iter()
        .filter_map(|id| scene.spans(Family::Closes, id))
        .flatten()
        .copied()
        .collect();
    let insults = scene.has(Family::Faults, "arrogant") || scene.has(Family::Faults, "blaming");
    if insults {
        // An insult deals with nothing, unless the matter itself is answered too.
        return match scene.spans(Family::Moves, "refute").or(scene.spans(Family::Moves, "apologise")) {
            Some(spans) if !scene.facts.stated().is_empty() => spans.to_vec(),
            _ => Vec::new(),
        };
    }
    if scene.has(Family::Faults, "curt") {
        return Vec::new();
    }
    if !moves.is_empty() {
        return moves;
    }
    if !closes.is_empty() {
        return closes;
    }
    // A question for information that carries a worry is dealt with by its answer.
    let doubt = scene.buyer.doubts || scene.buyer.complains;
    let faulty = scene.has(Family::Faults, "rambling")
        || scene.has(Family::Faults, "oily")
        || scene.has(Family::Faults, "pressuring");
    if doubt && !faulty && scene.content_chars() >= 6 {
        return scene.text.clauses().iter().take(3).map(|c| c.span).collect();
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn objection() {
        check(
            "steps:objection",
            &[
                ("太贵了", "理解您,一盒喝20天,一天六块多"),
                ("我跟老公商量下", "应该的,您慢慢商量"),
                ("等了三天还没到", "实在抱歉,我马上给您催"),
            ],
            &[("太贵了", "买不起就别看了"), ("再想想", "哦"), ("多少钱一盒", "129一盒"), ("随便看看", "好的您慢慢看")],
        );
    }
}
