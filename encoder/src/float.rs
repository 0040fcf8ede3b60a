//! Float arithmetic with one order of sums and no fused steps: the same bits with every set of instructions.

use std::ops::Range;

use super::kernel::Machine;

impl Machine {
    /// Layer normalisation of each row.
    pub fn normalise(self, rows: &mut [f32], weight: &[f32], bias: &[f32], eps: f32) {
        self.run(
            #[inline(always)]
            || {
                for row in rows.chunks_exact_mut(weight.len()) {
                    normalise_row(row, weight, bias, eps);
                }
            },
        );
    }

    /// Adds the values to the sums, one by one.
    pub fn add(self, sums: &mut [f32], values: &[f32]) {
        self.run(
            #[inline(always)]
            || add_scaled(sums, values, 1.0),
        );
    }

    pub fn gelu(self, values: &mut [f32]) {
        self.run(
            #[inline(always)]
            || {
                for value in values {
                    *value = gelu(*value);
                }
            },
        );
    }

    /// The mean of the rows, which are as long as `mean`.
    pub fn mean(self, rows: &[f32], mean: &mut [f32]) {
        self.run(
            #[inline(always)]
            || {
                let count = (rows.len() / mean.len()) as f32;
                mean.fill(0.0);
                for row in rows.chunks_exact(mean.len()) {
                    add_scaled(mean, row, 1.0);
                }
                for value in mean {
                    *value /= count;
                }
            },
        );
    }

    /// The scalar product of each row with the column.
    pub fn dots(self, rows: &[f32], column: &[f32], out: &mut [f32]) {
        self.run(
            #[inline(always)]
            || {
                for (out, row) in out.iter_mut().zip(rows.chunks_exact(column.len())) {
                    *out = dot(row, column);
                }
            },
        );
    }

    /// Shares that sum to one, in place of the values.
    pub fn softmax(self, values: &mut [f32]) {
        self.run(
            #[inline(always)]
            || softmax(values),
        );
    }

    /// Attention: `wide` has each token's queries, keys and values, `mixed` receives what each token takes from all.
    /// `keys` and `shares` are buffers, for one head's keys and for a number for each token.
    pub fn attend(self, wide: &[f32], heads: usize, keys: &mut [f32], shares: &mut [f32], mixed: &mut [f32]) {
        self.run(
            #[inline(always)]
            || {
                let width = mixed.len() / shares.len();
                for columns in (0..heads).map(|head| head * width / heads..(head + 1) * width / heads) {
                    attend_head(wide, width, columns, keys, shares, mixed);
                }
            },
        );
    }
}

#[inline(always)]
fn attend_head(
    wide: &[f32],
    width: usize,
    columns: Range<usize>,
    keys: &mut [f32],
    shares: &mut [f32],
    mixed: &mut [f32],
) {
    let tokens = shares.len();
    let scale = 1.0 / (columns.len() as f32).sqrt();
    for (token, row) in wide.chunks_exact(3 * width).enumerate() {
        for (keys, key) in keys.chunks_exact_mut(tokens).zip(&row[width..2 * width][columns.clone()]) {
            keys[token] = *key;
        }
    }
    for (row, out) in wide.chunks_exact(3 * width).zip(mixed.chunks_exact_mut(width)) {
        shares.fill(0.0);
        for (query, keys) in row[columns.clone()].iter().zip(keys.chunks_exact(tokens)) {
            add_scaled(shares, keys, query * scale);
        }
        softmax(shares);
        let out = &mut out[columns.clone()];
        out.fill(0.0);
        for (share, row) in shares.iter().zip(wide.chunks_exact(3 * width)) {
            add_scaled(out, &row[2 * width..][columns.clone()], *share);
        }
    }
}

/// Sums run in so many lanes, which are then added as a tree.
const LANES: usize = 8;

#[inline(always)]
fn tree(lanes: [f32; LANES]) -> f32 {
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// Sums what the function makes of pairs of values.
#[inline(always)]
fn lanes(a: &[f32], b: &[f32], term: impl Fn(f32, f32) -> f32) -> f32 {
    let (chunks_a, rest_a) = a.as_chunks::<LANES>();
    let (chunks_b, rest_b) = b.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (a, b) in chunks_a.iter().zip(chunks_b) {
        for lane in 0..LANES {
            sums[lane] += term(a[lane], b[lane]);
        }
    }
    for ((sum, a), b) in sums.iter_mut().zip(rest_a).zip(rest_b) {
        *sum += term(*a, *b);
    }
    tree(sums)
}

#[inline(always)]
fn sum(values: &[f32]) -> f32 {
    lanes(values, values, |a, _| a)
}

#[inline(always)]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    lanes(a, b, |a, b| a * b)
}

