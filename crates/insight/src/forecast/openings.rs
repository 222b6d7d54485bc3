//! Openings by the day, and how they go on: how they rise and fall over the year, their trend, their level.

use std::f64::consts::{LN_2, TAU};

use ledger::time::{DAY_MS, Moment};

use super::regression::Regression;
use super::runs::Opened;
use super::waves::{Usual, Waves};

/// The level is that of the last weeks: a day this far back weighs half.
const LEVEL_HALF_LIFE: f64 = 70.0;
/// A trend is learned from so many weeks, of which one this far back weighs half, and believed less the
/// fewer there are: the standard deviation of growth by the week that is expected before looking.
const TREND_WEEKS: usize = 104;
const TREND_HALF_LIFE: f64 = 26.0;
const USUAL_TREND: f64 = 0.01;
/// A trend goes on for about so many days.
const LASTS: f64 = 90.0;
/// The season is learned from so many weeks, of which one this far back weighs half.
const SEASON_WEEKS: usize = 260;
const SEASON_HALF_LIFE: f64 = 104.0;
/// A record of fewer days knows no season; from two years on it is more than one wave.
const SEASON_DAYS: f64 = 400.0;
const TWO_YEARS: f64 = 730.0;
const WAVES: usize = 3;
/// A season is expected in three of ten companies, its first wave so high. Counts scatter by blocks of so many weeks
/// too: what drifts is no season.
const USUAL_SEASON: Usual = Usual { likely: 0.3, height: 0.3, block: 6 };
const YEAR: f64 = 365.25;

/// Openings by the day: of a large company there are far fewer days than deals.
pub(super) struct Openings {
    /// The first of them.
    pub(super) first: Option<Moment>,
    pub(super) days: Vec<Daily>,
}

/// The openings of a day.
pub(super) struct Daily {
    pub(super) count: f64,
    /// Their mean.
    pub(super) at: Moment,
}

impl Openings {
    /// Counts them.
    pub(super) fn of<'o>(opened: impl Iterator<Item = &'o Opened> + Clone) -> Openings {
        let span = opened.clone().fold((i64::MAX, i64::MIN), |(least, most), opened| {
            (least.min(opened.from.0), most.max(opened.from.0))
        });
        if span.0 > span.1 {
            return Openings { first: None, days: Vec::new() };
        }
        let (begin, end) = (span.0.div_euclid(DAY_MS), span.1.div_euclid(DAY_MS));
        let mut sums = vec![(0_i64, 0_i64); usize::try_from(end - begin).unwrap_or(0) + 1];
        for opened in opened {
            let into = opened.from.0 - begin * DAY_MS;
            let sum = &mut sums[usize::try_from(into / DAY_MS).unwrap_or(0)];
            *sum = (sum.0 + 1, sum.1 + into % DAY_MS);
        }
        let daily = |(day, (count, into)): (i64, (i64, i64))| {
            let at = Moment((begin + day) * DAY_MS + into / count.max(1));
            Daily { count: count as f64, at }
        };
        let days = (0..).zip(sums).filter(|(_, sum)| sum.0 > 0).map(daily).collect();
        Openings { first: Some(Moment(span.0)), days }
    }
}

/// How many deals are opened, from a moment on.
pub(super) struct Pace {
    /// A day, without the season.
    level: f64,
    /// Growth by the day.
    pub(super) trend: f64,
    /// How far back the level lies, in days.
    lag: f64,
    pub(super) season: Season,
}

impl Pace {
    /// Looks back from `now` at a record that began with `first`.
    pub(super) fn learn(opened: &[Daily], first: Moment, now: Moment) -> Pace {
        let days = now.days_since(first).max(1.0);
        let season = Season::learn(opened, now, days);
        let decay = |at: Moment| 0.5_f64.powf(now.days_since(at).max(0.0) / LEVEL_HALF_LIFE);
        let counted = opened.iter().map(|day| day.count * decay(day.at) / season.at(day.at));
        let scale = LEVEL_HALF_LIFE / LN_2;
        let part = (-days / scale).exp();
        Pace {
            level: counted.sum::<f64>() / (scale * (1.0 - part)),
            trend: trend(opened, &season, now, days),
            lag: scale - days * part / (1.0 - part),
            season,
        }
    }

    /// Openings a day, so many days ahead of `now`.
    pub(super) fn ahead(&self, now: Moment, days: i64) -> f64 {
        let fades = LASTS * (1.0 - (-(days as f64 + 0.5) / LASTS).exp());
        let grown = (self.trend * (self.lag + fades)).exp();
        self.level * grown * self.season.at(now.plus_days(days))
    }
}

/// How openings rise and fall over the year: the sines and cosines of their logarithm.
pub(super) struct Season(Waves);

impl Season {
    fn learn(opened: &[Daily], now: Moment, days: f64) -> Season {
        let weeks = ((days / 7.0).floor() as usize).min(SEASON_WEEKS);
        if days < SEASON_DAYS {
            return Season(Waves::default());
        }
        let counts = weekly(opened, now, weeks, |_| 1.0);
        let weights = weights(weeks, SEASON_HALF_LIFE);
        let mut regression = Regression::new(counts, weights);
        let back = |week: usize| (weeks - 1 - week) as f64 + 0.5;
        regression.add(USUAL_TREND, |week| -back(week));
        let waves = if days < TWO_YEARS { 1 } else { WAVES };
        let angle = |week: usize| (day_of(now) - 7.0 * back(week)) * TAU / YEAR;
        Season(Waves::learn(regression, angle, waves, USUAL_SEASON))
    }

    /// Whether it is none.
    pub(super) fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// Openings at a moment over those of the whole year.
    pub(super) fn at(&self, at: Moment) -> f64 {
        self.0.at(TAU * day_of(at) / YEAR)
    }
}

fn day_of(at: Moment) -> f64 {
    at.0 as f64 / DAY_MS as f64
}

/// Growth by the day, held back the more the fewer weeks there are and the more they scatter.
fn trend(opened: &[Daily], season: &Season, now: Moment, days: f64) -> f64 {
    let weeks = ((days / 7.0).floor() as usize).min(TREND_WEEKS);
    if weeks < 8 {
        return 0.0;
    }
    let counts = weekly(opened, now, weeks, |at| season.at(at));
    let mut regression = Regression::new(counts, weights(weeks, TREND_HALF_LIFE));
    regression.add(USUAL_TREND, |week| week as f64 - weeks as f64);
    regression.fit().b[1].clamp(-0.1, 0.1) / 7.0
}

/// Openings of so many weeks before a moment, the oldest first, each over what is usual at its time.
fn weekly(opened: &[Daily], now: Moment, weeks: usize, usual: impl Fn(Moment) -> f64) -> Vec<f64> {
    let mut counts = vec![0.0; weeks];
    for day in opened {
        let back = (now.days_since(day.at) / 7.0).floor();
        if back >= 0.0 && (back as usize) < weeks {
            counts[weeks - 1 - back as usize] += day.count / usual(day.at);
        }
    }
    counts
}

fn weights(weeks: usize, half_life: f64) -> Vec<f64> {
    (0..weeks).map(|week| 0.5_f64.powf((weeks - 1 - week) as f64 / half_life)).collect()
}
