//! A good clerk: hears what is wanted, answers from the sheet, asks for the need, closes in time.

use super::super::ear::{Heard, Point};
use super::super::phrases::{Bank, Expert, PHRASES, filled, pick};
use super::{Act, Screen};
use crate::scenario::format::Goal;

const PAUSE: u64 = 800;
/// Closes in the order in which they are tried.
const CLOSES: [&str; 5] = ["alternative", "assumptive", "isolation", "summary", "alternative"];
/// Chars that a reply should keep to where the buyer writes short lines.
const SHORT: usize = 56;
const LONG: usize = 108;
/// Chars that the lines of such a buyer have in the mean, at most.
const SHORT_LINES: usize = 17;
/// Chars of a phrase that will do for such a buyer.
const BRIEF: usize = 16;
/// Nearness from which on the buyer's words surely speak of a point.
const PLAIN: u32 = 420;

pub fn act(screen: &Screen<'_>) -> Act {
    let words = screen.unanswered();
    if words.is_empty() {
        return Act::Wait;
    }
    Act::say(filled(screen, &Talk::new(screen, &words).reply()), PAUSE)
}

/// One reply in the making.
struct Talk<'a> {
    screen: &'a Screen<'a>,
    bank: &'static Expert,
    words: &'a str,
    /// The last of the buyer's lines: what wants an answer.
    last: &'a str,
    heard: Heard,
    /// Asks again for what was not answered.
    insists: bool,
    sheet: &'a [Point],
    said: Vec<&'a str>,
    /// What the buyer has told when asked.
    confided: Vec<&'a str>,
    most: usize,
}

impl<'a> Talk<'a> {
    fn new(screen: &'a Screen<'a>, words: &'a str) -> Self {
        let lines: Vec<&str> = screen.talk.iter().filter(|(buyer, _)| *buyer).map(|(_, text)| *text).collect();
        let mean = lines.iter().map(|l| l.chars().count()).sum::<usize>() / lines.len().max(1);
        Self {
            screen,
            bank: &PHRASES.expert,
            words,
            last: words.lines().last().unwrap_or(words),
            insists: contains_any(words, &PHRASES.expert.insists),
            heard: Heard::of(words),
            sheet: screen.points(),
            said: screen.talk.iter().filter(|(buyer, _)| !buyer).map(|(_, text)| *text).collect(),
            confided: confided(screen),
            most: if mean <= SHORT_LINES { SHORT } else { LONG },
        }
    }

    fn reply(&self) -> String {
        let bank = self.bank;
        let goal = self.screen.goal();
        let first = self.screen.turn() == 0;
        let mut parts: Vec<String> = Vec::new();
        if first {
            parts.push(self.phrase("greet", &bank.greet));
        }
        if self.words.contains(bank.machine.as_str()) {
            self.inform(&mut parts, 1);
            parts.push(self.phrase("message", &bank.message));
            return parts.concat();
        }
        if self.settling() {
            return self.settle();
        }
        if goal == Goal::Declined && !self.confided.is_empty() && self.asked() >= 2 {
            return self.phrase("no need", &bank.no_need);
        }
        if goal != Goal::Resolved && goal != Goal::Declined && self.may_close() {
            return self.close();
        }
        let price = self.heard.price && goal == Goal::Deal;
        let mut count = 2;
        if self.heard.demands && !first && !self.said.last().is_some_and(|said| bank.boundary.iter().any(|p| said.contains(start(p)))) {
            parts.push(self.phrase("boundary", &bank.boundary));
            count = 1;
        } else if self.insists {
            parts.push(self.phrase("lead in", &bank.lead_in));
        } else if goal == Goal::Resolved && (self.heard.complains || self.screen.turn() <= 1) {
            parts.push(self.phrase("sorry", &bank.apologise));
        } else if price && self.tried(&bank.offer) == 0 && self.has_room_below() {
            parts.push(self.phrase("offer", &bank.offer));
        } else if price && self.tried(&bank.boundary) == 0 {
            parts.push(self.phrase("boundary", &bank.boundary));
        } else if self.heard.chats && !self.heard.asks {
            parts.push(self.phrase("chat", &bank.chat));
            parts.push(self.phrase("lead back", &bank.lead_back));
            count = 1;
        } else if self.heard.objects || !self.heard.asks && !first {
            parts.push(self.phrase("acknowledge", &bank.acknowledge));
        } else if !first {
            parts.push(self.phrase("lead in", &bank.lead_in));
        }
        let asks_next = self.wants_to_ask() && !self.insists;
        let second = self.ranked().get(1).is_some_and(|(_, near)| *near >= PLAIN) && self.asks();
        self.inform(&mut parts, if first || asks_next && !second { 1 } else { count });
        self.tail(&mut parts, asks_next);
        parts.concat()
    }

