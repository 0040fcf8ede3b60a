//! Where the trainee writes: Enter sends, Shift+Enter breaks the line, `/` finds prepared sentences.

use bevy_egui::egui::text::{CCursor, CCursorRange, LayoutJob};
use bevy_egui::egui::text_edit::TextEditState;
use bevy_egui::egui::{
    Align, Event, Frame, Id, ImeEvent, Key, KeyboardShortcut, Layout, Margin, Modifiers, Panel, ScrollArea, Stroke,
    StrokeKind, TextBuffer, TextEdit, Ui, vec2,
};

use super::sheet;
use crate::game::panels::{Intent, keys};
use crate::game::theme::widgets::{blend, button, text};
use crate::game::theme::{Palette, fonts, space};
use crate::game::view::TalkView;
use crate::game::view::talk::{Ending, PhraseView};

/// The longest draft that is taken, in chars.
const LONGEST: usize = 12_000;

/// What the list over the composer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Phrases,
    Faq,
}

/// The draft and what belongs to it.
#[derive(Clone, Debug, Default)]
pub struct Composer {
    pub draft: String,
    /// An input method is putting a word together.
    composing: bool,
    list: Option<List>,
    /// The row of the list that Enter takes.
    chosen: usize,
    /// The slash that Escape has been pressed on; the list stays closed until the draft changes.
    dismissed: Option<String>,
    /// Something was put into the draft: the caret belongs at its end.
    to_end: bool,
}

/// A row of the list: code, title, what is inserted.
type Row<'a> = (Option<&'a str>, &'a str, &'a str);

impl Composer {
    /// Puts a prepared sentence where the draft ends; a draft that only searched for it is replaced.
    pub fn insert(&mut self, sentence: &str) {
        if self.draft.starts_with('/') && !self.draft.contains(char::is_whitespace) {
            self.draft.clear();
        }
        self.draft.push_str(sentence);
        self.list = None;
        self.chosen = 0;
        self.to_end = true;
    }

    /// The rows to choose from now; empty where no list is open.
    fn rows<'a>(&self, view: &'a TalkView) -> Vec<Row<'a>> {
        if self.searches() {
            let found = view.phrases.iter().filter(|p| found_by(p, &self.draft));
            return found.map(|p| (Some(p.code.as_str()), p.title.as_str(), p.text.as_str())).collect();
        }
        match self.list {
            Some(List::Phrases) => {
                view.phrases.iter().map(|p| (Some(p.code.as_str()), p.title.as_str(), p.text.as_str())).collect()
            }
            Some(List::Faq) => view.faq.iter().map(|(q, a)| (None, q.as_str(), a.as_str())).collect(),
            None => Vec::new(),
        }
    }

    fn searches(&self) -> bool {
        self.draft.starts_with('/')
            && !self.composing
            && !self.draft.contains('\n')
            && self.dismissed.as_ref() != Some(&self.draft)
    }
}

/// True where the draft "/1" or "/发货" finds the phrase by its code or title.
fn found_by(phrase: &PhraseView, draft: &str) -> bool {
    phrase.code.starts_with(draft) || draft.strip_prefix('/').is_some_and(|word| phrase.title.contains(word))
}

pub fn ui(ui: &mut Ui, view: &TalkView, state: &mut Composer, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).inner_margin(Margin { left: 20, right: 20, top: 9, bottom: 16 });
    let height = if view.over.is_some() { 76.0 } else { 133.0 };
    let panel = Panel::bottom("talk-composer").exact_size(height).resizable(false).show_separator_line(false);
    let shown = panel.frame(frame).show(ui, |ui| match &view.over {
        Some(ending) => over(ui, view, ending, intents),
        None => write(ui, view, state, intents),
    });
    let edge = shown.response.rect;
    ui.painter().hline(edge.x_range(), edge.top() + 0.5, Stroke::new(1.0, palette.line));
    if view.over.is_none() {
        list(ui, view, state);
    }
}

