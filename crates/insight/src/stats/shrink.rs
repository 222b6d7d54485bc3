//! Shares of many groups, each leaning on all of them the more the less is known of it.
//!
//! # Formula
//! Each group's share is drawn from a beta distribution with mean `m` and strength `s`, its successes
//! from a binomial one. `s` is not taken as known: it is spread over a grid with the prior that is
//! uniform in `s^(-1/2)` (Gelman et al. 2013, section 5.3), `m` is the best one for each `s`. A group's
//! posterior is a mixture of beta distributions. A group alone leans on nothing (Jeffreys' prior).

use super::beta::{cdf, invert, ln_beta};

/// What is known of a group's share.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Weight, `a` and `b` of each part; the weights add up to 1.
    parts: Vec<(f64, f64, f64)>,
}

/// The strengths considered: from a prior worth one observation to one worth thousands.
const STRENGTHS: u32 = 24;
const STEP: f64 = 1.45;

impl Share {
    /// Its mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.parts.iter().map(|(w, a, b)| w * a / (a + b)).sum()
    }

    /// Its variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let square = |a: f64, b: f64| a * (a + 1.0) / ((a + b) * (a + b + 1.0));
        let second: f64 = self.parts.iter().map(|(w, a, b)| w * square(*a, *b)).sum();
        (second - self.mean().powi(2)).max(0.0)
    }

    /// The value below which it lies with chance `q`.
    #[must_use]
    pub fn quantile(&self, q: f64) -> f64 {
        invert(q, |x| self.parts.iter().map(|(w, a, b)| w * cdf(*a, *b, x)).sum())
    }
}

/// What is known of each group's share, from its successes and its trials; neither need be whole.
#[must_use]
pub fn shrink(groups: &[(f64, f64)]) -> Vec<Share> {
    let told = groups.iter().filter(|(_, n)| *n > 0.0).count();
    if told < 2 {
        let alone = |(k, n): &(f64, f64)| vec![(1.0, k + 0.5, (n - k).max(0.0) + 0.5)];
        return groups.iter().map(|group| Share { parts: alone(group) }).collect();
    }
    let grid: Vec<(f64, f64, f64)> = (0..STRENGTHS)
        .map(|i| {
            let s = STEP.powi(i.cast_signed());
            let m = centre(groups, s);
            (likelihood(groups, m, s) - 0.5 * s.ln(), m, s)
        })
        .collect();
    let top = grid.iter().map(|g| g.0).fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = grid.iter().map(|g| (g.0 - top).exp()).sum();
    let kept: Vec<_> = grid
        .into_iter()
        .map(|(l, m, s)| ((l - top).exp() / sum, m * s, (1.0 - m) * s))
        .filter(|(weight, ..)| *weight > 1e-6)
        .collect();
    let of = |(k, n): &(f64, f64)| {
        kept.iter().map(|(w, a, b)| (*w, a + k, b + (n - k).max(0.0))).collect()
    };
    groups.iter().map(|group| Share { parts: of(group) }).collect()
}

/// The mean to which groups lean: large groups count as much as the strength lets them.
fn centre(groups: &[(f64, f64)], s: f64) -> f64 {
    let told = || groups.iter().filter(|(_, n)| *n > 0.0);
    let weight = |n: f64| n / (n + s);
    let sum: f64 = told().map(|(_, n)| weight(*n)).sum();
    let mean = told().map(|(k, n)| weight(*n) * k / n).sum::<f64>() / sum;
    let all: f64 = told().map(|(_, n)| n).sum();
    mean.clamp(0.5 / (all + 1.0), 1.0 - 0.5 / (all + 1.0))
}

fn likelihood(groups: &[(f64, f64)], m: f64, s: f64) -> f64 {
    let (a, b) = (m * s, (1.0 - m) * s);
    let one = |(k, n): &(f64, f64)| ln_beta(a + k, b + (n - k).max(0.0)) - ln_beta(a, b);
    groups.iter().filter(|(_, n)| *n > 0.0).map(one).sum()
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::shrink;

    #[test]
    fn a_small_group_leans_on_the_whole_and_a_large_one_on_itself() {
        let shares = shrink(&[(100.0, 1000.0), (210.0, 2000.0), (95.0, 1000.0), (3.0, 3.0)]);
        assert!((shares[0].mean() - 0.1).abs() < 0.01);
        let small = shares[3].mean();
        assert!(small > 0.1 && small < 0.75, "3 of 3 is not everything: {small}");
        assert!(shares[3].quantile(0.9) - shares[3].quantile(0.1) > 0.05);
    }

    #[test]
    fn a_group_alone_has_the_interval_of_jeffreys() {
        // 5 of 20: the quantiles of Beta(5.5, 15.5), by summing its density over two million steps.
        let share = &shrink(&[(5.0, 20.0)])[0];
        assert!((share.quantile(0.025) - 0.1024).abs() < 1e-4, "{}", share.quantile(0.025));
        assert!((share.quantile(0.975) - 0.4642).abs() < 1e-4, "{}", share.quantile(0.975));
    }

    /// Made truth: shares are drawn, intervals of 80 % must hold 80 % of them.
    #[test]
    fn intervals_hold_the_made_truth() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
        let (mut held, mut all) = (0, 0);
        for _ in 0..60 {
            let truth: Vec<(f64, u32)> = (0..8)
                .map(|_| (0.02 + 0.2 * rng.random::<f64>().powi(2), rng.random_range(5..400)))
                .collect();
            let seen: Vec<(f64, f64)> = truth
                .iter()
                .map(|(p, n)| {
                    let k = (0..*n).filter(|_| rng.random::<f64>() < *p).count();
                    (k as f64, f64::from(*n))
                })
                .collect();
            for (share, (p, _)) in shrink(&seen).iter().zip(&truth) {
                held += u32::from(share.quantile(0.1) <= *p && *p <= share.quantile(0.9));
                all += 1;
            }
        }
        let part = f64::from(held) / f64::from(all);
        assert!((0.75..=0.85).contains(&part), "{part}");
    }
}
