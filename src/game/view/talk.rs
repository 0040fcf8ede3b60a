//! The talk as it stands at a moment: what was said by then, how the buyer feels, what time was taken.

use super::briefing::{CustomerCard, price_line};
use super::words;
use crate::engine::{Event, Outcome};
use crate::game::theme::Tint;
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::scenario::format::Channel;

/// Silence after which a time line stands between two lines of the chat, in ms.
const TIME_LINE_MS: u64 = 60_000;

/// Everything on the talk screen.
#[derive(Clone, Debug)]
pub struct TalkView {
    pub locale: Locale,
    pub title: String,
    pub channel: Channel,
    pub customer: CustomerCard,
    pub persona: String,
    pub persona_tint: Tint,
    /// 0–1.
    pub patience: f32,
    /// −1–1.
    pub mood: f32,
    pub mood_word: (String, Tint),
    /// The buying signal in words, where one was given.
    pub signal: Option<String>,
    pub script: String,
    pub steps: Vec<StepChip>,
    pub lines: Vec<Line>,
    /// "林小姐正在输入", while a line of the buyer is on its way.
    pub typing: Option<String>,
    /// How it ended, once that can be seen.
    pub over: Option<Ending>,
    pub times: Times,
    pub sheet: SheetView,
    pub phrases: Vec<PhraseView>,
    pub faq: Vec<(String, String)>,
    /// True where this is another try from a turn of an earlier talk.
    pub rewound_to: Option<usize>,
    /// Something that the trainee should know: the talk could not be saved.
    pub problem: Option<String>,
}

/// One step of the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepChip {
    pub name: String,
    pub hint: String,
    pub met: bool,
}

/// One row of the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A date or time in the middle.
    Time(String),
    Buyer(String),
    Trainee {
        text: String,
        caption: Vec<(String, Tint)>,
    },
    /// The shop's robot, with its name.
    Robot {
        text: String,
        title: String,
    },
    /// Something that happened.
    Note(String, Tint),
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub outcome: String,
    pub goal_met: bool,
}

/// The clocks of the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Since the talk began, in ms.
    pub elapsed_ms: u64,
    /// In words, with its tint.
    pub first: Option<(String, Tint)>,
    pub average: Option<(String, Tint)>,
}

/// The product sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetView {
    pub name: String,
    pub price: String,
    pub facts: Vec<String>,
    /// Feature and benefit.
    pub features: Vec<(String, String)>,
    pub promotion: Option<String>,
    pub cases: Vec<String>,
    /// Name and what is known.
    pub competitors: Vec<(String, String)>,
    pub never_say: String,
}

/// A quick phrase with its slots filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseView {
    /// "/1".
    pub code: String,
    pub title: String,
    pub text: String,
}

impl TalkView {
    /// The view at `now_ms` of session time. `met` says of each step of the script whether it has been met.
    pub fn of(locale: Locale, scenario: &Scenario, events: &[Event], now_ms: u64, met: &[bool]) -> Self {
        let file = &scenario.file;
        let mut view = Self {
            locale,
            title: file.title.clone(),
            channel: file.channel,
            customer: CustomerCard::of(locale, &file.customer),
            persona: scenario.persona.name.clone(),
            persona_tint: words::persona_tint(&scenario.persona.id),
            patience: 1.0,
            mood: 0.0,
            mood_word: words::mood(locale, scenario.persona.temper.mood),
            signal: None,
            script: scenario.script.name.clone(),
            steps: steps(scenario, met),
            lines: opening_lines(locale, scenario),
            typing: None,
            over: None,
            times: Times { elapsed_ms: now_ms, ..Times::default() },
            sheet: sheet(locale, scenario),
            phrases: phrases(scenario),
            faq: faq(scenario),
            rewound_to: None,
            problem: None,
        };
        view.feel(scenario.persona.temper.mood, scenario.persona.temper.patience);
        view.replay(scenario, events, now_ms);
        view
    }

    fn feel(&mut self, mood: i32, patience: i32) {
        self.mood = mood as f32 / 1000.0;
        self.patience = patience as f32 / 1000.0;
        self.mood_word = words::mood(self.locale, mood);
    }