fn over(ui: &mut Ui, view: &TalkView, ending: &Ending, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    ui.horizontal_centered(|ui| {
        let color = if ending.goal_met { palette.jade.text } else { palette.ink };
        text::line(ui, &ending.outcome, fonts::serif(fonts::TITLE), color);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = view.locale.tr("game-show-debrief");
            let clicked = button::primary(ui, &label).clicked();
            if clicked || (keys::are_free(ui) && keys::take_plain(ui, Key::Enter)) {
                intents.push(Intent::ShowDebrief);
            }
        });
    });
}

/// Follows the input method; true where it had a hand in this frame, so that Enter belongs to it.
fn follow_input_method(ui: &Ui, state: &mut Composer) -> bool {
    let mut busy = state.composing;
    ui.input(|input| {
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => {
                    busy |= !text.is_empty();
                    state.composing = !text.is_empty();
                }
                Event::Ime(ImeEvent::Commit(text)) => {
                    busy |= !text.is_empty();
                    state.composing = false;
                }
                _ => {}
            }
        }
    });
    busy
}

fn write(ui: &mut Ui, view: &TalkView, state: &mut Composer, intents: &mut Vec<Intent>) {
    let busy = follow_input_method(ui, state);
    let id = ui.id().with("composer");
    if keys::are_free(ui) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let here = ui.memory(|memory| memory.has_focus(id));
    let mut send = here && !busy && handle_keys(ui, view, state);
    tools(ui, view, state);
    let palette = Palette::of(ui);
    let waits = view.typing.is_some();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let size = vec2(ui.available_width() - 94.0, 76.0);
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(size);
            let rect = ui.max_rect();
            let line = blend(palette.line, palette.ash, if here { 1.0 } else { 0.0 });
            ui.painter().rect(rect, space::CARD_RADIUS, palette.card, Stroke::new(1.0, line), StrokeKind::Inside);
            Frame::new().inner_margin(Margin { left: 14, right: 6, top: 6, bottom: 6 }).show(ui, |ui| {
                field(ui, view, state, id);
            });
        });
        ui.allocate_ui_with_layout(vec2(82.0, 76.0), Layout::bottom_up(Align::Min), |ui| {
            let ready = !waits && !state.draft.trim().is_empty();
            let label = view.locale.tr("game-send");
            let enabled = ui.add_enabled_ui(ready, |ui| {
                button::primary_sized(ui, &label, vec2(12.0, 10.0), vec2(82.0, 43.0)).clicked()
            });
            send |= enabled.inner;
        });
    });
    if send && !waits && !state.draft.trim().is_empty() {
        intents.push(Intent::Send(state.draft.trim().to_owned()));
        state.draft.clear();
        state.list = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Enter, Tab, arrows and Escape, before the text field sees them. True where the draft is to be sent.
fn handle_keys(ui: &Ui, view: &TalkView, state: &mut Composer) -> bool {
    let rows = state.rows(view);
    if !rows.is_empty() {
        if keys::take_plain(ui, Key::ArrowDown) {
            state.chosen = (state.chosen + 1) % rows.len();
        }
        if keys::take_plain(ui, Key::ArrowUp) {
            state.chosen = (state.chosen + rows.len() - 1) % rows.len();
        }
        if keys::take_plain(ui, Key::Escape) {
            state.dismissed = Some(state.draft.clone());
            state.list = None;
            return false;
        }
        if keys::take_plain(ui, Key::Tab) || keys::take_plain(ui, Key::Enter) {
            let sentence = rows[state.chosen.min(rows.len() - 1)].2.to_owned();
            state.insert(&sentence);
            return false;
        }
    }
    keys::take(ui, Key::Enter, |modifiers| !modifiers.shift && !modifiers.alt)
}

fn tools(ui: &mut Ui, view: &TalkView, state: &mut Composer) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let tools = [
            (List::Phrases, format!("/ {}", locale.tr("game-phrases")), view.phrases.is_empty()),
            (List::Faq, format!("? {}", locale.tr("game-faq")), view.faq.is_empty()),
        ];
        for (list, label, empty) in tools {
            let color = if state.list == Some(list) { palette.vermilion.text } else { palette.ink2 };
            if !empty && button::words(ui, &label, fonts::sans(fonts::SMALL), color).clicked() {
                state.list = if state.list == Some(list) { None } else { Some(list) };
                state.chosen = 0;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let id = if view.typing.is_some() { "game-wait-for-line" } else { "game-composer-keys" };
            let hint = locale.tr(id);
            let width = ui.painter().layout_no_wrap(hint.clone(), fonts::sans(fonts::CAPTION), palette.ink3).size().x;
            if width <= ui.available_width() {
                text::line(ui, &hint, fonts::sans(fonts::CAPTION), palette.ink3);
            }
        });
    });
}

