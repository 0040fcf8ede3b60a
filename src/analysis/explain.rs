//! Why each label was given, piece by piece: what the rules found, what each n-gram and feature weighs, and what changes
//! when a clause is left out.

use super::analyser::{given, scene};
use super::{Analyser, Context, evidence, vocabulary};

/// Why one label was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// `closes:alternative`.
    pub label: String,
    /// How far above what it takes the label is, in logits; None where the rules alone decide.
    pub margin: Option<f32>,
    /// Ranges of chars of the reply that the label's rule found.
    pub rules: Vec<(usize, usize)>,
    /// What the heaviest features of the linear model add, in logits.
    pub features: Vec<(String, f32)>,
    /// Clauses (ranges of chars), and how much lower the margin is without each.
    pub clauses: Vec<(usize, usize, f32)>,
}

/// Features that are named for a label.
const MOST_FEATURES: usize = 8;

impl Analyser {
    /// An explanation for every label that [`Analyser::read`] gives, in the order of the rubric.
    pub fn explain(&self, context: &Context<'_>, reply: &str) -> Vec<Explanation> {
        let scene = scene(context, reply);
        if scene.nonsense {
            return Vec::new();
        }
        let rules = |family, id: &str| {
            let spans = scene.spans(family, id).unwrap_or_default().iter();
            spans.map(|&span| scene.text.original(scene.text.trim(span))).collect()
        };
        let Some(judge) = self.judge() else {
            let found = vocabulary::all().filter(|&(family, id)| scene.has(family, id));
            return found
                .map(|(family, id)| Explanation {
                    label: format!("{}:{id}", family.id()),
                    margin: None,
                    rules: rules(family, id),
                    features: Vec::new(),
                    clauses: Vec::new(),
                })
                .collect();
        };
        let verdict = judge.weigh(&scene, context.buyer, reply);
        let parts = evidence::stretches(&scene.text);
        let without: Vec<_> = parts.iter().map(|&(a, b)| self.without(judge, context, reply, a, b)).collect();
        given(&verdict)
            .into_iter()
            .map(|(l, (family, id))| Explanation {
                label: format!("{}:{id}", family.id()),
                margin: Some(verdict.margins[l]),
                rules: rules(family, id),
                features: judge.contributions(&scene, l).into_iter().take(MOST_FEATURES).collect(),
                clauses: (parts.iter().zip(&without))
                    .map(|(&(a, b), rest)| (a, b, verdict.margins[l] - rest.as_ref().map_or(0.0, |v| v.margins[l])))
                    .collect(),
            })
            .collect()
    }
}
