//! A small scenario, and talks put together event by event.

use huashu::analysis::{Evidence, Family, Grasp, Labels, Mention, Reading, TopicAsked};
use huashu::engine::{Event, Hearing, Outcome, Timing};
use huashu::scenario::Scenario;
use huashu::scenario::format::LineCue;
use huashu::score::{DimensionScore, Scorecard, score};

const FILE: &str = r##"(
    schema: 1, id: "tea", title: "试卖", tagline: "一盒茶", level: 1, channel: im, date: "2026-06-18",
    persona: "quick", product: "tea", script: "four", role: "客服", goals: ["卖一盒"], goal: deal,
    customer: (name: "林小姐", group: potential),
    opening: [["在吗"]],
    agenda: [
        (id: "servings", kind: Question, order: 1, raise: ["一盒喝几天"], answer: ["fact:servings"]),
        (id: "price", kind: Price, order: 2, raise: ["太贵了"], arguments: ["fact:leaf", "benefit:leaf"], needed: 1,
            blocks: true, price_at_most: Some(119)),
        (id: "insult", kind: Provocation, order: 3, raise: ["你们都是骗子"]),
        (id: "gift", kind: Demand, order: 3, raise: ["再送我十盒"]),
    ],
    points: [],
    truths: [
        (id: "self", text: "自己喝,怕睡不着", reveal: ["for_whom"], say: ["我喝"], convince: ["benefit:leaf"],
            best_closes: ["alternative"], signal: ["那行"]),
        (id: "mother", text: "给婆婆", reveal: ["for_whom"], say: ["给婆婆"], convince: ["fact:leaf"], signal: ["好"]),
    ],
    closing: (agree: ["好的"], farewell: ["再见"]),
    weights: {"tone": 25, "response_time": 15, "script_adherence": 20, "closing_technique": 20,
        "objection_handling": 10, "product_truth": 10},
    pass_mark: 75,
)"##;

const PERSONA: &str = r#"(
    schema: 1, id: "quick", name: "急性型", about: "快", wins: "先给数字。", loses: "啰嗦。",
    temper: (mood: 0, patience: 700, beliefs: (300, 300, 300, 300), grace_ms: 8000, impatience: 10, tiring: 20,
        warmth: 50, touchiness: 100, evasion: 80, long_reply: 60, boredom: 50, readiness: 500, signal_turns: 2,
        double_text: 300, typing_ms: 100),
    close_fit: {"alternative": 600, "warning": -500},
    voice: {},
)"#;

const PRODUCT: &str = r#"(
    schema: 1, id: "tea", name: "轻茶", category: "代用茶", unit: "盒", price: 129, floor_price: 119, stock: Some(8),
    facts: [
        (id: "servings", kind: Quantity, text: "规格:3克×20袋,喝20天", says: ["20天"]),
        (id: "leaf", kind: Material, text: "整叶普洱", says: ["整叶"]),
    ],
    features: [(id: "leaf", text: "整叶", says: ["整叶"], benefit: "一袋能续三泡", benefit_says: ["三泡"])],
    promotion: Some((text: "6月18日—20日两盒立减30元", from: "2026-06-18", until: "2026-06-20")),
    cases: [(id: "ann", text: "老客户安女士喝了三个月,又买了两盒", says: ["安女士"])],
)"#;

const SCRIPT: &str = r#"(
    schema: 1, id: "four", name: "四步", steps: [
        (id: "greet", name: "问好", when: AllOf([Label("steps:greet"), FirstReplies(2)]), hint: "先问好", example: "您好!"),
        (id: "ask", name: "提问", when: Label("steps:ask"), hint: "问需要", example: "您是自己喝吗?"),
        (id: "consult", name: "咨询", when: AnyOf([Label("steps:consult"), SaysAnyFact]), hint: "答准", example: "喝20天。"),
        (id: "objection", name: "处理异议", when: AllOf([ObjectionRaised, Label("steps:objection")]),
            applies: ObjectionRaised, hint: "先认同", example: "理解您。"),
        (id: "farewell", name: "告别", when: AllOf([Label("steps:farewell"), Closing]), applies: Closing, hint: "道谢",
            example: "再见。"),
    ],
)"#;

pub fn scenario() -> Scenario {
    Scenario {
        file: ron::from_str(FILE).expect("scenario"),
        persona: ron::from_str(PERSONA).expect("persona"),
        product: ron::from_str(PRODUCT).expect("product"),
        script: ron::from_str(SCRIPT).expect("script"),
        phrases: None,
    }
}

