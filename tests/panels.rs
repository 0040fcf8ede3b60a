//! The panels, driven without a window: click by label, type, compose with an input method.
#![cfg(feature = "game")]

use std::sync::Arc;

use bevy_egui::egui::{Event, ImeEvent, Key, Modifiers, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use huashu::analysis::Analyser;
use huashu::game::panels::debrief::{self, DebriefState};
use huashu::game::panels::home::{self, HomeState};
use huashu::game::panels::nav::Progress;
use huashu::game::panels::talk::{self, TalkState};
use huashu::game::panels::{Intent, briefing, records};
use huashu::game::theme::style;
use huashu::game::view::home::{HomeView, ScenarioCard};
use huashu::game::view::records::{Finished, Record, RecordsView};
use huashu::game::view::{BriefingView, DebriefView, TalkView};
use huashu::i18n::Locale;
use huashu::scenario::Scenario;
use huashu::score::score;
use huashu::session::{Desk, Session};
use huashu::store::Library;

const LOCALE: Locale = Locale::ZhCn;

fn scenario(id: &str) -> Arc<Scenario> {
    Library::open(&[]).expect("the shipped library").find(id).expect(id).scenario
}

/// A panel with what it remembers and what it asked for.
struct Stand<S> {
    dressed: bool,
    state: S,
    intents: Vec<Intent>,
}

fn stand<'a, S: 'a>(state: S, mut panel: impl FnMut(&mut Ui, &mut S) -> Vec<Intent> + 'a) -> Harness<'a, Stand<S>> {
    let stand = Stand { dressed: false, state, intents: Vec::new() };
    let draw = move |ui: &mut Ui, stand: &mut Stand<S>| {
        if stand.dressed {
            stand.intents.extend(panel(ui, &mut stand.state));
        } else {
            // Fonts hold from the next frame on.
            style::install(ui.ctx(), false);
            stand.dressed = true;
            ui.ctx().request_repaint();
        }
    };
    let mut harness = Harness::builder().with_size([1280.0, 800.0]).build_ui_state(draw, stand);
    harness.run_steps(4);
    harness
}

fn home_view() -> HomeView {
    let library = Library::open(&[]).expect("the shipped library");
    let cards = library.scenarios().iter().map(|e| ScenarioCard::of(&e.scenario, None)).collect();
    HomeView { locale: LOCALE, cards, ..HomeView::default() }
}

fn home<'a>(view: HomeView) -> Harness<'a, Stand<HomeState>> {
    stand(HomeState::default(), move |ui, state| home::ui(ui, &view, state))
}

/// The talk at its start, when the buyer has said all and waits.
fn talk_view() -> TalkView {
    let session = Session::start(scenario("tea_impatient"), 7);
    TalkView::of(LOCALE, session.scenario(), session.events(), session.now_ms(), &[])
}

fn talk<'a>(view: TalkView) -> Harness<'a, Stand<TalkState>> {
    stand(TalkState::default(), move |ui, state| talk::ui(ui, &view, state))
}

fn write<S>(harness: &mut Harness<'_, S>, text: &str) {
    harness.event(Event::Text(text.into()));
    harness.run_steps(2);
}

fn press<S>(harness: &mut Harness<'_, S>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(2);
}

fn compose<S>(harness: &mut Harness<'_, S>, event: ImeEvent) {
    harness.event(Event::Ime(event));
    harness.run_steps(2);
}

fn preedit(text: &str) -> ImeEvent {
    ImeEvent::Preedit { text: text.into(), active_range_chars: None }
}

#[test]
fn home_opens_a_scenario_by_a_click_on_its_title() {
    let view = home_view();
    // The third card: in the first row or two of any window.
    let wanted = view.cards[2].clone();
    let mut harness = home(view);
    harness.get_by_label(&wanted.title).click();
    harness.run_steps(3);
    assert_eq!(harness.state().intents, [Intent::Choose(wanted.id)]);
}

#[test]
fn a_notice_lies_over_the_hall_until_it_is_closed() {
    let notice = "模型文件 a.model 已损坏(校验和不符)。请重新复制一份。";
    let view = HomeView { notice: Some(notice.to_owned()), ..home_view() };
    let mut harness = home(view.clone());
    harness.get_by_label_contains("已损坏");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(harness.state().intents, []);
    harness.get_by_label("知道了").click();
    harness.run_steps(3);
    assert_eq!(harness.state().intents, [Intent::CloseNotice]);
    let mut harness = home(view);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().intents, [Intent::CloseNotice]);
}

#[test]
fn home_is_steered_by_keys() {
    let view = home_view();
    let ids: Vec<String> = view.cards.iter().map(|c| c.id.clone()).collect();
    let mut harness = home(view);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Num3);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let chosen = [Intent::Choose(ids[1].clone()), Intent::Choose(ids[2].clone())];
    assert_eq!(harness.state().intents, chosen);
}

