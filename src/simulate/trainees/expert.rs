//! A good clerk: hears what is wanted, answers from the sheet, asks for the need, closes in time.

use super::super::ear::{Heard, Point};
use super::super::phrases::{PHRASES, filled, pick};
use super::{Act, Screen};
use crate::scenario::format::{Channel, Goal};

const PAUSE: u64 = 800;
/// Topics in the order in which a good clerk asks them; those of the channel's usual talk come first.
const TOPICS: [&str; 14] = [
    "for_whom",
    "worry",
    "reason",
    "usage",
    "condition",
    "experience",
    "decision",
    "plan",
    "recipient",
    "preference",
    "budget",
    "competitor",
    "time",
    "habit",
];
/// Closes in the order in which they are tried.
const CLOSES: [&str; 5] = ["alternative", "summary", "assumptive", "isolation", "testimonial"];
/// Chars that a reply should keep to where the buyer writes short lines.
const SHORT: usize = 58;
const LONG: usize = 95;

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
    words: &'a str,
    heard: Heard,
    sheet: &'a [Point],
    said: Vec<&'a str>,
    most: usize,
}

impl<'a> Talk<'a> {
    fn new(screen: &'a Screen<'a>, words: &'a str) -> Self {
        let lines: Vec<&str> = screen.talk.iter().filter(|(buyer, _)| *buyer).map(|(_, text)| *text).collect();
        let mean = lines.iter().map(|l| l.chars().count()).sum::<usize>() / lines.len().max(1);
        Self {
            screen,
            words,
            heard: Heard::of(words),
            sheet: screen.points(),
            said: screen.talk.iter().filter(|(buyer, _)| !buyer).map(|(_, text)| *text).collect(),
            most: if mean <= 14 { SHORT } else { LONG },
        }
    }

    fn reply(&self) -> String {
        let bank = &PHRASES.expert;
        let mut parts: Vec<String> = Vec::new();
        if self.screen.turn() == 0 {
            parts.push(self.phrase("greet", &bank.greet));
        }
        if self.settling() {
            return self.settle();
        }
        let goal = self.screen.goal();
        if goal == Goal::Declined && self.truth_heard() {
            return self.phrase("no need", &bank.no_need);
        }
        if goal != Goal::Resolved && self.may_close() {
            return self.close();
        }
        if self.heard.complains || goal == Goal::Resolved && self.screen.turn() == 0 {
            parts.push(self.phrase("sorry", &bank.apologise));
            self.inform(&mut parts, 1, "evidence");
            parts.push(self.phrase("remedy", &bank.remedy));
        } else if self.heard.demands && self.heard.objects {
            parts.push(self.phrase("boundary", &bank.boundary));
            self.inform(&mut parts, 1, "evidence");
        } else if self.heard.objects {
            parts.push(self.phrase("acknowledge", &bank.acknowledge));
            self.inform(&mut parts, 1, "evidence");
            if !self.truth_heard() && self.room(&parts) {
                parts.push(self.phrase("probe", &bank.probe));
            } else if self.heard.price && self.times("元一") == 0 {
                parts.push(self.phrase("offer", &bank.offer));
            }
        } else if self.heard.asks {
            parts.push(self.phrase("lead in", &bank.lead_in));
            self.inform(&mut parts, if self.truth_heard() { 2 } else { 1 }, "");
            if !self.truth_heard() {
                self.ask(&mut parts);
            }
        } else if self.heard.chats {
            parts.push(self.phrase("chat", &bank.chat));
            parts.push(self.phrase("lead back", &bank.lead_back));
            self.inform(&mut parts, 1, "");
            if !self.truth_heard() {
                self.ask(&mut parts);
            }
        } else if self.truth_heard() {
            parts.push(self.phrase("acknowledge", &bank.acknowledge));
            self.inform(&mut parts, 2, "evidence");
        } else {
            self.inform(&mut parts, 1, "");
            self.ask(&mut parts);
        }
        parts.concat()
    }

    fn phrase(&self, purpose: &str, bank: &[String]) -> String {
        pick(self.screen, purpose, bank).to_owned()
    }

    fn room(&self, parts: &[String]) -> bool {
        parts.iter().map(|p| p.chars().count()).sum::<usize>() < self.most
    }

    fn times(&self, words: &str) -> usize {
        self.said.iter().filter(|said| said.contains(words)).count()
    }

    /// Adds so many points of the sheet that have not been told yet, the nearest to what the buyer said first.
    fn inform(&self, parts: &mut Vec<String>, most: usize, manner: &str) {
        let bank = &PHRASES.expert;
        let needs = if self.heard.asks { self.words.to_owned() } else { self.screen.buyers_words() };
        let fresh = |place: usize| self.times(&self.sheet[place].text) == 0;
        let asked = self.screen.nearest(self.words).into_iter().filter(|(_, near)| *near > 0);
        let near = asked.chain(self.screen.nearest(&needs)).map(|(place, _)| place).filter(|&place| fresh(place));
        let mut told: Vec<usize> = Vec::new();
        for place in near {
            if told.len() >= most || !self.room(parts) {
                break;
            }
            if told.contains(&place) {
                continue;
            }
            let point = &self.sheet[place];
            let told_as = if manner.is_empty() {
                format!("{}。", point.text)
            } else {
                self.phrase("evidence", &bank.evidence).replace("{a}", &point.text)
            };
            parts.push(told_as);
            if let Some(benefit) = &point.benefit {
                parts.push(self.phrase("benefit", &bank.benefit).replace("{b}", benefit));
            }
            told.push(place);
        }
    }

