//! The hall: who waits to be talked to.

use bevy_egui::egui::{
    CentralPanel, CursorIcon, Frame, Key, Margin, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, WidgetType, pos2, vec2,
};

use super::nav::{self, At, Progress};
use super::{Intent, keys, notice};
use crate::game::theme::widgets::text;
use crate::game::theme::widgets::{blend, button, chip, dots, focus_ring};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::home::{HomeView, ScenarioCard};
use crate::game::view::words;
use crate::i18n::{Locale, Text};
use crate::scenario::format::Channel;

const GAP: f32 = 16.0;
const HEIGHT: f32 = 172.0;
/// Cards are at least this wide.
const LEAST: f32 = 262.0;

/// Which cards are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Channel(Channel),
    NotPassed,
}

/// What the hall remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct HomeState {
    pub filter: Filter,
    /// The card that Enter opens, among those shown.
    pub chosen: usize,
}

impl HomeState {
    /// The scenario of the card that Enter opens.
    pub fn chosen_id<'a>(&self, view: &'a HomeView) -> Option<&'a str> {
        view.cards.iter().filter(|c| fits(c, self.filter)).nth(self.chosen).map(|c| c.id.as_str())
    }
}

pub fn ui(ui: &mut Ui, view: &HomeView, state: &mut HomeState) -> Vec<Intent> {
    let locale = view.locale;
    let progress = Progress { passed: view.passed(), scenarios: view.cards.len(), played: view.played };
    let mut intents = nav::ui(ui, locale, At::Home, progress);
    let frame = Frame::new().inner_margin(Margin { left: 36, right: 36, top: 30, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        headline(ui, view, &mut intents);
        ui.add_space(10.0);
        filters(ui, view, state);
        ui.add_space(8.0);
        let cards: Vec<&ScenarioCard> = view.cards.iter().filter(|c| fits(c, state.filter)).collect();
        if cards.is_empty() {
            let id = if view.cards.is_empty() { "game-home-none" } else { "game-home-none-here" };
            text::paragraph(ui, &locale.tr(id), fonts::sans(fonts::BODY), Palette::of(ui).ink2, 1.6);
        } else {
            grid(ui, locale, &cards, state, &mut intents);
        }
    });
    if let Some(notice) = &view.notice {
        // What lies under the notice is not to be had meanwhile.
        intents.clear();
        notice::ui(ui, locale, notice, &mut intents);
    }
    intents
}

fn fits(card: &ScenarioCard, filter: Filter) -> bool {
    match filter {
        Filter::All => true,
        Filter::Channel(channel) => card.channel == channel,
        Filter::NotPassed => !card.passed(),
    }
}

fn headline(ui: &mut Ui, view: &HomeView, intents: &mut Vec<Intent>) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let top = ui.cursor().top();
    text::line(ui, &locale.tr("game-home-headline"), fonts::serif(fonts::DISPLAY), palette.ink);
    ui.add_space(-2.0);
    let (sans, bold) = (fonts::sans(fonts::SMALL), fonts::bold(fonts::SMALL));
    match &view.weakest {
        Some(weakest) => text::runs(
            ui,
            &[
                (locale.tr("game-home-weakest").trim_end(), sans.clone(), palette.ink2),
                (&format!(" {weakest} "), bold, palette.vermilion.text),
                (&locale.tr("game-home-weakest-then"), sans, palette.ink2),
            ],
        ),
        None => text::line(ui, &locale.tr("game-home-first"), sans, palette.ink2),
    };
    if view.broken > 0 {
        let n = i64::try_from(view.broken).unwrap_or(i64::MAX);
        let broken = locale.render(&Text::new("game-home-broken").with("n", n));
        text::line(ui, &broken, fonts::sans(fonts::SMALL), palette.vermilion.text);
    }
    if let Some(resume) = &view.resume {
        let width = ui.max_rect().width();
        let place = Rect::from_min_size(pos2(ui.max_rect().left(), top + 8.0), vec2(width, 64.0));
        let layout = bevy_egui::egui::Layout::right_to_left(bevy_egui::egui::Align::Min);
        ui.scope_builder(bevy_egui::egui::UiBuilder::new().max_rect(place).layout(layout), |ui| {
            let label = locale.tr("game-resume");
            if button::primary(ui, &label).on_hover_text(&resume.title).clicked() {
                intents.push(Intent::Resume(resume.save.clone()));
            }
        });
    }
}

fn filters(ui: &mut Ui, view: &HomeView, state: &mut HomeState) {
    let locale = view.locale;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let n = i64::try_from(view.cards.len()).unwrap_or(i64::MAX);
        let mut chips = vec![(Filter::All, locale.render(&Text::new("game-filter-all").with("n", n)), Tint::Plain)];
        for channel in [Channel::Im, Channel::Phone, Channel::Visit] {
            if view.cards.iter().any(|c| c.channel == channel) {
                chips.push((Filter::Channel(channel), words::channel(locale, channel), Tint::Indigo));
            }
        }
        chips.push((Filter::NotPassed, locale.tr("game-filter-not-passed"), Tint::Jade));
        for (filter, label, tint) in chips {
            if chip::choice(ui, &label, state.filter == filter, tint).clicked() {
                state.filter = filter;
                state.chosen = 0;
            }
        }
    });
}

