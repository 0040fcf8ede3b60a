//! The talk on a terminal: briefing, bubbles as lines, the prompt.

use std::io::IsTerminal;

use super::play::{self, Options};
use super::{Failure, Output};
use crate::engine::{Event, Timing};
use crate::i18n::Text;
use crate::scenario::Scenario;
use crate::session::Session;
use crate::store::Library;

/// The game without a window: asks for the scenario and plays it. Where nobody sits at the terminal, the first
/// scenario is played with one reply a line.
pub fn play_game(library: &Library, out: &mut Output<'_>) -> Result<(), Failure> {
    let entries = library.scenarios();
    let Some(first) = entries.first() else { return Err(Failure::FoundWith(Text::new("play-no-scenarios"))) };
    let mut options = Options { seed: play::PREPARED_SEED, ..Options::default() };
    if !std::io::stdin().is_terminal() {
        return play::play(first.scenario.clone(), &options, out);
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
            return play::play(entry.scenario.clone(), &options, out);
        }
    }
}

/// The briefing before the talk.
pub fn brief(scenario: &Scenario, out: &mut Output<'_>) -> Result<(), Failure> {
    let (file, product) = (&scenario.file, &scenario.product);
    let locale = out.locale;
    let heading = |id: &str| locale.tr(id);
    out.line(&format!("━━ {} ━━ {}", file.title, file.tagline))?;
    out.line(&format!("{}  {}", heading("brief-role"), file.role))?;
    out.line(&format!("{}  {}", heading("brief-persona"), scenario.persona.about))?;
    for goal in &file.goals {
        out.line(&format!("{}  {goal}", heading("brief-goal")))?;
    }
    let price = Text::new("brief-price")
        .with("price", product.price.to_string())
        .with("floor", product.floor_price.to_string())
        .with("unit", product.unit.as_str());
    out.line(&format!("{}  {} · {}", heading("brief-product"), product.name, locale.render(&price)))?;
    for fact in &product.facts {
        out.line(&format!("    · {}", fact.text))?;
    }
    if let Some(promotion) = &product.promotion {
        out.line(&format!("    · {}", promotion.text))?;
    }
    if !product.never_say.is_empty() {
        out.line(&format!("{}  {}", heading("brief-never-say"), product.never_say.join("、")))?;
    }
    let steps: Vec<&str> = scenario.script.steps.iter().map(|s| s.name.as_str()).collect();
    out.line(&format!("{}  {}", heading("brief-script"), steps.join(" → ")))?;
    out.line(&locale.tr("brief-how"))?;
    out.line("")
}

/// One event as a line, where it is one for the trainee to see.
pub fn show(session: &Session, event: &Event, out: &mut Output<'_>) -> Result<(), Failure> {
    match event {
        Event::AutoReplied { text, .. } => {
            let label = out.locale.tr("talk-auto-reply");
            out.line(&format!("[{label}] {text}"))
        }
        Event::BuyerSaid { text, at_ms, .. } => {
            let name = &session.scenario().file.customer.name;
            let state = session.state();
            let patience = (state.patience.max(0) as usize).div_ceil(200);
            let incense = format!("{}{}", "▮".repeat(patience.min(5)), "▯".repeat(5 - patience.min(5)));
            out.line(&format!("{}  {incense}  {name}:{text}", clock(*at_ms)))
        }
        Event::CloseTried { timing: Timing::Early, .. } => out.say(&Text::new("talk-early-close")),
        Event::Over { outcome, .. } => {
            let outcome = play::outcome_text(*outcome);
            let text = Text::new("talk-over").with("outcome", outcome);
            let line = out.locale.render(&text);
            out.line("")?;
            out.line(&line)
        }
        _ => Ok(()),
    }
}

/// The sign that a reply is awaited; on stderr, so that stdout holds the talk alone.
pub fn prompt(out: &mut Output<'_>) -> Result<(), Failure> {
    write!(out.messages, "› ")?;
    Ok(out.messages.flush()?)
}

/// Session time as minutes and seconds.
fn clock(at_ms: u64) -> String {
    format!("{:02}:{:02}", at_ms / 60_000, at_ms / 1000 % 60)
}
