//! Shares of many groups, each leaning on all of them the more the less is known of it.
//!
//! # Formula
//! Each group's share is drawn from a beta distribution with mean `m` and strength `s`, its successes
//! from a binomial one. Neither is taken as known: both are spread over a grid, with the prior that is
//! uniform in `m` and in `s^(-1/2)` (Gelman et al. 2013, section 5.3). A group's posterior is a mixture
//! of beta distributions, given as the one with the same mean and variance. A group alone leans on
//! nothing (Jeffreys' prior).

use super::beta::{cdf, invert, ln_beta};

/// What is known of a group's share: a beta distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    a: f64,
    b: f64,
}

/// The strengths considered: from a prior worth one observation to one worth thousands.
const STRENGTHS: u32 = 24;
const STEP: f64 = 1.45;
/// The means considered for each strength, in standard errors on either side of the likeliest.
const MEANS: [f64; 7] = [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0];

impl Share {
    /// Its mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// Its variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let n = self.a + self.b;
        self.a * self.b / (n * n * (n + 1.0))
    }

    /// The value below which it lies with chance `q`.
    #[must_use]
    pub fn quantile(&self, q: f64) -> f64 {
        invert(q, |x| cdf(self.a, self.b, x))
    }

    fn of(mean: f64, variance: f64) -> Share {
        let n = (mean * (1.0 - mean) / variance.max(1e-18) - 1.0).max(1e-3);
        Share { a: mean * n, b: (1.0 - mean) * n }
    }
}

/// What is known of each group's share, from its successes and its trials; neither need be whole.
#[must_use]
pub fn shrink(groups: &[(f64, f64)]) -> Vec<Share> {
    let told = groups.iter().filter(|(_, n)| *n > 0.0).count();
    if told < 2 {
        let alone = |(k, n): &(f64, f64)| Share { a: k + 0.5, b: (n - k).max(0.0) + 0.5 };
        return groups.iter().map(alone).collect();
    }
    let mut grid: Vec<(f64, f64, f64)> = Vec::new();
    for s in (0..STRENGTHS).map(|i| STEP.powi(i.cast_signed())) {
        let (centre, error) = centre(groups, s);
        // Evenly apart in the logarithm of the odds, whose density carries m (1 - m).
        for m in MEANS.map(|z| 1.0 / (1.0 + (1.0 - centre) / centre * (-z * error).exp())) {
            let prior = -0.5 * s.ln() + (m * (1.0 - m) * error).ln();
            grid.push((likelihood(groups, m, s) + prior, m * s, (1.0 - m) * s));
        }
    }
    let top = grid.iter().map(|g| g.0).fold(f64::NEG_INFINITY, f64::max);
    grid.iter_mut().for_each(|g| g.0 = (g.0 - top).exp());
    let sum: f64 = grid.iter().map(|g| g.0).sum();
    groups.iter().map(|group| mixed(&grid, sum, group)).collect()
}

/// The mixture of a group's posteriors over the grid, by its mean and variance.
fn mixed(grid: &[(f64, f64, f64)], sum: f64, (k, n): &(f64, f64)) -> Share {
    let (mut first, mut second) = (0.0, 0.0);
    for (weight, a, b) in grid {
        let (a, all) = (a + k, a + b + n.max(*k));
        let mean = a / all;
        first += weight / sum * mean;
        second += weight / sum * mean * (a + 1.0) / (all + 1.0);
    }
    Share::of(first, second - first * first)
}

/// The mean to which groups lean, large groups counting as much as the strength lets them, and the
/// standard error of the logarithm of its odds.
fn centre(groups: &[(f64, f64)], s: f64) -> (f64, f64) {
    let told = || groups.iter().filter(|(_, n)| *n > 0.0);
    let weight = |n: f64| n / (n + s);
    let sum: f64 = told().map(|(_, n)| weight(*n)).sum();
    let mean = told().map(|(k, n)| weight(*n) * k / n).sum::<f64>() / sum;
    let all: f64 = told().map(|(_, n)| n).sum();
    let mean = mean.clamp(0.5 / (all + 1.0), 1.0 - 0.5 / (all + 1.0));
    // Each group tells of the mean as much as its trials, no more than the strength.
    let tells: f64 = told().map(|(_, n)| n * (s + 1.0) / (n + s)).sum();
    (mean, 1.0 / (mean * (1.0 - mean) * tells).sqrt())
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
