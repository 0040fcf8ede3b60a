//! Where rules put what they find.

use super::{Part, View};
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{Arg, Text};
use crate::scenario::source::Route;

/// A rule: one file in `lints/`, and its line in the registry there.
pub struct Lint {
    /// The file's stem; the diagnostic's code is the same with hyphens.
    pub id: &'static str,
    pub severity: Severity,
    pub check: fn(&View<'_>, &mut Report),
}

impl Lint {
    pub fn code(&self) -> String {
        self.id.replace('_', "-")
    }
}

/// What one rule finds in one view.
pub struct Report {
    code: String,
    severity: Severity,
    part: Part,
    findings: Vec<Finding>,
}

impl Report {
    pub fn new(lint: &Lint, part: Part) -> Self {
        Self { code: lint.code(), severity: lint.severity, part, findings: Vec::new() }
    }

    /// Adds a finding; its message and help are the texts of the rule's code.
    pub fn add(&mut self, route: Route) -> &mut Finding {
        self.add_in(self.part, route)
    }

    /// The same in another file of the scenario.
    pub fn add_in(&mut self, part: Part, route: Route) -> &mut Finding {
        let finding =
            Finding { part, route, code: self.code.clone(), severity: self.severity, args: Vec::new(), help: None };
        let at = self.findings.len();
        self.findings.push(finding);
        &mut self.findings[at]
    }

    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// One finding, at a symbolic place that is looked up when it is shown.
#[derive(Debug)]
pub struct Finding {
    pub part: Part,
    pub route: Route,
    code: String,
    severity: Severity,
    args: Vec<(String, Arg)>,
    help: Option<Text>,
}

impl Finding {
    pub fn with(&mut self, name: &str, value: impl Into<Arg>) -> &mut Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }

    /// A help that takes the place of the code's own: mostly the nearest valid name.
    pub fn helped(&mut self, help: Text) -> &mut Self {
        self.help = Some(help);
        self
    }

    pub fn into_diagnostic(self, path: &str) -> Diagnostic {
        let blank = match self.severity {
            Severity::Error => Diagnostic::error(path, &self.code),
            Severity::Warning => Diagnostic::warning(path, &self.code),
        };
        let problem = self.args.into_iter().fold(blank, |problem, (name, value)| problem.with(&name, value));
        match self.help {
            Some(help) => problem.helped(help),
            None => problem,
        }
    }
}