fn grid(ui: &mut Ui, locale: Locale, cards: &[&ScenarioCard], state: &mut HomeState, intents: &mut Vec<Intent>) {
    let width = ui.available_width();
    let columns = (((width + GAP) / (LEAST + GAP)).floor() as usize).clamp(1, 4);
    let before = state.chosen;
    steer(ui, cards, columns, state, intents);
    let each = (width - GAP * (columns - 1) as f32) / columns as f32;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let rows = cards.len().div_ceil(columns);
        let height = rows as f32 * (HEIGHT + GAP) + 20.0;
        let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        for (at, card) in cards.iter().enumerate() {
            let (column, row) = ((at % columns) as f32, (at / columns) as f32);
            let corner = area.min + vec2(column * (each + GAP) + 1.0, row * (HEIGHT + GAP) + 2.0);
            let rect = Rect::from_min_size(corner, vec2(each - 2.0, HEIGHT));
            let response = card_ui(ui, locale, card, rect, at == state.chosen);
            if at == state.chosen && before != state.chosen {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                state.chosen = at;
                intents.push(Intent::Choose(card.id.clone()));
            }
        }
    });
}

/// Arrows and numbers choose a card, Enter opens it.
fn steer(ui: &Ui, cards: &[&ScenarioCard], columns: usize, state: &mut HomeState, intents: &mut Vec<Intent>) {
    let last = cards.len() - 1;
    state.chosen = state.chosen.min(last);
    if !keys::are_free(ui) {
        return;
    }
    let steps = [
        (Key::ArrowRight, 1_isize),
        (Key::ArrowLeft, -1),
        (Key::ArrowDown, columns as isize),
        (Key::ArrowUp, -(columns as isize)),
    ];
    for (key, step) in steps {
        if keys::take_plain(ui, key) {
            let target = state.chosen.saturating_add_signed(step);
            state.chosen = if step.unsigned_abs() > 1 && target > last { state.chosen } else { target.min(last) };
        }
    }
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    for (at, key) in numbers.into_iter().enumerate() {
        if at <= last && keys::take_plain(ui, key) {
            state.chosen = at;
        }
    }
    if keys::take_plain(ui, Key::Enter) {
        intents.push(Intent::Choose(cards[state.chosen].id.clone()));
    }
}

fn card_ui(ui: &mut Ui, locale: Locale, card: &ScenarioCard, rect: Rect, chosen: bool) -> Response {
    let palette = Palette::of(ui);
    let response = ui.interact(rect, ui.id().with(&card.id), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, &card.title));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered(), space::QUICK);
    let marked = ui.ctx().animate_bool_with_time(response.id.with("chosen"), chosen, space::QUICK);
    let line = blend(blend(palette.line, palette.ash, warmth), palette.vermilion.fill, 0.75 * marked);
    let stroke = Stroke::new(1.0 + 0.5 * marked, line);
    ui.painter().rect(rect, space::CARD_RADIUS, palette.card, stroke, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(18.0, 16.0));
    let badge = chip::badge_at(ui, inner.left(), inner.top(), &card.persona, card.persona_tint);
    let channel =
        ui.painter().layout_no_wrap(words::channel(locale, card.channel), fonts::sans(fonts::CAPTION), palette.ink3);
    let beside = pos2(badge.right() + 8.0, badge.center().y - channel.size().y / 2.0);
    ui.painter().galley(beside, channel, palette.ink3);
    dots::level(ui, pos2(inner.right(), badge.center().y), card.level);

    let title = clipped(ui, &card.title, fonts::serif(fonts::TITLE), palette.ink, inner.width(), 1);
    ui.painter().galley(pos2(inner.left(), inner.top() + 28.0), title, palette.ink);
    let tagline = clipped(ui, &card.tagline, fonts::sans(fonts::SMALL), palette.ink2, inner.width(), 2);
    ui.painter().galley(pos2(inner.left(), inner.top() + 62.0), tagline, palette.ink2);

    let fared = match (card.best, card.grade()) {
        (Some(best), Some(grade)) => {
            let text = Text::new("game-best").with("score", i64::from(best)).with("grade", words::seal(locale, grade));
            locale.render(&text)
        }
        _ => locale.tr("game-untried"),
    };
    let color = if card.passed() { palette.jade.text } else { palette.ink3 };
    let fared = ui.painter().layout_no_wrap(fared, fonts::sans(12.0), color);
    let start = palette.vermilion.text;
    let label = ui.painter().layout_no_wrap(locale.tr("game-start-arrow"), fonts::sans(fonts::BODY), start);
    let baseline = inner.bottom();
    ui.painter().galley(pos2(inner.left(), baseline - fared.size().y - 1.0), fared, color);
    let slide = 3.0 * warmth;
    let place = pos2(inner.right() - label.size().x - 3.0 + slide, baseline - label.size().y + 1.0);
    ui.painter().galley(place, label, start);
    focus_ring(ui, &response, space::CARD_RADIUS);
    response
}

/// Text in at most `rows` lines, the rest cut off with an ellipsis.
fn clipped(
    ui: &Ui,
    words: &str,
    font: bevy_egui::egui::FontId,
    color: bevy_egui::egui::Color32,
    width: f32,
    rows: usize,
) -> std::sync::Arc<bevy_egui::egui::Galley> {
    let mut job = text::broken(ui, &[(words, text::format(font, color, 1.45))], width);
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    ui.painter().layout_job(job)
}
