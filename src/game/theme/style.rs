//! What is left of egui's own style: text fields, scroll bars, tooltips, selection.

use bevy_egui::egui::epaint::FontColorTransferFunction;
use bevy_egui::egui::style::{ScrollStyle, WidgetVisuals};
use bevy_egui::egui::{
    Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Vec2, Visuals, vec2,
};

use super::fonts;
use super::palette::Palette;
use super::space::{BUTTON_RADIUS, CARD_RADIUS, QUICK};

/// Fonts, sizes and both palettes; `dark` chooses the one that is shown.
pub fn install(context: &Context, dark: bool) {
    fonts::install(context);
    for (theme, palette) in [(Theme::Light, &Palette::LIGHT), (Theme::Dark, &Palette::DARK)] {
        context.set_style_of(theme, style(palette));
    }
    choose(context, dark);
}

/// Day or night.
pub fn choose(context: &Context, dark: bool) {
    context.set_theme(if dark { Theme::Dark } else { Theme::Light });
}

fn style(palette: &Palette) -> Style {
    let mut style = Style { animation_time: QUICK, ..Style::default() };
    style.text_styles = [
        (TextStyle::Heading, fonts::serif(fonts::TITLE)),
        (TextStyle::Body, fonts::sans(fonts::BODY)),
        (TextStyle::Button, fonts::sans(fonts::BODY)),
        (TextStyle::Small, fonts::sans(fonts::CAPTION)),
        (TextStyle::Monospace, fonts::sans(fonts::SMALL)),
    ]
    .into();
    style.visuals = visuals(palette);
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.button_padding = vec2(16.0, 8.0);
    spacing.interact_size = Vec2::splat(8.0);
    spacing.menu_margin = Margin::same(8);
    spacing.window_margin = Margin::same(16);
    spacing.tooltip_width = 320.0;
    spacing.scroll = ScrollStyle {
        bar_width: 6.0,
        floating_width: 3.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 2.0,
        foreground_color: false,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.5,
        ..ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    style
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark { Visuals::dark() } else { Visuals::light() };
    // Blending is linear here, which thins dark text and thickens light text; this is the counterweight.
    visuals.text_options.color_transfer_function = if palette.dark {
        FontColorTransferFunction::Off
    } else {
        FontColorTransferFunction::TwoCoverageMinusCoverageSq
    };
    visuals.override_text_color = None;
    visuals.panel_fill = palette.paper;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(BUTTON_RADIUS);
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.extreme_bg_color = palette.card;
    visuals.text_edit_bg_color = Some(Color32::TRANSPARENT);
    visuals.faint_bg_color = palette.sunken;
    visuals.code_bg_color = palette.sunken;
    visuals.hyperlink_color = palette.indigo.text;
    visuals.warn_fg_color = palette.gold.text;
    visuals.error_fg_color = palette.vermilion.text;
    visuals.selection.bg_fill = palette.gold.wash;
    visuals.selection.stroke = Stroke::new(1.0, palette.ink);
    // A blinking caret keeps the whole window awake: 98 % of a core with a software driver.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.vermilion.fill);
    let plain = |ground: Color32, line: Color32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(BUTTON_RADIUS),
        fg_stroke: Stroke::new(1.0, palette.ink),
        expansion: 0.0,
    };
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = plain(palette.card, palette.line);
    widgets.inactive = plain(palette.ash, palette.line);
    widgets.hovered = plain(palette.ink3, palette.ash);
    widgets.active = plain(palette.ink3, palette.ink3);
    widgets.open = plain(palette.card, palette.line);
    visuals
}
