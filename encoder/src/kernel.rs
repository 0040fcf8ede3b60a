//! The product of activations, quantised to 14 bits, with int8 weights: exact sums, so the same on every machine.

use pulp::Arch;
#[cfg(target_arch = "x86_64")]
use pulp::{cast, i16x16, i16x32, i32x8, i32x16, x86::V3, x86::V4};

/// Activations become integers from −STEPS to STEPS.
const STEPS: f32 = 8191.0;
/// Most columns that a matrix may have: STEPS × 128 × this is just below 2³¹.
pub(super) const MOST_COLUMNS: usize = 2048;
/// Columns are padded with zeros to a multiple of this.
const BLOCK: usize = 32;
/// Rows of weights that are widened and multiplied together.
const ROWS: usize = 4;
/// 1.5 × 2²³: a float of less than 2²² that is added to it is rounded to an integer in its low bits.
const ROUNDER: f32 = 12_582_912.0;

/// What this machine's processor can do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Machine(Arch);

/// Int8 weights, each row with a scale, and what is added to the outputs.
#[derive(Clone, Copy)]
pub(super) struct Weights<'a> {
    /// Rows one after the other; each byte is an i8.
    pub values: &'a [u8],
    pub scale: &'a [f32],
    pub bias: &'a [f32],
}

/// Rows of activations as integers, each row with the scale that takes it back.
#[derive(Clone, Debug, Default)]
pub(super) struct Activations {
    values: Vec<i16>,
    scale: Vec<f32>,
    /// Values in a row, padding not counted.
    columns: usize,
    rows: usize,
    /// Weights of [`ROWS`] rows, widened.
    panel: Vec<i16>,
}

impl Activations {
    /// Makes room, so that later calls with no more rows and columns allocate nothing.
    pub fn reserve(&mut self, rows: usize, columns: usize) {
        let padded = columns.next_multiple_of(BLOCK);
        grow(&mut self.values, rows * padded);
        grow(&mut self.scale, rows);
        grow(&mut self.panel, ROWS * padded);
    }

    fn padded(&self) -> usize {
        self.columns.next_multiple_of(BLOCK)
    }
}

fn grow<T: Clone + Default>(values: &mut Vec<T>, length: usize) {
    if values.len() < length {
        values.resize(length, T::default());
    }
}

impl Machine {
    pub fn detect() -> Self {
        Self(Arch::new())
    }

    /// The ways to compute that this machine has; the first is the code that every machine can run.
    #[cfg(test)]
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self(Arch::Scalar)];
        #[cfg(target_arch = "x86_64")]
        {
            all.extend(V3::try_new().map(|simd| Self(Arch::V3(simd))));
            all.extend(V4::try_new().map(|simd| Self(Arch::V4(simd))));
        }
        all
    }

    /// Runs what is inlined into the closure with the instructions that this machine has.
    #[inline(always)]
    pub(super) fn run<R>(self, work: impl FnOnce() -> R) -> R {
        self.0.dispatch(work)
    }

    /// Quantises rows of so many columns (1 to [`MOST_COLUMNS`]), each by its largest value.
    pub fn quantise(self, rows: &[f32], columns: usize, into: &mut Activations) {
        into.columns = columns;
        into.rows = rows.len() / columns;
        into.reserve(into.rows, columns);
        let padded = into.padded();
        self.run(
            #[inline(always)]
            || {
                let out = into.values.chunks_exact_mut(padded).zip(&mut into.scale);
                for (row, (out, scale)) in rows.chunks_exact(columns).zip(out) {
                    *scale = quantise_row(row, out);
                }
            },
        );
    }

    /// The product, row after row: as many as the activations have, of as many values as the weights have rows.
    ///
    /// The weights have as many columns as the activations, and as many scales and biases as rows; `out` has room for
    /// all of it.
    pub fn product(self, weights: Weights<'_>, activations: &mut Activations, out: &mut [f32]) {
        #[cfg(target_arch = "x86_64")]
        match self.0 {
            Arch::V4(simd) => {
                return simd.vectorize(
                    #[inline(always)]
                    || blocks::<V4, 2>(simd, weights, activations, out),
                );
            }
            Arch::V3(simd) => {
                return simd.vectorize(
                    #[inline(always)]
                    || blocks::<V3, 2>(simd, weights, activations, out),
                );
            }
            _ => {}
        }
        self.run(
            #[inline(always)]
            || blocks::<Plain, 1>(Plain, weights, activations, out),
        );
    }
}

