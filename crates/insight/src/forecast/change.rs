//! Whether a company has changed lately: a level that holds from some date on, found in the errors of past
//! forecasts.
//!
//! # Formula
//! `e_i` is the logarithm of what came over what was said at replay `i`, the newest first, and `v_i` the variance
//! that luck lets it have. Hypothesis `k` says that the newest `k` lie around another level than the rest. Their mean
//! `m_k`, weighed by `1 / v_i`, is as sure as `n_k` independent periods let it be: its variance is `u_k = c v / n_k`,
//! where `c` is how much more than `v_i` the rest scatters around its mean `m`. With a shift expected to be `N(0, t^2)`,
//!
//! ```text
//! B_k = N(m_k - m; 0, u_k + t^2) / N(m_k - m; 0, u_k)        P(k) ~ p B_k / K        P(none) ~ 1 - p
//! ```
//!
//! and the shift at replay `i` is the sum of `P(k) (m_k - m) t^2 / (t^2 + u_k)` over `k > i` (one change-point by
//! Bayes factors: Smith 1975). Only what is likely counts: a record always has a few bad periods.

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

/// For each replay, the newest first, how far the level has shifted there, as a logarithm. `errors` has the error
/// of each and the variance that it is expected to have; `overlap` is the share of a period that is new in each.
pub(super) fn shifts(errors: &[(f64, f64)], overlap: f64) -> Vec<f64> {
    let mut shifts = vec![0.0; errors.len()];
    let most = errors.len().saturating_sub(REST);
    let all: Vec<(f64, f64)> = (1..=most).map(|k| hypothesis(errors, k, overlap)).collect();
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

/// How much more likely what was seen is if the newest `k` lie around a level of their own, and how far that is off.
fn hypothesis(errors: &[(f64, f64)], k: usize, overlap: f64) -> (f64, f64) {
    let (newest, rest) = errors.split_at(k);
    let periods = |replays: usize| 1.0 + (replays as f64 - 1.0) * overlap;
    let n = periods(rest.len());
    let level = mean(rest) * n / (n + WORTH);
    let scatter =
        rest.iter().map(|(e, v)| (e - level).powi(2) / v).sum::<f64>() / rest.len() as f64;
    let scatter = ((n * scatter + WORTH) / (n + WORTH)).max(1.0);
    let usual = k as f64 / newest.iter().map(|(_, v)| 1.0 / v).sum::<f64>();
    let (off, unsure) = (mean(newest) - level, scatter * usual / periods(k));
    let wide = unsure + SIZE * SIZE;
    let evidence = off * off / 2.0 * (1.0 / unsure - 1.0 / wide);
    let factor = (unsure / wide).sqrt() * evidence.min(MOST).exp();
    (factor, off * SIZE * SIZE / wide)
}

fn mean(errors: &[(f64, f64)]) -> f64 {
    let whole: f64 = errors.iter().map(|(_, v)| 1.0 / v).sum();
    errors.iter().map(|(e, v)| e / v).sum::<f64>() / whole
}

#[cfg(test)]
mod tests {
    use super::shifts;
    use crate::demo::dice::Dice;

    /// Errors of so many replays, the newest first, of which the newest so many are off by `by`.
    fn record(newest: usize, by: f64, dice: &mut Dice) -> Vec<(f64, f64)> {
        let one = |i: usize| (0.1 * dice.normal() + if i < newest { by } else { 0.0 }, 0.01);
        (0..26).map(one).collect()
    }

    #[test]
    fn a_change_is_found_where_it_began() {
        let mut dice = Dice::new(7, 1);
        for newest in [2, 5, 9] {
            let found = shifts(&record(newest, -0.7, &mut dice), 0.5);
            // Just where it began may be one replay off.
            for (i, shift) in found.iter().enumerate().filter(|(i, _)| i.abs_diff(newest) > 1) {
                let truth = if i < newest { -0.7 } else { 0.0 };
                assert!((shift - truth).abs() < 0.25, "{newest}: {shift} at {i}");
            }
        }
    }

    #[test]
    fn where_nothing_changed_hardly_anything_is_found() {
        let mut dice = Dice::new(3, 2);
        let found = (0..500).filter(|_| shifts(&record(0, 0.0, &mut dice), 1.0)[0] != 0.0).count();
        assert!(found <= 10, "{found} of 500");
    }
}
