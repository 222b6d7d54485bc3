//! The numbers of a company as somebody learns them from its record who knows what sort of company it is: whether
//! it grows, has a season or a rhythm by the quarter, and on which days customers changed or hardly anything was opened;
//! but not how much of it.
//!
//! # Formula
//! On day `i` something that `r_i` deals were at risk of (of being opened: 1) happened `n_i` times, `m_i = r_i rate(i)`
//! on average. The numbers `b` have the largest `sum_i (n_i ln m_i - m_i) - sum_j b_j^2 / (2 s_j^2)` (Poisson
//! regression; chances of a day are so small that they are as good as Poisson), found by Newton's method with the expected
//! curvature; the prior `s` is so wide that it tells only where the record says nothing. An amount is on average
//! `exp(m + v / 2)` with the mean `m` and variance `v` of the logarithms of amounts; from a list, the mean.

use super::numbers::{Columns, Numbers, rate};
use super::{Firm, Life};
use crate::stats::cholesky::Cholesky;

/// How far each number may lie from none, before looking: the level anywhere, the others by as much as doubles
/// or halves a rate, and more.
const PRIOR: Columns = [10.0, 1.0, 1.0, 1.0];

/// A swing is less than the whole: no rate is below zero.
const MOST_SWING: f64 = 0.95;

/// Newton's steps, at most, and the change of a number that is none.
const STEPS: usize = 50;
const STILL: f64 = 1e-9;

/// What happened on a day.
struct Seen {
    columns: Columns,
    /// Deals to which it could happen.
    at_risk: f64,
    /// How often it did.
    times: f64,
}

impl Firm {
    /// The company's numbers as its record before a day tells them.
    pub(super) fn learn(&self, from: i64) -> Numbers {
        let known: Vec<&Life> = self.lives.iter().filter(|life| life.opened < from).collect();
        let days = usize::try_from(from).unwrap_or(0);
        let [mut opened, mut at_risk, mut stepped, mut lost] = [(); 4].map(|()| vec![0.0; days]);
        let count = |of: &mut Vec<f64>, day: i64| {
            if let Some(times) = usize::try_from(day).ok().and_then(|day| of.get_mut(day)) {
                *times += 1.0;
            }
        };
        for life in &known {
            count(&mut opened, life.opened);
            let last = life.ended.map_or(from, |(ended, _)| ended.min(from));
            (life.opened + 1..=last).for_each(|day| count(&mut at_risk, day));
            life.steps.iter().for_each(|day| count(&mut stepped, *day));
            if let Some((ended, won)) = life.ended {
                count(if won { &mut stepped } else { &mut lost }, ended);
            }
        }
        let seen = |columns: &dyn Fn(i64) -> Columns, at_risk: &[f64], times: &[f64]| {
            let days = (0..from).zip(at_risk).zip(times);
            fit(&days
                .map(|((day, at_risk), times)| Seen {
                    columns: columns(day),
                    at_risk: *at_risk,
                    times: *times,
                })
                .collect::<Vec<_>>())
        };
        let shape = &self.shape;
        Numbers {
            opened: seen(&|day| shape.opens(day), &vec![1.0; days], &opened),
            step: seen(&|day| shape.steps_on(day), &at_risk, &stepped),
            loss: seen(&|day| shape.loses(day), &at_risk, &lost),
            usual: usual(&known, shape.lumps.is_some()),
        }
    }
}

/// What a deal is worth on average.
fn usual(known: &[&Life], differ: bool) -> f64 {
    let mean = |of: &dyn Fn(f64) -> f64| {
        known.iter().map(|life| of(life.amount)).sum::<f64>() / known.len() as f64
    };
    if !differ {
        return mean(&|amount| amount);
    }
    let middle = mean(&f64::ln);
    (middle + mean(&|amount| (amount.ln() - middle).powi(2)) / 2.0).exp()
}

/// The likeliest numbers of a rate.
fn fit(seen: &[Seen]) -> Columns {
    const N: usize = 4;
    let sum = |of: &dyn Fn(&Seen) -> f64| seen.iter().map(of).sum::<f64>();
    let mut b = [0.0; N];
    b[0] = ((sum(&|day| day.times) + 0.5) / (sum(&|day| day.at_risk) + 1.0)).ln();
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = b.iter().zip(PRIOR).map(|(b, s)| -b / (s * s)).collect();
        let mut curve = vec![0.0; N * N];
        for i in 0..N {
            curve[i * N + i] = PRIOR[i].powi(-2);
        }
        for day in seen {
            let mean = day.at_risk * rate(&b, &day.columns);
            // By how much each number moves the logarithm of the rate.
            let mut x = day.columns;
            x[3] /= 1.0 + b[3] * x[3];
            for i in 0..N {
                slope[i] += (day.times - mean) * x[i];
                for j in 0..N {
                    curve[i * N + j] += mean * x[i] * x[j];
                }
            }
        }
        let step = Cholesky::of(curve, N).solve(slope);
        b.iter_mut().zip(&step).for_each(|(b, step)| *b += step);
        b[3] = b[3].clamp(-MOST_SWING, MOST_SWING);
        if step.iter().all(|step| step.abs() < STILL) {
            break;
        }
    }
    b
}
