//! A notice over a screen: something did not go as asked, and the game goes on all the same.

use bevy_egui::egui::{Id, Key, Modal, Ui};

use super::Intent;
use crate::game::theme::widgets::{button, text};
use crate::game::theme::{Palette, fonts};
use crate::i18n::Locale;

const WIDTH: f32 = 420.0;

/// Shows the notice until it is closed: by its button, Enter or Escape.
pub fn ui(ui: &Ui, locale: Locale, notice: &str, intents: &mut Vec<Intent>) {
    let shown = Modal::new(Id::new("notice")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        text::paragraph(ui, notice, fonts::sans(fonts::BODY), Palette::of(ui).ink, 1.6);
        ui.add_space(12.0);
        button::primary(ui, &locale.tr("game-notice-close")).clicked()
    });
    let closed = ui.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Escape));
    if shown.inner || closed {
        intents.push(Intent::CloseNotice);
    }
}
