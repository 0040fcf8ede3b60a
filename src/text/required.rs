//! What a pattern needs: a set of literals of which every match holds one, so that most patterns are never run.

use regex_syntax::hir::{Hir, HirKind};

/// Literals of which any match of `pattern` contains at least one; None where there is no such set.
pub(super) fn literals(pattern: &Hir) -> Option<Vec<String>> {
    match pattern.kind() {
        HirKind::Literal(l) => Some(vec![String::from_utf8(l.0.to_vec()).ok()?]),
        HirKind::Class(_) => {
            let regex_syntax::hir::Class::Unicode(class) = (match pattern.kind() {
                HirKind::Class(c) => c,
                _ => return None,
            }) else {
                return None;
            };
            let mut out = Vec::new();
            for range in class.ranges() {
                for c in range.start()..=range.end() {
                    out.push(c.to_string());
                    if out.len() > 24 {
                        return None;
                    }
                }
            }
            (!out.is_empty()).then_some(out)
        }
        HirKind::Capture(c) => literals(&c.sub),
        HirKind::Repetition(r) if r.min > 0 => literals(&r.sub),
        HirKind::Alternation(parts) => {
            let mut out = Vec::new();
            for part in parts {
                out.extend(literals(part)?);
            }
            Some(out)
        }
        HirKind::Concat(parts) => {
            // The set whose shortest literal is longest is hit by chance least often; among equals, the smaller.
            parts.iter().filter_map(literals).max_by_key(|set| {
                let shortest = set.iter().map(|l| l.chars().count()).min().unwrap_or(0);
                (shortest, std::cmp::Reverse(set.len()))
            })
        }
        _ => None,
    }
}
