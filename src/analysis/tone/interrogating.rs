//! 穷追逼问: fires questions one after another, or presses a question the buyer declined.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    SOFTENS: "(方便(的话|说|问|透露|讲|告诉|留)|麻烦|可以|请问|好给你|帮你|为了|这样好|吗亲|可以吗|不方便)";
    PRIVATE: "(工资|收入|月经|结婚|生过|房贷|挣多少|存款|老公挣|赚多少|离婚|怀孕|几套房|多少岁)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let clauses = scene.text.clauses();
    let asking: Vec<Span> = clauses.iter().filter(|c| c.question && c.end == Some('?')).map(|c| c.span).collect();
    let all: Vec<Span> = clauses.iter().filter(|c| c.question).map(|c| c.span).collect();
    let private = scene.spoken(&PRIVATE).len();
    let soft = scene.says(&SOFTENS);
    // Four in a row, or three of which most of the reply is made; private matters count double.
    let fired = asking.len() + private.min(2);
    let share = asking.iter().map(|s| s.end - s.start).sum::<usize>() * 10 >= scene.text.as_str().len() * 6;
    let many = if soft { 5 } else { 4 };
    let run = fired >= many || (!soft && asking.len() >= 3 && share) || all.len() >= 5 && !soft;
    if run && (share || asking.len() >= 4) {
        return if asking.is_empty() { all } else { asking };
    }
    if scene.buyer.declines_to_tell() && all.len() >= 2 && !soft {
        return all;
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn interrogating() {
        check(
            "faults:interrogating",
            &[
                ("随便看看", "看什么呢?给谁买?多高多重?啥时候喝?预算呢?"),
                ("收入不太想说", "那大概几千?五千有没有?还是过万了?"),
            ],
            &[
                ("想瘦一点", "方便问下您身高体重吗?这样好给您推荐"),
                ("想买茶", "您好,是自己喝还是送人呢?"),
                ("嗯", "您平时喝什么茶?喜欢浓一点还是淡一点?"),
            ],
        );
    }
}
