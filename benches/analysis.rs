//! How long a reply takes to be read, and how much memory the model takes: `cargo bench --no-default-features`.
//! For one core: `taskset -c 0 cargo bench --no-default-features`.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use huashu::analysis::{Analyser, Context, PlainSheet, Sheet};
use huashu::scenario::Money;
use huashu::scenario::format::Channel;

const MODEL: &[u8] = include_bytes!("../assets/model/huashu.model");

/// The buyer's line and the reply: everyday talk of a shop that sells thermos flasks.
const TALK: [(&str, &str); 20] = [
    ("在吗", "在的亲,您是想看保温杯吗?自己用还是送人呢?"),
    ("这个能保温多久啊", "早上灌开水,到晚上还有五十多度,十二个小时没问题的"),
    ("太贵了吧", "理解您的想法,不过内胆是316不锈钢,一天算下来两毛钱,能用好几年呢"),
    ("再便宜点呗", "价格是公司定的我改不了,但今天下单我帮您申请一个杯刷,您看行吗"),
    ("有几种颜色", "有雾白、墨绿和豆沙三种,女生拿豆沙的最多,您喜欢哪个?"),
    ("漏水吗", "盖子有硅胶圈,装满水倒放一晚都不漏,放包里您放心"),
    ("我再想想", "好的您慢慢考虑,是容量拿不准,还是颜色没想好?我帮您参谋一下"),
    ("什么时候发货", "下午四点前付款当天就发,走中通,江浙沪后天能到"),
    ("收到杯子磕了个坑", "真对不起,给您添麻烦了,您拍张照片发我,今天就给您补发一个新的"),
    ("别家才59", "便宜的多是304的,您可以看看杯底的钢印,咱们这款是316,泡茶不串味"),
    ("能放洗碗机吗", "杯身不建议进洗碗机,漆面会花,杯盖拆下来手洗一分钟就好"),
    ("给我爸买的", "那建议您选750毫升的,叔叔出门一天不用续水,杯盖单手就能开"),
    ("行,要一个绿的", "好嘞,墨绿500毫升一个,89元包邮,您核对下地址我马上给您备注"),
    ("怎么还没到", "我查了下快递昨晚到您市里了,今天下午派送,晚上没收到您喊我"),
    ("有赠品吗", "现在拍送杯刷和杯套各一个,活动到周日晚上结束"),
    ("谢谢", "不客气呀,用着有什么问题随时找我,祝您生活愉快"),
    ("质量不会有问题吧", "一年质保,坏了直接换新,上个月有位老师一口气给办公室带了六个"),
    ("不需要,家里有", "好的不打扰您,等杯子不保温了想换的时候再来找我就行"),
    ("哪个容量好", "平时坐办公室500的够了,爱往外跑就750的,两个差价十块"),
    ("你们是厂家吗", "我们是永康的厂子,自己做了十一年了,您要是过来可以带您看看生产线"),
];

fn sheet() -> Sheet {
    let facts = [
        "容量:500毫升、750毫升(加10元)",
        "材质:316不锈钢内胆,硅胶密封圈,不含双酚A",
        "保温:95℃热水12小时后不低于50℃",
        "颜色:雾白、墨绿、豆沙",
        "清洗:杯身不可进洗碗机",
        "赠品:杯刷1个、杯套1个",
        "发货:16点前付款当天发,中通包邮,江浙沪2天到",
        "质保:1年,质量问题换新;7天无理由退货(未使用)",
    ];
    Sheet::plain(&PlainSheet {
        name: "暖屿 保温杯 500ml".into(),
        category: "杯壶".into(),
        price: Some(Money::from_yuan(89)),
        floor_price: Some(Money::from_yuan(79)),
        facts: facts.map(String::from).to_vec(),
        promotion: Some("第二个半价,本周日24点截止".into()),
    })
}

/// Resident memory of this process, in MB.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok()).map_or(f64::NAN, |kb| kb / 1024.0)
}

fn memory(sheet: &Sheet) {
    let before = resident();
    let analyser = Analyser::new();
    let loaded = resident();
    for (buyer, reply) in TALK {
        black_box(analyser.read(&Context { channel: Channel::Im, buyer, sheet: Some(sheet) }, reply));
    }
    let chars: usize = TALK.iter().map(|(_, reply)| reply.chars().count()).sum();
    println!("{} replies of {} chars on average", TALK.len(), chars / TALK.len());
    println!(
        "memory: {:.1} MB to load the model, {:.1} MB after {} replies",
        loaded - before,
        resident() - before,
        TALK.len()
    );
}

fn analysis(criterion: &mut Criterion) {
    let sheet = sheet();
    memory(&sheet);
    let rules = Analyser::rules();
    let analyser = Analyser::new();
    let mut talk = TALK.iter().cycle();
    let mut next = || {
        let (buyer, reply) = talk.next().copied().unwrap_or_default();
        (Context { channel: Channel::Im, buyer, sheet: Some(&sheet) }, reply)
    };
    let mut group = criterion.benchmark_group("reply");
    group.bench_function("rules", |b| {
        b.iter(|| {
            let (context, reply) = next();
            rules.read_anew(&context, reply)
        });
    });
    let swift = analyser.clone().without_evidence();
    group.bench_function("labels", |b| {
        b.iter(|| {
            let (context, reply) = next();
            swift.read_anew(&context, reply)
        });
    });
    group.bench_function("evidence", |b| {
        b.iter(|| {
            let (context, reply) = next();
            analyser.read_anew(&context, reply)
        });
    });
    group.sample_size(10);
    let long: String = TALK.iter().map(|(_, reply)| *reply).cycle().take(12_500).collect();
    let context = Context { channel: Channel::Im, buyer: "在吗", sheet: Some(&sheet) };
    group.bench_function(format!("{:.1}_mb", long.len() as f64 / 1e6), |b| {
        b.iter(|| analyser.read_anew(&context, &long));
    });
    group.bench_function("load", |b| {
        b.iter_batched(|| MODEL.to_vec(), Analyser::with_model, BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = analysis
}
criterion_main!(benches);