    fn replay(&mut self, scenario: &Scenario, events: &[Event], now_ms: u64) {
        let mut last_ms = 0;
        let mut asked = String::new();
        let mut latencies = Vec::new();
        for event in events {
            match event {
                Event::BuyerSaid { at_ms, .. } if *at_ms > now_ms => {
                    self.typing = Some(self.typing_line());
                    // What follows a line on its way has not happened yet for those who watch.
                    break;
                }
                Event::BuyerSaid { at_ms, text, .. } => {
                    self.stamp(&mut last_ms, *at_ms);
                    self.lines.push(Line::Buyer(text.clone()));
                    asked.push_str(text);
                }
                Event::AutoReplied { at_ms, text } => {
                    self.stamp(&mut last_ms, *at_ms);
                    let title = self.locale.tr("game-robot");
                    self.lines.push(Line::Robot { text: text.clone(), title });
                }
                Event::TraineeSaid { at_ms, latency_ms, text, reading, .. } => {
                    self.stamp(&mut last_ms, *at_ms);
                    let mut caption = Vec::new();
                    if let Some(latency) = latency_ms {
                        let beyond = words::beyond_fair(&scenario.file.bands, *latency, &asked, text);
                        latencies.push((*latency, beyond));
                        caption.push((words::duration(self.locale, *latency), Tint::Plain));
                    }
                    caption.extend(words::labels(self.locale, &reading.labels));
                    self.lines.push(Line::Trainee { text: text.clone(), caption });
                    asked.clear();
                }
                Event::Felt { at_ms, mood, patience, .. } if *at_ms <= now_ms => self.feel(*mood, *patience),
                Event::SignalGiven { at_ms } if *at_ms <= now_ms => {
                    self.signal = Some(self.locale.tr("game-signal-given"));
                }
                Event::Agreed { .. } => self.signal = Some(self.locale.tr("game-signal-agreed")),
                Event::Over { at_ms, outcome, goal_met } if *at_ms <= now_ms => self.end(*outcome, *goal_met),
                _ => {}
            }
        }
        self.times.first = latencies.first().map(|(raw, beyond)| {
            let bands = &scenario.file.bands;
            let tint = words::band_tint(*beyond, bands.first_full_ms, bands.first_none_ms);
            (words::duration(self.locale, *raw), tint)
        });
        if !latencies.is_empty() {
            let mean = |pick: fn(&(u64, u64)) -> u64| latencies.iter().map(pick).sum::<u64>() / latencies.len() as u64;
            let bands = &scenario.file.bands;
            let tint = words::band_tint(mean(|l| l.1), bands.average_full_ms, bands.average_none_ms);
            self.times.average = Some((words::duration(self.locale, mean(|l| l.0)), tint));
        }
    }

    /// A time line where it was quiet for long.
    fn stamp(&mut self, last_ms: &mut u64, at_ms: u64) {
        if at_ms.saturating_sub(*last_ms) >= TIME_LINE_MS {
            self.lines.push(Line::Time(words::clock(at_ms)));
        }
        *last_ms = at_ms;
    }

    fn typing_line(&self) -> String {
        let id = format!("game-typing-{}", self.channel.id());
        self.locale.render(&Text::new(id).with("name", self.customer.name.clone()))
    }

    fn end(&mut self, outcome: Outcome, goal_met: bool) {
        let words = words::outcome(self.locale, outcome);
        self.lines.push(Line::Note(words.clone(), if goal_met { Tint::Jade } else { Tint::Gold }));
        self.over = Some(Ending { outcome: words, goal_met });
    }
}

fn opening_lines(locale: Locale, scenario: &Scenario) -> Vec<Line> {
    let id = format!("game-opened-{}", scenario.file.channel.id());
    let opened = Text::new(id).with("name", scenario.file.customer.name.clone());
    vec![Line::Time(scenario.file.date.clone()), Line::Note(locale.render(&opened), Tint::Plain)]
}

fn steps(scenario: &Scenario, met: &[bool]) -> Vec<StepChip> {
    let chip = |(at, step): (usize, &crate::scenario::format::ScriptStep)| StepChip {
        name: step.name.clone(),
        hint: step.hint.clone(),
        met: met.get(at).copied().unwrap_or(false),
    };
    scenario.script.steps.iter().enumerate().map(chip).collect()
}

fn sheet(locale: Locale, scenario: &Scenario) -> SheetView {
    let product = &scenario.product;
    SheetView {
        name: product.name.clone(),
        price: price_line(locale, scenario),
        facts: product.facts.iter().map(|f| f.text.clone()).collect(),
        features: product.features.iter().map(|f| (f.text.clone(), f.benefit.clone())).collect(),
        promotion: product.promotion.as_ref().map(|p| p.text.clone()),
        cases: product.cases.iter().map(|c| c.text.clone()).collect(),
        competitors: product.competitors.iter().map(|c| (c.name.clone(), c.facts.join(";"))).collect(),
        never_say: product.never_say.join("、"),
    }
}

fn phrases(scenario: &Scenario) -> Vec<PhraseView> {
    let fill = |text: &str| {
        text.replace("{name}", &scenario.file.customer.name)
            .replace("{product}", &scenario.product.name)
            .replace("{price}", &scenario.product.price.to_string())
    };
    let quick = scenario.phrases.iter().flat_map(|p| &p.quick);
    quick.map(|q| PhraseView { code: q.code.clone(), title: q.title.clone(), text: fill(&q.text) }).collect()
}

fn faq(scenario: &Scenario) -> Vec<(String, String)> {
    let faq = scenario.phrases.iter().flat_map(|p| &p.faq);
    faq.map(|f| (f.question.clone(), f.answer.clone())).collect()
}
