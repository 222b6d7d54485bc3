//! How good the forecast was at past dates, beside what a team would use instead.
//!
//! At each date the forecast knows only what was known before that moment: facts, and the process as
//! it was then. It is asked what is won in the days that start with the date; then it is told. The
//! simple methods beside it (`simple`) know as little. What came is what is known now.

mod simple;

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::process::Process;
use ledger::time::{DAY_MS, Moment};

use crate::forecast::{Ask, Forecast, forecasts};
use crate::hands::side_by_side;
use crate::history::History;
use crate::provisional::provisional_before;
use crate::stats::score::{OddsScore, Said, Score, judge_odds, score};
pub use simple::Simple;
use simple::Wins;

/// What is asked.
pub struct Backtest<'a> {
    /// The dates, in order.
    pub dates: Vec<Moment>,
    /// How many days each forecast is for, its date being the first.
    pub horizon: i64,
    /// What a deal is worth in the reporting currency, if that is known.
    pub amount: &'a (dyn Fn(&Deal) -> Option<f64> + Sync),
    /// The name of the process, if one was named.
    pub process: Option<&'a str>,
    /// Where simulated luck begins.
    pub seed: u64,
}

/// What was forecast at a date, and what came.
#[derive(Clone, Debug)]
pub struct Point {
    /// The date.
    pub as_of: Moment,
    /// The forecast.
    pub forecast: Forecast,
    /// What simple methods said.
    pub simple: Simple,
    /// What was won.
    pub actual: f64,
    /// The odds of every deal open then, in the order of the book: its index, the odds that it is won
    /// in the horizon, and whether it was.
    pub odds: Vec<(usize, f64, bool)>,
}

/// All dates.
#[derive(Clone, Debug, Default)]
pub struct Accuracy {
    /// Dates with a forecast.
    pub points: Vec<Point>,
    /// Dates with too few closed deals for one.
    pub too_early: usize,
}

/// How good each method was.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Methods {
    /// This program.
    pub ours: Option<Score>,
    /// The last period of the same length again.
    pub run_rate: Option<Score>,
    /// Open deals that are dated in the period, weighted by the win rate of their stage, and the
    /// usual new business.
    pub weighted: Option<Score>,
    /// The mean of all past periods of the same length.
    pub mean: Option<Score>,
    /// Open deals that their owners committed to; absent where no deal was ever in that category.
    pub commit: Option<Score>,
}

/// Forecasts at past dates, each from what was known then.
#[must_use]
pub fn replay(book: &Book, ask: &Backtest) -> Accuracy {
    let mut all = Accuracy::default();
    let Some(last) = ask.dates.last() else { return all };
    // Read once, under the process as it is at the end: wins do not depend on it.
    let now = History::known_before(Moment::MAX, book, &process_at(*last, book, ask.process));
    let came = Wins::of(&now, book, ask.amount);
    let at = |date: &Moment| (process_at(*date, book, ask.process), *date);
    let dated: Vec<(Process, Moment)> = side_by_side(&ask.dates, at);
    for same in dated.chunk_by(|a, b| a.0 == b.0) {
        let process = &same[0].0;
        let dates: Vec<Moment> = same.iter().map(|(_, date)| *date).collect();
        let to = Moment(dates[0].0 + ask.horizon * DAY_MS);
        let (as_of, amount, seed) = (dates[0], ask.amount, ask.seed);
        let question = Ask { as_of, from: as_of, to, amount, seed };
        let told = forecasts(book, process, &question, &dates);
        let told: Vec<(Moment, Forecast)> =
            dates.iter().zip(told).filter_map(|(date, told)| Some((*date, told.ok()?))).collect();
        all.too_early += dates.len() - told.len();
        let beside = side_by_side(&told, |(date, _)| {
            let then = History::known_before(*date, book, process);
            let to = Moment(date.0 + ask.horizon * DAY_MS);
            Simple::say(&then, book, process, &Ask { as_of: *date, from: *date, to, amount, seed })
        });
        let points = told.into_iter().zip(beside);
        all.points.extend(
            points.map(|((date, told), simple)| point(date, told, simple, &came, ask.horizon)),
        );
    }
    all
}

/// The process as published before a moment, else as the data of that time have it.
fn process_at(moment: Moment, book: &Book, name: Option<&str>) -> Process {
    if let Some(together) = book.together(moment).filter(|_| name.is_none()) {
        return together;
    }
    let wanted = |process: &Process| name.is_none_or(|n| process.name.eq_ignore_ascii_case(n));
    let published = book.processes().iter().filter(|(known, _)| *known < moment);
    let found = published.map(|(_, process)| process).rfind(|process| wanted(process)).cloned();
    found.or_else(|| provisional_before(moment, book)).unwrap_or_default()
}

fn point(date: Moment, told: Forecast, simple: Simple, came: &Wins, horizon: i64) -> Point {
    let to = Moment(date.0 + horizon * DAY_MS);
    let odds = told.deals.iter();
    let odds = odds.map(|o| (o.deal, o.p_win_in_period, came.has(o.deal, date, to))).collect();
    Point { as_of: date, simple, actual: came.between(date, to), odds, forecast: told }
}

impl Methods {
    /// Those that there are, by name, ours first.
    #[must_use]
    pub fn named(&self) -> Vec<(&'static str, Score)> {
        let all = [
            ("ours", self.ours),
            ("run_rate", self.run_rate),
            ("weighted", self.weighted),
            ("mean", self.mean),
            ("commit", self.commit),
        ];
        all.into_iter().filter_map(|(name, score)| Some((name, score?))).collect()
    }
}

impl Accuracy {
    /// How good each method was over all dates.
    #[must_use]
    pub fn methods(&self) -> Methods {
        let of = |said: &dyn Fn(&Point) -> Option<f64>| {
            let all = self.points.iter();
            let said: Vec<Said> = all
                .filter_map(|p| Some(Said { said: said(p)?, range: None, came: p.actual }))
                .collect();
            score(&said)
        };
        let ranged = |p: &Point| {
            let f = &p.forecast;
            Said { said: f.mean, range: Some([f.p10, f.p50, f.p90]), came: p.actual }
        };
        Methods {
            ours: score(&self.points.iter().map(ranged).collect::<Vec<_>>()),
            run_rate: of(&|p| Some(p.simple.run_rate)),
            weighted: of(&|p| Some(p.simple.weighted)),
            mean: of(&|p| p.simple.mean),
            commit: of(&|p| p.simple.commit),
        }
    }

    /// How far off all of them together would be by luck alone, over what came, if every chance were exactly right.
    #[must_use]
    pub fn off_by_luck(&self) -> Option<f64> {
        let came: f64 = self.points.iter().map(|p| p.actual).sum();
        let off: f64 = self.points.iter().map(|p| p.forecast.periods.off_by_luck()).sum();
        (came > 0.0).then(|| off / came)
    }

    /// How good the odds of single deals were.
    #[must_use]
    pub fn odds(&self) -> Option<OddsScore> {
        let all = self.points.iter().flat_map(|p| p.odds.iter().map(|(_, p, won)| (*p, *won)));
        judge_odds(&all.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod made;
#[cfg(test)]
mod tests;
