//! Symbolic places in a file: `agenda[1].answer[0]`.

use std::fmt;

/// One step down into a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Field(String),
    /// Of a list or tuple, from 0.
    Index(usize),
    /// The key of a map itself, not its value.
    Key(String),
    /// What a variant holds: the `x` of `Not(x)`.
    Inside,
}

/// A path from the top of a file to a value in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(pub Vec<Step>);

impl Route {
    /// The top of the file.
    pub fn top() -> Self {
        Self::default()
    }

    pub fn new(field: &str) -> Self {
        Self::top().field(field)
    }

    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.then(Step::Field(name.to_owned()))
    }

    #[must_use]
    pub fn at(&self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.then(Step::Key(key.to_owned()))
    }

    #[must_use]
    pub fn inside(&self) -> Self {
        self.then(Step::Inside)
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for step in &self.0 {
            match step {
                Step::Field(name) | Step::Key(name) if first => f.write_str(name)?,
                Step::Field(name) | Step::Key(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Inside => {}
            }
            first = false;
        }
        Ok(())
    }
}
