//! A middling clerk: has good moments, else answers, sometimes listens, closes now and then, often late.

use super::super::ear::Heard;
use super::super::phrases::{PHRASES, chance, filled, pick};
use super::{Act, Screen, expert};
use crate::scenario::format::Goal;

const PAUSE: u64 = 4_000;
/// How often, per mille, such a one says just what a good clerk would say.
const GOOD_MOMENTS: u32 = 220;

pub fn act(screen: &Screen<'_>) -> Act {
    let bank = &PHRASES.average;
    let words = screen.unanswered();
    if words.is_empty() {
        return Act::Wait;
    }
    if chance(screen, "average has a good moment", GOOD_MOMENTS) {
        return match expert::act(screen) {
            Act::Say { text, .. } => Act::say(text, PAUSE),
            Act::Wait => Act::Wait,
        };
    }
    let heard = Heard::of(&words);
    let mut said = String::new();
    if screen.turn() == 0 {
        said.push_str(pick(screen, "average greet", &bank.greet));
    }
    let service = screen.goal() == Goal::Resolved;
    if heard.orders && screen.turn() > 4 && chance(screen, "average settles", 800) {
        let settle = if chance(screen, "average says goodbye", 300) { &bank.farewell } else { &bank.settle };
        said.push_str(pick(screen, "average settle", settle));
    } else if !service && heard.ready && !heard.asks && chance(screen, "average closes", 650) {
        said.push_str(pick(screen, "average close", &bank.close));
    } else if heard.complains || service && heard.objects {
        said.push_str(pick(screen, "average sorry", &bank.apologise));
        said.push_str(pick(screen, "average remedy", &bank.remedy));
    } else if heard.demands && chance(screen, "average refuses", 600) {
        said.push_str(pick(screen, "average boundary", &bank.boundary));
    } else if heard.asks || heard.objects {
        informed(screen, &words, &heard, &mut said);
    } else if chance(screen, "average asks", 550) {
        if heard.chats {
            said.push_str(pick(screen, "average chat", &bank.chat));
        }
        said.push_str(pick(screen, "average ask", &bank.ask));
    } else if !service && chance(screen, "average tries", 350) {
        said.push_str(pick(screen, "average close", &bank.close));
    } else {
        informed(screen, &words, &heard, &mut said);
    }
    Act::say(filled(screen, &said), PAUSE)
}

fn informed(screen: &Screen<'_>, words: &str, heard: &Heard, said: &mut String) {
    let bank = &PHRASES.average;
    if heard.objects && chance(screen, "average understands", 600) {
        said.push_str(pick(screen, "average acknowledge", &bank.acknowledge));
    } else {
        said.push_str(pick(screen, "average lead in", &bank.lead_in));
    }
    if heard.price && chance(screen, "average gives way", 500) {
        said.push_str(pick(screen, "average offer", &bank.offer));
        return;
    }
    let sheet = screen.points();
    let spoken: Vec<&str> = screen.talk.iter().filter(|(buyer, _)| !buyer).map(|(_, text)| *text).collect();
    let fresh = |place: usize| spoken.iter().all(|said| !said.contains(&sheet[place].text));
    let order = screen.nearest(words);
    let near = order.into_iter().find(|(place, _)| fresh(*place));
    match near.filter(|_| chance(screen, "average knows", 780)) {
        Some((place, _)) => {
            said.push_str(&pick(screen, "average evidence", &bank.evidence).replace("{a}", &sheet[place].text));
        }
        None => said.push_str(pick(screen, "average vague", &bank.vague)),
    }
}
