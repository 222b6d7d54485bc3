//! What the cells of a file show before its first row is used: how its dates and numbers are written,
//! whether its rows go back in time, and what its own columns say that stages mean.
//!
//! It ends as soon as further rows can tell nothing new.

use std::collections::{BTreeSet, HashMap};

use crate::import::Options;
use crate::import::dates::{DateOrder, DateStudy, DateStyle};
use crate::import::mapping::{Field, Shape};
use crate::import::numbers::NumberStudy;
use crate::import::outcome::{End, end_by_flags, flag};
use crate::import::plan::Plan;
use crate::import::table::Row;

/// Rows looked at when nothing but their order is in doubt.
const ENOUGH: u64 = 10_000;

/// Pairs of rows that show their order.
const PAIRS: usize = 1000;

/// What the cells of a file show.
pub(super) struct Study {
    pub(super) dates: Vec<(Field, usize, DateStudy)>,
    pub(super) steps: Vec<DateStudy>,
    pub(super) amounts: NumberStudy,
    rows: u64,
    pub(super) order: Order,
    pub(super) ends: HashMap<String, Option<End>>,
    pub(super) currencies: HashMap<String, String>,
    pub(super) starts: BTreeSet<String>,
}

/// The times of rows of one deal that follow one another.
#[derive(Default)]
pub(super) struct Order {
    deal: String,
    at: String,
    pairs: Vec<(String, String)>,
}

impl Study {
    pub(super) fn of(plan: &Plan) -> Study {
        let dates = Field::ALL.iter().filter(|f| f.is_date());
        let mut dates: Vec<_> = dates
            .filter_map(|f| Some((*f, plan.found.column(*f)?, DateStudy::default())))
            .collect();
        if plan.shape() == Shape::Changes
            && let Some(value) = plan.found.column(Field::Value)
        {
            dates.retain(|(field, _, _)| *field != Field::CloseDate);
            dates.push((Field::CloseDate, value, DateStudy::default()));
        }
        Study {
            dates,
            steps: vec![DateStudy::default(); plan.found.steps.len()],
            amounts: NumberStudy::default(),
            rows: 0,
            order: Order::default(),
            ends: HashMap::new(),
            currencies: HashMap::new(),
            starts: BTreeSet::new(),
        }
    }

    pub(super) fn feed(&mut self, row: &Row, plan: &Plan) {
        self.rows += 1;
        let cell = |field| plan.found.column(field).map(|column| row.get(column));
        let property = if plan.shape() == Shape::Changes { plan.property(row) } else { None };
        for (field, column, study) in &mut self.dates {
            let of_other = plan.shape() == Shape::Changes && *field == Field::CloseDate;
            if (!of_other || property == Some(Field::CloseDate)) && !study.settled() {
                study.feed(row.get(*column));
            }
        }
        for (step, study) in plan.found.steps.iter().zip(&mut self.steps) {
            study.feed(row.get(step.column));
        }
        match (property, cell(Field::Amount)) {
            (Some(Field::Amount), _) => self.amounts.feed(cell(Field::Value).unwrap_or("")),
            (None, Some(amount)) => self.amounts.feed(amount),
            (Some(Field::Currency), _) => {
                if let (Some(deal), Some(code)) = (cell(Field::Deal), cell(Field::Value)) {
                    self.currencies.insert(deal.trim().to_owned(), code.trim().to_owned());
                }
            }
            _ => {}
        }
        if let (Some(deal), Some(at)) = (cell(Field::Deal), cell(Field::At)) {
            self.order.feed(deal, at);
        }
        if plan.shape() == Shape::Deals
            && let (Some(deal), Some(code)) = (cell(Field::Deal), cell(Field::Currency))
        {
            self.currencies.insert(deal.trim().to_owned(), code.trim().to_owned());
        }
        if let (Some(start), None) = (cell(Field::From), plan.found.column(Field::To)) {
            self.starts.insert(start.trim().to_owned());
        }
        if let (Some(stage), Some(end)) = (cell(Field::Stage), self.end_of(&cell)) {
            let stage = stage.trim();
            if !stage.is_empty() && !self.ends.contains_key(stage) {
                self.ends.insert(stage.to_owned(), end);
            }
        }
    }

    /// What the row's own columns say that its stage means.
    fn end_of<'r>(&self, cell: &impl Fn(Field) -> Option<&'r str>) -> Option<Option<End>> {
        end_by_flags(cell(Field::Won).and_then(flag), cell(Field::Closed).and_then(flag))
    }

    /// The order of day and month that the columns show, if they agree.
    pub(super) fn order_shown(&self) -> Option<DateOrder> {
        let studies = self.dates.iter().map(|(_, _, study)| study).chain(&self.steps);
        let orders = studies.filter_map(|study| study.end(None).ok()?.order());
        let mut orders: Vec<_> = orders.collect();
        orders.dedup();
        if let [order] = orders.as_slice() { Some(*order) } else { None }
    }

    /// Whether further rows can tell nothing new.
    pub(super) fn is_settled(&self, plan: &Plan, options: &Options) -> bool {
        let whole =
            plan.found.has(Field::Won) || plan.found.has(Field::Closed) || !self.steps.is_empty();
        let amounts = !plan.found.has(Field::Amount)
            || options.decimal.is_some()
            || self.amounts.is_settled();
        let known = |(_, _, study): &(Field, usize, DateStudy)| study.settled();
        let sought = match plan.shape() {
            Shape::Changes | Shape::Quotas | Shape::Spend => false,
            Shape::Stages | Shape::Events => self.rows >= ENOUGH || self.order.pairs.len() >= PAIRS,
            _ => true,
        };
        !whole && amounts && sought && self.dates.iter().all(known)
    }
}

impl Order {
    fn feed(&mut self, deal: &str, at: &str) {
        if self.deal == deal && self.at != at && self.pairs.len() < PAIRS {
            self.pairs.push((self.at.clone(), at.to_owned()));
        }
        deal.clone_into(&mut self.deal);
        at.clone_into(&mut self.at);
    }

    /// Whether most get older.
    pub(super) fn is_newest_first(&self, style: DateStyle) -> bool {
        let zone = jiff::tz::TimeZone::UTC;
        let read = |cell: &String| style.read(cell, &zone).map(|date| date.moment);
        let pairs = self.pairs.iter().filter_map(|(before, after)| read(before).zip(read(after)));
        let (older, newer): (Vec<_>, Vec<_>) =
            pairs.filter(|(a, b)| a != b).partition(|(before, after)| after < before);
        older.len() > newer.len()
    }
}

/// The months between starts of periods: the least gap, of a month, a quarter or a year.
pub(super) fn period(starts: &BTreeSet<String>, style: DateStyle) -> i32 {
    let month = |start: &String| {
        let day = style.read(start, &jiff::tz::TimeZone::UTC)?.moment.day().civil();
        Some(i32::from(day.year()) * 12 + i32::from(day.month()))
    };
    let months: BTreeSet<i32> = starts.iter().filter_map(month).collect();
    let gaps = months.iter().zip(months.iter().skip(1)).map(|(a, b)| b - a);
    match gaps.min() {
        Some(12..) => 12,
        Some(3..) => 3,
        _ => 1,
    }
}
