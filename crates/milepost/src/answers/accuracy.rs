//! Accuracy: what the forecast said at past dates, from only what was known then, and what came;
//! beside it what a team would use instead.
//!
//! A forecast at a date is for revenue won in the days that start with it. Dates are those whose
//! whole horizon has passed.

mod dates;
mod given;
mod lines;

use insight::accuracy::{Accuracy as Replayed, Backtest, Methods, Point, replay};
use insight::stats::score::OddsScore;
use ledger::deal::Deal;
use ledger::time::Day;
use serde::Serialize;

use super::forecast::SEED;
use super::purse::Purse;
use super::table::Table;
use super::words::percent;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;

pub use dates::DayCount;
pub use given::GivenLine;

/// How good was the forecast at past dates?
#[derive(Clone, Debug)]
pub struct Accuracy {
    /// How many days each forecast is for.
    pub horizon: DayCount,
    /// How many days apart.
    pub every: DayCount,
    /// The first date; by default the first with enough closed deals.
    pub from: Option<Day>,
    /// The last date; by default the last whose whole horizon has passed.
    pub to: Option<Day>,
}

impl Default for Accuracy {
    fn default() -> Self {
        Accuracy { horizon: DayCount(90), every: DayCount(14), from: None, to: None }
    }
}

/// The forecast's record.
#[derive(Clone, Debug, Serialize)]
pub struct AccuracyAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// How many days each forecast is for.
    pub horizon_days: i32,
    /// How many days apart.
    pub every_days: i32,
    /// The currency of every amount.
    pub currency: String,
    /// One a date.
    pub points: Vec<PointLine>,
    /// Forecasts that were given at the time, the latest first.
    pub given: Vec<GivenLine>,
    /// How good each method was over all dates.
    pub methods: Methods,
    /// How far off all forecasts together would be by luck alone, over what came, if every chance were exactly right.
    pub off_by_luck: Option<f64>,
    /// How good the odds of single deals were.
    pub odds: Option<OddsScore>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
    /// Every odd; for a file of its own.
    #[serde(skip)]
    pub deals: Vec<OddLine>,
}

/// What was said at a date, and what came.
#[derive(Clone, Debug, Serialize)]
pub struct PointLine {
    /// The date.
    pub as_of: Day,
    /// What was forecast.
    pub forecast: f64,
    /// 1 in 10 such periods bring less.
    pub p10: f64,
    /// Half of them do.
    pub p50: f64,
    /// 1 in 10 bring more.
    pub p90: f64,
    /// What was given on that day for these days, if it was.
    pub given: Option<f64>,
    /// What was won.
    pub actual: f64,
    /// The last period of the same length again.
    pub run_rate: f64,
    /// Open deals dated in the period by the win rate of their stage, and the usual new business.
    pub weighted: f64,
    /// The mean of past periods.
    pub mean: Option<f64>,
    /// Open deals that were committed to.
    pub commit: Option<f64>,
}

/// The odds of a deal at a date.
#[derive(Clone, Debug)]
pub struct OddLine {
    /// The date.
    pub as_of: Day,
    /// The deal's id.
    pub deal: String,
    /// The odds that it is won in the horizon.
    pub p_win_in_horizon: f64,
}

impl Question for Accuracy {
    type Answer = AccuracyAnswer;
    const WHOLE: bool = true;

    fn key(&self) -> Option<String> {
        Some(format!("{self:?}"))
    }

    fn ask(&self, lens: &Lens) -> Result<AccuracyAnswer, Refusal> {
        let purse = Purse::new(lens)?;
        let amount = |deal: &Deal| purse.amount(deal);
        let days = dates::days(self, lens)?;
        let process = (!lens.process.provisional).then_some(lens.process.name.as_str());
        let zone = &lens.settings.zone;
        let ask = Backtest {
            dates: days.iter().map(|day| day.start_in(zone)).collect(),
            horizon: i64::from(self.horizon.0),
            amount: &amount,
            process,
            seed: SEED,
        };
        let found = replay(lens.book, &ask);
        if found.points.is_empty() {
            return Err(dates::too_early(lens));
        }
        Ok(AccuracyAnswer {
            as_of: lens.as_of,
            horizon_days: self.horizon.0,
            every_days: self.every.0,
            currency: purse.currency.to_string(),
            points: found.points.iter().map(|point| self.line(point, &purse, lens)).collect(),
            given: given::lines(&purse, lens),
            methods: found.methods(),
            off_by_luck: found.off_by_luck(),
            odds: found.odds(),
            notes: notes(&found, lens),
            deals: found.points.iter().flat_map(|point| odds(point, lens)).collect(),
        })
    }
}

impl Accuracy {
    fn line(&self, point: &Point, purse: &Purse, lens: &Lens) -> PointLine {
        let as_of = lens.settings.day_of(point.as_of);
        let days = (as_of, as_of.plus(self.horizon.0 - 1));
        PointLine { given: given::mean(days, purse, lens), ..line(point, lens) }
    }
}

fn line(point: &Point, lens: &Lens) -> PointLine {
    PointLine {
        as_of: lens.settings.day_of(point.as_of),
        given: None,
        forecast: point.forecast.mean,
        p10: point.forecast.p10,
        p50: point.forecast.p50,
        p90: point.forecast.p90,
        actual: point.actual,
        run_rate: point.simple.run_rate,
        weighted: point.simple.weighted,
        mean: point.simple.mean,
        commit: point.simple.commit,
    }
}

fn odds<'a>(point: &'a Point, lens: &'a Lens) -> impl Iterator<Item = OddLine> + 'a {
    let as_of = lens.settings.day_of(point.as_of);
    point.odds.iter().map(move |(deal, p, _)| OddLine {
        as_of,
        deal: lens.book.text(lens.book.deals()[*deal].id).to_owned(),
        p_win_in_horizon: *p,
    })
}

fn notes(found: &Replayed, lens: &Lens) -> Vec<String> {
    let mut notes = lens.notes();
    if let Some(luck) = found.off_by_luck() {
        notes.push(t!("answers-accuracy-luck", off = percent(luck)));
    }
    if found.too_early > 0 {
        notes.push(t!("answers-accuracy-thin", n = found.too_early));
    }
    notes
}

impl AccuracyAnswer {
    /// The first and the last date.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.points.first()?.as_of, self.points.last()?.as_of))
    }
}

impl Answer for AccuracyAnswer {
    fn sentence(&self) -> String {
        let Some((from, to)) = self.span() else { return t!("answers-accuracy-none").into() };
        let (n, days) = (self.points.len(), self.horizon_days);
        let Some(ours) = self.methods.ours else {
            return t!("answers-accuracy-nothing-won", n = n, from = from, to = to);
        };
        let (off, held) = (percent(ours.wape), percent(ours.coverage_80.unwrap_or(0.0)));
        match self.methods.run_rate {
            None => t!(
                "answers-accuracy-all",
                n = n,
                days = days,
                from = from,
                to = to,
                off = off,
                held = held
            ),
            Some(rate) => t!(
                "answers-accuracy-beside",
                n = n,
                days = days,
                from = from,
                to = to,
                off = off,
                repeated = percent(rate.wape),
                held = held,
            ),
        }
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let mut tables = vec![
            lines::points(&self.points),
            lines::methods(&self.methods),
            lines::reliability(self.odds.as_ref()),
        ];
        tables.extend(given::table(&self.given));
        tables
    }
}
