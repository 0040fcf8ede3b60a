//! Milliseconds per reply of the encoder alone, for `tools/bench/rivals.py`:
//! `time MODEL < LINES`, a line of input for each text, the buyer's line and the reply with a tab between them.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::hint::black_box;
use std::io::BufRead as _;
use std::time::Instant;

use huashu_encoder::{Model, Scratch};

const ROUNDS: usize = 5;
const PASSES: u32 = 40;

fn main() {
    let path = std::env::args().nth(1).expect("the model's path");
    let model = Model::parse(std::fs::read(path).expect("the model can be read")).expect("a model");
    let mut scratch = Scratch::new(&model);
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line of UTF-8");
        let (buyer, reply) = line.split_once('\t').expect("a tab");
        let outcome = model.reply(&mut scratch, buyer, "", reply);
        let mut best = f64::MAX;
        for _ in 0..ROUNDS {
            let start = Instant::now();
            for _ in 0..PASSES {
                black_box(model.reply(&mut scratch, black_box(buyer), "", black_box(reply)));
            }
            best = best.min(start.elapsed().as_secs_f64() * 1000.0 / f64::from(PASSES));
        }
        println!("{}", serde_json::json!({ "ms": best, "logits": outcome.logits.to_vec(), "tone": outcome.tone }));
    }
}
