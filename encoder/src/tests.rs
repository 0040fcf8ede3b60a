//! The encoder as a whole: files sound and broken, the network against plain arithmetic, one result everywhere.

use serde_json::json;

use super::fixture::{Fixture, PIECES, seal};
use super::kernel::Machine;
use super::matching::{HIDDEN, SEEN};
use super::{Item, Known, LABELS, Model, ModelError, Outcome, Scratch};

fn model(fixture: &Fixture) -> Model {
    Model::parse(fixture.bytes()).expect("a sound model")
}

#[test]
fn a_sound_file_says_what_it_is() {
    let bytes = Fixture::small().bytes();
    let end: String = bytes[bytes.len() - 32..].iter().map(|b| format!("{b:02x}")).collect();
    let model = Model::parse(bytes).expect("sound");
    assert_eq!((model.version(), model.licence()), ("2026.11.22", "a notice"));
    assert_eq!(model.checksum(), end);
    assert_eq!((model.labels().len(), model.labels()[35].as_str()), (LABELS, "closes:35"));
    assert_eq!((model.blend().encoder[35], model.blend().linear[0], model.blend().threshold[0]), (0.75, 0.25, 0.5));
    assert_eq!((model.tone_blend().bias, model.match_none), (0.25, 0.5));
}

#[test]
fn a_file_that_is_not_sound_is_refused() {
    let sound = Fixture::small().bytes();
    let changed = |at: usize, byte: u8| {
        let mut bytes = sound.clone();
        bytes[at] ^= byte;
        bytes
    };
    for (name, bytes, error) in [
        ("empty", Vec::new(), ModelError::NotAModel),
        ("a picture", b"\x89PNG\r\n\x1a\n".repeat(9), ModelError::NotAModel),
        ("its first byte changed", changed(0, 1), ModelError::NotAModel),
        ("magic alone", sound[..8].to_vec(), ModelError::Damaged),
        ("frame alone", sound[..16].to_vec(), ModelError::Damaged),
        ("another format", changed(8, 3), ModelError::Format { found: 1, expected: 2 }),
        ("header changed", changed(30, 1), ModelError::Damaged),
        ("data changed", changed(sound.len() - 40, 1), ModelError::Damaged),
        ("checksum changed", changed(sound.len() - 1, 1), ModelError::Damaged),
        ("half", sound[..sound.len() / 2].to_vec(), ModelError::Damaged),
        ("one byte short", sound[..sound.len() - 1].to_vec(), ModelError::Damaged),
        ("one byte more", [sound.as_slice(), &[0]].concat(), ModelError::Damaged),
    ] {
        assert_eq!(Model::parse(bytes).err(), Some(error), "{name}");
    }
    for length in 0..sound.len() {
        assert!(Model::parse(sound[..length].to_vec()).is_err(), "cut to {length}");
    }
    // The header's length goes beyond the file.
    let mut long = sound[..sound.len() - 32].to_vec();
    long[12..16].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(part(seal(long)), "header");
}

/// The part that a file whose checksum fits is refused for.
fn part(bytes: Vec<u8>) -> String {
    match Model::parse(bytes).err() {
        Some(ModelError::Broken { part, .. }) => part,
        other => format!("{other:?}"),
    }
}

