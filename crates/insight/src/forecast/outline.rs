//! A first walk over deals: their runs, how many were open at each moment, and what those were worth that were
//! sold soon after. Of their path nothing is read.

use ledger::book::Book;
use ledger::deal::{Deal, State, What};
use ledger::money::Money;
use ledger::time::Moment;

use super::estimate::Window;
use super::looks::Sold;
use super::runs::{Run, is_odd, tell_runs};

/// What is looked at.
pub(super) struct Outlook<'a> {
    pub(super) book: &'a Book,
    /// The moments at which deals are looked at, in order.
    pub(super) moments: &'a [Moment],
    /// At which of them is kept who was open.
    pub(super) listed: Vec<bool>,
    pub(super) window: Window,
}

/// What is found of some deals.
pub(super) struct Outline {
    /// For each moment, how many were open.
    pub(super) counts: Vec<usize>,
    /// For each moment that is listed, the open ones.
    pub(super) open: Vec<Vec<u32>>,
    pub(super) sold: Vec<Sold>,
    /// The runs of those that are not odd.
    pub(super) runs: Vec<Run>,
    /// Of each of them.
    pub(super) spans: Vec<Span>,
}

/// When a deal was open.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// The first moment at which it was, and the one after the last.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Whether it has to be read anew for every moment.
    pub(super) odd: bool,
}

impl Outlook<'_> {
    /// Walks over some deals.
    pub(super) fn outline(&self, deals: &[usize]) -> Outline {
        let mut found = Outline {
            counts: vec![0; self.moments.len()],
            open: vec![Vec::new(); self.moments.len()],
            sold: Vec::new(),
            runs: Vec::new(),
            spans: Vec::with_capacity(deals.len()),
        };
        let mut looks = Vec::new();
        for i in deals {
            let deal = &self.book.deals()[*i];
            let odd = is_odd(deal, self.book);
            looks.clear();
            if odd {
                self.look_anew(deal, &mut looks);
            } else {
                let i = u32::try_from(*i).unwrap_or(u32::MAX);
                tell_runs(self.book, i, Moment::MAX, &mut found.runs);
                self.look(deal, &mut looks);
            }
            let first = looks.first().map_or(0, |(at, _)| *at);
            let end = looks.last().map_or(0, |(at, _)| *at + 1);
            found.spans.push(Span { first, end, odd });
            self.count(*i, &looks, &mut found);
        }
        found
    }

    fn count(&self, i: usize, looks: &[(usize, Option<Money>)], found: &mut Outline) {
        let won = self.book.deals()[i].entries.iter().filter(|entry| entry.what == What::Won);
        let won = won.map(|entry| entry.at).min().unwrap_or(Moment::MAX);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        for (at, amount) in looks {
            let place = number(found.counts[*at]);
            found.counts[*at] += 1;
            if self.listed[*at] {
                found.open[*at].push(number(i));
            }
            let in_time = won < self.window.at(self.moments[*at]).1;
            if let Some(amount) = amount.filter(|_| in_time) {
                found.sold.push(Sold { at: number(*at), place, deal: number(i), amount });
            }
        }
    }

    /// The moments at which a deal was open, each with what it was worth as known then.
    fn look(&self, deal: &Deal, looks: &mut Vec<(usize, Option<Money>)>) {
        let Some(first) = deal.entries.first() else { return };
        let mut at = self.moments.partition_point(|moment| *moment <= first.known);
        let (mut state, mut amount) = (State::Open.after(first.what), None);
        for entry in &deal.entries {
            while self.moments.get(at).is_some_and(|moment| *moment <= entry.known) {
                // While it was closed nobody looked at it.
                looks.extend((state == State::Open).then_some((at, amount)));
                at += 1;
            }
            state = state.after(entry.what);
            amount = self.book.values(entry).and_then(|values| values.amount).or(amount);
        }
        if state == State::Open {
            looks.extend((at..self.moments.len()).map(|at| (at, amount)));
        }
    }

    /// The same for a deal whose facts became known in another order.
    fn look_anew(&self, deal: &Deal, looks: &mut Vec<(usize, Option<Money>)>) {
        let first = deal.entries.iter().map(|entry| entry.known).min().unwrap_or(Moment::MAX);
        for at in self.moments.partition_point(|moment| *moment <= first)..self.moments.len() {
            let (mut state, mut amount) = (State::Open, None);
            for entry in deal.entries.iter().filter(|entry| entry.known < self.moments[at]) {
                state = state.after(entry.what);
                amount = self.book.values(entry).and_then(|values| values.amount).or(amount);
            }
            looks.extend((state == State::Open).then_some((at, amount)));
        }
    }
}
