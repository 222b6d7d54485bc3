//! Where an open deal stands: its path, how long it has been quiet, whether it is stalled and why.
//!
//! Stalled is an open deal with an overdue commitment, or one that is older in its milestone than
//! 9 in 10 deals that went on to win, or one without a live commitment. The last reason counts only
//! where the company records commitments at all: nobody's export has them on the first day.

use std::sync::Arc;

use ledger::commitment::Commitment;
use ledger::deal::{Deal, State};
use ledger::path::{Path, Reader};
use ledger::time::{Day, Moment};
use serde::Serialize;

use super::among::Among;
use super::filter::Filter;
use super::purse::Purse;
use super::{Lens, Refusal};
use crate::texts::t;

/// Fewer won deals than this say nothing about how long is too long.
const FEWEST_WON: usize = 10;

/// Where one open deal stands.
pub struct Standing<'a> {
    /// The deal.
    pub deal: &'a Deal,
    /// How far it is.
    pub path: Arc<Path>,
    /// What it is worth, in the reporting currency, if that is known.
    pub amount: Option<f64>,
    /// Whole days since anything happened.
    pub quiet_days: i64,
    /// Whole days since it reached its milestone.
    pub days_here: i64,
    /// The days within which 9 in 10 won deals had left this milestone, if enough were won.
    pub usual: Option<f64>,
    /// What its customer has to keep next.
    pub commitment: Option<&'a Commitment>,
    /// Why it is stalled, if it is.
    pub stalled: Option<Stall>,
}

/// Why a deal is stalled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stall {
    /// The customer agreed to a step and its day has passed.
    Overdue,
    /// It has been at its milestone longer than 9 in 10 deals that went on to win.
    Old,
    /// The customer has agreed to no next step.
    NoCommitment,
}

/// What the customer agreed to, as an answer gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Promise {
    /// Its id.
    pub id: String,
    /// The step that was agreed to.
    pub milestone: String,
    /// By when.
    pub due: Day,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// What deals are measured by: how long won deals took, and what the company records.
pub struct Yardstick<'a> {
    lens: &'a Lens<'a>,
    purse: &'a Purse<'a>,
    reader: Reader,
    limits: Arc<Vec<Option<f64>>>,
    committing: bool,
}

/// The open deals that are asked for, in the book's order.
///
/// # Errors
/// If the process has no such milestone, or there is nothing between the amounts.
pub fn standings<'a>(
    (filter, among): (&Filter, &Among),
    lens: &'a Lens<'a>,
    purse: &'a Purse<'a>,
) -> Result<Vec<Standing<'a>>, Refusal> {
    among.check(lens)?;
    let yardstick = Yardstick::new(lens, purse);
    // Reading a deal's path takes longest: a page of deals that is as it was need not be read again.
    let paths = lens.book.by_page(&format!("paths of open deals {}", lens.steps()), |deals| {
        let open = deals.iter().enumerate().filter(|(_, deal)| deal.is_open());
        open.map(|(place, deal)| (place, Arc::new(yardstick.reader.read(deal)))).collect::<Vec<_>>()
    });
    let pages = lens.book.deals().pages().iter().zip(paths.iter());
    let open =
        pages.flat_map(|(page, paths)| paths.iter().map(|(place, path)| (&page[*place], path)));
    let taken = open.filter(|(deal, _)| filter.takes(deal, lens));
    let standings = taken.map(|(deal, path)| yardstick.stand_at(deal, Arc::clone(path)));
    Ok(standings.filter(|standing| among.takes(standing, lens)).collect())
}