fn field(ui: &mut Ui, view: &TalkView, state: &mut Composer, id: Id) {
    let palette = Palette::of(ui);
    ScrollArea::vertical().id_salt("draft").auto_shrink(false).show(ui, |ui| {
        let hint = view.locale.tr(&format!("game-composer-hint-{}", view.channel.id()));
        let break_line = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
        let mut layouter = |ui: &Ui, draft: &dyn TextBuffer, width: f32| {
            let format = text::format(fonts::sans(fonts::BODY), palette.ink, 1.45);
            let mut job = LayoutJob::single_section(draft.as_str().to_owned(), format);
            job.wrap.max_width = width;
            ui.painter().layout_job(job)
        };
        if state.to_end {
            state.to_end = false;
            let mut edit = TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = CCursor::new(state.draft.chars().count());
            edit.cursor.set_char_range(Some(CCursorRange::one(end)));
            edit.store(ui.ctx(), id);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let before = state.draft.clone();
        let edit = TextEdit::multiline(&mut state.draft)
            .id(id)
            .frame(Frame::NONE)
            .hint_text(bevy_egui::egui::RichText::new(hint).color(palette.ink3))
            .margin(Margin::ZERO)
            .return_key(break_line)
            .char_limit(LONGEST)
            .desired_rows(2)
            .desired_width(ui.available_width() - 8.0)
            .lock_focus(true)
            .layouter(&mut layouter);
        ui.add(edit);
        if state.draft != before {
            state.chosen = 0;
            state.list = None;
            state.dismissed = None;
        }
    });
}

/// The list of prepared sentences over the composer.
fn list(ui: &mut Ui, view: &TalkView, state: &mut Composer) {
    let rows: Vec<(Option<String>, String, String)> = (state.rows(view).into_iter())
        .map(|(code, title, text)| (code.map(str::to_owned), title.to_owned(), text.to_owned()))
        .collect();
    if rows.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    let chosen = state.chosen.min(rows.len() - 1);
    let shown = ScrollHeight::of(rows.len());
    let frame = Frame::new().fill(palette.card).inner_margin(Margin { left: 26, right: 20, top: 8, bottom: 8 });
    let panel = Panel::bottom("talk-list").exact_size(shown.0 + 16.0).resizable(false).show_separator_line(false);
    let response = panel.frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("list").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (at, (code, title, sentence)) in rows.iter().enumerate() {
                let top = ui.cursor().min;
                if at == chosen {
                    let ground = bevy_egui::egui::Rect::from_min_size(top, vec2(ui.available_width(), 25.0));
                    ui.painter().rect_filled(ground.expand2(vec2(6.0, 0.0)), 6, palette.gold.wash);
                }
                let line = format!("{title}  {sentence}");
                if sheet::row(ui, code.as_deref(), &line, sentence) {
                    state.insert(sentence);
                }
            }
        });
    });
    let edge = response.response.rect;
    ui.painter().hline(edge.x_range(), edge.top() + 0.5, Stroke::new(1.0, palette.line));
}

/// How high the list is: a row each, at most six.
struct ScrollHeight(f32);

impl ScrollHeight {
    fn of(rows: usize) -> Self {
        Self(26.0 * rows.min(6) as f32)
    }
}
