//! Whether a company has changed lately: a level that holds from some date on, found in the errors of past
//! forecasts.
//!
//! # Formula
//! `e_i` is the logarithm of what came over what was said at replay `i`, the newest first, `v_i` the variance that luck
//! lets it have over a whole period, and `s_i` the share of its period that has passed: what came by now is held against
//! what was said to come by now. Hypothesis `k` says that the newest `k` lie around another level than the rest. Their
//! mean `m_k`, weighed by `s_i / v_i`, is as sure as the `n_k` periods since the first of them let it be: its variance is
//! `u_k = c v / n_k`, where `c` is how much more than `v_i` the rest scatters around its mean `m`. With a shift expected to
//! be `N(0, t^2)`, and `S_k` for what else speaks for a change then (how deals move on: `steps.rs`),
//!
//! ```text
//! B_k = S_k N(m_k - m; 0, u_k + t^2) / N(m_k - m; 0, u_k)        P(k) ~ p B_k / K        P(none) ~ 1 - p
//! ```
//!
//! and the shift at replay `i` is the sum of `P(k) (m_k - m) t^2 / (t^2 + u_k)` over `k > i` (one change-point by
//! Bayes factors: Smith 1975), where `k` is at most half of the replays. Only what is likely counts: a record always has a few bad periods. What deals do says when
//! something changed long before it shows in what is won; what it did to the level, only what came says.

/// How likely it is, before looking, that there was a change within the record.
const CHANGED: f64 = 0.01;
/// A change that is less likely than this after looking is none.
const LIKELY: f64 = 0.8;
/// How large a change is expected to be: the standard deviation of its logarithm.
const SIZE: f64 = 0.7;
/// The rest has at least so many replays.
const REST: usize = 4;
/// What is expected before looking is worth so many periods.
const WORTH: f64 = 2.0;
/// The logarithm of evidence counts for no more: a number would hold no more.
const MOST: f64 = 600.0;

/// How far a replay was off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Miss {
    /// The logarithm of what came over what was said.
    pub(super) off: f64,
    /// The variance that it is expected to have for a whole period.
    pub(super) usual: f64,
    /// The share of its period that has passed, by what was said of it.
    pub(super) passed: f64,
    /// How many periods ago its own began.
    pub(super) age: f64,
}

impl Miss {
    fn weight(&self) -> f64 {
        self.passed / self.usual
    }
}

/// For each replay, the newest first, how far the level has shifted there, as a logarithm; `besides` has what else speaks
/// for a change since the newest `k`: the logarithm of a Bayes factor.
pub(super) fn shifts(misses: &[Miss], besides: &[f64]) -> Vec<f64> {
    let mut shifts = vec![0.0; misses.len()];
    // Less time before than since does not tell what is usual: the first estimates of a record are the worst.
    let most = misses.len().saturating_sub(REST).min(misses.len() / 2);
    let all: Vec<(f64, f64)> = (1..=most)
        .map(|k| {
            let (evidence, shift) = hypothesis(misses, k);
            ((evidence + besides[k - 1]).min(MOST).exp(), shift)
        })
        .collect();
    let each = CHANGED / most.max(1) as f64;
    let whole = 1.0 - CHANGED + all.iter().map(|(factor, _)| each * factor).sum::<f64>();
    if (1.0 - CHANGED) / whole > 1.0 - LIKELY {
        return shifts;
    }
    let mut sum = 0.0;
    for (k, (factor, shift)) in all.iter().enumerate().rev() {
        sum += each * factor / whole * shift;
        shifts[k] = sum;
    }
    shifts
}

/// How much more likely what was seen is if the newest `k` lie around a level of their own, as a logarithm, and how far
/// that is off.
fn hypothesis(misses: &[Miss], k: usize) -> (f64, f64) {
    let (newest, rest) = misses.split_at(k);
    let n = periods(rest);
    let level = mean(rest) * n / (n + WORTH);
    let passed = |misses: &[Miss]| misses.iter().map(|miss| miss.passed).sum::<f64>();
    let squares: f64 = rest.iter().map(|m| (m.off - level).powi(2) * m.weight()).sum();
    let scatter = squares / passed(rest).max(f64::MIN_POSITIVE);
    let scatter = ((n * scatter + WORTH) / (n + WORTH)).max(1.0);
    let passed = passed(newest);
    if passed <= 0.0 {
        return (0.0, 0.0);
    }
    let usual = passed / newest.iter().map(Miss::weight).sum::<f64>();
    let (off, unsure) = (mean(newest) - level, scatter * usual / periods(newest));
    let wide = unsure + SIZE * SIZE;
    let evidence = off * off / 2.0 * (1.0 / unsure - 1.0 / wide);
    ((unsure / wide).ln() / 2.0 + evidence, off * SIZE * SIZE / wide)
}

/// The time that replays have seen, in periods.
fn periods(misses: &[Miss]) -> f64 {
    misses[misses.len() - 1].age - (misses[0].age - 1.0).max(0.0)
}

fn mean(misses: &[Miss]) -> f64 {
    let whole: f64 = misses.iter().map(Miss::weight).sum();
    misses.iter().map(|m| m.off * m.weight()).sum::<f64>() / whole.max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::{Miss, shifts};
    use crate::demo::dice::Dice;

    /// Errors of so many replays, the newest first, of which the newest so many are off by `by`.
    fn record(newest: usize, by: f64, apart: f64, dice: &mut Dice) -> Vec<Miss> {
        let mut one = |i: usize| {
            let off = 0.1 * dice.normal() + if i < newest { by } else { 0.0 };
            Miss { off, usual: 0.01, passed: 1.0, age: 1.0 + i as f64 * apart }
        };
        (0..26).map(&mut one).collect()
    }

    #[test]
    fn a_change_is_found_where_it_began() {
        let mut dice = Dice::new(7, 1);
        for newest in [2, 5, 9] {
            let found = shifts(&record(newest, -0.7, 0.5, &mut dice), &[0.0; 26]);
            // Just where it began may be one replay off.
            for (i, shift) in found.iter().enumerate().filter(|(i, _)| i.abs_diff(newest) > 1) {
                let truth = if i < newest { -0.7 } else { 0.0 };
                assert!((shift - truth).abs() < 0.25, "{newest}: {shift} at {i}");
            }
        }
    }

    #[test]
    fn a_bad_beginning_is_no_change() {
        let mut dice = Dice::new(7, 1);
        let mut misses = record(0, 0.0, 0.2, &mut dice);
        misses[21..].iter_mut().for_each(|miss| miss.off += 0.9);
        assert_eq!(shifts(&misses, &[0.0; 26]), [0.0; 26]);
    }

    #[test]
    fn where_nothing_changed_hardly_anything_is_found() {
        let mut dice = Dice::new(3, 2);
        let found = (0..500)
            .filter(|_| shifts(&record(0, 0.0, 1.0, &mut dice), &[0.0; 26])[0] != 0.0)
            .count();
        assert!(found <= 10, "{found} of 500");
    }
}
