//! What there is to log for a deal: the planned call that waits, and what can be gained.

use ledger::deal::Deal;
use serde::Serialize;

use super::super::table::{Cell, Table};
use super::super::{Answer, AsOf, Lens, Question, Refusal};
use super::{Planned, planned, waiting};
use crate::texts::t;

/// What is there to log for this deal?
#[derive(Clone, Debug, Default)]
pub struct LogCall {
    /// Its id.
    pub id: String,
}

/// The sheet on which a call is logged.
#[derive(Clone, Debug, Serialize)]
pub struct CallSheet {
    /// The moment.
    pub as_of: AsOf,
    /// The deal.
    pub deal: String,
    /// What it or its customer is called.
    pub account: Option<String>,
    /// The planned call that waits; none if it will be logged without an objective.
    pub call: Option<Planned>,
    /// All planned calls without a log.
    pub planned: Vec<Planned>,
    /// The milestone that comes next.
    pub next: Option<String>,
    /// The process's milestones that the deal has not reached.
    pub milestones: Vec<String>,
}

/// An open deal, or why no call can be planned or logged.
pub(super) fn open_deal<'a>(id: &str, lens: &Lens<'a>) -> Result<&'a Deal, Refusal> {
    let id = id.trim();
    let unknown = || Refusal(t!("answers-deal-not-there", deal = id));
    let deal = lens.book.deal(id).ok_or_else(unknown)?;
    if deal.is_open() {
        return Ok(deal);
    }
    Err(Refusal(t!("answers-deal-closed", deal = id)))
}

impl Question for LogCall {
    type Answer = CallSheet;

    fn about(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn ask(&self, lens: &Lens) -> Result<CallSheet, Refusal> {
        let deal = open_deal(&self.id, lens)?;
        let planned = planned(deal, lens);
        let path = lens.reader().read(deal);
        let named = path.reached.iter().zip(&lens.process.milestones);
        let open = named.filter(|(reached, _)| reached.is_none());
        Ok(CallSheet {
            as_of: lens.as_of,
            deal: lens.book.text(deal.id).to_owned(),
            account: lens.account(deal).or(lens.book.text_of(deal.known.name)).map(str::to_owned),
            call: waiting(&planned, lens.as_of.day).cloned(),
            planned,
            next: path.next().map(|place| lens.process.milestones[place].name.clone()),
            milestones: open.map(|(_, milestone)| milestone.name.clone()).collect(),
        })
    }
}

impl Answer for CallSheet {
    fn sentence(&self) -> String {
        match &self.call {
            None => t!("answers-deal-sheet-none", deal = self.deal),
            Some(Planned { on, objective, by, .. }) => match by {
                None => t!("answers-deal-sheet", on = on, objective = objective),
                Some(by) => t!("answers-deal-sheet-by", on = on, objective = objective, by = by),
            },
        }
    }

    fn tables(&self) -> Vec<Table> {
        let row = |call: &Planned| {
            vec![
                Cell::Text(call.call.clone()),
                Cell::Day(call.on),
                Cell::text(call.milestone.as_deref()),
                Cell::Text(call.objective.clone()),
                call.by.map_or(Cell::Empty, Cell::Day),
                Cell::text(call.fallback.as_deref()),
            ]
        };
        vec![Table {
            title: t!("answers-deal-sheet-title").into(),
            columns: vec!["call", "on", "milestone", "objective", "by", "fallback"],
            rows: self.planned.iter().map(row).collect(),
        }]
    }
}
