//! Nearly the inverse of a fit's curvature: what makes conjugate gradients quick.
//!
//! Quantities of a deal go together (old deals are silent ones), and each block of columns adds up to the same
//! as every other: with the diagonal alone a step takes many dozen rounds. Of the columns that weigh most the
//! curvature is taken whole, from a part of the rows, and solved exactly (Cholesky); of the others the
//! diagonal. It changes how soon the fit is there, not where it gets to.

use super::hazard::Sample;

/// Columns that are taken whole, at most.
const WHOLE: usize = 288;
/// Rows that their curvature is read from, about.
const ROWS: usize = 1500;

/// A matrix that is easily inverted.
pub(super) struct Near {
    /// The columns that are taken whole, in order.
    whole: Vec<usize>,
    /// The lower triangle of their Cholesky factor, row by row.
    factor: Vec<f64>,
    /// Of all columns.
    diagonal: Vec<f64>,
}

impl Near {
    /// Near `X' W X + L`.
    pub(super) fn new(sample: &Sample, curve: &[f64], penalties: &[f32]) -> Near {
        let mut diagonal: Vec<f64> = penalties.iter().map(|l| f64::from(*l)).collect();
        sample.add_diagonal(curve, &mut diagonal);
        let weighs = |column: usize| diagonal[column] / f64::from(penalties[column]).max(1e-9);
        let mut whole: Vec<usize> = (0..diagonal.len()).collect();
        whole.sort_by(|a, b| weighs(*b).total_cmp(&weighs(*a)).then(a.cmp(b)));
        whole.truncate(WHOLE);
        whole.sort_unstable();
        let mut factor = curvature(sample, curve, &whole, diagonal.len());
        for (place, column) in whole.iter().enumerate() {
            factor[row(place) + place] += f64::from(penalties[*column]).max(1e-9);
        }
        decompose(&mut factor, whole.len());
        Near { whole, factor, diagonal }
    }

    /// What `r` is the image of.
    pub(super) fn solve(&self, r: &[f64]) -> Vec<f64> {
        let mut all: Vec<f64> =
            r.iter().zip(&self.diagonal).map(|(r, d)| r / d.max(1e-9)).collect();
        let mut x: Vec<f64> = self.whole.iter().map(|column| r[*column]).collect();
        for i in 0..x.len() {
            let line = &self.factor[row(i)..=row(i) + i];
            x[i] = (x[i] - product(&line[..i], &x[..i])) / line[i];
        }
        for i in (0..x.len()).rev() {
            let line = &self.factor[row(i)..=row(i) + i];
            x[i] /= line[i];
            let known = x[i];
            for (x, factor) in x[..i].iter_mut().zip(line) {
                *x -= factor * known;
            }
        }
        for (column, x) in self.whole.iter().zip(x) {
            all[*column] = x;
        }
        all
    }
}

/// Where a row of a lower triangle begins.
fn row(i: usize) -> usize {
    i * (i + 1) / 2
}

/// The lower triangle of `X' W X` for some columns, from some of the rows.
fn curvature(sample: &Sample, curve: &[f64], whole: &[usize], columns: usize) -> Vec<f64> {
    let mut places = vec![None; columns];
    for (place, column) in whole.iter().enumerate() {
        places[*column] = Some(place);
    }
    let step = sample.rows().div_ceil(ROWS).max(1);
    let scale = sample.rows() as f64 / sample.rows().div_ceil(step).max(1) as f64;
    let mut sums = vec![0.0; row(whole.len())];
    let mut add = |a: usize, b: usize, value: f64| sums[row(a.max(b)) + a.min(b)] += value;
    let at = |entries: &[(u32, f32)], into: &mut Vec<(usize, f64)>| {
        into.clear();
        let place =
            |(column, value): &(u32, f32)| Some((places[*column as usize]?, f64::from(*value)));
        into.extend(entries.iter().filter_map(place));
    };
    let (mut shared, mut own, mut pulls) = (Vec::new(), Vec::new(), Vec::new());
    for row in sample.each().step_by(step) {
        at(row.shared, &mut shared);
        let mut sum = 0.0;
        pulls.clear();
        for (place, entries) in row.parts() {
            at(entries, &mut own);
            let weight = curve[place] * scale;
            sum += weight;
            for (i, (a, x)) in own.iter().enumerate() {
                pulls.push((*a, weight * x));
                own[..=i].iter().for_each(|(b, y)| add(*a, *b, weight * x * y));
            }
        }
        for (i, (a, x)) in shared.iter().enumerate() {
            shared[..=i].iter().for_each(|(b, y)| add(*a, *b, sum * x * y));
            pulls.iter().for_each(|(b, y)| add(*a, *b, x * y));
        }
    }
    sums
}

/// The Cholesky factor in the place of a positive definite matrix.
fn decompose(matrix: &mut [f64], n: usize) {
    for i in 0..n {
        let (before, line) = matrix.split_at_mut(row(i));
        for j in 0..i {
            let other = &before[row(j)..=row(j) + j];
            line[j] = (line[j] - product(&line[..j], &other[..j])) / other[j];
        }
        line[i] = (line[i] - product(&line[..i], &line[..i])).max(1e-9).sqrt();
    }
}

/// Four sums at a time: one alone would wait for each of its additions.
fn product(a: &[f64], b: &[f64]) -> f64 {
    let ((a, rest), (b, left)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    let mut sums = [0.0; 4];
    for (a, b) in a.iter().zip(b) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f64 = rest.iter().zip(left).map(|(a, b)| a * b).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::Near;
    use crate::forecast::hazard::{Columns, Sample};

    /// Where every column is taken whole it is the inverse: `(X' W X + L) x = r` holds.
    #[test]
    fn few_columns_are_solved_exactly() {
        let mut columns = Columns::default();
        for i in 0..40_u16 {
            columns.begin(&[(0, 1.0), (1, f32::from(i % 7))]);
            columns.part(&[(2, f32::from(i % 3)), (3, 1.0)]);
            columns.part(&[(2, 1.0)]);
        }
        let mut sample = Sample::of(&columns);
        (0..40).for_each(|i| sample.next(2, i % 5 == 0, 1.0, 1.0));
        let (curve, penalties) = (vec![0.2; 80], [0.5, 1.0, 2.0, 4.0]);
        let r = [1.0, -2.0, 3.0, 0.5];
        let x = Near::new(&sample, &curve, &penalties).solve(&r);
        let mut image: Vec<f64> = x.iter().zip(penalties).map(|(x, l)| x * f64::from(l)).collect();
        sample.add_curved(&x, &curve, &mut image);
        assert!(image.iter().zip(r).all(|(image, r)| (image - r).abs() < 1e-9), "{image:?}");
    }
}
