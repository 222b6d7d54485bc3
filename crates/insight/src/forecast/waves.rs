//! What comes back: the waves of a logarithm over the year, or over the quarter.
//!
//! # Formula
//! `sum over k of s_k sin(k a) + c_k cos(k a)`, where the angle `a` turns once a year or once a quarter. A fit with the
//! first `k` waves is weighed by its Bayes factor `B_k` against none (the ratio of their evidence, see
//! `regression.rs`), beside a prior: the coefficients are the sum over `k` of `P(k)` times those of that fit, with
//! `P(k) ~ p B_k / K` and `P(0) ~ 1 - p` (Bayesian model averaging: Hoeting et al. 1999). So what may be chance is
//! hardly believed, and what is sure wholly.

use std::f64::consts::TAU;

use ledger::time::Day;

use super::regression::{Fit, Regression};

/// The logarithm of evidence counts for no more: a number would hold no more.
const MOST: f64 = 600.0;

/// What is expected of waves before looking.
#[derive(Clone, Copy)]
pub(super) struct Usual {
    /// How likely there are any.
    pub(super) likely: f64,
    /// The standard deviation of the first one's coefficients; half that of the second one's, and so on.
    pub(super) height: f64,
    /// Scatter over so many weeks is no wave.
    pub(super) block: usize,
}

/// How far a quarter has gone on a day, in months: 0 to 3.
pub(super) fn into_quarter(day: Day) -> f64 {
    let date = day.civil();
    let gone = f64::from(date.day() - 1) / f64::from(date.days_in_month());
    f64::from((date.month() - 1) % 3) + gone
}

/// The same as an angle.
pub(super) fn quarter_turn(day: Day) -> f64 {
    into_quarter(day) * TAU / 3.0
}

/// The coefficients of sine and cosine, the slowest wave first.
#[derive(Default)]
pub(super) struct Waves(Vec<(f64, f64)>);

impl Waves {
    /// Learns at most so many waves beside what a regression has already; `angle` is that of a week.
    pub(super) fn learn(
        mut regression: Regression,
        angle: impl Fn(usize) -> f64,
        most: usize,
        usual: Usual,
    ) -> Waves {
        if regression.is_empty() {
            return Waves::default();
        }
        let first = regression.len();
        let none = regression.fit();
        let mut fits = Vec::new();
        for wave in 1..=most {
            let wave = wave as f64;
            regression.add(usual.height / wave, |week| (wave * angle(week)).sin());
            regression.add(usual.height / wave, |week| (wave * angle(week)).cos());
            fits.push(regression.fit());
        }
        let scatter = fits.last().map_or(1.0, |fit| regression.scatter(fit, usual.block));
        let plain = regression.evidence(&none, scatter);
        let prior = usual.likely / (1.0 - usual.likely) / most as f64;
        let factor = |fit: &Fit| {
            prior * (regression.evidence(fit, scatter) - plain).clamp(-MOST, MOST).exp()
        };
        let factors: Vec<f64> = fits.iter().map(factor).collect();
        let whole = 1.0 + factors.iter().sum::<f64>();
        let mut waves = vec![(0.0, 0.0); most];
        for (fit, factor) in fits.iter().zip(factors) {
            for (wave, own) in waves.iter_mut().zip(fit.b[first..].chunks_exact(2)) {
                wave.0 += factor / whole * own[0];
                wave.1 += factor / whole * own[1];
            }
        }
        Waves(waves)
    }

    /// Whether there are none.
    pub(super) fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The factor at an angle.
    pub(super) fn at(&self, angle: f64) -> f64 {
        let wave = |(k, (sine, cosine)): (i32, &(f64, f64))| {
            let (sin, cos) = (f64::from(k) * angle).sin_cos();
            sine * sin + cosine * cos
        };
        (1..).zip(&self.0).map(wave).sum::<f64>().exp()
    }

    /// Its mean over all angles.
    pub(super) fn mean(&self) -> f64 {
        const PARTS: u32 = 48;
        let at = |part: u32| self.at(TAU * f64::from(part) / f64::from(PARTS));
        (0..PARTS).map(at).sum::<f64>() / f64::from(PARTS)
    }
}

#[cfg(test)]
mod tests {
    use super::{Regression, Usual, Waves};
    use crate::demo::dice::Dice;

    const USUAL: Usual = Usual { likely: 0.3, height: 0.3, block: 6 };

    /// Waves learned from two years of weekly counts with a mean that depends on the angle.
    fn learned(mean: impl Fn(f64) -> f64, dice: &mut Dice) -> Waves {
        let angle = |week: usize| std::f64::consts::TAU * week as f64 / 52.0;
        let counts = (0..104).map(|week| dice.poisson(mean(angle(week))) as f64);
        let regression = Regression::new(counts.collect(), vec![1.0; 104]);
        Waves::learn(regression, angle, 3, USUAL)
    }

    #[test]
    fn what_comes_back_is_found() {
        let truth = |angle: f64| (0.4 * angle.sin() - 0.1 * (2.0 * angle).cos()).exp();
        let mut dice = Dice::new(5, 1);
        let waves = learned(|angle| 20.0 * truth(angle), &mut dice);
        for part in 0..12 {
            let angle = f64::from(part) * std::f64::consts::TAU / 12.0;
            let off = (waves.at(angle) / waves.mean() / truth(angle)).ln();
            assert!(off.abs() < 0.12, "{angle}: {off}");
        }
    }

    #[test]
    fn chance_is_hardly_believed() {
        let mut dice = Dice::new(6, 2);
        for _ in 0..100 {
            let waves = learned(|_| 20.0, &mut dice);
            let most = (0..12).map(|part| waves.at(f64::from(part)).ln().abs()).fold(0.0, f64::max);
            assert!(most < 0.1, "{most}");
        }
    }

    /// Weeks that lie together scatter together: a level that wanders is not taken for a season.
    #[test]
    fn what_drifts_is_no_season() {
        let mut dice = Dice::new(7, 3);
        let mut found = 0;
        for _ in 0..100 {
            let mut level = 20.0_f64.ln();
            let mut levels = Vec::new();
            for _ in 0..15 {
                level += 0.25 * dice.normal();
                levels.push(level.exp());
            }
            let angle = |week: usize| std::f64::consts::TAU * week as f64 / 52.0;
            let counts = (0..104).map(|week| dice.poisson(levels[week / 7]) as f64);
            let regression = Regression::new(counts.collect(), vec![1.0; 104]);
            let waves = Waves::learn(regression, angle, 1, USUAL);
            let height = waves.0[0].0.hypot(waves.0[0].1);
            found += usize::from(height > 0.2);
        }
        assert!(found <= 15, "{found} of 100");
    }
}
