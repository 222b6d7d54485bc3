//! Calls whose day has passed and of which nobody has said how they ended. Where a later call was held
//! on the deal, or too much time has passed, nobody is asked any more.

use ledger::deal::Deal;
use ledger::time::Day;
use serde::Serialize;

use super::super::Lens;
use super::super::filter::Filter;
use super::super::table::{Cell, Table};
use super::{Planned, planned};
use crate::texts::t;

/// After so many days nobody remembers.
const REMEMBERED: i32 = 30;

/// A planned call without an outcome.
#[derive(Clone, Debug, Serialize)]
pub struct Unlogged {
    /// The deal.
    pub deal: String,
    /// What it or its customer is called.
    pub account: Option<String>,
    /// Its salesperson.
    pub owner: Option<String>,
    /// The call as planned.
    #[serde(flatten)]
    pub call: Planned,
}

/// The calls to ask about, the latest first.
#[must_use]
pub fn unlogged(filter: &Filter, lens: &Lens) -> Vec<Unlogged> {
    let open = lens.book.open_deals().filter(|deal| {
        deal.calls.iter().any(|call| call.held.is_none()) && filter.takes(deal, lens)
    });
    let mut found: Vec<Unlogged> = open.filter_map(|deal| of(deal, lens)).collect();
    found.sort_by(|a, b| b.call.on.cmp(&a.call.on).then_with(|| a.deal.cmp(&b.deal)));
    found
}

/// The latest one of a deal.
fn of(deal: &Deal, lens: &Lens) -> Option<Unlogged> {
    let today = lens.as_of.day;
    let past = |on: Day| on < today && on >= today.plus(-REMEMBERED);
    let call = planned(deal, lens).into_iter().rfind(|call| past(call.on))?;
    let later = |at| lens.settings.day_of(at) >= call.on;
    if deal.calls.iter().filter_map(|c| c.held.as_ref()).any(|held| later(held.at)) {
        return None;
    }
    Some(Unlogged {
        deal: lens.book.text(deal.id).to_owned(),
        account: lens.account(deal).or(lens.book.text_of(deal.known.name)).map(str::to_owned),
        owner: lens.owner(deal).map(str::to_owned),
        call,
    })
}

/// What the list is called.
#[must_use]
pub fn title(calls: &[Unlogged], today: Day) -> &'static str {
    if calls.iter().all(|unlogged| unlogged.call.on == today.plus(-1)) {
        t!("answers-deal-unlogged-yesterday")
    } else {
        t!("answers-deal-unlogged")
    }
}

/// The list as a table; none where everything is logged.
#[must_use]
pub fn table(calls: &[Unlogged], today: Day) -> Option<Table> {
    let row = |unlogged: &Unlogged| {
        vec![
            Cell::Deal(unlogged.deal.clone()),
            Cell::text(unlogged.account.as_deref()),
            Cell::text(unlogged.owner.as_deref()),
            Cell::Day(unlogged.call.on),
            Cell::Text(unlogged.call.objective.clone()),
            Cell::Text(unlogged.call.call.clone()),
        ]
    };
    (!calls.is_empty()).then(|| Table {
        title: title(calls, today).into(),
        columns: vec!["id", "account", "owner", "planned_for", "objective", "call"],
        rows: calls.iter().map(row).collect(),
    })
}
