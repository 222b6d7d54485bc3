//! New business: what deals that are not open yet will bring. Two ways, weighed by their record.
//!
//! **Windows**: what past periods of the same length, the same time ahead, got from deals opened after
//! the date, as if there had been as many openings as now and at the same time of year and quarter; recent
//! ones weigh more. It needs no model, and lags behind growth by a period.
//! **Flow**: how many deals a day are opened, with trend and season, times what a deal brings by its
//! age, `v(a) = sum(value won at age a) / (deals followed to age a)`, older cohorts weighing less. It
//! knows of last week's openings at once.

use ledger::time::{DAY_MS, Moment};

use super::estimate::{Of, Window, Wins};
use super::openings::{Daily, Openings, Pace};
use super::regression::Regression;
use super::waves::{Usual, Waves, into_quarter, quarter_turn};

/// A period half a year back weighs half.
const HALF_LIFE_DAYS: f64 = 182.0;
/// What a deal brings changes more slowly.
const VALUE_HALF_LIFE: f64 = 365.0;
/// Periods are taken a week apart, at most this many.
const PERIODS: i64 = 52;
/// No past period is scaled by more than this.
const MOST_GROWN: f64 = 2.5;
/// Times of a quarter are alike within about so many months.
const PHASE_WIDTH: f64 = 0.4;
/// What periods at the same time of their quarter got is believed as beside so many periods of any time.
const PHASE_PRIOR: f64 = 1.0;
/// The rhythm of the quarter is learned from up to this many periods, at least half a year of them, of which one a year
/// back weighs half; it has at most two waves.
const MOST_BEATS: i64 = 104;
const FEWEST_BEATS: usize = 26;
const BEAT_HALF_LIFE: f64 = 365.0;
const BEATS: usize = 2;
/// A rhythm is expected in three of ten companies, its first wave so high.
const USUAL_RHYTHM: Usual = Usual { likely: 0.3, height: 0.5, block: 1 };

/// What deals opened after a date will bring.
#[derive(Clone)]
pub(super) struct Arrivals {
    /// By windows.
    pub(super) windows: f64,
    /// By windows that began at the same time of their quarter.
    pub(super) phased: f64,
    /// By flow.
    pub(super) flow: f64,
    /// What each past period got, the newest first.
    pub(super) past: Vec<f64>,
}

/// How much more is opened than so many days ago.
fn grown(trend: f64, days: f64) -> f64 {
    (trend * days).exp().clamp(1.0 / MOST_GROWN, MOST_GROWN)
}

impl Arrivals {
    /// Looks back from `now`.
    pub(super) fn learn(openings: &Openings, wins: &Wins, now: Moment, window: Window) -> Arrivals {
        let Some(first) = openings.first else {
            return Arrivals { windows: 0.0, phased: 0.0, flow: 0.0, past: Vec::new() };
        };
        let learned = Flow::learn(&openings.days, wins, first, now, window);
        let got = learned.got(wins, first, now, window);
        let rhythm = rhythm(&got, wins.size(), now, window);
        let beat = |date: Moment| rhythm.at(quarter_turn(date.day()));
        let (today, beat_now) = (into_quarter(now.day()), beat(now));
        let (mut past, mut sum, mut weights) = (Vec::new(), 0.0, 0.0);
        let (mut like, mut alike) = (0.0, 0.0);
        for (week, got) in (0..PERIODS).zip(got) {
            let date = back(now, window, week);
            let weight = 0.5_f64.powf(week as f64 * 7.0 / HALF_LIFE_DAYS);
            let near = kernel(into_quarter(date.day()), today);
            let got = got * beat_now / beat(date);
            like += weight * near * got;
            alike += weight * near;
            sum += weight * got;
            weights += weight;
            past.push(got);
        }
        let flow = learned.brings(window, |day| learned.pace.ahead(now, day));
        let flow = flow * beat_now / rhythm.mean();
        let windows = if past.is_empty() { flow } else { sum / weights };
        let phased = (like + PHASE_PRIOR * windows) / (alike + PHASE_PRIOR);
        Arrivals { windows, phased, flow, past }
    }
}

/// Openings a day, and what an opened deal brings by its age.
struct Flow {
    pace: Pace,
    /// What a deal has brought on average by the end of each day of its life.
    value: Vec<f64>,
}

impl Flow {
    fn learn(opened: &[Daily], wins: &Wins, first: Moment, now: Moment, window: Window) -> Flow {
        Flow { pace: Pace::learn(opened, first, now), value: value(opened, wins, now, window) }
    }

