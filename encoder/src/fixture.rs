//! Model files for tests: any sizes, weights from a fixed series, every part open to be changed.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::header::LABELS;
use super::matching::{HIDDEN, SEEN, VECTOR};

/// A model file before it is put together.
#[derive(Clone)]
pub(super) struct Fixture {
    pub header: Value,
    pub tensors: Vec<Tensor>,
}

#[derive(Clone)]
pub(super) struct Tensor {
    pub name: String,
    pub kind: &'static str,
    pub shape: Vec<usize>,
    pub bytes: Vec<u8>,
}

impl Tensor {
    /// The values as they count; rows of int8 with their scales.
    pub fn floats(&self, scale: Option<&Tensor>) -> Vec<f32> {
        if self.kind == "f32" {
            return self.bytes.as_chunks::<4>().0.iter().map(|b| f32::from_le_bytes(*b)).collect();
        }
        let scale = scale.map(|s| s.floats(None)).unwrap_or_default();
        let columns = self.shape[1];
        self.bytes.iter().enumerate().map(|(i, b)| f32::from(*b as i8) * scale[i / columns]).collect()
    }
}

/// Numbers from −1 to 1.
struct Series(u32);

impl Series {
    fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / (1 << 23) as f32 - 1.0
    }
}

pub(super) const PIECES: [&str; 14] =
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁你", "你", "好", "你好", "吗", "▁买", "无", "买", "多少钱"];
pub(super) const FEATURES: [&str; 5] = ["b:你", "n:买吗", "n:你好", "question", "x"];

impl Fixture {
    /// Width 8, 2 heads, inner 16 and one layer.
    pub fn small() -> Self {
        Self::of(8, 2, 16, 1)
    }

    pub fn of(width: usize, heads: usize, inner: usize, layers: usize) -> Self {
        let max_tokens = 24;
        let flat = |value: f32| vec![value; LABELS];
        let header = json!({
            "version": "2026.11.22", "licence": "a notice", "layers": layers, "width": width, "heads": heads,
            "inner": inner, "eps": 1e-12, "max_tokens": max_tokens, "buyer_tokens": 6, "sheet_tokens": 4,
            "item_tokens": 8,
            "labels": (0..LABELS).map(|l| format!("closes:{l}")).collect::<Vec<_>>(),
            "blend": {"encoder": flat(0.75), "linear": flat(0.25), "threshold": flat(0.5)},
            "tone": {"encoder": 0.5, "linear": 0.5, "bias": 0.25}, "match": {"none": 0.5}, "other": [1, 2],
        });
        let mut fixture = Self { header, tensors: Vec::new() };
        let mut series = Series(7);
        fixture.names("pieces", &PIECES);
        let scores: Vec<f32> = (0..PIECES.len()).map(|i| -((i * i) as f32)).collect();
        fixture.floats("piece_scores", &[PIECES.len()], scores);
        fixture.ints("embed", PIECES.len(), width, &mut series);
        let mut plain = |fixture: &mut Self, name: &str, shape: &[usize], around: f32, spread: f32| {
            let count = shape.iter().product();
            let values = (0..count).map(|_| around + spread * series.next()).collect();
            fixture.floats(name, shape, values);
        };
        plain(&mut fixture, "embed.scale", &[PIECES.len()], 0.01, 0.005);
        plain(&mut fixture, "position", &[max_tokens, width], 0.0, 0.3);
        plain(&mut fixture, "segment", &[3, width], 0.0, 0.3);
        for norm in ["embed.norm".to_owned()]
            .into_iter()
            .chain((0..layers).flat_map(|i| [format!("layer{i}.norm1"), format!("layer{i}.norm2")]))
        {
            plain(&mut fixture, &format!("{norm}.weight"), &[width], 1.0, 0.3);
            plain(&mut fixture, &format!("{norm}.bias"), &[width], 0.0, 0.3);
        }
        plain(&mut fixture, "pool.mean", &[width], 0.0, 0.2);
        plain(&mut fixture, "pool.scale", &[width], 1.0, 0.3);
        plain(&mut fixture, "head.weight", &[LABELS + 1, width], 0.0, 1.0);
        plain(&mut fixture, "head.bias", &[LABELS + 1], 0.0, 1.0);
        plain(&mut fixture, "look.query", &[LABELS + 1, width], 0.0, 0.5);
        plain(&mut fixture, "look.weight", &[LABELS + 1, width], 0.0, 1.0);
        plain(&mut fixture, "look.scale", &[width], 1.0, 0.3);
        plain(&mut fixture, "match.weight", &[VECTOR, width], 0.0, 1.0);
        plain(&mut fixture, "match.item", &[VECTOR, width], 0.0, 1.0);
        plain(&mut fixture, "match.worth", &[width], 0.0, 1.0);
        plain(&mut fixture, "match.hidden", &[HIDDEN, SEEN], 0.0, 1.0);
        plain(&mut fixture, "match.bias", &[HIDDEN], 0.0, 0.3);
        plain(&mut fixture, "match.out", &[HIDDEN], 0.0, 1.0);
        plain(&mut fixture, "match.direct", &[SEEN], 0.0, 1.0);
        plain(&mut fixture, "linear.scale", &[LABELS + 1], 0.02, 0.01);
        plain(&mut fixture, "linear.bias", &[LABELS + 1], 0.0, 1.0);
        for layer in 0..layers {
            for (part, rows, columns) in
                [("qkv", 3 * width, width), ("out", width, width), ("up", inner, width), ("down", width, inner)]
            {
                let name = format!("layer{layer}.{part}");
                let even = 0.03 / (columns as f32).sqrt();
                plain(&mut fixture, &format!("{name}.scale"), &[rows], even, even / 2.0);
                plain(&mut fixture, &format!("{name}.bias"), &[rows], 0.0, 0.3);
                fixture.ints(&name, rows, columns, &mut Series(layer as u32 * 31 + rows as u32));
            }
        }
        fixture.names("features", &FEATURES);
        fixture.ints("linear.weight", FEATURES.len(), LABELS + 1, &mut Series(5));
        fixture
    }