    /// Asks about the next topic, and says now and then why.
    fn ask(&self, parts: &mut Vec<String>) {
        let bank = &PHRASES.expert;
        let unasked = TOPICS.iter().find(|topic| {
            let phrases = bank.ask.get(**topic).map_or(&[][..], Vec::as_slice);
            !phrases.is_empty() && phrases.iter().all(|p| self.times(p) == 0)
        });
        if let Some(topic) = unasked.and_then(|topic| bank.ask.get(*topic)) {
            parts.push(self.phrase("ask", topic));
            if self.screen.turn().is_multiple_of(3) && self.room(parts) {
                parts.push(self.phrase("why ask", &bank.why_ask));
            }
        }
    }

    /// True where the buyer has answered a question of ours with more than a word.
    fn truth_heard(&self) -> bool {
        let mut asked = false;
        let mut answers = 0;
        for (buyer, text) in &self.screen.talk {
            if *buyer {
                let long = text.chars().filter(|c| c.is_alphanumeric()).count() >= 10;
                answers += usize::from(asked && long && !text.contains(['?', '？']));
            } else {
                asked = text.contains(['?', '？']);
            }
        }
        answers >= 2
    }

    fn may_close(&self) -> bool {
        let open = self.heard.asks || self.heard.objects || self.heard.complains;
        (self.heard.ready && self.screen.turn() >= 2 && !self.heard.objects)
            || (self.truth_heard() && self.screen.turn() >= 5 && !open)
    }

    fn close(&self) -> String {
        let bank = &PHRASES.expert;
        if self.screen.goal() == Goal::Appointment {
            return self.close_phrase("appointment");
        }
        let tried: usize = CLOSES.iter().map(|c| bank.close.get(*c).map_or(0, |b| self.tried(b))).sum();
        let running = self.screen.product().promotion.as_ref();
        let running = running.filter(|p| p.from.as_str() <= self.screen.date() && self.screen.date() <= p.until.as_str());
        let technique = match (tried, running) {
            (2, Some(_)) => "warning",
            _ => CLOSES[tried % CLOSES.len()],
        };
        let needs = self.screen.buyers_words();
        let best = self.screen.nearest(&needs);
        let told = |want_case: bool| best.iter().map(|(i, _)| &self.sheet[*i]).find(|p| p.case == want_case);
        let text = self.close_phrase(technique);
        text.replace("{a}", told(false).map_or("", |p| p.text.as_str()))
            .replace("{case}", told(true).map_or("", |p| p.text.as_str()))
            .replace("{until}", running.map_or("", |p| p.text.as_str()))
    }

    fn close_phrase(&self, technique: &str) -> String {
        PHRASES.expert.close.get(technique).map_or(String::new(), |bank| self.phrase(technique, bank))
    }

    /// How often one of the bank's phrases was said, by the words before its first slot.
    fn tried(&self, bank: &[String]) -> usize {
        let start = |phrase: &String| phrase.split('{').next().unwrap_or_default().to_owned();
        bank.iter().map(start).filter(|s| s.chars().count() >= 3).map(|s| self.times(&s)).sum()
    }

    /// True where the buyer sees to the order after a close of ours, or to the end of a matter put right.
    fn settling(&self) -> bool {
        let bank = &PHRASES.expert;
        let last = self.screen.last_reply();
        let ours = |banks: &mut dyn Iterator<Item = &Vec<String>>| {
            banks.flatten().any(|p| {
                let start = p.split('{').next().unwrap_or_default();
                start.chars().count() >= 3 && last.contains(start)
            })
        };
        let closed = ours(&mut bank.close.values()) || ours(&mut std::iter::once(&bank.settle));
        let content = self.screen.goal() == Goal::Resolved && self.screen.turn() >= 4 && !self.heard.complains;
        (closed || content) && self.heard.orders && !self.heard.objects
            || ours(&mut std::iter::once(&bank.settle)) && !self.heard.objects
    }

    fn settle(&self) -> String {
        let bank = &PHRASES.expert;
        let times = self.tried(&bank.settle);
        if times >= 3 || self.heard.leaves {
            return self.phrase("farewell", &bank.farewell);
        }
        let phrase = bank.settle.get(times % bank.settle.len().max(1)).cloned().unwrap_or_default();
        if self.screen.channel() == Channel::Im || times == 0 { phrase } else { format!("{phrase}您看还有要补充的吗？") }
    }
}
