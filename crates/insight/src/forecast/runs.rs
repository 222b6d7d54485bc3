//! Runs: deals from their opening to their end, and when each was known.
//!
//! A forecast asks for them as of dozens of past moments. So they are put in order once, each list in the one in
//! which it is cut: what was known before a moment is then the beginning of a list, and nothing of a size with the
//! company is sorted or copied again. Only where wins became known in another order than they were made are they.

use std::borrow::Cow;

use ledger::book::Book;
use ledger::deal::{Deal, State, What};
use ledger::money::Money;
use ledger::time::Moment;

/// A deal from its opening to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Its index in the book.
    pub(super) deal: u32,
    /// When it was opened, and when that was known.
    pub(super) from: Moment,
    known: Moment,
    /// How it ended.
    pub(super) end: Option<Ending>,
    /// Its amount as known when it ended; nothing while it is open.
    pub(super) amount: Option<Money>,
}

/// The end of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) at: Moment,
    known: Moment,
    pub(super) won: bool,
}

/// A run's opening.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened {
    known: Moment,
    pub(super) from: Moment,
    pub(super) deal: u32,
}

/// A run that ended with a win.
#[derive(Clone, Copy, Debug)]
pub(super) struct Won {
    known: Moment,
    pub(super) at: Moment,
    pub(super) opened: Moment,
    pub(super) deal: u32,
    /// The deal's amount as known then.
    pub(super) amount: Option<Money>,
}

#[cfg(test)]
impl Won {
    /// A win of a deal that was opened at one moment and won at another, known at once.
    pub(super) fn on(deal: u32, opened: Moment, at: Moment) -> Won {
        Won { known: at, at, opened, deal, amount: None }
    }
}

/// The runs of many deals.
#[derive(Default)]
pub(super) struct Runs {
    /// By when they were known.
    opened: Vec<Opened>,
    /// The earliest opening among these and all before.
    firsts: Vec<Moment>,
    /// When each end was known, in order.
    ended: Vec<Moment>,
    /// By when they were made; those of one moment as they came.
    won: Vec<Won>,
    /// Whether each was known no later than the next.
    in_order: bool,
    /// Of each its deal and its place, by deal.
    by_deal: Vec<(u32, u32)>,
}

/// What was known of runs before a moment.
pub(super) struct Cut<'r> {
    opened: &'r [Opened],
    /// Openings of deals that were read anew.
    anew: Vec<Opened>,
    /// The earliest opening.
    pub(super) first: Option<Moment>,
    /// How many had ended.
    pub(super) closed: usize,
    /// Wins, by when they were made.
    pub(super) won: Cow<'r, [Won]>,
    /// Of each its deal and its place, by deal; among them places of wins that were not known.
    by_deal: Cow<'r, [(u32, u32)]>,
}

impl Runs {
    /// Puts runs in order.
    pub(super) fn new(runs: &[Run]) -> Runs {
        let opened = |run: &Run| Opened { known: run.known, from: run.from, deal: run.deal };
        let mut opened: Vec<Opened> = runs.iter().map(opened).collect();
        opened.sort_by_key(|opened| opened.known);
        let mut first = Moment::MAX;
        let earliest = |opened: &Opened| {
            first = first.min(opened.from);
            first
        };
        let firsts = opened.iter().map(earliest).collect();
        let mut ended: Vec<Moment> = runs.iter().filter_map(|run| Some(run.end?.known)).collect();
        ended.sort_unstable();
        let won = |run: &Run| {
            let end = run.end.filter(|end| end.won)?;
            let (known, at, opened) = (end.known, end.at, run.from);
            Some(Won { known, at, opened, deal: run.deal, amount: run.amount })
        };
        let mut won: Vec<Won> = runs.iter().filter_map(won).collect();
        won.sort_by_key(|won| won.at);
        let by_deal = by_deal(&won);
        let in_order = won.is_sorted_by_key(|won| won.known);
        Runs { opened, firsts, ended, won, in_order, by_deal }
    }

