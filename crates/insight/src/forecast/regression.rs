//! A regression of weekly counts, which scatter more than by chance.
//!
//! # Formula
//! `ln m = X b`. It maximises `sum w (y ln m - m) / f - sum l b^2 / 2` by Newton's method; `f` is the mean of
//! `(y - m)^2 / m`, no less than 1 (quasi-likelihood: Wedderburn 1974). The logarithm of the evidence is Laplace's
//! approximation, `L(b) + sum ln(l) / 2 - ln det(X' W X / f + l) / 2` (Tierney and Kadane 1986).

use crate::stats::cholesky::Cholesky;

/// Newton's method takes at most so many steps, and none smaller than this.
const STEPS: usize = 20;
const SMALL: f64 = 1e-7;

/// Counts, and what is known of each.
pub(super) struct Regression {
    /// By week.
    counts: Vec<f64>,
    /// How much each week counts.
    weights: Vec<f64>,
    /// What is known of each week, the level first, and how strongly each is held to none.
    columns: Vec<(Vec<f64>, f64)>,
}

/// What was fitted: coefficients, and the mean of each week.
pub(super) struct Fit {
    pub(super) b: Vec<f64>,
    means: Vec<f64>,
}

impl Regression {
    /// Of counts by the week and how much each week counts, with a level.
    pub(super) fn new(counts: Vec<f64>, weights: Vec<f64>) -> Regression {
        let level = (vec![1.0; counts.len()], 0.0);
        Regression { counts, weights, columns: vec![level] }
    }

    /// Adds a column whose coefficient has a standard deviation before looking.
    pub(super) fn add(&mut self, usual: f64, column: impl Fn(usize) -> f64) {
        let column = (0..self.counts.len()).map(column).collect();
        self.columns.push((column, 1.0 / (usual * usual)));
    }

    /// How many columns there are.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether nothing was counted.
    pub(super) fn is_empty(&self) -> bool {
        self.counts.iter().all(|count| *count <= 0.0)
    }

    /// Fits the columns that there are.
    pub(super) fn fit(&self) -> Fit {
        let whole: f64 = self.weights.iter().sum();
        let mean = self.counts.iter().zip(&self.weights).map(|(count, weight)| count * weight);
        let mean = mean.sum::<f64>() / whole;
        let mut b = vec![0.0; self.columns.len()];
        b[0] = mean.max(1e-6).ln();
        let mut means = self.means(&b);
        for _ in 0..STEPS {
            let scatter = self.scatter_of(&means, b.len(), 1).max(1.0);
            let (slope, curve) = self.slope_and_curve(&b, &means, scatter);
            let step = curve.solve(slope);
            b.iter_mut().zip(&step).for_each(|(b, step)| *b += step.clamp(-1.0, 1.0));
            means = self.means(&b);
            if step.iter().all(|step| step.abs() < SMALL) {
                break;
            }
        }
        Fit { b, means }
    }

    fn means(&self, b: &[f64]) -> Vec<f64> {
        let line = |week: usize| {
            let sum = b.iter().zip(&self.columns).map(|(b, (column, _))| b * column[week]);
            sum.sum::<f64>().clamp(-30.0, 30.0).exp()
        };
        (0..self.counts.len()).map(line).collect()
    }

    fn slope_and_curve(&self, b: &[f64], means: &[f64], scatter: f64) -> (Vec<f64>, Cholesky) {
        let k = b.len();
        let mut slope: Vec<f64> = b.iter().zip(&self.columns).map(|(b, (_, p))| -p * b).collect();
        let mut curve = vec![0.0; k * k];
        for i in 0..k {
            for j in 0..k {
                let bend = |week: usize| {
                    let both = self.columns[i].0[week] * self.columns[j].0[week];
                    self.weights[week] * means[week] * both
                };
                curve[i * k + j] = (0..means.len()).map(bend).sum::<f64>() / scatter;
            }
            curve[i * k + i] += self.columns[i].1;
            let off = |week: usize| {
                self.weights[week] * (self.counts[week] - means[week]) * self.columns[i].0[week]
            };
            slope[i] += (0..means.len()).map(off).sum::<f64>() / scatter;
        }
        (slope, Cholesky::of(curve, k))
    }

    /// How much more than by chance counts scatter around a fit: by the week or, where that is more, by so many weeks.
    pub(super) fn scatter(&self, fit: &Fit, block: usize) -> f64 {
        let by = |size| self.scatter_of(&fit.means, fit.b.len(), size);
        by(1).max(by(block)).max(1.0)
    }

    fn scatter_of(&self, means: &[f64], learned: usize, size: usize) -> f64 {
        let sum = |of: &[f64]| of.iter().sum::<f64>();
        let (mut off, mut whole, mut n) = (0.0, 0.0, 0.0);
        let blocks = self.counts.rchunks_exact(size).zip(means.rchunks_exact(size));
        for ((counts, means), weights) in blocks.zip(self.weights.rchunks_exact(size)) {
            let weight = sum(weights);
            off += weight * (sum(counts) - sum(means)).powi(2) / sum(means).max(1e-9);
            (whole, n) = (whole + weight, n + 1.0);
        }
        let free = n - learned as f64;
        if free < 1.0 { 1.0 } else { off / whole * n / free }
    }

    /// The logarithm of the evidence for a fit with the first of the columns, up to what is the same for all.
    pub(super) fn evidence(&self, fit: &Fit, scatter: f64) -> f64 {
        let seen = |week: usize| {
            let mean = fit.means[week];
            self.weights[week] * (self.counts[week] * mean.ln() - mean)
        };
        let likely = (0..fit.means.len()).map(seen).sum::<f64>() / scatter;
        let held = fit.b.iter().zip(&self.columns).skip(1);
        let held: f64 = held.map(|(b, (_, p))| (p.ln() - p * b * b) / 2.0).sum();
        likely + held - self.slope_and_curve(&fit.b, &fit.means, scatter).1.log_det() / 2.0
    }
}
