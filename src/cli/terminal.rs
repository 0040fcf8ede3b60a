//! The talk on a terminal: briefing, bubbles as lines, the prompt.

use super::{Failure, Output, play};
use crate::engine::{Event, Timing};
use crate::i18n::Text;
use crate::scenario::Scenario;
use crate::session::Session;

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
