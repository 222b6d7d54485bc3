//! What if: what the period would bring if something were otherwise, which milestone is worth the work, and
//! how much pipeline a quota needs. See `docs/method/what-if.md`.

use insight::forecast::{DealOdds, Forecast as Found};
use serde::Serialize;

use super::super::purse::Purse;
use super::super::status::By;
use super::super::table::{Cell, Table};
use super::super::{Lens, Refusal};
use super::steps::Steps;
use super::wish::Wish;
use super::{Forecast, Period, groups};
use crate::texts::t;

/// No chance is better than this.
const SUREST: f64 = 0.99;
/// The share of lost deals that the standing table lets go on.
const STANDING: f64 = 0.1;

/// What the period would bring, and by how much that is more or less.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tried {
    /// What would be otherwise.
    pub wish: String,
    /// Expected on average.
    pub mean: f64,
    /// That less the forecast as it is.
    pub change: f64,
    /// 1 in 10 such periods bring less.
    pub p10: f64,
    /// 1 in 10 such periods bring more.
    pub p90: f64,
    /// The chance of the quota, where one is set.
    pub quota_chance: Option<f64>,
}

/// What it would bring if one in ten of the deals now lost before a milestone went on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorthLine {
    /// The milestone.
    pub milestone: String,
    /// Deals that came so far that this was their next step, and took it or were lost.
    pub left: usize,
    /// The share of them that took it.
    pub passed: f64,
    /// What the period would bring more.
    pub change: f64,
}

/// Open pipeline at a milestone, and what a quota needs there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverageLine {
    /// The furthest milestone reached.
    pub milestone: String,
    /// What the deals there are worth.
    pub value: f64,
    /// What they are expected to bring in the period.
    pub expected: f64,
    /// What they would have to be worth for the quota to be met on average, if all grew alike; absent
    /// without a quota.
    pub needed: Option<f64>,
}

/// A forecast that is asked what if.
pub(super) struct Asked<'a> {
    pub(super) question: &'a Forecast,
    pub(super) found: &'a Found,
    pub(super) lens: &'a Lens<'a>,
    pub(super) period: Period,
    pub(super) quota: Option<f64>,
}