    /// What was known before a moment, with the runs of other deals as they were known then. Wins of one moment
    /// stand in the order of `rank`.
    pub(super) fn before(&self, cut: Moment, others: &[Run], rank: impl Fn(u32) -> u32) -> Cut<'_> {
        let opened = &self.opened[..self.opened.partition_point(|opened| opened.known < cut)];
        let closed = self.ended.partition_point(|known| *known < cut);
        let first = opened.len().checked_sub(1).map(|last| self.firsts[last]);
        if others.is_empty() && self.in_order {
            let won = Cow::from(&self.won[..self.won.partition_point(|won| won.known < cut)]);
            let by_deal = Cow::from(&self.by_deal);
            return Cut { opened, anew: Vec::new(), first, closed, won, by_deal };
        }
        let mut won: Vec<Won> = self.won.iter().filter(|won| won.known < cut).copied().collect();
        let Runs { opened: anew, firsts, ended, won: more, .. } = Runs::new(others);
        won.extend(more);
        won.sort_by_key(|won| (won.at, rank(won.deal), won.opened));
        let by_deal = Cow::from(by_deal(&won));
        let first = first.into_iter().chain(firsts.last().copied()).min();
        Cut { opened, anew, first, closed: closed + ended.len(), won: won.into(), by_deal }
    }
}

impl Cut<'_> {
    /// Every opening.
    pub(super) fn opened(&self) -> impl Iterator<Item = &Opened> + Clone {
        self.opened.iter().chain(&self.anew)
    }

    /// The first win of a deal from a moment on.
    pub(super) fn first_win(&self, deal: usize, from: Moment) -> Option<&Won> {
        let deal = u32::try_from(deal).ok()?;
        let begin = self.by_deal.partition_point(|(other, _)| *other < deal);
        let wins = self.by_deal[begin..].iter().take_while(|(other, _)| *other == deal);
        wins.filter_map(|(_, place)| self.won.get(*place as usize)).find(|won| won.at >= from)
    }

    /// The places of two wins of one deal, one after the other.
    pub(super) fn won_again(&self) -> impl Iterator<Item = (usize, usize)> {
        let pairs = self.by_deal.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let places = pairs.map(|pair| (pair[0].1 as usize, pair[1].1 as usize));
        places.filter(|(_, next)| *next < self.won.len())
    }
}

fn by_deal(won: &[Won]) -> Vec<(u32, u32)> {
    let mut places: Vec<(u32, u32)> = won.iter().map(|won| won.deal).zip(0..).collect();
    places.sort_unstable();
    places
}

/// Tells the runs of a deal, of what was known before `cut`.
pub(super) fn tell_runs(book: &Book, i: u32, cut: Moment, runs: &mut Vec<Run>) {
    let deal = &book.deals()[i as usize];
    let known = || deal.entries.iter().filter(|entry| entry.known < cut);
    let Some(opening) = known().find(|e| e.what == What::Opened).or(known().next()) else {
        return;
    };
    let (first, begin) = (runs.len(), opening.at);
    let (mut state, mut open, mut amount) = (State::Open, false, None);
    for entry in known() {
        state = state.after(entry.what);
        let at = entry.at.max(begin);
        amount = book.values(entry).and_then(|values| values.amount).or(amount);
        // A deal may be known by its end alone: then it has a run of no length.
        if !open && (state == State::Open || runs.len() == first) {
            open = true;
            let from = if runs.len() == first { begin } else { at };
            runs.push(Run { deal: i, from, known: entry.known, end: None, amount: None });
        }
        let Some(run) = runs.last_mut() else { return };
        if open && state != State::Open {
            open = false;
            run.end = Some(Ending { at, known: entry.known, won: state == State::Won });
        }
        run.amount = amount.filter(|_| run.end.is_some());
    }
}

/// Whether what was known of a deal before some moment is not simply the beginning of its facts.
pub(super) fn is_odd(deal: &Deal, book: &Book) -> bool {
    let (mut latest, mut ended, mut first) = (Moment::MIN, None, true);
    deal.entries.iter().any(|entry| {
        let late = entry.known < latest;
        latest = latest.max(entry.known);
        match entry.what {
            What::Won | What::Lost => ended = ended.or(Some(entry.known)),
            What::StageSet | What::Reopened => ended = None,
            _ => {}
        }
        let after = ended.is_some_and(|end| end < entry.known);
        let corrects = after && book.values(entry).is_some_and(|values| values.amount.is_some());
        // The fact that opened it stands behind others: until then another one counted as first.
        let behind = entry.what == What::Opened && !std::mem::replace(&mut first, false);
        first = false;
        late || corrects || behind
    })
}
