//! How the period's revenue builds up: what was won by each day that has passed, what is expected by each to come.

use insight::forecast::Forecast as Found;
use ledger::time::{DAY_MS, Day};
use serde::Serialize;

use super::deal_of_index;
use super::what_if::Asked;

/// Longer periods are told by the week.
const BY_DAY: i32 = 124;

/// What a day of the period ends with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BuiltBy {
    /// The day.
    pub day: Day,
    /// Won in the period by then, where the day has passed.
    pub won: Option<f64>,
    /// Expected on average.
    pub mean: f64,
    /// 1 in 10 such periods have brought less by then.
    pub p10: f64,
    /// 1 in 10 have brought more.
    pub p90: f64,
}

impl Asked<'_> {
    /// Every day of the period, or every seventh and the last.
    pub(super) fn build(&self) -> Vec<BuiltBy> {
        let (lens, period) = (self.lens, self.period);
        let last = period.to.0;
        let step = if last - period.from.0 < BY_DAY { 1 } else { 7 };
        let mut days: Vec<Day> = (period.from.0..last).step_by(step).map(Day).collect();
        days.push(period.to);
        let past = days.partition_point(|day| *day < lens.as_of.day);
        let (gone, ahead) = days.split_at(past);
        let wins = won_days(self);
        let won = |day: &Day| {
            let by = wins.iter().filter(|(on, _)| on <= day);
            let won = by.map(|(_, value)| value).sum::<f64>() + 0.0;
            BuiltBy { day: *day, won: Some(won), mean: won, p10: won, p90: won }
        };
        let zone = &lens.settings.zone;
        let until =
            |day: &Day| (day.plus(1).start_in(zone).0 - lens.as_of.moment.0) as f64 / DAY_MS as f64;
        let built = self.found.by(&ahead.iter().map(until).collect::<Vec<_>>());
        let told = ahead.iter().zip(built).map(|(day, by)| BuiltBy {
            day: *day,
            won: None,
            mean: by.mean,
            p10: by.p10,
            p90: by.p90,
        });
        gone.iter().map(won).chain(told).collect()
    }
}

/// When each win of the period was, and what it brought.
fn won_days(asked: &Asked) -> Vec<(Day, f64)> {
    let Found { won, .. } = asked.found;
    let on = |(deal, value): &(usize, f64)| {
        let closed = deal_of_index(asked.lens.book, *deal).closed_at?;
        Some((asked.lens.settings.day_of(closed), *value))
    };
    won.iter().filter_map(on).collect()
}
