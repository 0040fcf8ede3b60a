//! What a pattern needs: sets of literals of each of which every match holds one, so that most patterns are never run.

use regex_syntax::hir::{Class, Hir, HirKind};

/// A class of more chars than this tells nothing.
const MOST_CHARS: usize = 24;
/// Most wordings that a stretch of a pattern is written out into.
const MOST_WORDINGS: usize = 96;

/// Sets of literals: any match of `pattern` contains at least one of each set. The most telling set comes first;
/// there is none where the pattern needs nothing.
pub(super) fn needs(pattern: &Hir) -> Vec<Vec<String>> {
    let mut out = collected(pattern);
    out.sort_by_key(|set| (std::cmp::Reverse(shortest(set)), set.len()));
    out.dedup();
    out
}

fn collected(pattern: &Hir) -> Vec<Vec<String>> {
    if let Some(all) = wordings(pattern) {
        return set_of(all).into_iter().collect();
    }
    match pattern.kind() {
        HirKind::Capture(c) => collected(&c.sub),
        HirKind::Repetition(r) if r.min > 0 => collected(&r.sub),
        HirKind::Alternation(parts) => {
            let mut out = Vec::new();
            for part in parts {
                match needs(part).into_iter().next() {
                    Some(set) => out.extend(set),
                    None => return Vec::new(),
                }
            }
            set_of(out).into_iter().collect()
        }
        HirKind::Concat(parts) => {
            let mut out = Vec::new();
            let mut run = vec![String::new()];
            for part in parts {
                let all = wordings(part);
                let joined = all.as_ref().and_then(|all| product(&run, all));
                if let Some(joined) = joined {
                    run = joined;
                    continue;
                }
                out.extend(set_of(std::mem::replace(&mut run, vec![String::new()])));
                match all {
                    Some(all) => run = all,
                    None => out.extend(collected(part)),
                }
            }
            out.extend(set_of(run));
            out
        }
        _ => Vec::new(),
    }
}

/// Every wording that the pattern matches; None where there are too many.
fn wordings(pattern: &Hir) -> Option<Vec<String>> {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Literal(l) => Some(vec![String::from_utf8(l.0.to_vec()).ok()?]),
        HirKind::Class(Class::Unicode(class)) => {
            let chars = class.ranges().iter().flat_map(|r| r.start()..=r.end()).take(MOST_CHARS + 1);
            let all: Vec<String> = chars.map(String::from).collect();
            (!all.is_empty() && all.len() <= MOST_CHARS).then_some(all)
        }
        HirKind::Capture(c) => wordings(&c.sub),
        HirKind::Repetition(r) if r.min == 0 && r.max == Some(1) => {
            let mut all = wordings(&r.sub)?;
            all.push(String::new());
            Some(all)
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(wordings(part)?);
            }
            (all.len() <= MOST_WORDINGS).then_some(all)
        }
        HirKind::Concat(parts) => {
            parts.iter().try_fold(vec![String::new()], |run, part| product(&run, &wordings(part)?))
        }
        _ => None,
    }
}

/// Each of `first` followed by each of `then`; None where that is too much.
fn product(first: &[String], then: &[String]) -> Option<Vec<String>> {
    if first.len() * then.len() > MOST_WORDINGS {
        return None;
    }
    Some(first.iter().flat_map(|a| then.iter().map(move |b| format!("{a}{b}"))).collect())
}

/// The wordings as a set of literals, without those that hold another one; None where one of them is empty.
fn set_of(mut wordings: Vec<String>) -> Option<Vec<String>> {
    if wordings.is_empty() || wordings.iter().any(String::is_empty) {
        return None;
    }
    wordings.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let mut out: Vec<String> = Vec::new();
    for wording in wordings {
        if !out.iter().any(|known| wording.contains(known.as_str())) {
            out.push(wording);
        }
    }
    Some(out)
}

fn shortest(set: &[String]) -> usize {
    set.iter().map(|l| l.chars().count()).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_match_holds_one_literal_of_each_set() {
        for (pattern, sets) in [
            ("太贵", "太贵"),
            ("太?贵[了啊]", "贵了 贵啊"),
            ("帮你[^,]{0,6}下单", "下单|帮你"),
            ("(贵|便宜)了", "贵了 便宜了"),
            ("(今天|明天)[^,]*(发|寄)", "今天 明天|发 寄"),
            ("(?:^|[,。])好的", "好的"),
            ("(好|[^,]+)的", "的"),
            ("[^,]{0,6}", ""),
            ("(好的)?", ""),
            ("好*", ""),
            ("(好的)+呀", "好的|呀"),
            ("好的|[^,]", ""),
            ("(甲[^,]乙|丙)丁", "丁|丙 乙 甲"),
        ] {
            let hir = regex_syntax::parse(pattern).expect("a pattern");
            let mut found: Vec<String> = needs(&hir).iter().map(|set| set.join(" ")).collect();
            found.sort_unstable();
            let mut expected: Vec<&str> = sets.split('|').filter(|s| !s.is_empty()).collect();
            expected.sort_unstable();
            // An alternation takes the most telling set of each branch; any of equal ones will do.
            assert_eq!(found.len(), expected.len(), "{pattern}: {found:?}");
            if !pattern.contains('甲') {
                assert_eq!(found, expected, "{pattern}");
            }
        }
    }
}