#[test]
fn a_broken_part_is_named() {
    let small = Fixture::small();
    for tensor in &small.tensors {
        let without = Fixture {
            tensors: small.tensors.iter().filter(|t| t.name != tensor.name).cloned().collect(),
            ..small.clone()
        };
        assert_eq!(part(without.bytes()), tensor.name);
        let mut other = small.clone();
        other.put(&tensor.name, "u32", &tensor.shape, tensor.bytes.clone());
        assert_eq!(part(other.bytes()), tensor.name, "of another type");
        let mut other = small.clone();
        let shape: Vec<usize> = tensor.shape.iter().map(|side| side + 1).collect();
        other.put(&tensor.name, tensor.kind, &shape, tensor.bytes.clone());
        assert_eq!(part(other.bytes()), tensor.name, "of another shape");
        if tensor.kind == "f32" {
            let mut other = small.clone();
            let bytes = [&f32::NAN.to_le_bytes(), &tensor.bytes[4..]].concat();
            other.put(&tensor.name, "f32", &tensor.shape, bytes);
            assert_eq!(part(other.bytes()), tensor.name, "with a value that is no number");
        }
    }
    for (key, value) in [
        ("layers", json!(0)),
        ("layers", json!(-1)),
        ("layers", json!("six")),
        ("width", json!(4096)),
        ("heads", json!(3)),
        ("inner", json!(0)),
        ("inner", json!(u64::MAX)),
        ("eps", json!(-1)),
        ("eps", json!(1e300)),
        ("max_tokens", json!(6)),
        ("buyer_tokens", json!(19)),
        ("sheet_tokens", json!(14)),
        ("item_tokens", json!(23)),
        ("labels", json!(["one"])),
        ("blend", json!({"encoder": [1], "linear": [1], "threshold": [1]})),
        ("tone", json!({})),
        ("match", json!(1)),
        ("tensors", json!([{"name": "a", "type": "u8", "shape": [1], "offset": -1, "bytes": 1}])),
    ] {
        let mut other = small.clone();
        other.header[key] = value;
        assert_eq!(part(other.bytes()), "header", "{key}");
    }
    for (offset, length) in [(8, 4), (usize::MAX - 15, 4), (1 << 40, 4), (0, usize::MAX)] {
        let mut other = small.clone();
        let place = json!([{"name": "pieces", "type": "u8", "shape": [length], "offset": offset, "bytes": length}]);
        other.header["tensors"] = place;
        assert_eq!(part(other.bytes()), "pieces", "at {offset}");
    }
    let mut other = small.clone();
    other.names("features", &["b", "a", "c", "d", "e"]);
    assert_eq!(part(other.bytes()), "features");
}

/// The tokens' last layer in the plainest arithmetic, with activations rounded to 14 bits, for ids and segments.
fn plain(fixture: &Fixture, tokens: &[(usize, usize)]) -> Vec<Vec<f32>> {
    let size = |key: &str| fixture.header[key].as_u64().expect("a size") as usize;
    let (width, heads, inner) = (size("width"), size("heads"), size("inner"));
    let get = |name: &str| fixture.values(name);
    let product = |x: &[f32], name: &str, rows: usize| -> Vec<f32> {
        let (w, b) = (get(name), get(&format!("{name}.bias")));
        let step = x.iter().map(|v| v.abs()).fold(0.0, f32::max) / 8191.0;
        let x: Vec<f32> = x.iter().map(|v| (v / step).round() * step).collect();
        let row = |r: usize| x.iter().zip(&w[r * x.len()..]).map(|(x, w)| x * w).sum::<f32>() + b[r];
        (0..rows).map(row).collect()
    };
    let norm = |x: Vec<f32>, name: &str| -> Vec<f32> {
        let (w, b) = (get(&format!("{name}.weight")), get(&format!("{name}.bias")));
        let mean = x.iter().sum::<f32>() / width as f32;
        let variance = x.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / width as f32;
        x.iter().enumerate().map(|(i, v)| (v - mean) / (variance + 1e-12).sqrt() * w[i] + b[i]).collect()
    };
    let add = |a: &[f32], b: Vec<f32>| -> Vec<f32> { a.iter().zip(b).map(|(a, b)| a + b).collect() };
    let (embed, position, segment) = (get("embed"), get("position"), get("segment"));
    let mut x: Vec<Vec<f32>> = tokens
        .iter()
        .enumerate()
        .map(|(t, (id, s))| {
            let at = |i: usize| embed[id * width + i] + position[t * width + i] + segment[s * width + i];
            norm((0..width).map(at).collect(), "embed.norm")
        })
        .collect();
    for layer in 0..size("layers") {
        let name = |part: &str| format!("layer{layer}.{part}");
        let qkv: Vec<Vec<f32>> = x.iter().map(|x| product(x, &name("qkv"), 3 * width)).collect();
        let d = width / heads;
        let mixed: Vec<Vec<f32>> = qkv
            .iter()
            .map(|q| {
                (0..width)
                    .map(|i| {
                        let head = i / d * d;
                        let logit = |k: &Vec<f32>| {
                            (0..d).map(|j| q[head + j] * k[width + head + j]).sum::<f32>() / (d as f32).sqrt()
                        };
                        let logits: Vec<f32> = qkv.iter().map(logit).collect();
                        let most = logits.iter().copied().fold(f32::MIN, f32::max);
                        let shares: Vec<f32> = logits.iter().map(|l| (l - most).exp()).collect();
                        let all: f32 = shares.iter().sum();
                        shares.iter().zip(&qkv).map(|(s, v)| s / all * v[2 * width + i]).sum()
                    })
                    .collect()
            })
            .collect();
        x = x.iter().zip(&mixed).map(|(x, m)| norm(add(x, product(m, &name("out"), width)), &name("norm1"))).collect();
        x = x
            .iter()
            .map(|x| {
                let half = |v: f32| 0.5 * v * (1.0 + libm::erff(v / 2f32.sqrt()));
                let up: Vec<f32> = product(x, &name("up"), inner).into_iter().map(half).collect();
                norm(add(x, product(&up, &name("down"), width)), &name("norm2"))
            })
            .collect();
    }
    x
}

