//! The reception script: what step of it a reply takes.

use super::rule::rules;

rules![greet, identify, ask, consult, objection, recommend, assist, verify, farewell];