impl<'a> Yardstick<'a> {
    /// The yardstick of a book.
    #[must_use]
    pub fn new(lens: &'a Lens<'a>, purse: &'a Purse<'a>) -> Yardstick<'a> {
        let reader = lens.reader();
        let limits = patience(lens, &reader);
        let agreed = |deals: &[Deal]| deals.iter().any(|deal| !deal.commitments.is_empty());
        let committing = lens.book.by_page("commitments", agreed).iter().any(|any| *any);
        Yardstick { lens, purse, reader, limits, committing }
    }

    /// Where an open deal stands.
    #[must_use]
    pub fn stand(&self, deal: &'a Deal) -> Standing<'a> {
        self.stand_at(deal, Arc::new(self.reader.read(deal)))
    }

    fn stand_at(&self, deal: &'a Deal, path: Arc<Path>) -> Standing<'a> {
        let now = self.lens.as_of.moment;
        let mut standing = Standing {
            deal,
            amount: self.purse.amount(deal),
            quiet_days: whole_days(deal.last_at, now),
            days_here: whole_days(path.since, now),
            usual: self.limits[place(path.current)],
            commitment: deal.live_commitment(),
            stalled: None,
            path,
        };
        standing.stalled = self.stall(&standing);
        standing
    }

    fn stall(&self, standing: &Standing) -> Option<Stall> {
        let overdue = standing.commitment.is_some_and(|c| c.is_overdue(self.lens.as_of.day));
        let old = standing.usual.is_some_and(|usual| standing.days_here as f64 > usual);
        match standing.commitment {
            _ if overdue => Some(Stall::Overdue),
            _ if old => Some(Stall::Old),
            None if self.committing => Some(Stall::NoCommitment),
            _ => None,
        }
    }
}

impl Standing<'_> {
    /// What its customer has to keep next, as an answer gives it.
    #[must_use]
    pub fn promise(&self, lens: &Lens) -> Option<Promise> {
        self.commitment.map(|c| Promise {
            id: lens.book.text(c.id).to_owned(),
            milestone: lens.called(lens.book.text(c.milestone)).to_owned(),
            due: c.due,
            overdue: c.is_overdue(lens.as_of.day),
        })
    }

    /// Why it stands as it does, in one sentence, stalled or not.
    #[must_use]
    pub fn because(&self, lens: &Lens) -> String {
        let promise = self.promise(lens);
        match (self.stalled, promise) {
            (Some(Stall::Overdue), Some(promise)) => overdue(&promise, lens.as_of.day),
            (Some(Stall::NoCommitment), _) => t!("answers-next-no-commitment").into(),
            (None, Some(promise)) => agreed(&promise, lens.as_of.day),
            _ => self.age(lens),
        }
    }

    /// How long it has been here, and how long won deals were.
    fn age(&self, lens: &Lens) -> String {
        let here = self.path.current.map(|place| &lens.process.milestones[place].name);
        let days = self.days_here;
        let most = self.usual.map(|usual| if usual < 1.0 { 0 } else { usual.ceil() as i64 });
        match (here, most) {
            (Some(name), Some(most)) => {
                t!("answers-next-here", days = days, milestone = name, most = most)
            }
            (None, Some(most)) => t!("answers-next-here-before", days = days, most = most),
            (Some(name), None) => t!("answers-next-too-few", days = days, milestone = name),
            (None, None) => t!("answers-next-too-few-before", days = days),
        }
    }
}

fn overdue(promise: &Promise, today: Day) -> String {
    let Promise { milestone, due, .. } = promise;
    t!("answers-next-overdue", milestone = milestone, due = due, days = today.0 - due.0)
}

fn agreed(promise: &Promise, today: Day) -> String {
    let Promise { milestone, due, .. } = promise;
    t!("answers-next-agreed", milestone = milestone, due = due, days = due.0 - today.0)
}

/// For each milestone (and before the first one, at 0), the days within which 9 in 10 deals that
/// went on to win had left it. Steps that bear one moment tell nothing of the time between them.
pub(in crate::answers) fn patience(lens: &Lens, reader: &Reader) -> Arc<Vec<Option<f64>>> {
    let places = lens.process.milestones.len() + 1;
    let key = format!("patience {}", lens.steps());
    let parts = lens.book.by_page(&key, |deals| {
        let mut spent: Vec<Vec<f64>> = vec![Vec::new(); places];
        let mut path = Path::default();
        for deal in deals.iter().filter(|deal| deal.state == State::Won) {
            reader.read_into(deal, &mut path);
            spend(deal, &path, &mut spent);
        }
        spent
    });
    lens.book.of_parts(&key, &parts, |parts| {
        let of = |place: usize| {
            let spent = parts.iter().flat_map(|part| part[place].iter().copied());
            ninth_decile(&mut spent.filter(|days| *days > 0.0).collect::<Vec<_>>())
        };
        (0..places).map(of).collect()
    })
}

/// The days that a won deal spent at each place.
fn spend(deal: &Deal, path: &Path, spent: &mut [Vec<f64>]) {
    let mut from = deal.opened_at;
    for step in &path.moves {
        spent[place(step.from)].push(step.at.days_since(from));
        from = step.at;
    }
    let won_at = deal.closed_at.unwrap_or(from);
    spent[place(path.current)].push(won_at.days_since(from));
}

/// The smallest value that at least 9 in 10 do not exceed.
fn ninth_decile(values: &mut [f64]) -> Option<f64> {
    if values.len() < FEWEST_WON {
        return None;
    }
    values.sort_by(f64::total_cmp);
    let rank = (values.len() * 9).div_ceil(10);
    values.get(rank - 1).copied()
}

fn place(milestone: Option<usize>) -> usize {
    milestone.map_or(0, |m| m + 1)
}

pub(in crate::answers) fn whole_days(from: Moment, to: Moment) -> i64 {
    (to.0.saturating_sub(from.0)).div_euclid(ledger::time::DAY_MS).max(0)
}

#[cfg(test)]
mod tests {
    use super::ninth_decile;

    #[test]
    fn nine_in_ten_do_not_exceed_it() {
        let mut twenty: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        assert_eq!(ninth_decile(&mut twenty), Some(18.0));
        assert_eq!(ninth_decile(&mut [1.0; 9]), None);
    }
}
