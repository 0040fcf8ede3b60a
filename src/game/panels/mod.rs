//! Panels: pure egui. A view model goes in, intents come out; no queries, no globals.

pub mod briefing;
pub mod debrief;
pub mod home;
pub mod keys;
pub mod nav;
pub mod notice;
pub mod records;
pub mod talk;

/// What the user wants; only the bridge acts on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// To the list of scenarios.
    ShowHome,
    /// To the saved talks.
    ShowRecords,
    /// To the briefing of this scenario.
    Choose(String),
    /// To the talk that was briefed.
    Begin,
    /// On with the saved talk that was left while it ran.
    Resume(String),
    /// This reply is said.
    Send(String),
    /// The trainee ends the talk.
    Finish,
    /// To the debrief of the talk that is over.
    ShowDebrief,
    /// Back to the moment before the reply of this turn, 0-based.
    Rewind(usize),
    /// The same scenario once more.
    Again,
    /// To the debrief of this saved talk.
    OpenRecord(String),
    /// What the notice says has been read.
    CloseNotice,
    /// From day to night or back.
    SwitchTheme,
}