/// Adds factor × values to the sums, one by one.
#[inline(always)]
fn add_scaled(sums: &mut [f32], values: &[f32], factor: f32) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += factor * value;
    }
}

/// Layer normalisation of one row in place.
#[inline(always)]
fn normalise_row(row: &mut [f32], weight: &[f32], bias: &[f32], eps: f32) {
    let count = row.len() as f32;
    let mean = sum(row) / count;
    let variance = lanes(row, row, |a, _| (a - mean) * (a - mean)) / count;
    let factor = 1.0 / (variance + eps).sqrt();
    for ((value, weight), bias) in row.iter_mut().zip(weight).zip(bias) {
        *value = (*value - mean) * factor * weight + bias;
    }
}

/// Makes shares that sum to 1 of a row of logits.
#[inline(always)]
fn softmax(row: &mut [f32]) {
    let most = row.iter().fold(f32::MIN, |most, v| if *v > most { *v } else { most });
    row.iter_mut().for_each(|v| *v = exp(*v - most));
    let factor = 1.0 / sum(row);
    row.iter_mut().for_each(|v| *v *= factor);
}

/// e to the power of x, for x from −87 to 88; what lies beyond counts as these ends. Relative error below 1e-6.
#[inline(always)]
fn exp(x: f32) -> f32 {
    const ROUNDER: f32 = 12_582_912.0;
    // ln 2 in two parts, the first with few bits, so that n × it is exact.
    const HIGH: f32 = 0.693_359_4;
    const LOW: f32 = -2.121_944_4e-4;
    let x = clamp(x, -87.0, 88.0);
    let shifted = x * std::f32::consts::LOG2_E + ROUNDER;
    let n = shifted - ROUNDER;
    let r = (x - n * HIGH) - n * LOW;
    let p = 1.987_569_1e-4;
    let p = p * r + 1.398_199_9e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let p = (p * r) * r + r + 1.0;
    let power = shifted.to_bits().wrapping_sub(ROUNDER.to_bits()).wrapping_add(127) << 23;
    p * f32::from_bits(power)
}

/// The error function as a quotient of polynomials. Absolute error below 1e-6.
#[inline(always)]
fn erf(x: f32) -> f32 {
    let x = clamp(x, -4.0, 4.0);
    let s = x * x;
    let p = -2.726_142_3e-10;
    let p = p * s + 2.770_681_4e-8;
    let p = p * s + -2.101_024e-6;
    let p = p * s + -5.692_506_5e-5;
    let p = p * s + -7.349_906_3e-4;
    let p = p * s + -2.954_6e-3;
    let p = p * s + -1.609_603_3e-2;
    let q = -1.456_607_2e-5;
    let q = q * s + -2.133_740_6e-4;
    let q = q * s + -1.682_827e-3;
    let q = q * s + -7.373_329_3e-3;
    let q = q * s + -1.426_474e-2;
    x * p / q
}

#[inline(always)]
fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + erf(x * std::f32::consts::FRAC_1_SQRT_2))
}

/// Like `f32::clamp`, in a form that becomes two instructions.
#[inline(always)]
fn clamp(x: f32, least: f32, most: f32) -> f32 {
    let x = if x > least { x } else { least };
    if x < most { x } else { most }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_close_to_the_true_functions() {
        for step in -90_000..=90_000 {
            let x = step as f32 / 1000.0;
            let true_exp = f64::from(x).clamp(-87.0, 88.0).exp();
            assert!((f64::from(exp(x)) / true_exp - 1.0).abs() < 1e-6, "exp {x}");
            assert!((erf(x) - libm::erff(x)).abs() < 1e-6, "erf {x}: {} {}", erf(x), libm::erff(x));
        }
        assert_eq!(exp(f32::NEG_INFINITY), exp(-87.0));
    }

    #[test]
    fn sums_every_value_once() {
        for length in 0..40 {
            let values: Vec<f32> = (1..=length).map(|v| v as f32).collect();
            assert_eq!(sum(&values), (length * (length + 1) / 2) as f32);
            assert_eq!(dot(&values, &values), (length * (length + 1) * (2 * length + 1) / 6) as f32);
        }
    }

    #[test]
    fn softmax_sums_to_one_and_keeps_the_order() {
        let mut row = [1.0, 3.0, 2.0, -100.0];
        softmax(&mut row);
        assert!((sum(&row) - 1.0).abs() < 1e-6);
        assert!(row[1] > row[2] && row[2] > row[0] && row[0] > row[3]);
    }
}
