//! Lines from stdin and the time: the wall clock on a terminal, none elsewhere.

use std::io::BufRead;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::i18n::Text;

/// Longest input line that is taken, in bytes; the rest of a longer one is dropped.
const LONGEST_LINE: usize = 1 << 20;

/// What came next.
pub enum Line {
    Text(String),
    /// Not UTF-8, or too long.
    Bad(Text),
    /// The buyer's time has come before any line.
    Due(u64),
    End,
}

/// One line as text. The first may begin with the mark that some systems put before UTF-8.
fn read(bytes: &[u8], first: bool) -> Line {
    if bytes.len() > LONGEST_LINE {
        return Line::Bad(Text::new("line-too-long").with("most", (LONGEST_LINE >> 10) as i64));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text = if first { text.trim_start_matches('\u{feff}') } else { text };
            Line::Text(text.trim_end_matches(['\n', '\r']).to_owned())
        }
        Err(why) => {
            let before = String::from_utf8_lossy(bytes.get(..why.valid_up_to()).unwrap_or_default());
            Line::Bad(Text::new("line-encoding").with("column", before.chars().count() as i64 + 1))
        }
    }
}

/// Reads lines in a thread of its own, so that a waiting buyer can speak meanwhile.
pub struct Clockwork {
    lines: Receiver<Line>,
    began: Option<Instant>,
    /// Session time at `began`, ms.
    offset_ms: u64,
}

impl Clockwork {
    /// With a wall clock (`timed`), or without.
    pub fn new(timed: bool) -> Self {
        let (sender, lines) = channel();
        thread::spawn(move || {
            let mut stdin = std::io::stdin().lock();
            let mut first = true;
            loop {
                let mut bytes = Vec::new();
                let line = match stdin.read_until(b'\n', &mut bytes) {
                    Ok(0) | Err(_) => Line::End,
                    Ok(_) => read(&bytes, std::mem::take(&mut first)),
                };
                let end = matches!(line, Line::End);
                if sender.send(line).is_err() || end {
                    return;
                }
            }
        });
        Self { lines, began: timed.then(Instant::now), offset_ms: 0 }
    }

    /// Session time by the wall clock, ms; None where no clock runs.
    pub fn now_ms(&self) -> Option<u64> {
        let elapsed = self.began?.elapsed().as_millis();
        Some(self.offset_ms.saturating_add(u64::try_from(elapsed).unwrap_or(u64::MAX)))
    }

    /// Waits for a line, at most until `due` by the wall clock. `shown_ms` is the time of what was last shown:
    /// a terminal shows the buyer's line at once, so the clock is set forward to it.
    pub fn next(&mut self, due: Option<u64>, shown_ms: u64) -> Line {
        let Some(now) = self.now_ms() else { return self.lines.recv().unwrap_or(Line::End) };
        if shown_ms > now {
            self.offset_ms += shown_ms - now;
        }
        let Some(due) = due else { return self.lines.recv().unwrap_or(Line::End) };
        let wait = due.saturating_sub(self.now_ms().unwrap_or(due));
        match self.lines.recv_timeout(Duration::from_millis(wait)) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => Line::Due(due),
            Err(RecvTimeoutError::Disconnected) => Line::End,
        }
    }
}
