//! Next: what must happen next, deal by deal, what needs a person most coming first.
//!
//! The order: deals whose customer has let an agreed date pass; then the other stalled deals; then
//! deals whose customer has agreed to a step within a week, the soonest first; then the rest.
//! Within the first two and the last, the deal comes first whose next milestone moves most revenue: its
//! amount times what that milestone adds to the chance of a sale. Without enough sales to know that, the
//! largest amount; unknown amounts last.

mod chances;

use std::cmp::Ordering;
use std::ops::Range;

use ledger::deal::Deal;
use serde::Serialize;

use super::among::Among;
use super::call::{Planned, Unlogged, planned, table, unlogged, waiting};
use super::filter::Filter;
use super::purse::Purse;
use super::standing::{Promise, Stall, Standing, standings};
use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;
use chances::Chances;

/// A step that is due within so many days is due soon.
const SOON: i32 = 7;

/// What must happen next?
#[derive(Clone, Debug, Default)]
pub struct Next {
    /// Which deals.
    pub filter: Filter,
    /// Which of them, by where they stand.
    pub among: Among,
    /// How many deals at most, the most urgent ones; all of them if it is absent.
    pub limit: Option<usize>,
    /// Only deals whose next milestone concerns this department.
    pub department: Option<String>,
    /// Only deals of customers that have this in their name.
    pub search: Option<String>,
    /// What comes first.
    pub order: Order,
}

/// What comes first in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What needs a person most.
    #[default]
    Need,
    /// What is furthest on its way, then the largest.
    Place,
}

/// Open deals, what needs a person most first.
#[derive(Clone, Debug, Serialize)]
pub struct NextAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The currency of every amount.
    pub currency: String,
    /// The process the deals are read under.
    pub process: String,
    /// Nobody has published a process yet: this one was read off the data.
    pub provisional: bool,
    /// How many open deals there are; `deals` may be fewer if a limit was asked for.
    pub open: usize,
    /// How many of them are stalled, overdue ones among them.
    pub stalled: usize,
    /// How many of them have a commitment whose day has passed.
    pub overdue: usize,
    /// How many have agreed to a step within a week.
    pub due_soon: usize,
    /// Calls whose day has passed and of which nobody has said how they ended.
    pub unlogged: Vec<Unlogged>,
    /// The deals.
    pub deals: Vec<NextDeal>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// What must happen next in a deal.
#[derive(Clone, Debug, Serialize)]
pub struct NextDeal {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Option<String>,
    /// Its customer.
    pub account: Option<String>,
    /// Its salesperson.
    pub owner: Option<String>,
    /// What it is worth.
    pub amount: Option<f64>,
    /// The furthest milestone reached.
    pub last: Option<String>,
    /// The milestone after that; none where only the order is missing.
    pub next: Option<String>,
    /// What to ask the customer for.
    pub objective: String,
    /// Which departments the next milestone concerns.
    pub departments: Vec<String>,
    /// What the next milestone would add to the expected revenue: the amount times what it adds to the
    /// chance of a sale; absent where too few deals are closed, or no amount is known.
    pub gain: Option<f64>,
    /// What the customer agreed to.
    pub commitment: Option<Promise>,
    /// The call that is planned, if one is.
    pub call: Option<Planned>,
    /// Whole days since anything happened.
    pub quiet_days: i64,
    /// Whole days at the last milestone.
    pub days_here: i64,
    /// Whether it is stalled.
    pub stalled: bool,
    /// Why it stands where it stands.
    pub because: String,
    /// What puts it into its place in the list.
    pub urgency: Urgency,
    /// For each milestone of the process, whether it was reached.
    pub path: Vec<bool>,
    /// Those of its own process, where several are read together.
    #[serde(skip)]
    pub own: Range<usize>,
}

/// What puts a deal into its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// An agreed date has passed.
    Overdue,
    /// It is stalled for another reason.
    Stalled,
    /// An agreed step is due within a week.
    DueSoon,
    /// None of these.
    Later,
}