#[test]
fn a_filter_leaves_the_cards_of_its_channel() {
    let view = home_view();
    let phone = view.cards.iter().filter(|c| c.channel.id() == "phone").count();
    let all = view.cards.clone();
    let mut harness = home(view);
    harness.get_by_label(&LOCALE.tr("game-channel-phone")).click();
    harness.run_steps(3);
    let shown = all.iter().filter(|c| harness.query_by_label(&c.title).is_some()).count();
    assert_eq!(shown, phone);
    assert!(phone < all.len());
}

#[test]
fn the_briefing_says_what_counts_and_enter_begins() {
    let view = BriefingView::of(LOCALE, &scenario("plan_long_winded"));
    let (goal, weights) = (view.goals[0].clone(), view.weights.iter().map(|w| u32::from(w.1)).sum::<u32>());
    assert_eq!(weights, 100);
    let mut harness = stand((), move |ui, ()| briefing::ui(ui, &view));
    assert!(harness.query_by_label(&goal).is_some(), "{goal}");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().intents, [Intent::Begin, Intent::ShowHome]);
}

#[test]
fn enter_sends_and_shift_enter_breaks_the_line() {
    let mut harness = talk(talk_view());
    write(&mut harness, "您好");
    press(&mut harness, Modifiers::SHIFT, Key::Enter);
    write(&mut harness, "一盒喝20天");
    assert_eq!(harness.state().state.composer.draft, "您好\n一盒喝20天");
    assert_eq!(harness.state().intents, []);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().intents, [Intent::Send("您好\n一盒喝20天".into())]);
    assert_eq!(harness.state().state.composer.draft, "");
    // An empty draft is nothing to send, and the field still has the keyboard.
    press(&mut harness, Modifiers::NONE, Key::Enter);
    write(&mut harness, "在");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(harness.state().intents.last(), Some(&Intent::Send("在".into())));
    assert_eq!(harness.state().intents.len(), 2);
}

#[test]
fn the_button_sends_too() {
    let mut harness = talk(talk_view());
    write(&mut harness, "您好");
    harness.get_by_label(&LOCALE.tr("game-send")).click();
    harness.run_steps(3);
    assert_eq!(harness.state().intents, [Intent::Send("您好".into())]);
}

#[test]
fn enter_belongs_to_the_input_method_while_it_composes() {
    let mut harness = talk(talk_view());
    compose(&mut harness, preedit("nihao"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().intents, [], "sent while composing");
    // The Enter that ends a composition comes with it in one frame.
    let enter = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let together = [Event::Ime(ImeEvent::Commit("您好".into())), enter(true), enter(false)];
    harness.input_mut().events.extend(together);
    harness.run_steps(1);
    assert_eq!(harness.state().intents, [], "sent by the key that committed");
    harness.run_steps(2);
    assert_eq!(harness.state().state.composer.draft, "您好");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().intents, [Intent::Send("您好".into())]);
}

#[test]
fn a_code_finds_its_phrase_and_enter_inserts_it() {
    let view = talk_view();
    let first = view.phrases.iter().find(|p| p.code == "/1").expect("shipped").clone();
    assert!(!first.text.contains('{'), "slots are filled: {}", first.text);
    for key in [Key::Enter, Key::Tab] {
        let mut harness = talk(view.clone());
        write(&mut harness, "/1");
        press(&mut harness, Modifiers::NONE, key);
        assert_eq!(harness.state().state.composer.draft, first.text);
        assert_eq!(harness.state().intents, [], "a phrase is inserted, not sent");
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(harness.state().intents, [Intent::Send(first.text.clone())]);
    }
    // A code that nobody has is text like any other.
    let mut harness = talk(view);
    write(&mut harness, "/没有这一条");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().intents, [Intent::Send("/没有这一条".into())]);
}

#[test]
fn escape_closes_the_list_first_and_then_the_talk() {
    let mut harness = talk(talk_view());
    write(&mut harness, "/");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().intents, []);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().intents, [Intent::ShowHome]);
}