/// A reading with this tone (tenths) and these labels (`family:id`), each with evidence over the first two chars.
pub fn reading(tone_tenths: u8, labels: &[&str]) -> Reading {
    let mut given = Labels { tone_tenths, ..Labels::default() };
    let mut evidence = Vec::new();
    for label in labels {
        let (family, id) = label.split_once(':').expect("family:id");
        given.family_mut(Family::from_id(family).expect("family")).push(id.to_owned());
        evidence.push(Evidence { label: id.to_owned(), start: 0, end: 2 });
    }
    Reading { labels: given, evidence, ..Reading::default() }
}

pub trait ReadingExt {
    fn says(self, subject: &str, grasp: Grasp) -> Self;
    fn tells(self, subject: &str) -> Self;
    fn asks(self, topic: &str) -> Self;
}

impl ReadingExt for Reading {
    fn says(mut self, subject: &str, grasp: Grasp) -> Self {
        self.mentions.push(Mention { subject: subject.to_owned(), grasp, start: 0, end: 2 });
        self
    }

    fn tells(self, subject: &str) -> Self {
        self.says(subject, Grasp::Told)
    }

    fn asks(mut self, topic: &str) -> Self {
        self.asks.push(TopicAsked { topic: topic.to_owned(), start: 0, end: 2 });
        self
    }
}

/// A talk in the making.
#[derive(Clone)]
pub struct Talk {
    pub events: Vec<Event>,
    now_ms: u64,
    turns: usize,
}

impl Talk {
    pub fn new() -> Self {
        let began = Event::Began { truth: 0, order: Vec::new() };
        Self { events: vec![began], now_ms: 0, turns: 0 }
    }

    fn last(&self) -> usize {
        self.turns.saturating_sub(1)
    }

