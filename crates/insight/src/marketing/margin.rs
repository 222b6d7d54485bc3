//! The next unit of the budget: what a little more spend brings, where the data carry it.
//!
//! # Formula
//! Over months of four weeks, the change in the logarithm of leads is regressed on the change in the
//! logarithm of spend: the slope is the elasticity. Changes from month to month leave out whatever
//! grows slowly; what moves both at once (a season, a fair that brings its own spend) stays in, so it is
//! an association. Its interval allows for neighbouring changes that share a month. What one more unit brings is the elasticity times what a unit brings on average. It is
//! given only for at least 12 changes, with spend that really moved and an interval narrow enough to act
//! on. Otherwise a test is named that would tell: with `w` leads a week and spend raised by half, the
//! difference is 2.5 standard errors of two Poisson counts after `(2.5^2)(2.5) / (0.25 w)` weeks, if leads
//! follow spend.

use super::worth::Ranged;

/// Fewer changes from month to month tell nothing.
const FEWEST: usize = 12;
/// Spend that changes by less than this from month to month (standard deviation of the logarithm) has
/// not been tried out.
const MOVED: f64 = 0.25;
/// An 80 % interval of the elasticity wider than this decides nothing.
const WIDEST: f64 = 0.8;
/// Student's t below which nine in ten lie, for 10 degrees of freedom and more: on the safe side.
const T_90: f64 = 1.372;
/// Spend in the test is raised by this.
pub const RAISED: f64 = 0.5;

/// What can be said of the next unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Margin {
    /// By how many per cent leads change when spend changes by one.
    Told {
        /// The elasticity.
        elasticity: Ranged,
        /// Changes from month to month that it rests on.
        changes: usize,
    },
    /// A test would tell.
    Test {
        /// Why the data do not.
        because: Because,
        /// Weeks of spend raised by half, beside as many weeks as now.
        weeks: f64,
    },
}

/// Why the data do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Too few months with both spend and leads.
    Short,
    /// Spend hardly moved.
    Steady,
    /// It moved, and what leads did is too unclear.
    Unclear,
}

/// What months of spend and leads tell, the oldest first.
#[must_use]
pub fn margin(months: &[(f64, f64)]) -> Margin {
    let leads: f64 = months.iter().map(|month| month.1).sum();
    let weekly = (leads / (4.0 * months.len().max(1) as f64)).max(1e-9);
    let weeks = (2.5 * 2.5 * (2.0 + RAISED) / (RAISED * RAISED * weekly)).max(2.0).ceil();
    let test = |because| Margin::Test { because, weeks };
    let logs =
        |(spend, leads): &(f64, f64)| (*spend > 0.0).then(|| (spend.ln(), (leads + 0.5).ln()));
    let logs: Vec<_> = months.iter().map(logs).collect();
    let pairs = logs.windows(2).filter_map(|pair| Some((pair[0]?, pair[1]?)));
    let changes: Vec<(f64, f64)> = pairs.map(|(a, b)| (b.0 - a.0, b.1 - a.1)).collect();
    if changes.len() < FEWEST {
        return test(Because::Short);
    }
    let n = changes.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| changes.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|c| c.0), mean(|c| c.1));
    let squares: f64 = changes.iter().map(|c| (c.0 - x).powi(2)).sum();
    if (squares / n).sqrt() < MOVED {
        return test(Because::Steady);
    }
    let slope = changes.iter().map(|c| (c.0 - x) * (c.1 - y)).sum::<f64>() / squares;
    // What is left over from one month stands in two changes: neighbours go together (Hansen and
    // Hodrick 1980), so the variance is that of neighbours if it is the larger one.
    let left: Vec<(f64, f64)> =
        changes.iter().map(|c| (c.0 - x, c.1 - y - slope * (c.0 - x))).collect();
    let alone = left.iter().map(|l| l.1 * l.1).sum::<f64>() / (n - 2.0) * squares;
    let own: f64 = left.iter().map(|l| (l.0 * l.1).powi(2)).sum();
    let beside: f64 = left.windows(2).map(|l| l[0].0 * l[0].1 * l[1].0 * l[1].1).sum();
    let error = T_90 * alone.max(own + 2.0 * beside).sqrt() / squares;
    if 2.0 * error > WIDEST {
        return test(Because::Unclear);
    }
    let elasticity = Ranged { middle: slope, low: slope - error, high: slope + error };
    Margin::Told { elasticity, changes: changes.len() }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::{Because, Margin, margin};

    fn months(seed: u64, count: u32, moved: f64, elasticity: f64) -> Vec<(f64, f64)> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let month = |_| {
            let spend = 1_000.0 * (moved * (2.0 * rng.random::<f64>() - 1.0)).exp();
            let mean = 200.0 * (spend / 1_000.0).powf(elasticity);
            let draws = (0..2_000).filter(|_| rng.random::<f64>() < mean / 2_000.0).count();
            (spend, draws as f64)
        };
        (0..count).map(month).collect()
    }

    #[test]
    fn a_made_elasticity_is_found_as_often_as_it_says() {
        let mut held = 0;
        for seed in 0..200 {
            let Margin::Told { elasticity, .. } = margin(&months(seed, 30, 0.8, 0.6)) else {
                panic!("it can be told");
            };
            held += u32::from(elasticity.low <= 0.6 && 0.6 <= elasticity.high);
        }
        assert!((152..=182).contains(&held), "{held} of 200");
    }

    #[test]
    fn where_data_do_not_tell_a_test_is_named() {
        let because = |months: &[(f64, f64)]| match margin(months) {
            Margin::Test { because, weeks } => (because, weeks),
            Margin::Told { .. } => panic!("told"),
        };
        assert_eq!(because(&months(1, 8, 0.8, 0.6)).0, Because::Short);
        assert_eq!(because(&months(1, 30, 0.05, 0.6)).0, Because::Steady);
        assert_eq!(because(&[(0.0, 3.0); 40]).0, Because::Short);
        // 50 leads a week: 2.5^2 * 2.5 / (0.25 * 50) = 1.25, and two weeks at least.
        assert_eq!(because(&[(100.0, 200.0); 30]), (Because::Steady, 2.0));
        // One lead a week: 62.5 weeks.
        assert_eq!(because(&[(100.0, 4.0); 30]), (Because::Steady, 63.0));
    }
}
