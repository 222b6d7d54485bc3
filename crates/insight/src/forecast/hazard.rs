//! Penalised hazards on grouped time: the logistic likelihood of every (deal, date, part of the time
//! ahead) at risk, fitted by Newton's method.
//!
//! # Formula
//! For a deal seen at a date, the time ahead is cut into parts; `h_j = 1 / (1 + exp(-x_j b))` is the
//! chance of a win in part `j` if there was none before. The fit is the `b` that has the least
//! `-sum(y ln h + (1 - y) ln(1 - h)) + sum(l b^2) / 2`. Each step solves
//! `(X' W X + L) d = X' (y - h) - L b`, `W = h (1 - h)`, by conjugate gradients (Nocedal and Wright 2006,
//! chapter 7) with what is near the matrix as preconditioner (`near`). The parts of one deal and date
//! share most columns: these are added up once.

use std::sync::Arc;

use super::near::Near;

/// Newton steps, at most.
const STEPS: usize = 12;
/// Conjugate gradient steps in each, at most.
const INNER: usize = 16;
/// What a step leaves of the slope, squared: steps are cheap, and the next one makes up for it.
const CLOSE: f64 = 3e-2;
/// A step that leaves no more than this share of the loss to gain is the last.
const SMALL: f64 = 3e-5;
/// After one that gains more than this share, curvature is another.
const LARGE: f64 = 1e-2;

/// Deals at dates and the parts of the time ahead of each, as numbers.
#[derive(Default)]
pub(super) struct Columns {
    /// What parts of one deal and date share: columns and values, one after another.
    shared: Vec<(u32, f32)>,
    shared_ends: Vec<usize>,
    /// What is a part's own.
    own: Vec<(u32, f32)>,
    own_ends: Vec<usize>,
    /// Where the parts of each deal and date end.
    part_ends: Vec<usize>,
}

/// What hazards are learned from: what came of the first so many deals at dates.
pub(super) struct Sample<'c> {
    columns: &'c Columns,
    rows: usize,
    won: Vec<bool>,
    /// How much each part counts: nothing where the deal was not at risk any more, or the part has not passed.
    weights: Vec<f64>,
}

impl Columns {
    /// Begins a deal at a date.
    pub(super) fn begin(&mut self, shared: &[(u32, f32)]) {
        self.shared.extend(shared);
        self.shared_ends.push(self.shared.len());
        self.part_ends.push(self.own_ends.len());
    }

    /// Adds a part of the time ahead to it.
    pub(super) fn part(&mut self, own: &[(u32, f32)]) {
        self.own.extend(own);
        self.own_ends.push(self.own.len());
        if let Some(end) = self.part_ends.last_mut() {
            *end = self.own_ends.len();
        }
    }

    /// For each deal and date: its columns, its parts.
    pub(super) fn each(&self) -> impl Iterator<Item = (&[(u32, f32)], std::ops::Range<usize>)> {
        let starts = std::iter::once(0).chain(self.shared_ends.iter().copied());
        let parts = std::iter::once(0).chain(self.part_ends.iter().copied());
        let shared = starts.zip(&self.shared_ends).map(|(a, b)| &self.shared[a..*b]);
        shared.zip(parts.zip(&self.part_ends).map(|(a, b)| a..*b))
    }

    /// A part's own columns.
    fn own(&self, part: usize) -> &[(u32, f32)] {
        let start = if part == 0 { 0 } else { self.own_ends[part - 1] };
        &self.own[start..self.own_ends[part]]
    }
}

