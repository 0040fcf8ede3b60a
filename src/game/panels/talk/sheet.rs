//! The right column: what is true of the product, what is prepared to say, who the customer is.

use bevy_egui::egui::text::{LayoutJob, TextFormat, TextWrapping};
use bevy_egui::egui::{
    Color32, CursorIcon, Frame, Margin, Panel, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::Composer;
use crate::game::theme::widgets::{blend, card, focus_ring, text};
use crate::game::theme::{Palette, Tint, fonts, space};
use crate::game::view::TalkView;
use crate::i18n::Text;

/// Width of the column, and where the window is narrow.
const WIDTHS: [f32; 2] = [292.0, 248.0];

/// What the column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Product,
    Phrases,
    Customer,
}

impl Tab {
    const ALL: [(Tab, &'static str); 3] =
        [(Tab::Product, "game-tab-product"), (Tab::Phrases, "game-tab-phrases"), (Tab::Customer, "game-tab-customer")];
}

pub fn ui(ui: &mut Ui, view: &TalkView, tab: &mut Tab, composer: &mut Composer) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.paper).inner_margin(Margin { left: 17, right: 6, top: 12, bottom: 0 });
    let panel = Panel::right("talk-sheet")
        .exact_size(super::fitting(ui, WIDTHS))
        .resizable(false)
        .show_separator_line(false)
        .frame(frame);
    let shown = panel.show(ui, |ui| {
        tabs(ui, view, tab);
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt(("sheet", *tab as u8)).auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            ui.spacing_mut().item_spacing.y = 12.0;
            match tab {
                Tab::Product => product(ui, view),
                Tab::Phrases => {
                    phrases(ui, view, composer);
                    faq(ui, view, composer);
                }
                Tab::Customer => customer(ui, view),
            }
            ui.add_space(12.0);
        });
    });
    let edge = shown.response.rect;
    ui.painter().vline(edge.left() + 0.5, edge.y_range(), Stroke::new(1.0, palette.line));
}

fn tabs(ui: &mut Ui, view: &TalkView, tab: &mut Tab) {
    let palette = Palette::of(ui);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width() - 10.0, 34.0), Sense::hover());
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, palette.line));
    let mut left = row.left();
    for (each, id) in Tab::ALL {
        let here = *tab == each;
        let label = view.locale.tr(id);
        let font = if here { fonts::bold(fonts::SMALL) } else { fonts::sans(fonts::SMALL) };
        let galley = ui.painter().layout_no_wrap(label.clone(), font, Color32::PLACEHOLDER);
        let place = Rect::from_min_size(pos2(left, row.top()), vec2(galley.size().x + 6.0, row.height()));
        let response = ui.interact(place, ui.id().with(id), Sense::click());
        response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, here, &label));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered(), space::QUICK);
        let color = if here { palette.ink } else { blend(palette.ink3, palette.ink, warmth) };
        ui.painter().galley(place.left_center() - vec2(0.0, galley.size().y / 2.0), galley.clone(), color);
        if here {
            let under = Rect::from_min_size(pos2(left, row.bottom() - 2.0), vec2(galley.size().x, 2.0));
            ui.painter().rect_filled(under, 1, palette.vermilion.fill);
        }
        focus_ring(ui, &response, 4);
        if response.clicked() {
            *tab = each;
        }
        left += galley.size().x + 24.0;
    }
}

fn small(ui: &mut Ui, line: &str, color: Color32) {
    text::paragraph(ui, line, fonts::sans(fonts::SMALL), color, 1.45);
}

fn product(ui: &mut Ui, view: &TalkView) {
    let palette = Palette::of(ui);
    let locale = view.locale;
    let sheet = &view.sheet;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        text::line(ui, &sheet.name, fonts::serif(17.0), palette.ink);
        text::line(ui, &sheet.price, fonts::sans(fonts::SMALL), palette.ink2);
    });
    if let Some(promotion) = &sheet.promotion {
        card::tinted(ui, Tint::Gold, |ui| small(ui, promotion, palette.ink));
    }
    card::titled(ui, &locale.tr("game-sheet-facts"), |ui| {
        for fact in &sheet.facts {
            small(ui, fact, palette.ink);
        }
        if !sheet.never_say.is_empty() {
            let never = locale.render(&Text::new("game-never-say").with("words", sheet.never_say.clone()));
            small(ui, &never, palette.vermilion.text);
        }
    });
    if !sheet.features.is_empty() {
        card::titled(ui, &locale.tr("game-sheet-features"), |ui| {
            for (feature, benefit) in &sheet.features {
                small(ui, feature, palette.ink);
                ui.add_space(-4.0);
                small(ui, benefit, palette.jade.text);
            }
        });
    }
    if !sheet.cases.is_empty() || !sheet.competitors.is_empty() {
        card::titled(ui, &locale.tr("game-sheet-cases"), |ui| {
            for case in &sheet.cases {
                small(ui, case, palette.ink);
            }
            for (name, facts) in &sheet.competitors {
                small(ui, &format!("{name}:{facts}"), palette.ink2);
            }
        });
    }
}

fn phrases(ui: &mut Ui, view: &TalkView, composer: &mut Composer) {
    if view.phrases.is_empty() {
        return;
    }
    card::titled(ui, &view.locale.tr("game-phrases"), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for phrase in &view.phrases {
            if row(ui, Some(&phrase.code), &format!("{}  {}", phrase.title, phrase.text), &phrase.text) {
                composer.insert(&phrase.text);
            }
        }
    });
}

fn faq(ui: &mut Ui, view: &TalkView, composer: &mut Composer) {
    if view.faq.is_empty() {
        return;
    }
    card::titled(ui, &view.locale.tr("game-faq"), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (question, answer) in &view.faq {
            if row(ui, None, question, answer) {
                composer.insert(answer);
            }
        }
    });
}

fn customer(ui: &mut Ui, view: &TalkView) {
    let palette = Palette::of(ui);
    let customer = &view.customer;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        text::line(ui, &customer.name, fonts::bold(17.0), palette.ink);
        text::line(ui, &customer.about, fonts::sans(fonts::SMALL), palette.ink2);
    });
    if !customer.history.is_empty() {
        card::titled(ui, &view.locale.tr("game-dealings"), |ui| {
            for entry in &customer.history {
                small(ui, entry, palette.ink);
            }
        });
    }
    if !customer.note.is_empty() {
        card::titled(ui, &view.locale.tr("game-customer-note"), |ui| small(ui, &customer.note, palette.ink));
    }
}

/// One prepared sentence; true where it was clicked. `whole` is shown on hover.
pub fn row(ui: &mut Ui, code: Option<&str>, title: &str, whole: &str) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 25.0), Sense::click());
    let label = code.map_or_else(|| title.to_owned(), |code| format!("{code} {title}"));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(whole);
    let warmth = ui.ctx().animate_bool_with_time(response.id, response.hovered(), space::QUICK);
    let ground = rect.expand2(vec2(6.0, 0.0));
    ui.painter().rect_filled(ground, 6, palette.sunken.gamma_multiply(0.7 * warmth));
    let mut job = LayoutJob::default();
    if let Some(code) = code {
        job.append(&format!("{code} "), 0.0, TextFormat::simple(fonts::bold(fonts::SMALL), palette.ink));
    }
    job.append(title, 0.0, TextFormat::simple(fonts::sans(fonts::SMALL), palette.ink));
    job.wrap = TextWrapping::truncate_at_width(rect.width());
    let galley = ui.painter().layout_job(job);
    let corner = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(corner, galley, palette.ink);
    focus_ring(ui, &response, 6);
    response.clicked()
}