/// What the heads make of the last layer: of all tokens but the sheet's.
fn plain_outputs(fixture: &Fixture, tokens: &[(usize, usize)]) -> Vec<f32> {
    let (get, width) = (|name: &str| fixture.values(name), fixture.header["width"].as_u64().expect("a size") as usize);
    let x: Vec<Vec<f32>> = plain(fixture, tokens).into_iter().zip(tokens).filter(|t| t.1.1 != 2).map(|t| t.0).collect();
    let (mean, scale) = (get("pool.mean"), get("pool.scale"));
    let z: Vec<f32> =
        (0..width).map(|i| (x.iter().map(|x| x[i]).sum::<f32>() / x.len() as f32 - mean[i]) * scale[i]).collect();
    let (head, bias) = (get("head.weight"), get("head.bias"));
    let (query, weight, look) = (get("look.query"), get("look.weight"), get("look.scale"));
    let standard = |x: &[f32], i: usize| (x[i] - mean[i]) * look[i];
    let seen = |l: usize| -> f32 {
        let dot = |x: &Vec<f32>, w: &[f32]| (0..width).map(|i| standard(x, i) * w[l * width + i]).sum::<f32>();
        let shares: Vec<f32> = x.iter().map(|x| dot(x, &query).exp()).collect();
        let all: f32 = shares.iter().sum();
        shares.iter().zip(&x).map(|(share, x)| share / all * dot(x, &weight)).sum()
    };
    let first = |l: usize| z.iter().zip(&head[l * width..]).map(|(z, w)| z * w).sum::<f32>();
    (0..=LABELS).map(|l| first(l) + bias[l] + seen(l)).collect()
}

/// Vectors of standardised tokens for matching, of length 1.
fn plain_vectors(fixture: &Fixture, x: &[Vec<f32>], matrix: &str) -> Vec<Vec<f32>> {
    let (w, mean, look) = (fixture.values(matrix), fixture.values("pool.mean"), fixture.values("look.scale"));
    x.iter()
        .map(|x| {
            let own: Vec<f32> = x.iter().enumerate().map(|(i, v)| (v - mean[i]) * look[i]).collect();
            let v: Vec<f32> = w.chunks(own.len()).map(|row| row.iter().zip(&own).map(|(a, b)| a * b).sum()).collect();
            let length = v.iter().map(|v: &f32| v * v).sum::<f32>().sqrt();
            v.iter().map(|v| v / length).collect()
        })
        .collect()
}

fn id(piece: &str) -> usize {
    PIECES.iter().position(|p| *p == piece).expect("a piece")
}

/// Rounded activations that fall to the other side make a small difference.
fn close(ours: &[f32], plain: &[f32]) {
    assert_eq!(ours.len(), plain.len());
    let most = plain.iter().fold(0.2f32, |most, v| most.max(v.abs()));
    for (ours, plain) in ours.iter().zip(plain) {
        assert!((ours - plain).abs() < most * 1e-3, "{ours} is not {plain}");
    }
}

