//! Calls: what to plan next for a deal, what waits to be logged, and which calls nobody has logged.

mod proposal;
mod recorded;
mod sheet;
mod unlogged;

use ledger::call::{Call, Plan};
use ledger::deal::Deal;
use ledger::objective::{by_when, without_day};
use ledger::time::Day;
use serde::Serialize;

use super::Lens;

pub use proposal::{Origin, PlanCall, Proposal, working};
pub use recorded::Recorded;
pub use sheet::{CallSheet, LogCall};
pub use unlogged::{Unlogged, table, title, unlogged};

/// A call that was planned and is not logged yet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Planned {
    /// Its id.
    pub call: String,
    /// The day it was planned for.
    pub on: Day,
    /// What the customer should agree to do.
    pub objective: String,
    /// By when they should do it, if that was said.
    pub by: Option<Day>,
    /// The milestone that it leads to.
    pub milestone: Option<String>,
    /// What to ask for otherwise.
    pub fallback: Option<String>,
}

impl Planned {
    fn new(call: &Call, plan: &Plan, lens: &Lens) -> Planned {
        let objective = lens.book.text(plan.objective);
        let owned = |sym| lens.book.text_of(sym).map(str::to_owned);
        let milestone = lens.book.text_of(plan.milestone);
        Planned {
            call: lens.book.text(call.id).to_owned(),
            on: lens.settings.day_of(plan.at),
            objective: without_day(objective).to_owned(),
            by: by_when(objective),
            milestone: milestone.map(|raw| lens.called(raw).to_owned()),
            fallback: owned(plan.fallback),
        }
    }
}

/// A deal's calls that wait for a log, the soonest first.
#[must_use]
pub fn planned(deal: &Deal, lens: &Lens) -> Vec<Planned> {
    let open = deal.calls.iter().filter(|call| call.held.is_none());
    let mut open: Vec<_> = open
        .filter_map(|call| {
            Some((call.plan.as_ref()?.at, Planned::new(call, call.plan.as_ref()?, lens)))
        })
        .collect();
    open.sort_by_key(|(at, _)| *at);
    open.into_iter().map(|(_, planned)| planned).collect()
}

/// The planned call that a log without a name speaks of: the latest whose day has come, else the
/// soonest.
#[must_use]
pub fn waiting(planned: &[Planned], today: Day) -> Option<&Planned> {
    planned.iter().rfind(|call| call.on <= today).or(planned.first())
}
