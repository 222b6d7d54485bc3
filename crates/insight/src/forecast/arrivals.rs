//! New business: what deals that are not open yet will bring. Two ways, weighed by their record.
//!
//! **Windows**: what past periods of the same length, the same time ahead, got from deals opened after
//! the date; recent ones weigh more. It needs no model, and lags behind growth by a period.
//! **Flow**: how many deals a day are opened, with trend and season, times what a deal brings by its
//! age, `v(a) = sum(value won at age a) / (deals followed to age a)`, older cohorts weighing less. It
//! knows of last week's openings at once.

use ledger::time::{DAY_MS, Moment};

use super::estimate::{Window, Wins};
use super::runs::Opened;

/// A period half a year back weighs half.
const HALF_LIFE_DAYS: f64 = 182.0;
/// What a deal brings changes more slowly.
const VALUE_HALF_LIFE: f64 = 365.0;
/// The level of the flow is that of the last weeks: a day this far back weighs half.
const LEVEL_HALF_LIFE: f64 = 70.0;
/// Periods are taken a week apart, at most this many.
const PERIODS: i64 = 52;
/// A trend is learned from so many weeks, of which one this far back weighs half, and believed less the
/// fewer there are: the standard deviation of growth by the week that is expected before looking.
const TREND_WEEKS: usize = 104;
const TREND_HALF_LIFE: f64 = 26.0;
const USUAL_TREND: f64 = 0.01;
/// A trend goes on for about so many days.
const LASTS: f64 = 90.0;
/// No past period is scaled by more than this.
const MOST_GROWN: f64 = 2.5;
/// Times of a quarter are alike within about so many months.
const PHASE_WIDTH: f64 = 0.4;
/// What periods at the same time of their quarter got is believed as beside so many periods of any time.
const PHASE_PRIOR: f64 = 1.0;
/// Seasons are learned from two years on.
const SEASON_DAYS: f64 = 730.0;
/// A month is believed to differ as this many openings would have it.
const SEASON_PRIOR: f64 = 25.0;

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

/// Openings by the day: of a large company there are far fewer days than deals.
pub(super) struct Openings {
    /// The first of them.
    first: Option<Moment>,
    days: Vec<Daily>,
}

/// The openings of a day.
struct Daily {
    count: f64,
    /// Their mean.
    at: Moment,
    /// Its place in the year.
    month: usize,
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
            Daily { count: count as f64, at, month: month(at) }
        };
        let days = (0..).zip(sums).filter(|(_, sum)| sum.0 > 0).map(daily).collect();
        Openings { first: Some(Moment(span.0)), days }
    }
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
        let flow = learned.brings(now, window);
        let (mut past, mut sum, mut weights) = (Vec::new(), 0.0, 0.0);
        let (mut like, mut alike) = (0.0, 0.0);
        for week in 0..PERIODS {
            let date = Moment(now.0 - window.end() - week * 7 * DAY_MS);
            if date < first {
                break;
            }
            let new = wins.within(window.at(date)).filter(|win| win.opened >= date);
            let got: f64 = new.map(|win| win.value).sum();
            let weight = 0.5_f64.powf(week as f64 * 7.0 / HALF_LIFE_DAYS);
            // What it would have got had there been as many openings as now.
            let grown = grown(learned.trend, now.days_since(date));
            let near = kernel(phase(date), phase(now));
            like += weight * near * got * grown;
            alike += weight * near;
            sum += weight * got * grown;
            weights += weight;
            past.push(got * grown);
        }
        let windows = if past.is_empty() { flow } else { sum / weights };
        let phased = (like + PHASE_PRIOR * windows) / (alike + PHASE_PRIOR);
        Arrivals { windows, phased, flow, past }
    }
}

/// Openings a day, and what an opened deal brings by its age.
struct Flow {
    level: f64,
    /// Growth by the day.
    trend: f64,
    /// How far back the level lies, in days.
    lag: f64,
    /// By month of the year.
    season: [f64; 12],
    /// What a deal has brought on average by the end of each day of its life.
    value: Vec<f64>,
}

impl Flow {
    fn learn(opened: &[Daily], wins: &Wins, first: Moment, now: Moment, window: Window) -> Flow {
        let days = now.days_since(first).max(1.0);
        let season = season(opened, first, now, days);
        let decay = |at: Moment| 0.5_f64.powf(now.days_since(at).max(0.0) / LEVEL_HALF_LIFE);
        let counted = opened.iter().map(|day| day.count * decay(day.at) / season[day.month]);
        let scale = LEVEL_HALF_LIFE / std::f64::consts::LN_2;
        let whole = scale * (1.0 - (-days / scale).exp());
        let part = (-days / scale).exp();
        Flow {
            level: counted.sum::<f64>() / whole,
            trend: trend(opened, &season, now, days),
            lag: scale - days * part / (1.0 - part),
            season,
            value: value(opened, wins, now, window),
        }
    }