#[test]
fn the_network_does_what_plain_arithmetic_does() {
    for fixture in [Fixture::small(), Fixture::of(72, 6, 100, 3)] {
        let model = model(&fixture);
        let mut scratch = Scratch::new(&model);
        for (buyer, sheet, reply, buyer_pieces, sheet_pieces, reply_pieces) in [
            ("你好", "", "多少钱", vec!["▁你", "好"], vec![], vec!["▁", "多少钱"]),
            ("", "", "", vec!["▁", "无"], vec![], vec![]),
            ("", "买", "买吗😀😀", vec!["▁", "无"], vec!["▁买"], vec!["▁买", "吗", "<unk>"]),
            (
                "吗吗好好好好好好",
                "你好吗好多少钱",
                "你好 你好吗买",
                vec!["好"; 6],
                vec!["▁你", "好", "吗", "好"],
                vec!["▁你", "好", "▁你", "好", "吗", "买"],
            ),
        ] {
            let mut tokens = vec![(0, 0)];
            tokens.extend(buyer_pieces.iter().map(|p| (id(p), 0)));
            tokens.push((2, 0));
            if !sheet.is_empty() {
                tokens.extend(sheet_pieces.iter().map(|p| (id(p), 2)));
                tokens.push((2, 2));
            }
            tokens.extend(reply_pieces.iter().map(|p| (id(p), 1)));
            tokens.push((2, 1));
            let logits = plain_outputs(&fixture, &tokens);
            let outcome = model.reply(&mut scratch, buyer, sheet, reply);
            close(&[outcome.logits.as_slice(), &[outcome.tone]].concat(), &logits);
            assert!(!outcome.cut);
        }
    }
}

#[test]
fn an_item_is_met_by_the_nearest_tokens() {
    for fixture in [Fixture::small(), Fixture::of(72, 6, 100, 3)] {
        let model = model(&fixture);
        let mut scratch = Scratch::new(&model);
        let spoken = [(0, 0), (id("▁你"), 0), (2, 0), (id("▁买"), 2), (2, 2), (id("▁买"), 1), (id("吗"), 1), (2, 1)];
        let x = plain(&fixture, &spoken);
        let meant = [(0, 2), (id("▁买"), 2), (id("好"), 2), (2, 2)];
        let y = plain(&fixture, &meant)[1..3].to_vec();
        let (words, item) = (plain_vectors(&fixture, &x, "match.weight"), plain_vectors(&fixture, &y, "match.item"));
        let (worth, mean, look) =
            (fixture.values("match.worth"), fixture.values("pool.mean"), fixture.values("look.scale"));
        let looks: Vec<f32> =
            y.iter().map(|y| (0..y.len()).map(|i| (y[i] - mean[i]) * look[i] * worth[i]).sum::<f32>().exp()).collect();
        let all: f32 = looks.iter().sum();
        let met = |segment: usize| -> f32 {
            let best = |item: &Vec<f32>| {
                let dots = words.iter().zip(&spoken).filter(|w| w.1.1 == segment);
                dots.map(|w| w.0.iter().zip(item).map(|(a, b)| a * b).sum::<f32>()).fold(-1.0, f32::max)
            };
            item.iter().zip(&looks).map(|(item, look)| best(item) * look / all).sum()
        };
        let (_, speech) = model.listen(&mut scratch, "你", "买", "买吗");
        let ours = model.item(&mut scratch, "买好");
        close(&ours.met(&scratch, &speech), &[met(1), met(0)]);
        assert_eq!(Item::default().met(&scratch, &speech), [0.0, 0.0]);
    }
}