#[test]
fn nothing_is_sent_while_a_line_of_the_buyer_is_on_its_way() {
    let session = Session::start(scenario("tea_impatient"), 7);
    let view = TalkView::of(LOCALE, session.scenario(), session.events(), 0, &[]);
    let typing = view.typing.clone().expect("the opening takes time to type");
    let mut harness = talk(view);
    assert!(harness.query_by_label(&typing).is_some());
    write(&mut harness, "您好");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().intents, []);
    assert_eq!(harness.state().state.composer.draft, "您好", "the draft is kept");
}

#[test]
fn ending_a_talk_is_asked_for_twice() {
    let mut harness = talk(talk_view());
    harness.get_by_label(&LOCALE.tr("game-end")).click();
    harness.run_steps(3);
    assert_eq!(harness.state().intents, []);
    harness.get_by_label(&LOCALE.tr("game-end-really")).click();
    harness.run_steps(3);
    assert_eq!(harness.state().intents, [Intent::Finish]);
}

#[test]
fn the_stage_is_left_open_beside_the_chat() {
    let harness = talk(talk_view());
    let stage = harness.state().state.stage.expect("a place for the figure");
    assert!(stage.width() >= 250.0 && stage.height() >= 150.0, "{stage:?}");
    assert!(stage.right() < 340.0, "{stage:?}");
}

fn debrief_view() -> DebriefView {
    let mut desk = Desk::new(Session::start(scenario("tea_impatient"), 7), Arc::new(Analyser::new()));
    for (text, at_ms) in [("您好,林小姐,一盒20袋,一天一袋喝20天。", 9_000), ("自己看详情页", 60_000), ("哦", 90_000)]
    {
        desk.reply(text, at_ms);
    }
    desk.quit(200_000);
    let session = desk.into_session();
    let card = score(session.scenario(), session.events());
    DebriefView::of(LOCALE, session.scenario(), session.events(), &card)
}

#[test]
fn the_debrief_goes_back_to_the_costliest_turn_or_any_other() {
    let view = debrief_view();
    let costliest = view.turns.iter().find(|t| t.costliest).expect("something was lost").index;
    let other = view.turns.iter().find(|t| !t.costliest).expect("another turn").index;
    let again = LOCALE.tr("game-rewind-small");
    let mut harness = stand(DebriefState::default(), move |ui, state| debrief::ui(ui, &view, state));
    harness.get_by_label(&LOCALE.tr("game-rewind")).click();
    harness.run_steps(3);
    harness.query_all_by_label(&again).next().expect("a link at every other turn").click();
    harness.run_steps(3);
    assert_eq!(harness.state().intents, [Intent::Rewind(costliest), Intent::Rewind(other)]);
}

#[test]
fn a_dimension_lays_its_rules_open() {
    let view = debrief_view();
    let dimension = view.dimensions.iter().find(|d| d.id == "response_time").expect("always judged").clone();
    let elsewhere: Vec<&String> = view.kpi.iter().map(|(name, _)| name).collect();
    let rule = dimension.rules.iter().map(|r| &r.name).find(|n| !elsewhere.contains(n)).expect("a rule").clone();
    let mut harness = stand(DebriefState::default(), move |ui, state| debrief::ui(ui, &view, state));
    assert!(harness.query_by_label(&rule).is_none());
    harness.query_all_by_label(&dimension.name).next().expect("the row").click();
    harness.run_steps(3);
    assert!(harness.query_by_label(&rule).is_some(), "{rule}");
}

#[test]
fn records_open_what_is_over_and_go_on_with_what_is_not() {
    let record = |id: &str, finished| Record {
        id: id.into(),
        title: id.into(),
        when: "刚刚".into(),
        cut: false,
        replies: 3,
        handle_time_ms: 60_000,
        finished,
    };
    let over = Finished { overall: 82, outcome: huashu::engine::Outcome::Deal };
    let view = RecordsView { locale: LOCALE, rows: vec![record("done", Some(over)), record("open", None)], unread: 0 };
    let mut harness = stand((), move |ui, ()| records::ui(ui, &view, Progress::default()));
    for name in ["open 刚刚", "done 刚刚"] {
        harness.get_by_label(name).click();
        harness.run_steps(3);
    }
    assert_eq!(harness.state().intents, [Intent::Resume("open".into()), Intent::OpenRecord("done".into())]);
}