    /// What deals opened after a date bring to the window, with so many openings each day after it.
    fn brings(&self, window: Window, pace: impl Fn(i64) -> f64) -> f64 {
        let days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
        let (end, start) = (days(window.end()), days(window.end() - window.length()));
        let day = |day: i64| {
            let begin = day as f64;
            let part = (end - begin).min(1.0);
            let middle = begin + part / 2.0;
            part * pace(day) * (self.by(end - middle) - self.by(start - middle))
        };
        #[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
        let last = end.ceil() as i64;
        (0..last).map(day).sum()
    }

    /// What past periods would have got of deals opened after their dates, the newest first, had there been as many
    /// openings as now, at the same time of year.
    fn got(&self, wins: &Wins, first: Moment, now: Moment, window: Window) -> Vec<f64> {
        let season = |days: i64| self.pace.season.at(now.plus_days(days));
        let ahead = window.end().div_euclid(DAY_MS);
        let most = back(now, window, 0).0 - first.0;
        let most = (most.div_euclid(7 * DAY_MS) + 1).clamp(0, MOST_BEATS);
        let begin = -ahead - 7 * most;
        let days: Vec<f64> = (begin..=ahead + 1).map(season).collect();
        let season = |date: i64| {
            let at = |day: i64| days[usize::try_from(date + day - begin).unwrap_or(0)];
            if self.pace.season.is_none() { 1.0 } else { self.brings(window, at) }
        };
        let today = season(0);
        let got = |(week, got): (i64, f64)| {
            let date = back(now, window, week);
            let then = season(-ahead - 7 * week);
            let like_now = if then > 0.0 { today / then } else { 1.0 };
            got * grown(self.pace.trend, now.days_since(date)) * like_now
        };
        let past = wins.by_week(now, window, most, Of::NewBusiness);
        (0..).zip(past).map(got).collect()
    }

    fn by(&self, age: f64) -> f64 {
        if age <= 0.0 || self.value.is_empty() {
            return 0.0;
        }
        let below = (age.floor() as usize).min(self.value.len() - 1);
        let before = if below == 0 { 0.0 } else { self.value[below - 1] };
        before + (self.value[below] - before) * (age - below as f64).min(1.0)
    }
}

/// The date of a past period of so many weeks before the last one.
fn back(now: Moment, window: Window, week: i64) -> Moment {
    Moment(now.0 - window.end() - week * 7 * DAY_MS)
}

/// How what past periods got, the newest first, goes up and down with the time of the quarter at which they began.
fn rhythm(got: &[f64], size: f64, now: Moment, window: Window) -> Waves {
    if got.len() < FEWEST_BEATS || size <= 0.0 {
        return Waves::default();
    }
    // In sales of an average size, whose number is as uncertain as chance has it; periods that overlap are one.
    let counts = got.iter().map(|got| got / size).collect();
    let apart = (7.0 * DAY_MS as f64 / window.length().max(1) as f64).min(1.0);
    let weight = |week: usize| apart * 0.5_f64.powf(week as f64 * 7.0 / BEAT_HALF_LIFE);
    let regression = Regression::new(counts, (0..got.len()).map(weight).collect());
    let weeks: Vec<f64> =
        (0..).take(got.len()).map(|week| quarter_turn(back(now, window, week).day())).collect();
    Waves::learn(regression, |week| weeks[week], BEATS, USUAL_RHYTHM)
}

/// How alike two times of a quarter are.
fn kernel(a: f64, b: f64) -> f64 {
    let off = (a - b).abs();
    let off = off.min(3.0 - off) / PHASE_WIDTH;
    (-off * off / 2.0).exp()
}

/// What a deal has brought on average by the end of each day of its life.
fn value(opened: &[Daily], wins: &Wins, now: Moment, window: Window) -> Vec<f64> {
    let days = usize::try_from(window.end() / DAY_MS).unwrap_or(0) + 1;
    let (mut brought, mut followed) = (vec![0.0; days], vec![0.0; days + 1]);
    let weight = |opened: Moment| 0.5_f64.powf(now.days_since(opened).max(0.0) / VALUE_HALF_LIFE);
    let whole = |from: Moment, to: Moment| to.days_since(from).max(0.0).floor() as usize;
    for day in opened {
        followed[whole(day.at, now).min(days)] += day.count * weight(day.at);
    }
    for win in &wins.all {
        let age = whole(win.opened, win.at);
        if age < days && age < whole(win.opened, now) {
            brought[age] += weight(win.opened) * win.value;
        }
    }
    let (mut at_risk, mut sum) = (followed.iter().sum::<f64>(), 0.0);
    (0..days)
        .map(|age| {
            // Followed to the end of this day are those seen for more whole days than it is old.
            at_risk -= followed[age];
            if at_risk > 1e-9 {
                sum += brought[age] / at_risk;
            }
            sum
        })
        .collect()
}
