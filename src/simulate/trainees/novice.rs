//! A beginner in the first week: vague, unsure, seldom a fact, no technique.

use super::super::ear::Heard;
use super::super::phrases::{PHRASES, chance, filled, pick};
use super::{Act, Screen};

const PAUSE: u64 = 9_000;

pub fn act(screen: &Screen<'_>) -> Act {
    let bank = &PHRASES.novice;
    let words = screen.unanswered();
    if words.is_empty() {
        return Act::Wait;
    }
    let heard = Heard::of(&words);
    let mut said = String::new();
    if screen.turn() == 0 {
        said.push_str(pick(screen, "novice greet", &bank.greet));
        said.push(' ');
    }
    if heard.complains && chance(screen, "novice sorry", 400) {
        said.push_str(pick(screen, "novice sorry", &bank.sorry));
    } else if (heard.asks || heard.objects) && chance(screen, "novice knows", 350) {
        let sheet = screen.points();
        if let Some((place, _)) = screen.nearest(&words).first().copied().filter(|(_, near)| *near > 0) {
            said.push_str(&pick(screen, "novice answer", &bank.answer).replace("{a}", &sheet[place].text));
        }
    } else if chance(screen, "novice pushes", 200) {
        said.push_str(pick(screen, "novice push", &bank.push));
    } else if heard.nods {
        said.push_str(pick(screen, "novice filler", &bank.filler));
    }
    if said.trim().is_empty() || screen.turn() == 0 && said.chars().count() < 8 {
        said.push_str(pick(screen, "novice vague", &bank.vague));
    }
    Act::say(filled(screen, &said), PAUSE)
}
