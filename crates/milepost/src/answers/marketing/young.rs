//! The early reading: what the leads of the last weeks are worth, and how early that was right before.

use insight::marketing::early::{Odds, Reading};
use insight::marketing::leads::Leads;
use insight::marketing::rehearsal::{MONTH, Rehearsed, Stage};
use serde::Serialize;

use crate::answers::table::Cell;

/// Of more leads than this only each second, third … is learned from: the curves are as smooth.
const ENOUGH: usize = 150_000;

/// The leads of the last 28 days of a source.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Young {
    /// How many.
    pub leads: usize,
    /// How many are won already.
    pub won: usize,
    /// Sales to be expected of them, those included.
    pub sales: f64,
    /// What they are to bring.
    pub expected: f64,
    /// 1 time in 10 it is less …
    pub low: f64,
    /// … or more.
    pub high: f64,
    /// What each is to bring.
    pub each: f64,
}

/// How right the ranking of sources was, so many weeks after the end of past months.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct RankingLine {
    /// Weeks after the end of the month.
    pub weeks: i64,
    /// Pairs of sources.
    pub pairs: usize,
    /// The share of pairs that was the right way round.
    pub right: f64,
    /// Pairs it was sure of.
    pub sure: usize,
    /// The share of those that was the right way round.
    pub sure_right: Option<f64>,
    /// The share that the ranking by last year's sales had right.
    pub last_years_wins_right: f64,
    /// The share of the 80 % ranges that held what came.
    pub ranges_held: f64,
}

/// Reads the young leads now.
pub(super) fn read(stage: &Stage) -> Vec<Young> {
    let leads: &Leads = stage.leads;
    let kind = (stage.length, stage.groups);
    let odds = Odds::learn(leads, leads.now, kind, ENOUGH, stage.amount);
    let since = leads.now.plus_days(-MONTH);
    let young = leads.leads.iter().filter(|lead| lead.first >= since && lead.first < leads.now);
    let read = odds.read(leads, young, stage.groups, stage.amount);
    read.iter().map(Young::new).collect()
}

/// Rehearses the reading on past months.
pub(super) fn rehearse(stage: &Stage) -> Vec<RankingLine> {
    stage.rehearse().iter().map(RankingLine::new).collect()
}

impl Young {
    fn new(reading: &Reading) -> Young {
        let range = reading.range();
        Young {
            leads: reading.leads,
            won: reading.won,
            sales: reading.sales,
            expected: range.middle,
            low: range.low,
            high: range.high,
            each: range.middle / reading.leads.max(1) as f64,
        }
    }

    pub(super) fn cells(&self, name: &str) -> Vec<Cell> {
        vec![
            Cell::Text(name.to_owned()),
            Cell::Count(self.leads),
            Cell::Count(self.won),
            Cell::Days(self.sales),
            Cell::Money(self.expected),
            Cell::Money(self.low),
            Cell::Money(self.high),
            Cell::Money(self.each),
        ]
    }
}

impl RankingLine {
    fn new(rehearsed: &Rehearsed) -> RankingLine {
        let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        let sure = rehearsed.sure;
        RankingLine {
            weeks: rehearsed.weeks,
            pairs: rehearsed.pairs,
            right: share(rehearsed.right, rehearsed.pairs),
            sure,
            sure_right: (sure > 0).then(|| share(rehearsed.sure_right, sure)),
            last_years_wins_right: share(rehearsed.wins_right, rehearsed.pairs),
            ranges_held: share(rehearsed.held, rehearsed.ranges),
        }
    }

    pub(super) fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Count(usize::try_from(self.weeks).unwrap_or(0)),
            Cell::Count(self.pairs),
            Cell::Share(self.right),
            Cell::Count(self.sure),
            self.sure_right.map_or(Cell::Empty, Cell::Share),
            Cell::Share(self.last_years_wins_right),
            Cell::Share(self.ranges_held),
        ]
    }
}
