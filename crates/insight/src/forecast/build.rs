//! How a period's revenue builds up, day by day.
//!
//! What open deals bring by a day is their chance of a win by then, from the hazards of the parts of the time
//! ahead; what new business brings by then is the value of past sales that were made within so many days of the
//! deal's opening, openings being even: `N(t) = sum(value * max(0, t - days to sale))`. The luck of single
//! deals adds up like a random walk, a shock that hits all alike grows with the amount: at a share `s` of what
//! is still to come the range is as wide as at the end times `sqrt(a s + (1 - a) s^2)`, where `a` is the part of
//! luck in the variance of the whole. At the end it is the range of the period itself.

use ledger::time::DAY_MS;

use super::Forecast;
use super::estimate::{Estimate, Window, Wins};
use super::model::Model;

/// New business is looked up at so many places of the period.
const POINTS: i32 = 12;

/// What is expected by a day of the period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Built {
    /// On average, with what is won already.
    pub mean: f64,
    /// 1 in 10 such periods have brought less by then.
    pub p10: f64,
    /// 1 in 10 have brought more.
    pub p90: f64,
}

/// Shares of what is to come, by days ahead; straight between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Build {
    open: Vec<(f64, f64)>,
    new: Vec<(f64, f64)>,
}

impl Build {
    /// From the chances of open deals by the parts of a model, and past sales.
    pub(super) fn learn(
        model: Option<&Model>,
        estimate: &Estimate,
        (wins, asks): (&Wins, &dyn Fn(usize) -> bool),
        window: Window,
    ) -> Build {
        let mut open: Vec<(f64, f64)> =
            model.map_or(&[][..], Model::edges).iter().map(|days| (*days, 0.0)).collect();
        for odd in estimate.open.iter().filter(|odd| asks(odd.deal)) {
            for (sum, chance) in open.iter_mut().skip(1).zip(odd.by) {
                sum.1 += (chance - odd.before) * odd.amount;
            }
        }
        Build { open: shares(open), new: shares(fresh(wins, window)) }
    }

    /// The shares of what open deals and of what new business bring to a period that come within so many days.
    pub(super) fn passed(&self, days: f64, window: Window) -> (f64, f64) {
        let in_days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
        let end = in_days(window.end());
        let span = (end - in_days(window.length()), end);
        (share(&self.open, days, span), share(&self.new, days, span))
    }
}

/// What new business has brought by each week ahead, from where the period begins.
fn fresh(wins: &Wins, window: Window) -> Vec<(f64, f64)> {
    let days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
    let (end, length) = (days(window.end()), days(window.length()));
    let took: Vec<(f64, f64)> =
        wins.all.iter().map(|win| (win.at.days_since(win.opened).max(0.0), win.value)).collect();
    let by = |t: f64| took.iter().map(|(took, value)| value * (t - took).max(0.0)).sum::<f64>();
    let at = |i: i32| end - length + length * f64::from(i) / f64::from(POINTS);
    let before = by(at(0));
    (0..=POINTS).map(|i| (at(i), by(at(i)) - before)).collect()
}

/// Sums over their last.
fn shares(mut sums: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let all = sums.last().map_or(0.0, |last| last.1);
    if all <= 0.0 {
        return Vec::new();
    }
    sums.iter_mut().for_each(|sum| sum.1 /= all);
    sums
}

/// The share by a day, straight between those that are known; even where nothing is.
fn share(of: &[(f64, f64)], day: f64, (begin, end): (f64, f64)) -> f64 {
    let Some(after) = of.iter().position(|(at, _)| *at >= day) else {
        return if of.is_empty() {
            ((day - begin) / (end - begin).max(1e-9)).clamp(0.0, 1.0)
        } else {
            1.0
        };
    };
    let (at, share) = of[after];
    let Some((from, before)) = after.checked_sub(1).map(|i| of[i]) else {
        return if at > day { 0.0 } else { share };
    };
    before + (share - before) * (day - from) / (at - from).max(1e-9)
}

impl Forecast {
    /// What the period has brought by some days from the forecast's moment on.
    #[must_use]
    pub fn by(&self, days: &[f64]) -> Vec<Built> {
        let span = (self.begins_in_days, self.ends_in_days);
        let rest = (self.mean - self.won_so_far).max(f64::MIN_POSITIVE);
        let luck = self.periods.luck();
        let mut low: f64 = self.won_so_far;
        let built = |day: &f64| {
            let open = self.open * share(&self.build.open, *day, span);
            let new = self.new * share(&self.build.new, *day, span);
            let part = ((open + new) / rest).clamp(0.0, 1.0);
            let wide = (luck * part + (1.0 - luck) * part * part).sqrt();
            let mean = self.won_so_far + open + new;
            low = low.max(mean - wide * (self.mean - self.p10));
            Built { mean, p10: low, p90: mean + wide * (self.p90 - self.mean).max(0.0) }
        };
        days.iter().map(built).collect()
    }
}
