//! The forecast: what a period will bring, with its range, and the odds of every open deal.
//!
//! Revenue = won so far + open deals + deals not opened yet. All deals are read once (`lives`, `facts`);
//! the odds of open ones are penalised hazards of what was known of deals at past dates (`model`,
//! from `design`, `ahead`, `hazard`); new business is flow and past periods (`arrivals`). The same method
//! is then replayed at past dates, from what was known then, to correct its level, to be blended with
//! the run rate by merit, and to learn how far it goes wrong (`replay`); the range is simulated with
//! these errors and with the luck of single deals (`range`). See `docs/method/forecast.md`.

mod ahead;
mod arrivals;
mod build;
mod change;
mod design;
mod estimate;
mod facts;
mod hazard;
mod lives;
mod looks;
mod maker;
mod model;
mod near;
mod odds;
mod openings;
mod outline;
mod prefixes;
mod range;
mod regression;
mod replay;
mod runs;
mod steps;
mod waves;
mod why;

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::process::Process;
use ledger::time::Moment;
use serde::Serialize;

pub use build::Built;
use estimate::Window;
use maker::Maker;
use odds::Tail;
pub use prefixes::{Told, outcomes};
pub use why::{GROUPS, Group};

use crate::stats::quantile::quantile;

/// Fewer closed deals than this tell too little.
const NEEDED: usize = 30;

/// What is asked.
pub struct Ask<'a> {
    /// Only what was known before this moment counts.
    pub as_of: Moment,
    /// The first moment of the period.
    pub from: Moment,
    /// The first moment after it.
    pub to: Moment,
    /// What a deal is worth in the reporting currency, if that is known; 0 for a deal that is not
    /// asked for.
    pub amount: &'a dyn Fn(&Deal) -> Option<f64>,
    /// Where simulated luck begins.
    pub seed: u64,
}

/// What a period will bring, in the reporting currency.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// Expected on average: `won_so_far + open + new`.
    pub mean: f64,
    /// 1 in 10 such periods bring less.
    pub p10: f64,
    /// Half of such periods bring less.
    pub p50: f64,
    /// 1 in 10 such periods bring more.
    pub p90: f64,
    /// Won in the period already.
    pub won_so_far: f64,
    /// Expected of deals that are open now.
    pub open: f64,
    /// Expected of deals that are opened, or reopened, later.
    pub new: f64,
    /// The open deals, in the order of the book; their `expected` add up to `open`.
    pub deals: Vec<DealOdds>,
    /// What was won in the period already: deals, and what each brought; they add up to `won_so_far`.
    pub won: Vec<(usize, f64)>,
    /// What it rests on.
    pub basis: Basis,
    /// The odds of the average open deal in the period: `base` and `why` add up to a deal's odds.
    pub base: f64,
    /// How far ahead the period begins, or 0, and ends, in days.
    begins_in_days: f64,
    ends_in_days: f64,
    build: build::Build,
    /// Simulated.
    pub periods: Periods,
    /// What a win brings over what the deal is worth now, at the level that past forecasts call for.
    scale: f64,
    luck: range::Luck,
}

/// What a period would bring if something were otherwise.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// Expected on average.
    pub mean: f64,
    /// Simulated.
    pub periods: Periods,
}

/// Simulated periods, the smallest first.
#[derive(Clone, Debug)]
pub struct Periods(Vec<f64>, range::Share);

impl Periods {
    /// What a share `q` of such periods stay below; 0 of none.
    #[must_use]
    pub fn quantile(&self, q: f64) -> f64 {
        quantile(&self.0, q).unwrap_or(0.0)
    }

    /// The part of luck in their variance.
    fn luck(&self) -> f64 {
        self.1.variance
    }

    /// How far a forecast is off on average by the luck of single deals and of new business alone: by so much, even
    /// if every chance were exactly right.
    #[must_use]
    pub fn off_by_luck(&self) -> f64 {
        self.1.off
    }

    /// The chance that the period brings so much, or more.
    #[must_use]
    pub fn chance_of(&self, amount: f64) -> f64 {
        let below = self.0.partition_point(|drawn| *drawn < amount);
        1.0 - below as f64 / self.0.len().max(1) as f64
    }
}

impl Forecast {
    /// The period if open deals had other odds in it, and new business brought `new` on average. The luck
    /// is the same as in the forecast itself, so that only what differs makes a difference.
    #[must_use]
    pub fn what_if(&self, odds: &dyn Fn(&DealOdds) -> f64, new: f64) -> WhatIf {
        let open: f64 = self.deals.iter().map(|deal| odds(deal) * deal.amount * self.scale).sum();
        WhatIf { mean: self.won_so_far + open + new, periods: self.redraw(odds, new) }
    }

