//! The calendar: the days that customers agreed to and the calls that are planned, for a calendar program.

use ledger::commitment::Commitment;
use ledger::deal::Deal;
use ledger::time::{Day, Moment};
use serde::Serialize;

use super::call::{Planned, planned};
use super::filter::Filter;
use super::next::customer;
use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;

/// Which days are agreed, and which calls are planned?
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Of which deals.
    pub filter: Filter,
}

/// Agreed days and planned calls of open deals, the earliest first.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// That moment, in milliseconds since 1970 (UTC): a calendar's stamp.
    #[serde(skip)]
    pub stamp: Moment,
    /// What to do on which day.
    pub dates: Vec<Date>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// Something that is to happen on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Date {
    /// Stays the same when the day is moved, so that a calendar moves it too.
    pub uid: String,
    /// The day.
    pub on: Day,
    /// What it is.
    pub kind: Kind,
    /// What happens, in a few words.
    pub what: String,
    /// What to ask the customer for, or what else helps on that day.
    pub detail: String,
    /// The deal.
    pub deal: String,
    /// Its customer.
    pub account: Option<String>,
    /// Its salesperson.
    pub owner: Option<String>,
    /// The day has passed and it is not done.
    pub overdue: bool,
}

/// What a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A call is planned.
    Call,
    /// The customer agreed to a step by this day.
    Commitment,
}

impl Question for Calendar {
    type Answer = CalendarAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<CalendarAnswer, Refusal> {
        let deals = lens.book.open_deals().filter(|deal| self.filter.takes(deal, lens));
        let mut dates: Vec<Date> = deals.flat_map(|deal| of(deal, lens)).collect();
        dates.sort_by(|a, b| (a.on, a.kind, &a.deal, &a.uid).cmp(&(b.on, b.kind, &b.deal, &b.uid)));
        let mut notes = lens.notes();
        notes.extend(self.filter.notes(lens));
        Ok(CalendarAnswer { as_of: lens.as_of, stamp: lens.as_of.moment, dates, notes })
    }
}

fn of(deal: &Deal, lens: &Lens) -> Vec<Date> {
    let agreed = deal.commitments.iter().filter(|c| c.is_open()).map(|c| step(deal, c, lens));
    let calls = planned(deal, lens).into_iter().map(|call| call_on(deal, call, lens));
    agreed.chain(calls).collect()
}

fn step(deal: &Deal, commitment: &Commitment, lens: &Lens) -> Date {
    let milestone = lens.called(lens.book.text(commitment.milestone));
    let day = commitment.due;
    Date {
        what: format!("{}: {milestone}", customer(deal, lens)),
        detail: match lens.book.text_of(commitment.by) {
            Some(who) => {
                t!("answers-calendar-agreed-who", milestone = milestone, day = day, who = who)
            }
            None => t!("answers-calendar-agreed", milestone = milestone, day = day),
        },
        overdue: commitment.is_overdue(lens.as_of.day),
        ..date(deal, lens.book.text(commitment.id), day, Kind::Commitment, lens)
    }
}

fn call_on(deal: &Deal, call: Planned, lens: &Lens) -> Date {
    let objective = match call.by {
        Some(by) => t!("answers-calendar-objective-by", objective = call.objective, by = by),
        None => t!("answers-calendar-objective", objective = call.objective),
    };
    let fallback = call.fallback.map(|text| t!("answers-calendar-if-not", fallback = text));
    Date {
        what: t!("answers-calendar-call", customer = customer(deal, lens)),
        detail: [Some(objective), fallback].into_iter().flatten().collect::<Vec<_>>().join(" "),
        overdue: call.on < lens.as_of.day,
        ..date(deal, &call.call, call.on, Kind::Call, lens)
    }
}

fn date(deal: &Deal, id: &str, on: Day, kind: Kind, lens: &Lens) -> Date {
    Date {
        uid: id.to_owned(),
        on,
        kind,
        what: String::new(),
        detail: String::new(),
        deal: lens.book.text(deal.id).to_owned(),
        account: lens.account(deal).map(str::to_owned),
        owner: lens.owner(deal).map(str::to_owned),
        overdue: false,
    }
}

impl Answer for CalendarAnswer {
    fn sentence(&self) -> String {
        let of = |kind| self.dates.iter().filter(|date| date.kind == kind).count();
        let (agreed, calls) = (of(Kind::Commitment), of(Kind::Call));
        let overdue = self.dates.iter().filter(|date| date.overdue).count();
        match (agreed, calls) {
            (0, 0) => t!("answers-calendar-none").into(),
            _ => t!("answers-calendar-all", agreed = agreed, calls = calls, overdue = overdue),
        }
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let row = |date: &Date| {
            vec![
                Cell::Day(date.on),
                Cell::Text(date.what.clone()),
                Cell::Text(date.detail.clone()),
                Cell::Deal(date.deal.clone()),
                Cell::text(date.owner.as_deref()),
                Cell::Flag(date.overdue),
            ]
        };
        vec![Table {
            title: t!("answers-calendar-dates").into(),
            columns: vec!["on", "what", "detail", "deal", "owner", "overdue"],
            rows: self.dates.iter().map(row).collect(),
        }]
    }
}
