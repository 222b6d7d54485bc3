//! Forecasts that were given at the time, beside what came.

use ledger::company::Given;
use ledger::deal::State;
use ledger::time::Day;
use serde::Serialize;

use super::super::Lens;
use super::super::purse::Purse;
use super::super::table::{Cell, Table};
use crate::texts::t;

/// So many at most, the latest.
const MOST: usize = 200;

/// A forecast that was given.
#[derive(Clone, Debug, Serialize)]
pub struct GivenLine {
    /// On which day.
    pub on: Day,
    /// First day of the period.
    pub from: Day,
    /// Last day of the period.
    pub to: Day,
    /// Expected on average.
    pub mean: f64,
    /// 1 in 10 such periods bring less.
    pub p10: f64,
    /// 1 in 10 bring more.
    pub p90: f64,
    /// What the period brought; absent until it is over.
    pub actual: Option<f64>,
    /// The program that gave it.
    pub method: String,
}

/// All that were given, the latest first.
pub(super) fn lines(purse: &Purse, lens: &Lens) -> Vec<GivenLine> {
    let latest = lens.book.given().iter().rev().take(MOST);
    latest.filter_map(|given| line(given, purse, lens)).collect()
}

fn line(given: &Given, purse: &Purse, lens: &Lens) -> Option<GivenLine> {
    let amount = |money| purse.convert(money);
    Some(GivenLine {
        on: lens.settings.day_of(given.at),
        from: given.from,
        to: given.to,
        mean: amount(given.mean)?,
        p10: amount(given.p10)?,
        p90: amount(given.p90)?,
        actual: (given.to < lens.as_of.day).then(|| won(given.from, given.to, purse, lens)),
        method: lens.book.text(given.method).to_owned(),
    })
}

/// What was won on some days, both included.
fn won(from: Day, to: Day, purse: &Purse, lens: &Lens) -> f64 {
    let (from, to) = (from.start_in(&lens.settings.zone), to.plus(1).start_in(&lens.settings.zone));
    let won = lens.book.deals().iter().filter(|deal| deal.state == State::Won);
    let inside = won.filter(|deal| deal.closed_at.is_some_and(|at| from <= at && at < to));
    purse.sum(inside.filter_map(|deal| purse.amount(deal)))
}

/// What was given on the first of some days for these days.
pub(super) fn mean((from, to): (Day, Day), purse: &Purse, lens: &Lens) -> Option<f64> {
    let on = |given: &&Given| lens.settings.day_of(given.at) == from;
    let given = lens.book.given().iter().filter(|given| (given.from, given.to) == (from, to));
    purse.convert(given.rev().find(on)?.mean)
}

/// One row each; none where none was given.
pub(super) fn table(lines: &[GivenLine]) -> Option<Table> {
    let row = |line: &GivenLine| {
        let days = [line.on, line.from, line.to].map(Cell::Day);
        let amounts = [line.mean, line.p10, line.p90].map(Cell::Money);
        days.into_iter().chain(amounts).chain([Cell::money(line.actual)]).collect()
    };
    (!lines.is_empty()).then(|| Table {
        title: t!("answers-accuracy-given").into(),
        columns: vec!["on", "from", "to", "mean", "p10", "p90", "actual"],
        rows: lines.iter().map(row).collect(),
    })
}
