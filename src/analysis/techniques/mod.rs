//! Closing techniques: one file each. A technique is a rule with its positives and near-misses beside it.

use super::rule::rules;

rules![assumptive, alternative, summary, testimonial, warning, isolation];
