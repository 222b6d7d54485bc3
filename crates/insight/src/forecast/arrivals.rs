//! New business: what deals that are not open yet will bring, from what such deals brought to past
//! periods of the same length, the same time ahead. Recent periods weigh more.

use ledger::time::Moment;

use super::estimate::{Window, World};
use crate::history::History;

/// A period half a year back weighs half.
const HALF_LIFE_DAYS: f64 = 182.0;
/// Periods are taken a week apart, at most this many.
const PERIODS: i64 = 52;

/// What deals opened after a forecast date brought.
pub(super) struct Arrivals {
    /// The weighted mean.
    pub(super) mean: f64,
    /// What each past period got, the newest first.
    pub(super) past: Vec<f64>,
}

impl Arrivals {
    /// Looks back from `now`.
    pub(super) fn learn(world: &World, history: &History, now: Moment, window: Window) -> Arrivals {
        let Some(first) = history.runs.iter().map(|run| run.from).min() else {
            return Arrivals { mean: 0.0, past: Vec::new() };
        };
        let wins = world.wins(history);
        let reach = window.end();
        let mut past = Vec::new();
        let (mut sum, mut weights) = (0.0, 0.0);
        for week in 0..PERIODS {
            let date = Moment(now.0 - reach - week * 7 * ledger::time::DAY_MS);
            if date < first {
                break;
            }
            let (from, to) = window.at(date);
            let got: f64 = wins
                .iter()
                .filter(|win| win.opened >= date && (from..to).contains(&win.at))
                .map(|win| win.value)
                .sum();
            let weight = 0.5_f64.powf(week as f64 * 7.0 / HALF_LIFE_DAYS);
            sum += weight * got;
            weights += weight;
            past.push(got);
        }
        if past.is_empty() {
            return Arrivals { mean: world.young(history, first, now, window), past };
        }
        Arrivals { mean: sum / weights, past }
    }
}