impl<'c> Sample<'c> {
    /// Of columns, none of whose parts has come to anything yet.
    pub(super) fn of(columns: &'c Columns) -> Sample<'c> {
        Sample { columns, rows: 0, won: Vec::new(), weights: Vec::new() }
    }

    /// What came of the next deal and date: of each of its parts, with whether the deal was won in it, and how
    /// much it counts.
    pub(super) fn next(&mut self, came: impl Iterator<Item = (bool, f64)>) {
        for (won, weight) in came {
            self.won.push(won);
            self.weights.push(weight);
        }
        self.rows += 1;
    }

    /// How many parts count, and how many of them have a win.
    pub(super) fn counts(&self) -> (usize, usize) {
        let count = self.weights.iter().filter(|weight| **weight > 0.0).count();
        (count, self.won.iter().filter(|won| **won).count())
    }

    /// How many deals at dates there are.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// For each deal and date: its columns, its parts.
    pub(super) fn each(&self) -> impl Iterator<Item = (&[(u32, f32)], std::ops::Range<usize>)> {
        self.columns.each().take(self.rows)
    }

    /// A part's own columns.
    pub(super) fn own(&self, part: usize) -> &[(u32, f32)] {
        self.columns.own(part)
    }

    /// `X v`.
    fn times(&self, v: &[f64], into: &mut [f64]) {
        for (shared, parts) in self.each() {
            let common = dot(shared, v);
            for part in parts {
                into[part] = common + dot(self.own(part), v);
            }
        }
    }

    /// Adds `X' q`.
    fn add_turned(&self, q: &[f64], into: &mut [f64]) {
        for (shared, parts) in self.each() {
            let mut sum = 0.0;
            for part in parts {
                sum += q[part];
                add(self.own(part), q[part], into);
            }
            add(shared, sum, into);
        }
    }

    /// Adds `X' W X v`, each row while it is at hand.
    pub(super) fn add_curved(&self, v: &[f64], w: &[f64], into: &mut [f64]) {
        for (shared, parts) in self.each() {
            let (common, mut sum) = (dot(shared, v), 0.0);
            for part in parts {
                let own = self.own(part);
                let q = w[part] * (common + dot(own, v));
                sum += q;
                add(own, q, into);
            }
            add(shared, sum, into);
        }
    }

    /// Adds the diagonal of `X' W X`.
    pub(super) fn add_diagonal(&self, w: &[f64], into: &mut [f64]) {
        for (shared, parts) in self.each() {
            let mut sum = 0.0;
            for part in parts {
                sum += w[part];
                for (column, value) in self.own(part) {
                    into[*column as usize] += w[part] * f64::from(value * value);
                }
            }
            for (column, value) in shared {
                into[*column as usize] += sum * f64::from(value * value);
            }
        }
    }
}

/// Four sums at a time: one alone would wait for each of its additions.
fn dot(sparse: &[(u32, f32)], v: &[f64]) -> f64 {
    let at = |(column, value): &(u32, f32)| f64::from(*value) * v[*column as usize];
    let (fours, rest) = sparse.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for four in fours {
        for (sum, one) in sums.iter_mut().zip(four) {
            *sum += at(one);
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest.iter().map(at).sum::<f64>()
}

fn add(sparse: &[(u32, f32)], by: f64, into: &mut [f64]) {
    for (column, value) in sparse {
        into[*column as usize] += f64::from(*value) * by;
    }
}

/// The chance that belongs to log odds.
pub(super) fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The log odds of a deal, date and part.
pub(super) fn log_odds(shared: &[(u32, f32)], own: &[(u32, f32)], weights: &[f64]) -> f64 {
    dot(shared, weights) + dot(own, weights)
}

/// What a fit found.
#[derive(Clone)]
pub(super) struct Fitted {
    /// The weights of the columns.
    pub(super) weights: Vec<f64>,
    /// Near the inverse of the curvature there, for fits that go on from them.
    near: Option<Arc<Near>>,
}

impl Fitted {
    /// A first guess.
    pub(super) fn guess(weights: Vec<f64>) -> Fitted {
        Fitted { weights, near: None }
    }
}

/// The weights of the columns, each held back by its penalty, from what was found before.
pub(super) fn fit(sample: &Sample, penalties: &[f32], before: Fitted) -> Fitted {
    let Fitted { mut weights, mut near } = before;
    let n = sample.won.len();
    let (mut eta, mut slope, mut curve) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    sample.times(&weights, &mut eta);
    let mut loss = penalised(sample, &eta, &weights, penalties);
    for _ in 0..STEPS {
        for (i, won) in sample.won.iter().enumerate() {
            let h = chance(eta[i]);
            slope[i] = sample.weights[i] * (f64::from(u8::from(*won)) - h);
            curve[i] = sample.weights[i] * (h * (1.0 - h)).max(1e-9);
        }
        let mut downhill: Vec<f64> =
            weights.iter().zip(penalties).map(|(w, l)| -w * f64::from(*l)).collect();
        sample.add_turned(&slope, &mut downhill);
        let inverse = near.get_or_insert_with(|| Arc::new(Near::new(sample, &curve, penalties)));
        let step = solve(sample, &curve, penalties, &downhill, inverse);
        let mut ahead = vec![0.0; n];
        sample.times(&step, &mut ahead);
        let (mut size, last) = (1.0, loss);
        loop {
            let moved: Vec<f64> = eta.iter().zip(&ahead).map(|(e, a)| e + size * a).collect();
            let tried: Vec<f64> = weights.iter().zip(&step).map(|(w, s)| w + size * s).collect();
            let new = penalised(sample, &moved, &tried, penalties);
            if new <= loss || size < 1e-3 {
                (eta, weights, loss) = (moved, tried, new.min(loss));
                break;
            }
            size /= 2.0;
        }
        let gain = (last - loss) / loss;
        if CLOSE * gain < SMALL {
            break;
        }
        near = near.filter(|_| gain < LARGE);
    }
    Fitted { weights, near }
}

fn penalised(sample: &Sample, eta: &[f64], weights: &[f64], penalties: &[f32]) -> f64 {
    let held: f64 = weights.iter().zip(penalties).map(|(w, l)| w * w * f64::from(*l)).sum();
    let miss = |((eta, won), weight): ((&f64, &bool), &f64)| {
        let eta = if *won { -eta } else { *eta };
        // ln(1 + exp(eta)) without overflow; of a sum of thousands the last digits do not matter.
        weight * (eta.max(0.0) + (1.0 + (-eta.abs()).exp()).ln())
    };
    held / 2.0 + eta.iter().zip(&sample.won).zip(&sample.weights).map(miss).sum::<f64>()
}

/// Solves `(X' W X + L) d = b`.
fn solve(sample: &Sample, curve: &[f64], penalties: &[f32], b: &[f64], near: &Near) -> Vec<f64> {
    let (mut d, mut r) = (vec![0.0; b.len()], b.to_vec());
    let mut z = near.solve(&r);
    let mut direction = z.clone();
    let mut size = product(&r, &z);
    let enough = size * CLOSE;
    for _ in 0..INNER {
        if size <= enough || size <= 0.0 {
            break;
        }
        let mut turned: Vec<f64> =
            direction.iter().zip(penalties).map(|(v, l)| v * f64::from(*l)).collect();
        sample.add_curved(&direction, curve, &mut turned);
        let reach = size / product(&direction, &turned);
        for i in 0..d.len() {
            d[i] += reach * direction[i];
            r[i] -= reach * turned[i];
        }
        z = near.solve(&r);
        let next = product(&r, &z);
        let turn = next / size;
        size = next;
        for (direction, z) in direction.iter_mut().zip(&z) {
            *direction = z + turn * *direction;
        }
    }
    d
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::{Columns, Fitted, Sample, chance, fit};

    /// Ten of forty with the one word are won, thirty of forty with the other: without a penalty the
    /// log odds are ln(1/3) and ln(3).
    #[test]
    fn without_a_penalty_it_is_the_share() {
        let mut columns = Columns::default();
        for deal in 0..80 {
            columns.begin(&[(deal / 40, 1.0)]);
            columns.part(&[]);
        }
        let mut sample = Sample::of(&columns);
        for deal in 0..80 {
            let won = deal % 40 < if deal < 40 { 10 } else { 30 };
            sample.next(std::iter::once((won, 1.0)));
        }
        let weights = fit(&sample, &[1e-6, 1e-6], Fitted::guess(vec![0.0; 2])).weights;
        assert!((weights[0] + 3.0_f64.ln()).abs() < 1e-2, "{weights:?}");
        assert!((weights[1] - 3.0_f64.ln()).abs() < 1e-2);
        let held = fit(&sample, &[10.0, 10.0], Fitted::guess(vec![0.0; 2])).weights;
        // The slope of the penalised likelihood is nought: 10 - 40 h = 10 b.
        let h = chance(held[0]);
        assert!((10.0 - 40.0 * h - 10.0 * held[0]).abs() < 2e-2, "{held:?}");
    }

    /// 1, 4 and 6 wins of ten each at x = 0, 1, 2.
    #[test]
    fn a_slope_is_that_of_logistic_regression() {
        let mut columns = Columns::default();
        for x in [0.0, 1.0, 2.0] {
            for _ in 0..10 {
                columns.begin(&[(0, 1.0)]);
                columns.part(&[(1, x)]);
            }
        }
        let mut sample = Sample::of(&columns);
        for won in [1, 4, 6] {
            for deal in 0..10 {
                sample.next(std::iter::once((deal < won, 1.0)));
            }
        }
        let weights = fit(&sample, &[1e-7, 1e-7], Fitted::guess(vec![0.0; 2])).weights;
        // Both score equations hold: the fit gives back the wins and the wins by x.
        let h: Vec<f64> = [0.0, 1.0, 2.0].map(|x| chance(weights[0] + weights[1] * x)).to_vec();
        assert!((10.0 * h.iter().sum::<f64>() - 11.0).abs() < 1e-2);
        assert!((10.0 * (h[1] + 2.0 * h[2]) - 16.0).abs() < 1e-2);
    }
}
