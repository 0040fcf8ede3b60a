//! Handling an objection: what the reply does with what the buyer raised. Only where something was raised.

use super::rule::rules;

rules![acknowledge, apologise, probe, evidence, offer, refute, boundary];
