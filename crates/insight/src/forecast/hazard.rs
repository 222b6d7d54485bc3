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
/// What a step far from the end leaves of the slope, squared: steps are cheap, and the next one makes up for it.
const CLOSE: f64 = 3e-2;
/// A fit that has no more than this share of the loss to gain is there.
const SMALL: f64 = 3e-5;
/// After a step that gains more than this share, curvature is another.
const LARGE: f64 = 1e-2;
/// A step that should gain less than this share does: of 1200 none was off by more than a tenth.
const SURE: f64 = 5e-3;

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
    came: Vec<Came>,
    /// The parts at risk, of all of them.
    parts: usize,
}

/// What came of a deal at a date.
#[derive(Clone, Copy)]
struct Came {
    /// In how many parts it was at risk: from the first on, until it was won or time has not passed further.
    parts: usize,
    /// Whether it was won, in the last of these.
    won: bool,
    /// How much it counts, and how much more the part in which it was won.
    weight: f64,
    stands_for: f64,
}

/// A deal at a date, with what came of it.
pub(super) struct Row<'s> {
    /// What its parts share.
    pub(super) shared: &'s [(u32, f32)],
    columns: &'s Columns,
    /// The first of its parts among those of all deals, and among those at risk.
    first: usize,
    place: usize,
    came: Came,
}

impl<'s> Row<'s> {
    /// The places of its parts among all that are at risk, with the columns that are each part's own.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, &'s [(u32, f32)])> {
        let (columns, first) = (self.columns, self.first);
        (self.place..self.end()).zip((first..).map(move |part| columns.own(part)))
    }

    /// The place after the last of them.
    fn end(&self) -> usize {
        self.place + self.came.parts
    }
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

    /// A part's own columns.
    fn own(&self, part: usize) -> &[(u32, f32)] {
        let start = if part == 0 { 0 } else { self.own_ends[part - 1] };
        &self.own[start..self.own_ends[part]]
    }
}

impl<'c> Sample<'c> {
    /// Of columns, of whose deals nothing is known yet.
    pub(super) fn of(columns: &'c Columns) -> Sample<'c> {
        Sample { columns, came: Vec::new(), parts: 0 }
    }

    /// What came of the next deal and date: in how many parts it was at risk, whether it was won in the last of these,
    /// and how much it counts; a sale stands for so many.
    pub(super) fn next(&mut self, parts: usize, won: bool, weight: f64, stands_for: f64) {
        self.came.push(Came { parts, won, weight, stands_for });
        self.parts += parts;
    }

    /// How many parts there are at risk, and how many of them have a win.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.parts, self.came.iter().filter(|came| came.won).count())
    }

    /// How many deals at dates there are.
    pub(super) fn rows(&self) -> usize {
        self.came.len()
    }

