//! What a trainee sees while playing.

use super::ear::{Knowledge, Point};
use crate::analysis::Analyser;
use crate::engine::Event;
use crate::scenario::Scenario;
use crate::scenario::format::{Channel, Goal, Product};
use crate::session::Session;

/// The trainee's screen: the talk so far, the sheet, the card.
pub struct Screen<'a> {
    scenario: &'a Scenario,
    analyser: &'a Analyser,
    knowledge: &'a Knowledge,
    /// Draws of the trainee's own depend on it.
    pub seed: u64,
    /// Who spoke (true for the buyer) and what, in order.
    pub talk: Vec<(bool, &'a str)>,
}

impl<'a> Screen<'a> {
    pub fn of(session: &'a Session, seed: u64, analyser: &'a Analyser, knowledge: &'a Knowledge) -> Self {
        let lines = session.events().iter().filter_map(|event| match event {
            Event::BuyerSaid { text, .. } => Some((true, text.as_str())),
            Event::TraineeSaid { text, .. } => Some((false, text.as_str())),
            _ => None,
        });
        Self { scenario: session.scenario(), analyser, knowledge, seed, talk: lines.collect() }
    }

    pub fn product(&self) -> &'a Product {
        &self.scenario.product
    }

    pub fn channel(&self) -> Channel {
        self.scenario.file.channel
    }

    /// The briefing says what is to be reached.
    pub fn goal(&self) -> Goal {
        self.scenario.file.goal
    }

    /// What the sheet offers to be said.
    pub fn points(&self) -> &'a [Point] {
        &self.knowledge.points
    }

    /// The places of those points with how near they come to what was said, the nearest first.
    pub fn nearest(&self, words: &str) -> Vec<(usize, u32)> {
        self.knowledge.nearest(self.analyser, words)
    }

    /// How near each of those points comes to what was said, in their order.
    pub fn nearness(&self, words: &str) -> Vec<u32> {
        self.knowledge.nearness(self.analyser, words)
    }

    pub fn name(&self) -> &'a str {
        &self.scenario.file.customer.name
    }

    /// Who the trainee is: "青山茶铺的在线客服".
    pub fn role(&self) -> &'a str {
        let role = self.scenario.file.role.as_str();
        role.trim_start_matches("你是").split([',', '，', '。']).next().unwrap_or(role)
    }

    /// Replies given so far.
    pub fn turn(&self) -> usize {
        self.talk.iter().filter(|(buyer, _)| !buyer).count()
    }

    /// What the buyer has said since the last reply, joined by newlines.
    pub fn unanswered(&self) -> String {
        let since = self.talk.iter().rposition(|(buyer, _)| !buyer).map_or(0, |at| at + 1);
        self.talk[since..].iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n")
    }
}
