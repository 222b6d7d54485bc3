//! One estimate at one date, before its level is corrected.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::money::{Currency, Money};
use ledger::process::Process;
use ledger::time::{DAY_MS, Moment};

use super::arrivals::Arrivals;
use super::odds::Odds;
use super::{Ask, DealOdds};
use crate::history::{History, Run};
use crate::stats::quantile::median;

/// A period as seen from a date: so many milliseconds ahead, so many long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    ahead: i64,
    length: i64,
}

impl Window {
    /// The part of a period that lies ahead.
    pub(super) fn new(now: Moment, from: Moment, to: Moment) -> Window {
        let start = from.max(now);
        Window { ahead: start.0 - now.0, length: (to.0 - start.0).max(0) }
    }

    /// The same period as seen from another date.
    pub(super) fn at(self, date: Moment) -> (Moment, Moment) {
        let from = date.0 + self.ahead;
        (Moment(from), Moment(from + self.length))
    }

    /// How far ahead it ends, in milliseconds.
    pub(super) fn end(self) -> i64 {
        self.ahead + self.length
    }

    /// How long it is, in milliseconds.
    pub(super) fn length(self) -> i64 {
        self.length
    }
}

/// A win, with what it brought.
pub(super) struct Win {
    pub(super) opened: Moment,
    pub(super) at: Moment,
    pub(super) value: f64,
}

/// What stays the same for every date at which the method is applied.
#[derive(Clone)]
pub(super) struct World<'a> {
    pub(super) book: &'a Book,
    pub(super) process: &'a Process,
    /// The reporting currency for one unit of another.
    rates: BTreeMap<Currency, f64>,
    /// For each deal, whether it is asked for.
    asked: Vec<bool>,
}

impl<'a> World<'a> {
    pub(super) fn new(book: &'a Book, process: &'a Process, ask: &Ask) -> World<'a> {
        let mut rates = BTreeMap::new();
        let mut asked = Vec::with_capacity(book.deals().len());
        for deal in book.deals() {
            let amount = (ask.amount)(deal);
            asked.push(amount != Some(0.0));
            if let (Some(own), Some(amount)) = (deal.known.amount, amount)
                && own.minor != 0
                && amount != 0.0
            {
                rates.insert(own.currency, amount / own.major());
            }
        }
        World { book, process, rates, asked }
    }

    /// The same with every deal asked for: the method learns from all of them.
    pub(super) fn whole(&self) -> World<'a> {
        World { asked: vec![true; self.asked.len()], ..self.clone() }
    }

    /// What a run is worth, as known then; `usual` where that is not known, 0 if it is not asked
    /// for.
    fn value(&self, run: &Run, usual: f64) -> f64 {
        if !self.asked[run.deal] {
            return 0.0;
        }
        run.amount.map_or(usual, |amount| self.report(amount))
    }

    fn report(&self, amount: Money) -> f64 {
        amount.major() * self.rates.get(&amount.currency).copied().unwrap_or(1.0)
    }

    /// All wins; those without a known amount count as the median one.
    pub(super) fn wins(&self, history: &History) -> Vec<Win> {
        let usual = self.usual(history);
        let won = history.runs.iter().filter_map(|run| Some((run, run.end.filter(|end| end.1)?.0)));
        won.map(|(run, at)| Win { opened: run.from, at, value: self.value(run, usual) }).collect()
    }

    /// The median amount of a sale.
    fn usual(&self, history: &History) -> f64 {
        let won = history.runs.iter().filter(|run| run.end.is_some_and(|end| end.1));
        let amounts = won.filter_map(|run| run.amount.map(|amount| self.report(amount)));
        median(&mut amounts.filter(|amount| *amount > 0.0).collect::<Vec<_>>()).unwrap_or(0.0)
    }

    /// What was won from a moment on and before another.
    pub(super) fn won_between(&self, history: &History, from: Moment, to: Moment) -> f64 {
        let wins = self.wins(history).into_iter();
        wins.filter(|win| (from..to).contains(&win.at)).map(|win| win.value).sum()
    }

    /// What the last period of the same length brought.
    pub(super) fn run_rate(&self, history: &History, now: Moment, window: Window) -> f64 {
        self.won_between(history, Moment(now.0 - window.length()), now)
    }

    /// New business of a company younger than the period is long: deals opened and won so far, at
    /// the same pace.
    pub(super) fn young(
        &self,
        history: &History,
        first: Moment,
        now: Moment,
        window: Window,
    ) -> f64 {
        let days = now.days_since(first).max(1.0);
        let half = Moment(now.0 - (now.0 - first.0) / 2);
        let wins = self.wins(history);
        let new: f64 = wins.iter().filter(|win| win.opened >= half).map(|win| win.value).sum();
        new / (days / 2.0) * (window.length() as f64 / DAY_MS as f64)
    }
}

/// One estimate at one date.
pub(super) struct Estimate {
    /// The open deals.
    pub(super) deals: Vec<DealOdds>,
    /// Deals not opened yet.
    pub(super) new: Arrivals,
}

impl Estimate {
    /// Applies the method at a date, with a history of what was known then.
    pub(super) fn make(world: &World, history: &History, now: Moment, window: Window) -> Estimate {
        let odds = Odds::learn(history, now, world.process.milestones.len() + 1);
        let usual = world.usual(history);
        let days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
        let deal = |(run, spell): (&Run, &crate::history::Spell)| {
            let age = now.days_since(spell.from);
            let by = |days| odds.within(spell.place, age, days);
            let p_win_in_period = by(days(window.end())) - by(days(window.end() - window.length()));
            let amount = world.value(run, usual);
            DealOdds {
                deal: run.deal,
                p_win_in_period,
                p_win: odds.ever(spell.place, age),
                amount,
                expected: p_win_in_period * amount,
            }
        };
        let deals = history.standing().map(deal).collect();
        Estimate { deals, new: Arrivals::learn(world, history, now, window) }
    }

    /// What it says the period will bring.
    pub(super) fn total(&self) -> f64 {
        self.new.mean + self.deals.iter().map(|odds| odds.expected).sum::<f64>()
    }

    /// The part of it that is asked for.
    pub(super) fn part(
        mut self,
        world: &World,
        history: &History,
        now: Moment,
        window: Window,
    ) -> Estimate {
        for odds in self.deals.iter_mut().filter(|odds| !world.asked[odds.deal]) {
            (odds.amount, odds.expected) = (0.0, 0.0);
        }
        Estimate { new: Arrivals::learn(world, history, now, window), ..self }
    }
}