    /// What some of the deals bring, with a part of new business and what was won of them already. The luck of a
    /// part of new business is that of the whole over the root of its share; beyond luck a part goes as wrong as the whole.
    #[must_use]
    pub fn part(&self, takes: &dyn Fn(&DealOdds) -> bool, new: f64, won: f64) -> Periods {
        let worth = |deal: &DealOdds| {
            (deal.p_win_in_period, deal.p_win_in_period, deal.amount * self.scale)
        };
        let open = self.deals.iter().filter(|deal| takes(deal)).map(worth).collect();
        let luck = self.luck.of_part(if self.new > 0.0 { new / self.new } else { 1.0 });
        let (rest, luck) = luck.draw_part(self.periods.1, open, new);
        Periods(rest.into_iter().map(|rest| won + rest).collect(), luck)
    }

    fn redraw(&self, odds: &dyn Fn(&DealOdds) -> f64, new: f64) -> Periods {
        let worth = |deal: &DealOdds| (deal.p_win_in_period, odds(deal), deal.amount * self.scale);
        let rest = self.luck.draw(self.deals.iter().map(worth).collect(), new);
        let (rest, luck) = rest;
        Periods(rest.into_iter().map(|rest| self.won_so_far + rest).collect(), luck)
    }
}

/// The odds of an open deal.
#[derive(Clone, Copy, Debug)]
pub struct DealOdds {
    /// Its index among the book's deals.
    pub deal: usize,
    /// The odds that it is won in the period.
    pub p_win_in_period: f64,
    /// The odds that it is ever won.
    pub p_win: f64,
    /// What it is worth; the median sale where that is not known.
    pub amount: f64,
    /// What it adds on average: odds times amount, at the level that past forecasts call for.
    pub expected: f64,
    /// What each [`Group`] of facts adds to its odds in the period, over those of the average deal;
    /// absent for deals that add little.
    pub why: Option<[f64; GROUPS]>,
}

/// What a forecast rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Basis {
    /// Deals won or lost before.
    pub closed: usize,
    /// Won ones among them.
    pub won: usize,
    /// Past forecasts that were replayed.
    pub replays: usize,
    /// What came of them, over what they said: the level that was corrected.
    pub level: f64,
    /// The share that the method has in the blend with the run rate, by merit in the replays.
    pub weight: f64,
    /// The typical relative error of the replays after correction; `None` if there were too few.
    pub error: Option<f64>,
}

/// There are too few closed deals for an honest forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLittle {
    /// Closed deals so far.
    pub closed: usize,
    /// Closed deals that are needed.
    pub needed: usize,
}

/// What the period will bring.
///
/// # Errors
/// If fewer than 30 deals were won or lost before.
pub fn forecast(book: &Book, process: &Process, ask: &Ask) -> Result<Forecast, TooLittle> {
    AtRisk::read(book, process, ask).forecast()
}

/// The deals of a book as a forecast looks at them: when each was at risk, and what was known of it.
pub struct AtRisk<'a> {
    maker: Maker<'a>,
    tail: Tail,
    as_of: Moment,
    from: Moment,
}

impl<'a> AtRisk<'a> {
    /// Reads the whole book.
    #[must_use]
    pub fn read(book: &'a Book, process: &Process, ask: &Ask) -> AtRisk<'a> {
        let window = Window::new(ask.as_of, ask.from, ask.to);
        let maker = Maker::read(book, process, ask, window, &[ask.as_of]);
        let tail = Tail::read(book, process, ask.as_of);
        AtRisk { maker, tail, as_of: ask.as_of, from: ask.from }
    }

    /// What the period will bring.
    ///
    /// # Errors
    /// If fewer than 30 deals were won or lost before.
    pub fn forecast(mut self) -> Result<Forecast, TooLittle> {
        self.maker.explains = true;
        self.maker.prepare();
        let mut made = self.maker.forecast(self.as_of, self.from)?;
        self.tail.add_to(&mut made);
        Ok(made)
    }
}

/// The same at many dates, each for the days that start with it, for about the price of one. The odds of
/// a win at any time are not worked out: `p_win` is that of a win in the period.
pub fn forecasts(
    book: &Book,
    process: &Process,
    ask: &Ask,
    dates: &[Moment],
) -> Vec<Result<Forecast, TooLittle>> {
    let window = Window::new(ask.as_of, ask.from, ask.to);
    let mut maker = Maker::read(book, process, ask, window, dates);
    maker.prepare();
    maker.forecasts(dates)
}

#[cfg(test)]
mod tests;
