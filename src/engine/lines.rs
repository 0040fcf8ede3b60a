//! Which authored line the buyer says: drawn by seed, never twice in a session, slots filled.

use super::rng;
use super::state::State;
use crate::scenario::Scenario;
use crate::scenario::format::LineCue;

/// What a line is recognised by: its letters, digits and Chinese characters without final particles,
/// so that punctuation, particles and emoji make no difference.
pub fn line_key(line: &str) -> String {
    const PARTICLES: &str = "啊呀呢吧哦嘛哈啦呗哎唉嗯哟噢喔欸诶";
    line.chars().filter(|c| c.is_alphanumeric() && !PARTICLES.contains(*c)).collect()
}

/// A line chosen: as authored (to be marked as used) and as said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub authored: String,
    pub said: String,
}

/// Draws an unused line of the bank whose slots can be filled; None where the bank has run dry.
pub fn choose(scenario: &Scenario, state: &State, seed: u64, purpose: &str, bank: &[String]) -> Option<Chosen> {
    let fit: Vec<Chosen> = bank
        .iter()
        .filter(|line| !state.drawn.contains(&line_key(line)))
        .filter_map(|line| fill(scenario, state, line).map(|said| Chosen { authored: line.clone(), said }))
        .collect();
    let at = rng::draw(seed, &format!("line {purpose} {}", state.turns), fit.len());
    fit.into_iter().nth(at)
}

/// The lines for a cue: the scenario's own where it has any, else the persona's.
pub fn bank(scenario: &Scenario, cue: LineCue) -> &[String] {
    let own = scenario.file.voice.get(&cue).filter(|lines| !lines.is_empty());
    own.or_else(|| scenario.persona.voice.get(&cue)).map_or(&[], Vec::as_slice)
}

/// Fills `{product}`, `{price}` and `{offer}`; None where a slot has nothing to be filled with.
fn fill(scenario: &Scenario, state: &State, line: &str) -> Option<String> {
    if !line.contains('{') {
        return Some(line.to_owned());
    }
    let product = scenario.product.aliases.first().unwrap_or(&scenario.product.name);
    let mut said = line.replace("{product}", product).replace("{price}", &scenario.product.price.to_string());
    if let Some(offer) = state.offered {
        said = said.replace("{offer}", &offer.to_string());
    }
    (!said.contains('{')).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_particles_and_emoji_make_no_new_line() {
        for (a, b) in [("在吗?", "在吗??😂"), ("快点啊", "快点"), ("太贵了吧!", "太贵了")] {
            assert_eq!(line_key(a), line_key(b), "{a} {b}");
        }
        assert_ne!(line_key("太贵了"), line_key("不贵"));
    }
}