/// Returns the row's scale. Values that are not finite, which sound models don't give, become some integers.
#[inline(always)]
fn quantise_row(row: &[f32], out: &mut [i16]) -> f32 {
    let largest = row.iter().fold(0.0f32, |most, v| if v.abs() > most { v.abs() } else { most });
    let (out, padding) = out.split_at_mut(row.len());
    padding.fill(0);
    let factor = STEPS / largest;
    if !factor.is_finite() {
        out.fill(0);
        return 0.0;
    }
    for (out, value) in out.iter_mut().zip(row) {
        let bits = (value * factor + ROUNDER).to_bits();
        *out = bits.wrapping_sub(ROUNDER.to_bits()) as i16;
    }
    largest / STEPS
}

#[inline(always)]
fn blocks<P: Pairs, const T: usize>(pairs: P, weights: Weights<'_>, input: &mut Activations, out: &mut [f32]) {
    let padded = input.padded();
    let rows = weights.scale.len();
    let panel = &mut input.panel[..ROWS * padded];
    for first in (0..rows).step_by(ROWS) {
        for r in 0..ROWS {
            let (wide, padding) = panel[r * padded..][..padded].split_at_mut(input.columns);
            padding.fill(0);
            match weights.values.get((first + r) * input.columns..(first + r + 1) * input.columns) {
                Some(row) => wide.iter_mut().zip(row).for_each(|(wide, byte)| *wide = i16::from(*byte as i8)),
                None => wide.fill(0),
            }
        }
        let mut block: [&[i16]; ROWS] = [&[]; ROWS];
        for (row, wide) in block.iter_mut().zip(panel.chunks_exact(padded)) {
            *row = wide;
        }
        let full = input.rows - input.rows % T;
        for token in (0..full).step_by(T) {
            let mut group: [&[i16]; T] = [&[]; T];
            for (row, values) in group.iter_mut().zip(input.values[token * padded..].chunks_exact(padded)) {
                *row = values;
            }
            let sums = pairs.tile::<T>(block, group);
            put(&sums, first, token, weights, &input.scale, out);
        }
        for token in full..input.rows {
            let sums = pairs.tile::<1>(block, [&input.values[token * padded..][..padded]]);
            put(&sums, first, token, weights, &input.scale, out);
        }
    }
}

/// Takes the sums of a block, whose first row and token are given, back to floats.
#[inline(always)]
fn put<const T: usize>(
    sums: &[[i32; T]; ROWS],
    first: usize,
    token: usize,
    weights: Weights<'_>,
    scales: &[f32],
    out: &mut [f32],
) {
    let rows = weights.scale.len();
    for (t, scale) in scales[token..][..T].iter().enumerate() {
        let out = &mut out[(token + t) * rows..][first..rows];
        let outputs = out.iter_mut().zip(&weights.scale[first..]).zip(&weights.bias[first..]);
        for (sums, ((out, row_scale), bias)) in sums.iter().zip(outputs) {
            *out = sums[t] as f32 * (row_scale * scale) + bias;
        }
    }
}

/// Sums of products of rows, all of the same length, a multiple of [`BLOCK`].
trait Pairs: Copy {
    fn tile<const T: usize>(self, weights: [&[i16]; ROWS], rows: [&[i16]; T]) -> [[i32; T]; ROWS];
}

#[derive(Clone, Copy)]
struct Plain;

impl Pairs for Plain {
    #[inline(always)]
    fn tile<const T: usize>(self, weights: [&[i16]; ROWS], rows: [&[i16]; T]) -> [[i32; T]; ROWS] {
        let mut sums = [[0i32; T]; ROWS];
        for (weights, sums) in weights.iter().zip(&mut sums) {
            for (row, sum) in rows.iter().zip(sums) {
                for (w, x) in weights.iter().zip(*row) {
                    *sum = sum.wrapping_add(i32::from(*w) * i32::from(*x));
                }
            }
        }
        sums
    }
}

