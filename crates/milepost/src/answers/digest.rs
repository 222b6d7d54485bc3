//! The digest: one person's Monday, or the whole force's, short enough for a mail. Calls that nobody logged,
//! days that have passed, days agreed for this week, and the stalled deals whose next step moves most.

use ledger::time::Day;
use serde::Serialize;

use super::calendar::{Calendar, Date};
use super::call::Unlogged;
use super::filter::Filter;
use super::next::{Next, NextAnswer, NextDeal, Urgency};
use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;

/// So many stalled deals are named.
const STALLED: usize = 5;

/// The week ahead, in days.
const WEEK: i32 = 7;

/// What does this week ask for?
#[derive(Clone, Debug, Default)]
pub struct Digest {
    /// Of which deals.
    pub filter: Filter,
}

/// The week, as far as it is known.
#[derive(Clone, Debug, Serialize)]
pub struct DigestAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The last day that counts as this week.
    pub until: Day,
    /// The currency of every amount.
    pub currency: String,
    /// Calls whose day has passed and of which nobody has said how they ended.
    pub unlogged: Vec<Unlogged>,
    /// Deals whose customer has let an agreed day pass, the one that moves most revenue first.
    pub overdue: Vec<NextDeal>,
    /// Agreed days and planned calls from today on.
    pub week: Vec<Date>,
    /// Stalled deals: those whose next step moves most revenue.
    pub stalled: Vec<NextDeal>,
    /// How many are stalled, overdue ones aside.
    pub stalled_in_all: usize,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

impl Question for Digest {
    type Answer = DigestAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<DigestAnswer, Refusal> {
        let filter = || self.filter.clone();
        let next = Next { filter: filter(), ..Next::default() }.ask(lens)?;
        let calendar = Calendar { filter: filter() }.ask(lens)?;
        let today = lens.as_of.day;
        let until = today.plus(WEEK - 1);
        let week = calendar.dates.into_iter().filter(|date| (today..=until).contains(&date.on));
        let NextAnswer { as_of, currency, unlogged, deals, notes, .. } = next;
        let (overdue, others): (Vec<_>, Vec<_>) =
            deals.into_iter().partition(|deal| deal.urgency == Urgency::Overdue);
        let stalled = others.into_iter().filter(|deal| deal.urgency == Urgency::Stalled);
        let stalled: Vec<NextDeal> = stalled.collect();
        let stalled_in_all = stalled.len();
        Ok(DigestAnswer {
            as_of,
            until,
            currency,
            unlogged,
            overdue,
            week: week.collect(),
            stalled: stalled.into_iter().take(STALLED).collect(),
            stalled_in_all,
            notes,
        })
    }
}

impl Answer for DigestAnswer {
    fn sentence(&self) -> String {
        t!(
            "answers-digest-all",
            calls = self.unlogged.len(),
            overdue = self.overdue.len(),
            dates = self.week.len(),
            until = self.until,
            stalled = self.stalled_in_all,
        )
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let call = |call: &Unlogged| {
            row(
                ("Log", t!("answers-digest-log")),
                &call.deal,
                &call.account,
                &call.owner,
                Some(call.call.on),
                &call.call.objective,
            )
        };
        let date = |date: &Date| {
            row(
                ("This week", t!("page-week")),
                &date.deal,
                &date.account,
                &date.owner,
                Some(date.on),
                &date.detail,
            )
        };
        let deal = |why: (&'static str, &'static str)| {
            move |deal: &NextDeal| {
                let due = deal.commitment.as_ref().map(|promise| promise.due);
                row(
                    why,
                    &deal.id,
                    &deal.account,
                    &deal.owner,
                    due,
                    &format!("{} {}", deal.because, deal.objective),
                )
            }
        };
        let rows = self.unlogged.iter().map(call);
        let rows = rows.chain(self.overdue.iter().map(deal(("Overdue", t!("pages-overdue")))));
        let rows = rows.chain(self.week.iter().map(date));
        let rows = rows.chain(self.stalled.iter().map(deal(("Stalled", t!("pages-next-stalled")))));
        vec![Table {
            title: t!("page-week").into(),
            columns: vec!["why", "deal", "account", "owner", "day", "what"],
            rows: rows.collect(),
        }]
    }
}

fn row(
    (why, said): (&str, &str),
    deal: &str,
    account: &Option<String>,
    owner: &Option<String>,
    day: Option<Day>,
    what: &str,
) -> Vec<Cell> {
    vec![
        Cell::word(why, said),
        Cell::Deal(deal.into()),
        Cell::text(account.as_deref()),
        Cell::text(owner.as_deref()),
        day.map_or(Cell::Empty, Cell::Day),
        Cell::Text(what.into()),
    ]
}
