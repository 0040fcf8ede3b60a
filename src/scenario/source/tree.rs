//! A RON text as a tree that knows where everything stands.

use std::ops::Range;

use super::{Route, Step};

/// One value, with its span in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub span: Range<usize>,
    /// The name before a parenthesis: `Some`, `Label`.
    pub tag: Option<String>,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A number, a string, a name on its own.
    Leaf,
    /// `[a, b]` or `(a, b)`.
    List(Vec<Node>),
    /// `(field: value)` or `{key: value}`, as key span, key text and value.
    Fields(Vec<Field>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub key_span: Range<usize>,
    /// As written, without quotation marks.
    pub key: String,
    pub value: Node,
}

impl Node {
    /// The value behind any `Some(…)`.
    pub fn plain(&self) -> &Node {
        match (&self.tag, &self.body) {
            (Some(tag), Body::List(items)) if tag == "Some" => match items.as_slice() {
                [only] => only.plain(),
                _ => self,
            },
            _ => self,
        }
    }

    /// The fields, or nothing where it has none.
    pub fn fields(&self) -> &[Field] {
        match &self.plain().body {
            Body::Fields(fields) => fields,
            _ => &[],
        }
    }

    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields().iter().find(|f| f.key == name)
    }

    fn items(&self) -> &[Node] {
        match &self.plain().body {
            Body::List(items) => items,
            _ => &[],
        }
    }

    /// The nodes from this one down to what the route names; it ends early where the text has no such step.
    pub fn walk(&self, route: &Route) -> Vec<&Node> {
        let mut trail = vec![self.plain()];
        let mut here = self.plain();
        for step in &route.0 {
            let next = match step {
                Step::Field(name) => here.field(name).map(|f| &f.value),
                Step::Index(index) => here.items().get(*index),
                Step::Inside if here.tag.is_some() => here.items().first(),
                Step::Inside => Some(here),
                Step::Key(_) => None,
            };
            let Some(next) = next else { break };
            here = next.plain();
            trail.push(here);
        }
        trail
    }

    /// The span that a route names, or that of the nearest thing around it.
    pub fn find(&self, route: &Route) -> Range<usize> {
        let trail = self.walk(route);
        let last = trail.last().copied().unwrap_or(self);
        match route.0.last() {
            Some(Step::Key(key)) if trail.len() == route.0.len() => {
                last.field(key).map_or(last.span.clone(), |f| f.key_span.clone())
            }
            _ => last.span.clone(),
        }
    }
}
