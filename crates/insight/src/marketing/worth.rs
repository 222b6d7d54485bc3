//! What leads cost and bring: revenue, spend, cost of a milestone and of a sale, return with a range.
//!
//! Spend is set against the leads that came while it was spent, and those against what leads of the
//! group come to in the end: a young lead is neither a failure nor free.

use crate::stats::shrink::Share;

/// The standard normal deviate below which nine in ten lie: 80 % lie within one on either side.
const NORMAL_90: f64 = 1.281_551_6;

/// The one below which eight in ten lie.
const NORMAL_80: f64 = 0.841_621_2;

/// A number with the range that holds it 8 times in 10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranged {
    /// The middle.
    pub middle: f64,
    /// 1 in 10 is less.
    pub low: f64,
    /// 1 in 10 is more.
    pub high: f64,
}

/// What something that a share of `leads` come to costs, where `spend` was spent on them.
#[must_use]
pub fn cost(spend: f64, leads: f64, share: &Share) -> Option<Ranged> {
    let each = |q: f64| spend / (leads * share.quantile(q));
    (spend > 0.0 && leads > 0.0).then(|| Ranged {
        middle: each(0.5),
        low: each(0.9),
        high: each(0.1),
    })
}

/// What each unit spent brings: leads times the share that is won times what a sale is worth.
#[must_use]
pub fn gain(spend: f64, leads: f64, won: &Share, sale: &Sale) -> Option<Ranged> {
    let mean = won.mean();
    if spend <= 0.0 || leads <= 0.0 || mean <= 0.0 || sale.mean <= 0.0 {
        return None;
    }
    let middle = leads * mean * sale.mean / spend;
    let spread = (won.variance() / (mean * mean) + sale.relative_error.powi(2)).sqrt();
    let factor = (NORMAL_90 * (1.0 + spread * spread).ln().sqrt()).exp();
    Some(Ranged { middle, low: middle / factor, high: middle * factor })
}

/// What a sale is worth on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    /// The mean.
    pub mean: f64,
    /// Its standard error as a share of it.
    pub relative_error: f64,
    /// The coefficient of variation of single sales.
    pub variation: f64,
}

/// So many sales of the whole are worth as much as a group's own.
const LEAN: f64 = 10.0;

/// The mean sale of each group, leaning on that of all.
#[must_use]
pub fn sales(amounts: &[Vec<f64>]) -> Vec<Sale> {
    let all = || amounts.iter().flatten();
    let n = all().count().max(1) as f64;
    let mean = all().sum::<f64>() / n;
    let spread = all().map(|amount| (amount - mean).powi(2)).sum::<f64>() / n;
    let variation = if mean > 0.0 { spread.sqrt() / mean } else { 0.0 };
    let group = |own: &Vec<f64>| {
        let weight = own.len() as f64 + LEAN;
        let mean = (own.iter().sum::<f64>() + LEAN * mean) / weight;
        Sale { mean, relative_error: variation / weight.sqrt(), variation }
    };
    amounts.iter().map(group).collect()
}

/// A sum of money that is positive and spread as a log-normal one: its range.
#[must_use]
pub fn log_normal(mean: f64, variance: f64) -> Ranged {
    let middle = mean.max(0.0);
    let [low, high] = [-NORMAL_90, NORMAL_90].map(|z| log_normal_at(mean, variance, z));
    Ranged { middle, low: low.min(middle), high: high.max(middle) }
}

/// The same where there may well be nothing: the range begins at nothing, and 8 in 10 are below its end.
#[must_use]
pub fn from_nothing(mean: f64, variance: f64) -> Ranged {
    let middle = mean.max(0.0);
    let high = log_normal_at(mean, variance, NORMAL_80);
    Ranged { middle, low: 0.0, high: high.max(middle) }
}

/// What lies so many standard deviations of its logarithm above the median of a log-normal number.
fn log_normal_at(mean: f64, variance: f64, deviate: f64) -> f64 {
    if mean <= 0.0 {
        return 0.0;
    }
    let s2 = (1.0 + variance / (mean * mean)).ln();
    mean / (0.5 * s2).exp() * (deviate * s2.sqrt()).exp()
}

#[cfg(test)]
mod tests {
    use super::{cost, gain, log_normal, sales};
    use crate::stats::shrink::shrink;

    #[test]
    fn cost_and_return_are_those_of_the_division() {
        let share = &shrink(&[(100_000.0, 1_000_000.0)])[0];
        let sale = sales(&[vec![50.0; 1_000_000]])[0];
        let cost = cost(2_000.0, 400.0, share).unwrap();
        assert!((cost.middle - 50.0).abs() < 0.1 && cost.low < cost.high);
        let gain = gain(1_000.0, 400.0, share, &sale).unwrap();
        assert!((gain.middle - 2.0).abs() < 0.01 && gain.low < 2.0 && gain.high > 2.0);
    }

    /// A log-normal amount with sigma 1: one in ten below exp(-1.2816), mean exp(0.5).
    #[test]
    fn ranges_are_log_normal() {
        let mean = 0.5_f64.exp();
        let range = log_normal(mean, mean * mean * (1.0_f64.exp() - 1.0));
        assert!((range.low - (-1.281_551_6_f64).exp()).abs() < 1e-9);
        assert!((range.high - 1.281_551_6_f64.exp()).abs() < 1e-9);
    }
}