    /// What leads on: a question, a remedy, a recommendation, or whether anything else stands in the way.
    fn tail(&self, parts: &mut Vec<String>, asks: bool) {
        let bank = self.bank;
        let turn = self.screen.turn();
        let goal = self.screen.goal();
        if asks && (turn == 0 || self.room(parts)) {
            self.ask(parts);
        } else if goal == Goal::Resolved {
            let tail = if turn % 2 == 1 { &bank.verify } else { &bank.remedy };
            parts.push(self.phrase("remedy", tail));
        } else if goal == Goal::Deal && self.tried(&bank.recommend) == 0 {
            parts.push(self.phrase("recommend", &bank.recommend));
        } else if goal == Goal::Appointment && turn >= 4 && turn.is_multiple_of(2) && self.closes() == 0 {
            parts.push(self.close_phrase("appointment"));
        } else if self.room(parts) && turn.is_multiple_of(2) && goal != Goal::Declined {
            parts.push(self.close_phrase("isolation"));
        }
    }

    fn phrase(&self, purpose: &str, bank: &[String]) -> String {
        let brief: Vec<String> = bank.iter().filter(|p| p.chars().count() <= BRIEF).cloned().collect();
        if self.most == SHORT && !brief.is_empty() {
            return pick(self.screen, purpose, &brief).to_owned();
        }
        pick(self.screen, purpose, bank).to_owned()
    }

    /// Asks for something, with or without a question mark.
    fn asks(&self) -> bool {
        self.heard.asks || self.insists || contains_any(self.last, &self.bank.asks)
    }

    fn room(&self, parts: &[String]) -> bool {
        parts.iter().map(|p| p.chars().count()).sum::<usize>() < self.most
    }

    /// True where the sheet allows a lower price.
    fn has_room_below(&self) -> bool {
        let product = self.screen.product();
        product.floor_price < product.price
    }

    /// Replies ago that these words were said, 1 for the last.
    fn since(&self, words: &str) -> Option<usize> {
        self.said.iter().rev().position(|said| said.contains(words)).map(|ago| ago + 1)
    }

    /// The points by how near they come to what is asked now, to the words before it, and to what was confided.
    fn ranked(&self) -> Vec<(usize, u32)> {
        let mut sum = self.screen.nearness(&self.bare(self.last));
        let mut add = |words: &str, share: u32| {
            if !words.is_empty() {
                sum.iter_mut().zip(self.screen.nearness(&self.bare(words))).for_each(|(sum, near)| *sum += near * share / 100);
            }
        };
        if self.words != self.last {
            add(self.words, 35);
        }
        if self.insists || self.last.chars().count() <= 12 {
            add(self.before(), if self.insists { 80 } else { 45 });
        }
        if self.insists {
            let earlier = self.screen.talk.iter().rev().filter(|(buyer, _)| *buyer).skip(2).take(6);
            earlier.for_each(|(_, text)| add(text, 20));
        }
        let open = if self.asks() { 8 } else { 25 };
        for words in &self.confided {
            add(words, if self.asks() || self.heard.objects { open } else { 70 } / u32::try_from(self.confided.len()).unwrap_or(1));
        }
        let mut ranked: Vec<(usize, u32)> = sum.into_iter().enumerate().collect();
        for (place, near) in &mut ranked {
            *near = match self.since(&self.sheet[*place].text) {
                None => *near,
                Some(1..=2) => 0,
                Some(_) => *near * 45 / 100,
            };
        }
        let delicate = |place: usize| contains_any(&self.sheet[place].text, &self.bank.delicate);
        ranked.retain(|&(place, near)| near > 0 && !delicate(place));
        ranked.sort_by_key(|&(place, near)| (std::cmp::Reverse(near), place));
        ranked
    }

    /// The words without the product's names, which all points have in common.
    fn bare(&self, words: &str) -> String {
        let product = self.screen.product();
        let names = std::iter::once(&product.name).chain(&product.aliases);
        names.filter(|name| name.chars().count() > 2).fold(words.to_owned(), |words, name| words.replace(name.as_str(), ""))
    }

