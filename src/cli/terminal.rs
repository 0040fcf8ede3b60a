//! The talk on a terminal: briefing, bubbles as lines, the prompt.

use std::io::IsTerminal;
use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use super::play::{self, Options};
use super::{Failure, Output};
use crate::analysis::Analyser;
use crate::engine::{Event, Timing};
use crate::i18n::{Locale, Text};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::store::Library;

/// The game without a window: asks for the scenario and plays it. Where nobody sits at the terminal, the first
/// scenario is played with one reply a line.
pub fn play_game(library: &Library, analyser: Analyser, out: &mut Output<'_>) -> Result<(), Failure> {
    let entries = library.scenarios();
    let Some(first) = entries.first() else { return Err(Failure::FoundWith(Text::new("play-no-scenarios"))) };
    let mut options = Options { seed: play::PREPARED_SEED, ..Options::default() };
    if !std::io::stdin().is_terminal() {
        return play::play(first.scenario.clone(), &options, Arc::new(analyser), out);
    }
    options.seed = play::fresh_seed();
    for (at, entry) in entries.iter().enumerate() {
        let (file, persona) = (&entry.scenario.file, &entry.scenario.persona.name);
        out.line(&format!("{:>3}  {} · {persona} — {}", at + 1, file.title, file.tagline))?;
    }
    loop {
        out.say(&Text::new("talk-choose").with("last", entries.len() as i64))?;
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line)? == 0 {
            return Ok(());
        }
        let chosen = line.trim().parse::<usize>().ok().and_then(|n| entries.get(n.checked_sub(1)?));
        if let Some(entry) = chosen.or_else(|| entries.iter().find(|e| e.scenario.id() == line.trim())) {
            return play::play(entry.scenario.clone(), &options, Arc::new(analyser), out);
        }
    }
}

/// The briefing before the talk.
pub fn brief(scenario: &Scenario, out: &mut Output<'_>) -> Result<(), Failure> {
    let (file, product) = (&scenario.file, &scenario.product);
    let (locale, ink) = (out.locale, Ink::of_stdout());
    let ids = ["brief-role", "brief-persona", "brief-goal", "brief-product", "brief-never-say", "brief-script"];
    let width = ids.map(|id| locale.tr(id).width()).into_iter().max().unwrap_or_default();
    let heading = |id: &str| {
        let name = locale.tr(id);
        format!("{}{}", ink.faint(&name), " ".repeat(width - name.width() + 2))
    };
    let indent = " ".repeat(width + 2);
    out.line(&format!("━━ {} ━━ {}", ink.bold(&file.title), file.tagline))?;
    out.line(&format!("{}{}", heading("brief-role"), file.role))?;
    let customer = [file.customer.name.as_str(), &scenario.persona.name, &file.customer.region];
    let customer: Vec<&str> = customer.into_iter().filter(|part| !part.is_empty()).collect();
    out.line(&format!("{}{}", heading("brief-persona"), customer.join(" · ")))?;
    out.line(&format!("{indent}{}", scenario.persona.about))?;
    if !file.customer.note.is_empty() {
        out.line(&format!("{indent}{}", file.customer.note))?;
    }
    for order in &file.customer.history {
        out.line(&format!("{indent}· {order}"))?;
    }
    for (at, goal) in file.goals.iter().enumerate() {
        let before = if at == 0 { heading("brief-goal") } else { indent.clone() };
        out.line(&format!("{before}{}. {goal}", at + 1))?;
    }
    let price = Text::new("brief-price")
        .with("price", product.price.to_string())
        .with("floor", product.floor_price.to_string())
        .with("unit", product.unit.as_str());
    let price = locale.render(&price);
    out.line(&format!("{}{} · {price}", heading("brief-product"), ink.bold(&product.name)))?;
    for fact in &product.facts {
        out.line(&format!("{indent}· {}", fact.text))?;
    }
    if let Some(promotion) = &product.promotion {
        out.line(&format!("{indent}· {}", promotion.text))?;
    }
    if !product.never_say.is_empty() {
        out.line(&format!("{}{}", heading("brief-never-say"), product.never_say.join("、")))?;
    }
    let steps: Vec<&str> = scenario.script.steps.iter().map(|s| s.name.as_str()).collect();
    out.line(&format!("{}{}", heading("brief-script"), steps.join(" → ")))?;
    out.line("")?;
    if std::io::stdin().is_terminal() {
        out.line(&ink.faint(&locale.tr("brief-how")))?;
        out.line("")?;
    }
    Ok(())
}

