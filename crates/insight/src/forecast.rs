//! A first forecast, simple and honest: what a period will bring, with a range from past errors.
//!
//! Revenue = won so far + open deals + deals not opened yet. Odds and times of open deals are those
//! of closed deals that stood at the same milestone for as long (`odds`); new business is what past
//! periods got from deals that were opened after their forecast date (`arrivals`). The same method is
//! then replayed at past dates, from what was known then, to correct its level, to be blended with the
//! run rate by merit, and to learn how far it goes wrong (`replay`); the range is simulated with
//! these errors and with the luck of single deals (`range`). See `docs/method/first-forecast.md`.

mod arrivals;
mod estimate;
mod odds;
mod range;
mod replay;

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::process::Process;
use ledger::time::Moment;
use serde::Serialize;

use crate::history::History;
use estimate::{Estimate, Window, World};
use replay::Record;

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
    /// What it rests on.
    pub basis: Basis,
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
    let world = World::new(book, process, ask);
    let history = History::known_before(ask.as_of, book, process);
    let closed = history.runs.iter().filter_map(|run| run.end);
    let (closed, won) = (closed.clone().count(), closed.filter(|(_, won)| *won).count());
    if closed < NEEDED {
        return Err(TooLittle { closed, needed: NEEDED });
    }
    let window = Window::new(ask.as_of, ask.from, ask.to);
    let whole = world.whole();
    let estimate = Estimate::make(&whole, &history, ask.as_of, window);
    let record = Record::replay(&whole, &history, ask.as_of, window);
    let factor = record.factor(&estimate, whole.run_rate(&history, ask.as_of, window));
    let estimate = estimate.part(&world, &history, ask.as_of, window);
    let won_so_far = world.won_between(&history, ask.from, ask.as_of.min(ask.to));
    let deals: Vec<DealOdds> = estimate.deals.iter().map(|odds| scaled(*odds, factor)).collect();
    let open: f64 = deals.iter().map(|odds| odds.expected).sum();
    let new = estimate.new.mean * factor;
    let drawn = range::draw(&deals, factor, &estimate.new, &record, ask.seed);
    let basis = Basis {
        closed,
        won,
        replays: record.len(),
        level: record.level,
        weight: record.weight,
        error: record.error(),
    };
    let mean = won_so_far + open + new;
    let [p10, p50, p90] = drawn.map(|rest| won_so_far + rest);
    Ok(Forecast { mean, p10, p50, p90, won_so_far, open, new, deals, basis })
}

fn scaled(odds: DealOdds, factor: f64) -> DealOdds {
    DealOdds { expected: odds.expected * factor, ..odds }
}

#[cfg(test)]
mod tests;