    /// Each deal and date.
    pub(super) fn each(&self) -> impl Iterator<Item = Row<'c>> {
        let columns = self.columns;
        let mut place = 0;
        self.came.iter().enumerate().map(move |(i, came)| {
            let start = |ends: &[usize]| if i == 0 { 0 } else { ends[i - 1] };
            let shared = &columns.shared[start(&columns.shared_ends)..columns.shared_ends[i]];
            let row = Row { shared, columns, first: start(&columns.part_ends), place, came: *came };
            place += came.parts;
            row
        })
    }

    /// Adds `X' W X v`, each row while it is at hand.
    pub(super) fn add_curved(&self, v: &[f64], w: &[f64], into: &mut [f64]) {
        for row in self.each() {
            let (common, mut sum) = (dot(row.shared, v), 0.0);
            for (place, own) in row.parts() {
                let q = w[place] * (common + dot(own, v));
                sum += q;
                add(own, q, into);
            }
            add(row.shared, sum, into);
        }
    }

    /// Adds the diagonal of `X' W X`.
    pub(super) fn add_diagonal(&self, w: &[f64], into: &mut [f64]) {
        for row in self.each() {
            let mut sum = 0.0;
            for (place, own) in row.parts() {
                sum += w[place];
                for (column, value) in own {
                    into[*column as usize] += w[place] * f64::from(value * value);
                }
            }
            for (column, value) in row.shared {
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
    let mut here = Place::new(sample, &weights, penalties);
    for _ in 0..STEPS {
        let inverse =
            near.get_or_insert_with(|| Arc::new(Near::new(sample, &here.curve, penalties)));
        let (step, rest) = solve(sample, penalties, &here, inverse);
        let after = |size: f64| weights.iter().zip(&step).map(move |(w, s)| w + size * s).collect();
        // Where the loss is as curved as it was where the step began, the step gains half of what the slope says.
        let expected = product(&here.downhill, &step) / 2.0;
        if expected < SURE * here.loss && expected * rest < SMALL * here.loss {
            weights = after(1.0);
            break;
        }
        let mut size = 1.0;
        let there = loop {
            let tried: Vec<f64> = after(size);
            let there = Place::new(sample, &tried, penalties);
            if there.loss <= here.loss || size < 1e-3 {
                weights = tried;
                break there;
            }
            size /= 2.0;
        };
        let gain = here.loss - there.loss;
        let strayed = 1.0 - gain / expected.max(f64::MIN_POSITIVE);
        here = there;
        if gain * (rest + strayed * strayed) < SMALL * here.loss {
            break;
        }
        near = near.filter(|_| gain < LARGE * here.loss);
    }
    Fitted { weights, near }
}

/// What there is to know of the loss at some weights.
struct Place {
    loss: f64,
    /// Its slope, downhill.
    downhill: Vec<f64>,
    /// How curved it is in the log odds of each part.
    curve: Vec<f64>,
}

impl Place {
    fn new(sample: &Sample, weights: &[f64], penalties: &[f32]) -> Place {
        let (mut loss, mut curve) = (0.0, Vec::with_capacity(sample.parts));
        let held = weights.iter().zip(penalties).map(|(w, l)| -w * f64::from(*l));
        let mut downhill: Vec<f64> = held.collect();
        loss -= product(weights, &downhill) / 2.0;
        for row in sample.each() {
            let Came { won, weight, stands_for, .. } = row.came;
            let common = dot(row.shared, weights);
            // One logarithm for all parts without a win: each factor lies between one and two.
            let (mut miss, mut factors, mut slope) = (0.0, 1.0, 0.0);
            for (place, own) in row.parts() {
                let eta = common + dot(own, weights);
                let small = (-eta.abs()).exp();
                let chance = if eta < 0.0 { small } else { 1.0 } / (1.0 + small);
                let (pull, counts) = if won && place + 1 == row.end() {
                    miss += stands_for * ((-eta).max(0.0) + (1.0 + small).ln());
                    (1.0 - chance, weight * stands_for)
                } else {
                    factors *= 1.0 + small;
                    miss += eta.max(0.0);
                    (-chance, weight)
                };
                slope += counts * pull;
                add(own, counts * pull, &mut downhill);
                curve.push(counts * (chance * (1.0 - chance)).max(1e-9));
            }
            add(row.shared, slope, &mut downhill);
            loss += weight * (miss + factors.ln());
        }
        Place { loss, downhill, curve }
    }
}

/// Solves `(X' W X + L) d = b`, so closely that the step is the last if it can be. Says what share of the slope,
/// squared, is left.
fn solve(sample: &Sample, penalties: &[f32], at: &Place, near: &Near) -> (Vec<f64>, f64) {
    let (mut d, mut r) = (vec![0.0; penalties.len()], at.downhill.clone());
    let mut z = near.solve(&r);
    let mut direction = z.clone();
    let whole = product(&r, &z);
    let mut size = whole;
    let last = size < LARGE * at.loss;
    let enough = if last { (2.0 * SMALL * at.loss).min(size / 2.0) } else { CLOSE * size };
    for _ in 0..INNER {
        if size <= enough || size <= 0.0 {
            break;
        }
        let mut turned: Vec<f64> =
            direction.iter().zip(penalties).map(|(v, l)| v * f64::from(*l)).collect();
        sample.add_curved(&direction, &at.curve, &mut turned);
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
    (d, size / whole.max(f64::MIN_POSITIVE))
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::{Columns, Fitted, Sample, chance, fit};

    /// A fit ends where next to nothing is gained; one that goes on from there comes closer.
    fn to_the_end(sample: &Sample, penalties: &[f32; 2]) -> Vec<f64> {
        let first = Fitted::guess(vec![0.0; 2]);
        (0..3).fold(first, |before, _| fit(sample, penalties, before)).weights
    }

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
            sample.next(1, won, 1.0, 1.0);
        }
        let weights = to_the_end(&sample, &[1e-6, 1e-6]);
        assert!((weights[0] + 3.0_f64.ln()).abs() < 1e-2, "{weights:?}");
        assert!((weights[1] - 3.0_f64.ln()).abs() < 1e-2);
        let held = to_the_end(&sample, &[10.0, 10.0]);
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
                sample.next(1, deal < won, 1.0, 1.0);
            }
        }
        let weights = to_the_end(&sample, &[1e-7, 1e-7]);
        // Both score equations hold: the fit gives back the wins and the wins by x.
        let h: Vec<f64> = [0.0, 1.0, 2.0].map(|x| chance(weights[0] + weights[1] * x)).to_vec();
        assert!((10.0 * h.iter().sum::<f64>() - 11.0).abs() < 1e-2, "{h:?}");
        assert!((10.0 * (h[1] + 2.0 * h[2]) - 16.0).abs() < 1e-2, "{h:?}");
    }
}