/// One event as a line, where it is one for the trainee to see. `felt` is the buyer's mood and patience as they were
/// when it happened, per mille.
pub fn show(session: &Session, event: &Event, felt: (i32, i32), out: &mut Output<'_>) -> Result<(), Failure> {
    let ink = Ink::of_stdout();
    match event {
        Event::AutoReplied { text, .. } => {
            let label = out.locale.tr("talk-auto-reply");
            out.line(&ink.faint(&format!("[{label}] {text}")))
        }
        Event::TraineeSaid { text, at_ms, .. } if !std::io::stdin().is_terminal() => {
            // On a terminal it stands there as it was typed.
            let said = said(out.locale.tr("talk-you"), text, out.locale);
            out.line(&format!("{}  {said}", ink.faint(&clock(*at_ms))))
        }
        Event::BuyerSaid { text, at_ms, .. } => {
            let name = &session.scenario().file.customer.name;
            let mood = out.locale.tr(mood(felt.0));
            let before = format!("{}  {} {mood}", clock(*at_ms), incense(felt.1));
            let said = said(ink.bold(name), text, out.locale);
            out.line(&format!("{}  {said}", ink.faint(&before)))
        }
        Event::CloseTried { timing: Timing::Early, .. } => {
            let hint = out.locale.tr("talk-early-close");
            out.line(&ink.faint(&hint))
        }
        Event::Over { outcome, at_ms, .. } => {
            let text = Text::new("talk-over").with("outcome", play::outcome_text(*outcome)).with("time", clock(*at_ms));
            let line = out.locale.render(&text);
            out.line("")?;
            out.line(&ink.bold(&line))?;
            out.line("")
        }
        _ => Ok(()),
    }
}

/// The sign that a reply is awaited; on stderr, so that stdout holds the talk alone.
pub fn prompt(out: &mut Output<'_>) -> Result<(), Failure> {
    write!(out.messages, "› ")?;
    Ok(out.messages.flush()?)
}

/// Leaves the line of the prompt, with what may have been typed there, for the buyer's words.
pub fn leave_prompt(out: &mut Output<'_>) -> Result<(), Failure> {
    Ok(writeln!(out.messages)?)
}

/// After the scorecard: how to have the same talk again.
pub fn goodbye(session: &Session, out: &mut Output<'_>) -> Result<(), Failure> {
    writeln!(out.messages)?;
    let (id, seed) = (session.scenario().id(), session.seed().to_string());
    out.say(&Text::new("talk-again").with("id", id).with("seed", seed))
}

fn said(name: String, text: &str, locale: Locale) -> String {
    locale.render(&Text::new("talk-line").with("name", name).with("text", text))
}

/// Patience as five sticks of incense, burnt ones empty.
fn incense(patience: i32) -> String {
    let left = usize::try_from(patience.clamp(0, 1000)).unwrap_or_default().div_ceil(200);
    format!("{}{}", "▮".repeat(left), "▯".repeat(5 - left))
}

/// The mood in a word.
fn mood(mood: i32) -> &'static str {
    match mood {
        ..-500 => "talk-mood-angry",
        -500..-150 => "talk-mood-uneasy",
        -150..=150 => "talk-mood-calm",
        151..=500 => "talk-mood-fine",
        _ => "talk-mood-glad",
    }
}

/// Session time as minutes and seconds.
fn clock(at_ms: u64) -> String {
    format!("{:02}:{:02}", at_ms / 60_000, at_ms / 1000 % 60)
}

/// Emphasis on a terminal; plain text elsewhere.
struct Ink(bool);

impl Ink {
    fn of_stdout() -> Self {
        Self(std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none())
    }

    fn bold(&self, text: &str) -> String {
        self.style("1", text)
    }

    fn faint(&self, text: &str) -> String {
        self.style("2", text)
    }

    fn style(&self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