    /// What deals opened from now on bring to the window.
    fn brings(&self, now: Moment, window: Window) -> f64 {
        let days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
        let (end, start) = (days(window.end()), days(window.end() - window.length()));
        let mut sum = 0.0;
        let mut day = 0.0;
        while day < end {
            let part = (end - day).min(1.0);
            let middle = day + part / 2.0;
            let ahead = self.lag + LASTS * (1.0 - (-middle / LASTS).exp());
            let at = now.plus_days(middle.floor().max(0.0).round() as i64);
            let rate = self.level * (self.trend * ahead).exp() * self.season[month(at)];
            sum += part * rate * (self.by(end - middle) - self.by(start - middle));
            day += 1.0;
        }
        sum
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

/// How far a quarter has gone, in months: 0 to 3.
fn phase(at: Moment) -> f64 {
    let date = at.day().civil();
    let gone = f64::from(date.day() - 1) / f64::from(date.days_in_month());
    f64::from((date.month() - 1) % 3) + gone
}

/// How alike two times of a quarter are.
fn kernel(a: f64, b: f64) -> f64 {
    let off = (a - b).abs();
    let off = off.min(3.0 - off) / PHASE_WIDTH;
    (-off * off / 2.0).exp()
}

fn month(at: Moment) -> usize {
    usize::try_from(at.day().civil().month() - 1).unwrap_or(0)
}

/// Openings of each month of the year over those of all, on average over whole years.
fn season(opened: &[Daily], first: Moment, now: Moment, days: f64) -> [f64; 12] {
    let mut season = [1.0; 12];
    if days < SEASON_DAYS {
        return season;
    }
    let years = (days / 365.25).floor();
    let from = now.plus_days(-((years * 365.25).round() as i64)).max(first);
    // A company that grows opens more at the end of these years than at their beginning: by how much the
    // last year had more than the one before says without knowing the season.
    let year = |back: i64| {
        let span = now.plus_days(-365 * back)..now.plus_days(-365 * (back - 1));
        opened.iter().filter(|day| span.contains(&day.at)).map(|day| day.count).sum::<f64>()
    };
    let growth = ((year(1) + SEASON_PRIOR) / (year(2) + SEASON_PRIOR)).ln() / 365.0;
    let mut counts = [0.0; 12];
    for day in opened.iter().filter(|day| day.at >= from && day.at < now) {
        let back = now.days_since(day.at) - years * 365.25 / 2.0;
        counts[day.month] += day.count * (growth * back).exp();
    }
    let mean = counts.iter().sum::<f64>() / 12.0;
    for (factor, count) in season.iter_mut().zip(counts) {
        *factor = (count + SEASON_PRIOR) / (mean + SEASON_PRIOR);
    }
    season
}

/// Growth by the day: the slope of a Poisson regression of weekly openings, held back the more the fewer
/// weeks there are and the more they scatter.
fn trend(opened: &[Daily], season: &[f64; 12], now: Moment, days: f64) -> f64 {
    let weeks = ((days / 7.0).floor() as usize).min(TREND_WEEKS);
    if weeks < 8 {
        return 0.0;
    }
    let mut counts = vec![0.0; weeks];
    for day in opened {
        let back = (now.days_since(day.at) / 7.0).floor();
        if back >= 0.0 && (back as usize) < weeks {
            counts[weeks - 1 - back as usize] += day.count / season[day.month];
        }
    }
    let weight = |week: usize| 0.5_f64.powf((weeks - 1 - week) as f64 / TREND_HALF_LIFE);
    let whole: f64 = (0..weeks).map(weight).sum();
    if counts.iter().sum::<f64>() <= 0.0 {
        return 0.0;
    }
    let mean = (0..weeks).map(|w| weight(w) * counts[w]).sum::<f64>();
    let middle = (0..weeks).map(|w| weight(w) * w as f64).sum::<f64>() / whole;
    let at = |week: usize| week as f64 - middle;
    let mut slope = 0.0_f64;
    for _ in 0..8 {
        let line: Vec<f64> = (0..weeks).map(|week| (slope * at(week)).exp()).collect();
        let level = mean / (0..weeks).map(|w| weight(w) * line[w]).sum::<f64>();
        let fitted = |week: usize| level * line[week];
        let off = |w: usize| (counts[w] - fitted(w)).powi(2) / fitted(w).max(1e-9);
        let scatter = ((0..weeks).map(|w| weight(w) * off(w)).sum::<f64>() / whole).max(1.0);
        let up: f64 = (0..weeks).map(|w| weight(w) * at(w) * (counts[w] - fitted(w))).sum();
        let curve: f64 = (0..weeks).map(|w| weight(w) * fitted(w) * at(w) * at(w)).sum();
        let prior = 1.0 / (USUAL_TREND * USUAL_TREND);
        slope += (up / scatter - slope * prior) / (curve / scatter + prior);
        slope = slope.clamp(-0.1, 0.1);
    }
    slope / 7.0
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