#[test]
fn what_is_known_of_items_is_weighed() {
    let fixture = Fixture::small();
    let seen = |near: [u32; 2], met: [f32; 2]| Known { near, met };
    let given = [seen([100, 900], [-0.3, 0.4]), seen([500, 0], [0.2, 0.1]), seen([0, 0], [0.9, 1.0])];
    let near = |shared: u32| shared as f32 / (shared as f32 + 1000.0);
    let known = given.map(|k| [near(k.near[0]), near(k.near[1]), k.met[0], k.met[1]]);
    let (hidden, bias) = (fixture.values("match.hidden"), fixture.values("match.bias"));
    let (out, direct) = (fixture.values("match.out"), fixture.values("match.direct"));
    let score = |item: &[f32; 4]| -> f32 {
        let mean = |k: usize| known.iter().map(|i| i[k]).sum::<f32>() / 3.0;
        let seen: Vec<f32> = (0..SEEN).map(|k| item[k % 4] - if k < 4 { 0.0 } else { mean(k % 4) }).collect();
        let dot = |row: &[f32]| row.iter().zip(&seen).map(|(a, b)| a * b).sum::<f32>();
        let units = (0..HIDDEN).map(|h| (dot(&hidden[h * SEEN..][..SEEN]) + bias[h]).max(0.0) * out[h]);
        units.sum::<f32>() + dot(&direct) - 0.5
    };
    close(&model(&fixture).spoken_of(&given), &known.iter().map(score).collect::<Vec<_>>());
    assert!(model(&fixture).spoken_of(&[]).is_empty());
}

#[test]
fn what_is_too_long_is_cut_and_said_so() {
    let model = model(&Fixture::small());
    let mut scratch = Scratch::new(&model);
    let of = |scratch: &mut Scratch, count: usize| model.reply(scratch, "好", "买", &"吗".repeat(count));
    // 24 tokens, 4 marks, 2 of the buyer, 1 of the sheet, and the blank before the reply.
    let whole = of(&mut scratch, 16);
    assert!(!whole.cut);
    for count in [17, 3000, 400_000] {
        let cut = of(&mut scratch, count);
        assert!(cut.cut);
        assert_eq!(cut, Outcome { cut: true, ..whole.clone() }, "{count}");
    }
    let endless = "好".repeat(400_000);
    let one = model.reply(&mut scratch, &"好".repeat(100), &"好".repeat(100), "吗");
    assert_eq!(model.reply(&mut scratch, &endless, &endless, "吗"), one);
    assert_eq!(model.item(&mut scratch, &"吗".repeat(400_000)), model.item(&mut scratch, &"吗".repeat(7)));
}

#[test]
fn every_machine_gives_the_same_bytes() {
    for fixture in [Fixture::small(), Fixture::of(72, 6, 100, 2), Fixture::of(384, 12, 1536, 1)] {
        let model = model(&fixture);
        let mut here = Scratch::new(&model);
        for machine in Machine::all() {
            let mut there = Scratch::on(machine, &model);
            for (buyer, sheet, reply) in [
                ("", "", ""),
                ("你好", "", "多少钱"),
                ("吗", "多少钱", "你好 你好吗买"),
                ("买", "好", "买吗好吗好吗好吗好吗好吗"),
            ] {
                let (ours, speech) = model.listen(&mut here, buyer, sheet, reply);
                let (theirs, same) = model.listen(&mut there, buyer, sheet, reply);
                assert_eq!((bits(&ours), &speech), (bits(&theirs), &same), "{machine:?}");
                let (item, other) = (model.item(&mut here, reply), model.item(&mut there, reply));
                assert_eq!(item, other, "{machine:?}");
                assert_eq!(item.met(&here, &speech), item.met(&there, &speech), "{machine:?}");
            }
        }
        // Nothing is left over from one text to the next.
        let again = model.reply(&mut here, "你好", "买", "多少钱");
        assert_eq!(bits(&again), bits(&model.reply(&mut Scratch::new(&model), "你好", "买", "多少钱")));
    }
}

fn bits(outcome: &Outcome) -> Vec<u32> {
    outcome.logits.iter().chain(&[outcome.tone]).map(|v| v.to_bits()).collect()
}

#[test]
fn a_scratch_serves_another_model() {
    let (small, large) = (model(&Fixture::small()), model(&Fixture::of(72, 6, 100, 3)));
    let mut scratch = Scratch::new(&small);
    let outcome = large.reply(&mut scratch, "你好", "好", "买吗");
    assert_eq!(outcome, large.reply(&mut Scratch::new(&large), "你好", "好", "买吗"));
    assert_eq!(small.item(&mut scratch, "好"), small.item(&mut Scratch::new(&small), "好"));
}
