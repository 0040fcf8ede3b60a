//! Truthfulness: what the sheet says otherwise, what it does not cover, what advertising law forbids.

use super::rule::rules;

mod gifts;
mod vows;

rules![contradicts_sheet, beyond_sheet, absolute, medical];