/// Sums in registers, as wide as the machine has them. Plain loops throughout: nothing here may fail to be inlined.
#[cfg(target_arch = "x86_64")]
macro_rules! registers {
    ($machine:ty, $words:ty, $sums:ty, $lanes:literal, $multiply:ident, $add:ident) => {
        impl Pairs for $machine {
            #[inline(always)]
            fn tile<const T: usize>(self, weights: [&[i16]; ROWS], rows: [&[i16]; T]) -> [[i32; T]; ROWS] {
                let chunks = weights[0].len() / $lanes;
                let mut weight_chunks: [&[[i16; $lanes]]; ROWS] = [&[]; ROWS];
                for (chunked, weights) in weight_chunks.iter_mut().zip(weights) {
                    *chunked = &weights.as_chunks().0[..chunks];
                }
                let mut row_chunks: [&[[i16; $lanes]]; T] = [&[]; T];
                for (chunked, row) in row_chunks.iter_mut().zip(rows) {
                    *chunked = &row.as_chunks().0[..chunks];
                }
                let mut sums = [[cast::<_, $sums>([0i32; $lanes / 2]); T]; ROWS];
                for chunk in 0..chunks {
                    for t in 0..T {
                        let row: $words = cast(row_chunks[t][chunk]);
                        for r in 0..ROWS {
                            let products = self.$multiply(cast(weight_chunks[r][chunk]), row);
                            sums[r][t] = self.$add(sums[r][t], products);
                        }
                    }
                }
                let mut out = [[0i32; T]; ROWS];
                for (out, sums) in out.iter_mut().zip(sums) {
                    for (out, sum) in out.iter_mut().zip(sums) {
                        for lane in cast::<_, [i32; $lanes / 2]>(sum) {
                            *out = out.wrapping_add(lane);
                        }
                    }
                }
                out
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
registers!(V3, i16x16, i32x8, 16, multiply_wrapping_add_adjacent_i16x16, wrapping_add_i32x8);
#[cfg(target_arch = "x86_64")]
registers!(V4, i16x32, i32x16, 32, multiply_wrapping_add_adjacent_i16x32, wrapping_add_i32x16);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_exact_whatever_the_shape_and_the_machine() {
        for (tokens, columns, rows) in
            [(1, 1, 1), (2, 8, 3), (3, 16, 4), (5, 33, 5), (4, 47, 9), (7, 100, 2), (2, MOST_COLUMNS, 6), (1, 48, 4)]
        {
            // Whole numbers, the largest of each row STEPS: nothing is rounded.
            let x: Vec<f32> = (0..tokens * columns)
                .map(|i| if i % columns == 0 { STEPS } else { (i * 7919 % 16383) as f32 - STEPS })
                .collect();
            let values: Vec<u8> = (0..rows * columns).map(|i| (i * 31 % 256) as u8).collect();
            let (scale, bias) = (vec![1.0; rows], vec![0.0; rows]);
            let weights = Weights { values: &values, scale: &scale, bias: &bias };
            for machine in Machine::all() {
                let mut activations = Activations::default();
                // What an earlier, larger product left behind doesn't count.
                machine.quantise(&vec![1.0; 4 * MOST_COLUMNS], MOST_COLUMNS, &mut activations);
                machine.quantise(&x, columns, &mut activations);
                let mut out = vec![0.0; tokens * rows];
                machine.product(weights, &mut activations, &mut out);
                for (at, out) in out.iter().enumerate() {
                    let (x, w) = (&x[at / rows * columns..][..columns], &values[at % rows * columns..][..columns]);
                    let exact: i64 = x.iter().zip(w).map(|(x, w)| *x as i64 * i64::from(*w as i8)).sum();
                    assert_eq!(*out, exact as i32 as f32, "{tokens} {columns} {rows} {at}");
                }
            }
        }
    }

    #[test]
    fn the_largest_sums_do_not_overflow() {
        for sign in [1.0, -1.0] {
            let x = vec![sign * 3.0; MOST_COLUMNS];
            let values = vec![0x80; MOST_COLUMNS];
            let weights = Weights { values: &values, scale: &[1.0], bias: &[0.5] };
            for machine in Machine::all() {
                let mut activations = Activations::default();
                machine.quantise(&x, MOST_COLUMNS, &mut activations);
                let mut out = [0.0];
                machine.product(weights, &mut activations, &mut out);
                let expected = -sign * 3.0 * 128.0 * MOST_COLUMNS as f32;
                assert!((out[0] / expected - 1.0).abs() < 1e-5, "{} {expected}", out[0]);
            }
        }
    }

    #[test]
    fn rows_without_a_scale_become_zero() {
        for row in [[0.0; 3], [1e-42; 3], [f32::NAN; 3]] {
            let mut activations = Activations::default();
            Machine::detect().quantise(&row, 3, &mut activations);
            let mut out = [1.0];
            let weights = Weights { values: &[1, 2, 3], scale: &[1.0], bias: &[0.5] };
            Machine::detect().product(weights, &mut activations, &mut out);
            assert_eq!(out, [0.5]);
        }
    }
}
