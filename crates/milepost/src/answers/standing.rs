//! Where every open deal stands: its path, how long it has been quiet, whether it is stalled.
//!
//! Stalled is an open deal with an overdue commitment, or one without a live commitment, or one
//! that is older in its milestone than 9 in 10 deals that went on to win. The second reason counts
//! only where the company records commitments at all: nobody's export has them on the first day.

use ledger::commitment::Commitment;
use ledger::deal::{Deal, State};
use ledger::path::{Path, Reader};
use ledger::time::{Day, Moment};

use super::Lens;
use super::purse::Purse;

/// Fewer won deals than this say nothing about how long is too long.
const FEWEST_WON: usize = 10;

/// Where one open deal stands.
pub struct Standing<'a> {
    /// The deal.
    pub deal: &'a Deal,
    /// How far it is.
    pub path: Path,
    /// What it is worth, in the reporting currency, if that is known.
    pub amount: Option<f64>,
    /// Whole days since anything happened.
    pub quiet_days: i64,
    /// Whole days since it reached its milestone.
    pub days_here: i64,
    /// What its customer has to keep next.
    pub commitment: Option<&'a Commitment>,
    /// Why it is stalled, if it is.
    pub stalled: Option<Stall>,
}

/// Why a deal is stalled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stall {
    /// The customer agreed to a step and its day has passed.
    Overdue(Day),
    /// It has been at its milestone longer than 9 in 10 deals that went on to win.
    Old {
        /// Days at the milestone.
        days: i64,
        /// Days that 9 in 10 won deals needed at most.
        usual: f64,
    },
    /// The customer has agreed to no next step.
    NoCommitment,
}

/// Every open deal of the book, in the book's order.
#[must_use]
pub fn standings<'a>(lens: &'a Lens<'a>, purse: &Purse<'_>) -> Vec<Standing<'a>> {
    let reader = lens.reader();
    let limits = patience(lens, &reader);
    let committing = lens.book.deals().iter().any(|deal| !deal.commitments.is_empty());
    let stand = |deal: &'a Deal| {
        let path = reader.read(deal);
        let commitment = deal.live_commitment();
        let days_here = whole_days(path.since, lens.as_of.moment);
        let limit = limits[place(path.current)];
        let stalled = match commitment {
            Some(c) if c.is_overdue(lens.as_of.day) => Some(Stall::Overdue(c.due)),
            _ => limit
                .filter(|usual| days_here as f64 > *usual)
                .map(|usual| Stall::Old { days: days_here, usual })
                .or((committing && commitment.is_none()).then_some(Stall::NoCommitment)),
        };
        let quiet_days = whole_days(deal.last_at, lens.as_of.moment);
        let amount = purse.amount(deal);
        Standing { deal, path, amount, quiet_days, days_here, commitment, stalled }
    };
    lens.book.open_deals().map(stand).collect()
}

impl Stall {
    /// The reason in a few words.
    #[must_use]
    pub fn because(self) -> String {
        match self {
            Stall::Overdue(due) => format!("the customer's step was due on {due}"),
            Stall::Old { days, usual } => {
                format!("{days} days here; 9 in 10 won deals needed at most {usual:.0}")
            }
            Stall::NoCommitment => "the customer has agreed to no next step".into(),
        }
    }
}

/// For each milestone (and before the first one, at 0), the days within which 9 in 10 deals that
/// went on to win had left it.
fn patience(lens: &Lens, reader: &Reader) -> Vec<Option<f64>> {
    let mut days: Vec<Vec<f64>> = vec![Vec::new(); lens.process.milestones.len() + 1];
    let mut path = Path::default();
    for deal in lens.book.deals().iter().filter(|deal| deal.state == State::Won) {
        reader.read_into(deal, &mut path);
        let mut from = deal.opened_at;
        for step in &path.moves {
            days[place(step.from)].push(step.at.days_since(from));
            from = step.at;
        }
        let won_at = deal.closed_at.unwrap_or(from);
        days[place(path.current)].push(won_at.days_since(from));
    }
    days.iter_mut().map(|days| ninth_decile(days)).collect()
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

fn whole_days(from: Moment, to: Moment) -> i64 {
    (to.0.saturating_sub(from.0)).div_euclid(ledger::time::DAY_MS).max(0)
}