    /// Adds a tensor or replaces the one of that name.
    pub fn put(&mut self, name: &str, kind: &'static str, shape: &[usize], bytes: Vec<u8>) {
        self.tensors.retain(|t| t.name != name);
        self.tensors.push(Tensor { name: name.to_owned(), kind, shape: shape.to_vec(), bytes });
    }

    pub fn names(&mut self, name: &str, names: &[&str]) {
        let bytes: Vec<u8> =
            names.iter().flat_map(|name| std::iter::once(name.len() as u8).chain(name.bytes())).collect();
        self.put(name, "u8", &[bytes.len()], bytes);
    }

    pub fn floats(&mut self, name: &str, shape: &[usize], values: Vec<f32>) {
        self.put(name, "f32", shape, values.iter().flat_map(|v| v.to_le_bytes()).collect());
    }

    fn ints(&mut self, name: &str, rows: usize, columns: usize, series: &mut Series) {
        let bytes = (0..rows * columns).map(|_| (series.next() * 127.0) as i8 as u8).collect();
        self.put(name, "i8", &[rows, columns], bytes);
    }

    pub fn tensor(&self, name: &str) -> &Tensor {
        self.tensors.iter().find(|t| t.name == name).expect("a tensor of this name")
    }

    /// The tensor's values as they count.
    pub fn values(&self, name: &str) -> Vec<f32> {
        let scale = format!("{name}.scale");
        self.tensor(name).floats(self.tensors.iter().find(|t| t.name == scale))
    }

    /// Like `values`, where each column has its scale.
    pub fn values_of_columns(&self, name: &str, scale: &str) -> Vec<f32> {
        let scale = self.values(scale);
        self.tensor(name).bytes.iter().enumerate().map(|(i, b)| f32::from(*b as i8) * scale[i % scale.len()]).collect()
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut header = self.header.clone();
        let mut data: Vec<u8> = Vec::new();
        let mut entries = Vec::new();
        for Tensor { name, kind, shape, bytes } in &self.tensors {
            data.resize(data.len().next_multiple_of(16), 0);
            entries
                .push(json!({"name": name, "type": kind, "shape": shape, "offset": data.len(), "bytes": bytes.len()}));
            data.extend(bytes);
        }
        if header.get("tensors").is_none() {
            header["tensors"] = Value::Array(entries);
        }
        let json = header.to_string();
        let mut file = b"HUASHUM\0\x02\0\0\0".to_vec();
        file.extend((json.len() as u32).to_le_bytes());
        file.extend(json.bytes());
        file.resize(file.len().next_multiple_of(16), 0);
        file.extend(data);
        seal(file)
    }
}

/// Appends the checksum.
pub(super) fn seal(mut body: Vec<u8>) -> Vec<u8> {
    let checksum = Sha256::digest(&body);
    body.extend(checksum.as_slice());
    body
}