impl Question for Next {
    type Answer = NextAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<NextAnswer, Refusal> {
        if let Some(wanted) = &self.department {
            known_department(lens, wanted)?;
        }
        let purse = Purse::new(lens)?;
        let mut open = standings((&self.filter, &self.among), lens, &purse)?;
        let concerned = |standing: &Standing| {
            self.department.as_deref().is_none_or(|wanted| concerns(standing, lens, wanted))
        };
        open.retain(concerned);
        if let Some(search) = self.search.as_deref().filter(|text| !text.trim().is_empty()) {
            let wanted = search.trim().to_lowercase();
            open.retain(|standing| customer(standing.deal, lens).to_lowercase().contains(&wanted));
        }
        let chances = Chances::of(lens);
        let rank = |standing| Ranked {
            urgency: urgency(standing, lens),
            gain: chances.gain(standing),
            standing,
        };
        let mut ranked: Vec<Ranked> = open.iter().map(rank).collect();
        let count = |urgency| ranked.iter().filter(|r: &&Ranked| r.urgency == urgency).count();
        let (overdue, due_soon) = (count(Urgency::Overdue), count(Urgency::DueSoon));
        let shown = self.first(&mut ranked, lens);
        let mut notes = lens.notes();
        notes.extend(self.filter.notes(lens));
        let mut unlogged = unlogged(&self.filter, lens);
        if self.department.is_some() || self.among != Among::default() {
            let listed = |id: &str| open.iter().any(|s| lens.book.text(s.deal.id) == id);
            unlogged.retain(|call| listed(&call.deal));
        }
        Ok(NextAnswer {
            as_of: lens.as_of,
            currency: purse.currency.to_string(),
            process: lens.process.name.clone(),
            provisional: lens.process.provisional,
            open: open.len(),
            stalled: open.iter().filter(|s| s.stalled.is_some()).count(),
            overdue,
            due_soon,
            unlogged,
            deals: shown.iter().map(|ranked| NextDeal::new(ranked, lens)).collect(),
            notes,
        })
    }
}

fn urgency(standing: &Standing, lens: &Lens) -> Urgency {
    let soon = |due: ledger::time::Day| due <= lens.as_of.day.plus(SOON);
    match (standing.stalled, standing.commitment) {
        (Some(Stall::Overdue), _) => Urgency::Overdue,
        (Some(_), _) => Urgency::Stalled,
        (None, Some(commitment)) if soon(commitment.due) => Urgency::DueSoon,
        _ => Urgency::Later,
    }
}

/// A deal with what puts it into its place.
struct Ranked<'a, 'b> {
    urgency: Urgency,
    gain: Option<f64>,
    standing: &'b Standing<'a>,
}

impl Next {
    /// So many that come first, in order: the others need no order among themselves.
    fn first<'r, 'a, 'b>(
        &self,
        ranked: &'r mut [Ranked<'a, 'b>],
        lens: &Lens,
    ) -> &'r [Ranked<'a, 'b>] {
        let order = |a: &Ranked, b: &Ranked| match self.order {
            Order::Need => order(a, b, lens),
            Order::Place => further(a, b).then_with(|| order(a, b, lens)),
        };
        let shown = self.limit.unwrap_or(usize::MAX).min(ranked.len());
        if shown < ranked.len() {
            ranked.select_nth_unstable_by(shown, order);
        }
        ranked[..shown].sort_by(order);
        &ranked[..shown]
    }
}

fn further(a: &Ranked, b: &Ranked) -> Ordering {
    let worth = |ranked: &Ranked| ranked.standing.amount.unwrap_or(f64::NEG_INFINITY);
    let far = |ranked: &Ranked| ranked.standing.path.current;
    far(b).cmp(&far(a)).then_with(|| worth(b).total_cmp(&worth(a)))
}

/// Whom a deal is with: its customer, else its name, else its id.
pub(super) fn customer<'a>(deal: &Deal, lens: &'a Lens) -> &'a str {
    let named = lens.account(deal).or(lens.book.text_of(deal.known.name));
    named.unwrap_or(lens.book.text(deal.id))
}

fn order(a: &Ranked, b: &Ranked, lens: &Lens) -> Ordering {
    let due = |ranked: &Ranked| {
        ranked.standing.commitment.filter(|_| ranked.urgency == Urgency::DueSoon).map(|c| c.due)
    };
    let moves = |ranked: &Ranked| ranked.gain.unwrap_or(f64::NEG_INFINITY);
    let worth = |ranked: &Ranked| ranked.standing.amount.unwrap_or(f64::NEG_INFINITY);
    let id = |ranked: &Ranked| lens.book.text(ranked.standing.deal.id);
    (a.urgency.cmp(&b.urgency))
        .then_with(|| due(a).cmp(&due(b)))
        .then_with(|| moves(b).total_cmp(&moves(a)))
        .then_with(|| worth(b).total_cmp(&worth(a)))
        .then_with(|| id(a).cmp(id(b)))
}