impl Asked<'_> {
    /// Tries a wish.
    pub(super) fn try_wish(&self, wish: &Wish) -> Result<Tried, Refusal> {
        let found = self.found;
        let tried = match wish {
            Wish::Better { milestone, share } => {
                let steps = Steps::of(self.lens);
                let place = self.place(milestone)?;
                let more = steps.better(place, *share);
                let odds = |deal: &DealOdds| {
                    let ahead = steps.is_ahead(deal.deal, place);
                    let p = deal.p_win_in_period;
                    if ahead { (p * more).min(SUREST.max(p)) } else { p }
                };
                found.what_if(&odds, found.new * more)
            }
            Wish::Faster { milestone, days } => {
                let steps = Steps::of(self.lens);
                let place = self.place(milestone)?;
                let days = i32::from(*days);
                let later =
                    Period { from: self.period.from.plus(days), to: self.period.to.plus(days) };
                let shifted = self.question.find(self.lens, later)?;
                let sooner = |deal: &DealOdds| {
                    let same = shifted.deals.iter().find(|other| other.deal == deal.deal);
                    let ahead = same.filter(|_| steps.is_ahead(deal.deal, place));
                    ahead.map_or(deal.p_win_in_period, |other| other.p_win_in_period)
                };
                found.what_if(&sooner, shifted.new)
            }
            Wish::More { source, share } => {
                let new = self.new_of(source)?;
                found.what_if(&|deal| deal.p_win_in_period, found.new + new * share)
            }
            Wish::Lose(deal) => self.ended(deal, 0.0)?,
            Wish::Win(deal) => self.ended(deal, 1.0)?,
        };
        Ok(Tried {
            wish: wish.to_string(),
            mean: tried.mean,
            change: tried.mean - found.mean,
            p10: tried.periods.quantile(0.1),
            p90: tried.periods.quantile(0.9),
            quota_chance: self.quota.map(|quota| tried.periods.chance_of(quota)),
        })
    }

    fn ended(&self, wanted: &str, odds: f64) -> Result<insight::forecast::WhatIf, Refusal> {
        let book = self.lens.book;
        let id = |deal: &DealOdds| book.text(book.deals()[deal.deal].id);
        let found = self.found.deals.iter().find(|deal| id(deal).eq_ignore_ascii_case(wanted));
        let Some(DealOdds { deal: ended, .. }) = found else {
            return Err(Refusal(t!("answers-forecast-not-open", wanted = wanted)));
        };
        let own = |deal: &DealOdds| if deal.deal == *ended { odds } else { deal.p_win_in_period };
        Ok(self.found.what_if(&own, self.found.new))
    }

    fn place(&self, wanted: &str) -> Result<usize, Refusal> {
        let all = || self.lens.process.milestones.iter();
        let same = |name: &str| name.to_lowercase() == wanted.trim().to_lowercase();
        all().position(|milestone| same(&milestone.name)).ok_or_else(|| {
            let names: Vec<&str> = all().map(|milestone| milestone.name.as_str()).collect();
            let names = names.join(", ");
            Refusal(t!("answers-forecast-no-milestone", wanted = wanted, names = names))
        })
    }

    /// What new business of a source is expected to bring.
    fn new_of(&self, wanted: &str) -> Result<f64, Refusal> {
        let purse = Purse::new(self.lens)?;
        let lines = self.question.with(self.lens, self.period, &purse, |ask| {
            groups::split(self.found, By::Source, ask, self.lens)
        });
        let line = lines.iter().find(|line| line.name.to_lowercase() == wanted.to_lowercase());
        line.map(|line| line.new).ok_or_else(|| {
            let names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
            let names = names.join(", ");
            Refusal(t!("answers-forecast-no-source", wanted = wanted, names = names))
        })
    }

    /// Each milestone, and what it would bring if one in ten of the deals now lost before it went on.
    pub(super) fn worth(&self) -> Vec<WorthLine> {
        let (steps, found) = (Steps::of(self.lens), self.found);
        let line = |(place, milestone): (usize, &ledger::process::Milestone)| {
            let more = steps.better(place, STANDING) - 1.0;
            let ahead = found.deals.iter().filter(|deal| steps.is_ahead(deal.deal, place));
            let open: f64 = ahead.map(|deal| deal.expected).sum();
            let (left, passed) = steps.passed(place);
            let name = milestone.name.clone();
            WorthLine { milestone: name, left, passed, change: (open + found.new) * more }
        };
        self.lens.process.milestones.iter().enumerate().map(line).collect()
    }

    /// Open pipeline by milestone, and what the quota needs.
    pub(super) fn coverage(&self) -> Vec<CoverageLine> {
        let (steps, found) = (Steps::of(self.lens), self.found);
        let missing = self.quota.map(|quota| (quota - found.won_so_far - found.new).max(0.0));
        let names = self.lens.process.milestones.iter().map(|milestone| milestone.name.as_str());
        let places = std::iter::once((None, super::super::status::NO_MILESTONE));
        let places = places.chain(names.enumerate().map(|(place, name)| (Some(place), name)));
        let line = |(place, name): (Option<usize>, &str)| {
            let here = || found.deals.iter().filter(|deal| steps.at(deal.deal) == place);
            let value: f64 = here().map(|deal| deal.amount).sum();
            let grown = missing.filter(|_| found.open > 0.0).map(|missing| missing / found.open);
            CoverageLine {
                milestone: name.to_owned(),
                value,
                expected: here().map(|deal| deal.expected).sum(),
                needed: grown.map(|grown| value * grown),
            }
        };
        places.map(line).filter(|line| line.value > 0.0).collect()
    }
}

/// What was tried, as a table; none where nothing was.
pub(super) fn tried_table(tried: &[Tried]) -> Option<Table> {
    let row = |tried: &Tried| {
        let amounts = [tried.mean, tried.change, tried.p10, tried.p90].map(Cell::Money);
        let chance = tried.quota_chance.map_or(Cell::Empty, Cell::Share);
        let first = std::iter::once(Cell::Text(tried.wish.clone()));
        first.chain(amounts).chain(std::iter::once(chance)).collect()
    };
    (!tried.is_empty()).then(|| Table {
        title: t!("answers-forecast-what-if").into(),
        columns: vec!["wish", "mean", "change", "p10", "p90", "quota_chance"],
        rows: tried.iter().map(row).collect(),
    })
}

/// Which milestone is worth the work, as a table.
pub(super) fn worth_table(lines: &[WorthLine]) -> Table {
    let row = |line: &WorthLine| {
        vec![
            Cell::Text(line.milestone.clone()),
            Cell::Count(line.left),
            Cell::Share(line.passed),
            Cell::Money(line.change),
        ]
    };
    Table {
        title: t!("answers-forecast-worth").into(),
        columns: vec!["milestone", "left", "passed", "change"],
        rows: lines.iter().map(row).collect(),
    }
}

/// Coverage as a table.
pub(super) fn coverage_table(lines: &[CoverageLine]) -> Table {
    let row = |line: &CoverageLine| {
        vec![
            Cell::Text(line.milestone.clone()),
            Cell::Money(line.value),
            Cell::Money(line.expected),
            Cell::money(line.needed),
        ]
    };
    Table {
        title: t!("answers-forecast-coverage").into(),
        columns: vec!["milestone", "value", "expected", "needed"],
        rows: lines.iter().map(row).collect(),
    }
}