    /// What the buyer said before our last reply.
    fn before(&self) -> &'a str {
        let ours = self.screen.talk.iter().rposition(|(buyer, _)| !buyer).unwrap_or(0);
        self.screen.talk[..ours].iter().rev().find(|(buyer, _)| *buyer).map_or("", |(_, text)| text)
    }

    /// Adds so many points of the sheet, the nearest to what the buyer said first.
    fn inform(&self, parts: &mut Vec<String>, most: usize) {
        for (told, (place, _)) in self.ranked().into_iter().take(most).enumerate() {
            let point = &self.sheet[place];
            let long = parts.iter().map(|p| p.chars().count()).sum::<usize>() + point.text.chars().count() > self.most;
            if told > 0 && long {
                break;
            }
            parts.push(if told == 0 && self.heard.objects {
                self.phrase("evidence", &self.bank.evidence).replace("{a}", &point.text)
            } else {
                format!("{}。", point.text)
            });
            if let Some(benefit) = point.benefit.as_ref().filter(|_| self.most == LONG || !self.wants_to_ask()) {
                parts.push(self.phrase("benefit", &self.bank.benefit).replace("{b}", benefit));
            }
        }
    }

    /// Questions asked so far.
    fn asked(&self) -> usize {
        self.questions().iter().filter(|p| self.since(start(p)).is_some()).count()
    }

    fn questions(&self) -> &'static Bank {
        match self.screen.goal() {
            Goal::Resolved => &self.bank.ask_service,
            Goal::Appointment => &self.bank.ask_meet,
            _ => &self.bank.ask,
        }
    }

    fn wants_to_ask(&self) -> bool {
        let enough = if self.confided.is_empty() { 5 } else { 2 + self.screen.turn() / 5 };
        self.asked() < enough.min(self.questions().len())
    }

    /// Asks about the next topic.
    fn ask(&self, parts: &mut Vec<String>) {
        let bank = self.questions();
        if let Some(question) = bank.iter().find(|p| self.since(start(p)).is_none()) {
            parts.push(question.clone());
        }
    }

    fn may_close(&self) -> bool {
        let turn = self.screen.turn();
        let refused = (1..=2).any(|ago| self.said.len() >= ago && self.is_close(self.said[self.said.len() - ago]));
        let how = contains_any(self.words, &self.bank.how);
        let open = self.asks() && !how || self.heard.objects || self.heard.complains;
        let nothing_named = self.screen.nearest(&self.bare(self.last)).first().is_none_or(|(_, near)| *near < PLAIN);
        let wants = (self.heard.ready || how) && turn >= 2 && !open && nothing_named;
        let led = !self.confided.is_empty() && turn >= 5 && !open && nothing_named;
        wants && self.heard.orders || !refused && (wants || led)
    }

    fn close(&self) -> String {
        let tried = self.closes();
        let technique = match self.screen.goal() {
            Goal::Appointment => "appointment",
            _ if !self.heard.ready && !contains_any(self.words, &self.bank.how) => "isolation",
            _ => CLOSES[tried % CLOSES.len()],
        };
        let best = self.ranked();
        let told = best.first().map_or("", |(place, _)| self.sheet[*place].text.as_str());
        self.close_phrase(technique).replace("{a}", told)
    }

    fn close_phrase(&self, technique: &str) -> String {
        self.bank.close.get(technique).map_or(String::new(), |bank| self.phrase(technique, bank))
    }

    /// Replies with a close so far.
    fn closes(&self) -> usize {
        self.said.iter().filter(|said| self.is_close(said)).count()
    }

    fn is_close(&self, said: &str) -> bool {
        self.bank.close.values().flatten().any(|p| said.contains(start(p)))
    }

    /// How often one of the bank's phrases was said.
    fn tried(&self, bank: &Bank) -> usize {
        bank.iter().filter(|p| self.since(start(p)).is_some()).count()
    }

    /// True where the buyer has agreed to a close of ours, or is content with what was put right.
    fn settling(&self) -> bool {
        let service = self.screen.goal() == Goal::Resolved;
        let mut closed = service && self.screen.turn() >= 3;
        let mut agreed = false;
        for (buyer, text) in &self.screen.talk {
            if *buyer {
                let refuses = contains_any(text, &self.bank.not_yet);
                agreed = !refuses && (agreed || closed && contains_any(text, &self.bank.agrees));
            } else {
                closed = closed || self.is_close(text);
            }
        }
        agreed && !self.heard.complains
    }

    fn settle(&self) -> String {
        let bank = self.bank;
        let meets = self.screen.goal() == Goal::Appointment;
        let steps = if meets { &bank.settle_meet } else { &bank.settle };
        let times = self.tried(steps);
        if times >= steps.len() || times > 0 && (self.heard.leaves || contains_any(self.last, &bank.parting)) {
            return self.phrase("farewell", &bank.farewell);
        }
        let mut parts = Vec::new();
        let plain = self.screen.nearest(&self.bare(self.last)).first().is_some_and(|(_, near)| *near >= PLAIN);
        if plain && times > 0 {
            self.inform(&mut parts, 1);
        }
        parts.push(steps.get(times).cloned().unwrap_or_default());
        parts.concat()
    }
}

fn contains_any(words: &str, list: &[String]) -> bool {
    list.iter().any(|w| words.contains(w.as_str()))
}

/// A phrase's words before its first slot, or after it where those are few.
fn start(phrase: &str) -> &str {
    let longest = phrase.split(['{', '}']).step_by(2).max_by_key(|part| part.chars().count());
    longest.unwrap_or(phrase)
}

/// What the buyer said at some length right after a question of ours.
fn confided<'a>(screen: &'a Screen<'a>) -> Vec<&'a str> {
    let mut asked = false;
    let mut told = Vec::new();
    for (buyer, text) in &screen.talk {
        if *buyer {
            let long = text.chars().filter(|c| c.is_alphanumeric()).count() >= 10;
            if asked && long && !text.ends_with(['?', '？']) {
                told.push(*text);
                asked = false;
            }
        } else {
            asked = text.contains(['?', '？']);
        }
    }
    told
}