/// Refuses a department that no milestone names.
fn known_department(lens: &Lens, wanted: &str) -> Result<(), Refusal> {
    let mut all: Vec<&str> =
        lens.process.milestones.iter().flat_map(|m| &m.departments).map(String::as_str).collect();
    all.sort_unstable();
    all.dedup();
    if all.iter().any(|name| name.to_lowercase() == wanted.trim().to_lowercase()) {
        return Ok(());
    }
    Err(Refusal(if all.is_empty() {
        t!("answers-next-no-departments", wanted = wanted)
    } else {
        t!("answers-next-departments", wanted = wanted, names = all.join(", "))
    }))
}

/// Whether a deal's next milestone concerns a department.
fn concerns(standing: &Standing, lens: &Lens, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    let next = standing.path.next().map(|place| &lens.process.milestones[place]);
    next.is_some_and(|next| next.departments.iter().any(|d| d.to_lowercase() == wanted))
}

impl NextAnswer {
    /// How many open deals are there for a reason, shown or not.
    #[must_use]
    pub fn of(&self, urgency: Urgency) -> usize {
        match urgency {
            Urgency::Overdue => self.overdue,
            Urgency::Stalled => self.stalled - self.overdue,
            Urgency::DueSoon => self.due_soon,
            Urgency::Later => self.open - self.stalled - self.due_soon,
        }
    }
}

impl NextDeal {
    fn new(ranked: &Ranked, lens: &Lens) -> NextDeal {
        let Ranked { urgency, gain, standing } = *ranked;
        let (deal, path) = (standing.deal, &standing.path);
        let next = path.next().map(|place| &lens.process.milestones[place]);
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let name = |place: usize| lens.process.milestones[place].name.clone();
        NextDeal {
            id: lens.book.text(deal.id).to_owned(),
            name: owned(lens.book.text_of(deal.known.name)),
            account: owned(lens.account(deal)),
            owner: owned(lens.owner(deal)),
            amount: standing.amount,
            last: path.current.map(name),
            next: next.map(|milestone| milestone.name.clone()),
            departments: next.map_or(Vec::new(), |milestone| milestone.departments.clone()),
            gain,
            objective: lens.objective(path),
            commitment: standing.promise(lens),
            call: waiting(&planned(deal, lens), lens.as_of.day).cloned(),
            quiet_days: standing.quiet_days,
            days_here: standing.days_here,
            stalled: standing.stalled.is_some(),
            because: standing.because(lens),
            urgency,
            path: path.reached.iter().map(Option::is_some).collect(),
            own: path.own.clone(),
        }
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Deal(self.id.clone()),
            Cell::text(self.account.as_deref().or(self.name.as_deref())),
            Cell::text(self.owner.as_deref()),
            Cell::money(self.amount),
            Cell::Path(self.path[self.own.clone()].to_vec()),
            Cell::text(self.last.as_deref()),
            Cell::text(self.next.as_deref()),
            Cell::Text(self.objective.clone()),
            self.commitment.as_ref().map_or(Cell::Empty, |c| Cell::Day(c.due)),
            Cell::Days(self.quiet_days as f64),
            Cell::Flag(self.stalled),
            Cell::Text(self.because.clone()),
        ]
    }
}

impl Answer for NextAnswer {
    fn sentence(&self) -> String {
        if self.open == 0 {
            return t!("status-none").into();
        }
        let (stalled, overdue) = (self.stalled, self.overdue);
        let all = t!("answers-next-all", n = self.open, stalled = stalled, overdue = overdue);
        match self.deals.first() {
            None => all,
            Some(deal) => {
                let first = t!("answers-next-first", deal = deal.id, because = deal.because);
                format!("{all} {first}")
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let next = Table {
            title: t!("answers-next-title").into(),
            columns: vec![
                "id",
                "account",
                "owner",
                "amount",
                "path",
                "last",
                "next",
                "objective",
                "due",
                "quiet_days",
                "stalled",
                "because",
            ],
            rows: self.deals.iter().map(NextDeal::cells).collect(),
        };
        [Some(next), table(&self.unlogged, self.as_of.day)].into_iter().flatten().collect()
    }
}
