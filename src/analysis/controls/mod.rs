//! Keeping hold of the talk: leading it, confirming what was heard, summing up.

use super::rule::rules;

rules![guide, confirm, recap];
