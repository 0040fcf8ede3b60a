//! A persona has three lines or more for every cue: with fewer, a long talk sounds like a machine.

use crate::diagnostic::Severity;
use crate::i18n::Text;
use crate::scenario::findings::{Report, View};
use crate::scenario::format::LineCue;
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Warning;

const ENOUGH: usize = 3;

pub fn check(view: &View<'_>, report: &mut Report) {
    let View::Persona(persona) = view else { return };
    for cue in LineCue::ALL {
        let name = format!("{cue:?}");
        let lines = persona.voice.get(&cue);
        let found = lines.map_or(0, Vec::len);
        // No line at all in a list that is there is an error of its own.
        if found < ENOUGH && lines.is_none_or(|lines| !lines.is_empty()) {
            let voice = Route::new("voice");
            let route = if lines.is_some() { voice.field(&name) } else { voice };
            report
                .add(route)
                .with("cue", name)
                .with("found", found as i64)
                .helped(Text::new("diag-thin-voice-help").with("enough", ENOUGH as i64));
        }
    }
}
