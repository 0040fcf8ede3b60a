//! Any text as a reply: the tone is in range, and all evidence lies inside the reply.
#![no_main]

use std::sync::LazyLock;

use huashu::analysis::{Analyser, Context};
use huashu::scenario::format::Channel;
use libfuzzer_sys::fuzz_target;

static ANALYSER: LazyLock<Analyser> = LazyLock::new(Analyser::new);

fuzz_target!(|texts: (&str, &str)| {
    let (buyer, reply) = texts;
    let reading = ANALYSER.read(&Context { channel: Channel::Im, buyer, sheet: None }, reply);
    let chars = reply.chars().count();
    assert!((10..=50).contains(&reading.labels.tone_tenths));
    for evidence in &reading.evidence {
        assert!(evidence.start <= evidence.end && evidence.end <= chars, "{evidence:?} of {chars}");
    }
});