    fn push(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    pub fn line(self, text: &str, cue: Option<LineCue>) -> Self {
        let at_ms = self.now_ms;
        self.push(Event::BuyerSaid { at_ms, text: text.to_owned(), item: None, cue })
    }

    pub fn raise(self, item: &str, text: &str) -> Self {
        let (turn, at_ms) = (self.last(), self.now_ms);
        self.push(Event::Heard { turn, item: item.to_owned(), hearing: Hearing::Raised }).push(Event::BuyerSaid {
            at_ms,
            text: text.to_owned(),
            item: Some(item.to_owned()),
            cue: None,
        })
    }

    /// A reply that took so long after the buyer's line.
    pub fn reply_after(mut self, latency_ms: u64, text: &str, reading: Reading) -> Self {
        self.now_ms += latency_ms;
        self.turns += 1;
        let (turn, at_ms) = (self.turns - 1, self.now_ms);
        let latency_ms = Some(latency_ms);
        self.push(Event::TraineeSaid { turn, at_ms, latency_ms, text: text.to_owned(), reading: Box::new(reading) })
    }

    pub fn reply(self, text: &str, reading: Reading) -> Self {
        self.reply_after(6_000, text, reading)
    }

    pub fn hear(self, item: &str, hearing: Hearing) -> Self {
        let turn = self.last();
        self.push(Event::Heard { turn, item: item.to_owned(), hearing })
    }

    pub fn close(self, technique: &str, timing: Timing, fit: i32, accepted: bool) -> Self {
        let turn = self.last();
        self.push(Event::CloseTried { turn, technique: technique.to_owned(), timing, fit, accepted })
    }

    pub fn mood(self, mood: i32) -> Self {
        let at_ms = self.now_ms;
        self.push(Event::Felt { at_ms, mood, patience: 500, beliefs: [500; 4] })
    }

    pub fn truth_told(self) -> Self {
        let turn = self.last();
        self.push(Event::TruthTold { turn, adds: Vec::new() })
    }

    pub fn signal(self) -> Self {
        let at_ms = self.now_ms;
        self.push(Event::SignalGiven { at_ms })
    }

    pub fn agreed(self) -> Self {
        let turn = self.last();
        self.push(Event::Agreed { turn }).push(Event::SettleOpened { id: None })
    }

    pub fn repeated(self) -> Self {
        let turn = self.last();
        self.push(Event::Repeated { turn, of: 0 })
    }

    pub fn over(self, outcome: Outcome) -> Self {
        let at_ms = self.now_ms + 1_000;
        let goal_met = outcome == Outcome::Deal;
        self.push(Event::Over { at_ms, outcome, goal_met })
    }

    pub fn card(&self) -> Scorecard {
        score(&scenario(), &self.events)
    }

    /// The points of one dimension; None where it does not apply.
    pub fn points(&self, dimension: &str) -> Option<u8> {
        self.dimension(dimension).score
    }

    pub fn dimension(&self, dimension: &str) -> DimensionScore {
        let card = self.card();
        card.dimensions.into_iter().find(|d| d.id == dimension).expect("the scenario weighs it")
    }
}

/// A sale as one would show it to a class.
pub fn good() -> Talk {
    Talk::new()
        .raise("servings", "一盒喝几天")
        .reply(
            "您好,一盒20天。是您自己喝吗?",
            reading(44, &["steps:greet", "steps:consult", "steps:ask"]).tells("fact:servings").asks("for_whom"),
        )
        .hear("servings", Hearing::Settled)
        .truth_told()
        .line("我自己喝", None)
        .reply("那正好,一袋能续三泡,味道很轻。", reading(42, &["steps:recommend"]).tells("benefit:leaf"))
        .raise("price", "太贵了")
        .reply(
            "理解您,整叶的,一袋能续三泡。",
            reading(45, &["moves:acknowledge", "moves:evidence", "steps:objection"]).tells("fact:leaf"),
        )
        .hear("price", Hearing::Settled)
        .signal()
        .line("那行", Some(LineCue::Signal))
        .reply("您看今天发还是明天发?", reading(42, &["closes:alternative"]))
        .close("alternative", Timing::Right, 900, true)
        .agreed()
        .line("今天", None)
        .reply("好的,谢谢您,再见。", reading(45, &["steps:farewell"]))
        .over(Outcome::Deal)
}

/// Polite enough, answers by halves, closes late and is put off.
pub fn average() -> Talk {
    Talk::new()
        .raise("servings", "一盒喝几天")
        .reply_after(14_000, "能喝一阵子的。", reading(33, &["steps:consult"]).says("fact:servings", Grasp::Touched))
        .hear("servings", Hearing::Half)
        .raise("servings", "几天")
        .reply_after(14_000, "20天。", reading(31, &["steps:consult"]).tells("fact:servings"))
        .hear("servings", Hearing::Settled)
        .raise("price", "太贵了")
        .reply_after(16_000, "一分钱一分货。", reading(30, &["steps:objection", "moves:refute"]))
        .hear("price", Hearing::Evaded)
        .raise("price", "还是贵")
        .reply_after(
            14_000,
            "理解,我们是整叶的。",
            reading(34, &["steps:objection", "moves:acknowledge", "moves:evidence"]).tells("fact:leaf"),
        )
        .hear("price", Hearing::Settled)
        .signal()
        .line("那行", Some(LineCue::Signal))
        .reply_after(12_000, "嗯,您再看看。", reading(30, &[]))
        .line("哦", Some(LineCue::Cooling))
        .reply_after(12_000, "那就给您下单?", reading(31, &["closes:assumptive"]))
        .close("assumptive", Timing::Late, 0, false)
        .over(Outcome::Deferred)
}

/// Quick and rude.
pub fn rude() -> Talk {
    Talk::new()
        .raise("servings", "一盒喝几天")
        .reply_after(2_000, "自己看详情页", reading(16, &["faults:curt"]))
        .hear("servings", Hearing::Evaded)
        .raise("price", "太贵了")
        .reply_after(2_000, "买不起就别买", reading(10, &["faults:arrogant", "steps:objection"]))
        .hear("price", Hearing::Evaded)
        .over(Outcome::Left)
}

/// Textbook closes one after the other, whatever the buyer asks.
pub fn stuffed() -> Talk {
    let closes = ["closes:assumptive", "closes:alternative", "closes:warning", "closes:testimonial"];
    let mut talk = Talk::new().raise("servings", "一盒喝几天");
    for n in 0..5 {
        talk = talk
            .reply_after(9_000, "那我帮您安排,今天发还是明天发?库存不多,很多客户都买了。", reading(31, &closes))
            .hear("servings", Hearing::Evaded);
        for technique in ["assumptive", "alternative", "warning", "testimonial"] {
            talk = talk.close(technique, Timing::Early, 0, false);
        }
        talk = talk.raise("servings", if n == 4 { "算了" } else { "我问几天" });
    }
    talk.over(Outcome::Left)
}
