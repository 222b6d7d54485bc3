//! The cells of one row, read as what their columns mean.
//!
//! A cell that cannot be read is a fault: of the row where the row needs it, else of the cell alone,
//! and the row is used without it.

use std::ops::Deref;

use ledger::event::Values;
use ledger::money::{Currency, Money};
use ledger::problem::Kind;
use ledger::time::{Day, Moment};

use crate::import::lookups::Lookups;
use crate::import::mapping::Field;
use crate::import::notes::{Fault, Notes, Tally};
use crate::import::outcome::{End, end_by_flags, flag};
use crate::import::plan::Plan;
use crate::import::table::Row;
use crate::texts::t;

/// A row with its columns.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    pub(super) plan: &'r Plan,
    pub(super) row: &'r Row,
}

/// A row with its meaning.
#[derive(Clone, Copy)]
pub(super) struct Cells<'r> {
    pub(super) line: Line<'r>,
    pub(super) look: &'r Lookups,
    /// For a deal without an id: its account and name.
    pub(super) composed: &'r str,
}

impl<'r> Deref for Cells<'r> {
    type Target = Line<'r>;

    fn deref(&self) -> &Line<'r> {
        &self.line
    }
}

impl<'r> Line<'r> {
    /// A cell with something in it.
    pub(super) fn text(&self, field: Field) -> Option<&'r str> {
        let cell = self.row.get(self.plan.found.column(field)?).trim();
        let empty = &self.plan.found.empty;
        (!cell.is_empty() && !empty.iter().any(|e| e == cell)).then_some(cell)
    }

    pub(super) fn flag(&self, field: Field) -> Option<bool> {
        self.text(field).and_then(flag)
    }

    /// Whether the source system had deleted the record.
    pub(super) fn is_deleted(&self) -> bool {
        self.flag(Field::Deleted) == Some(true)
    }
}

impl<'r> Cells<'r> {
    pub(super) fn deal(&self) -> Result<&'r str, Fault> {
        let composed = Some(self.composed).filter(|c| !c.is_empty());
        self.text(Field::Deal).or(composed).ok_or_else(|| (Kind::NoDeal, String::new()))
    }

    pub(super) fn moment(&self, field: Field) -> Result<Option<Moment>, Fault> {
        let Some(cell) = self.text(field) else { return Ok(None) };
        let read = self.plan.dates[field as usize].read(cell, &self.look.zone);
        read.map(|date| Some(date.moment)).ok_or_else(|| self.bad(Kind::BadDate, cell, field))
    }

    /// The first of some fields that has a moment.
    pub(super) fn any_moment(&self, fields: &[Field]) -> Result<Option<Moment>, Fault> {
        for field in fields {
            if let Some(moment) = self.moment(*field)? {
                return Ok(Some(moment));
            }
        }
        Ok(None)
    }

    pub(super) fn when(&self, fields: &[Field]) -> Result<Moment, Fault> {
        self.any_moment(fields)?.ok_or_else(|| (Kind::NoDate, String::new()))
    }

    pub(super) fn day(&self, field: Field) -> Result<Option<Day>, Fault> {
        Ok(self.moment(field)?.map(|moment| self.day_of(moment)))
    }

    pub(super) fn day_of(&self, moment: Moment) -> Day {
        if self.look.zone == jiff::tz::TimeZone::UTC {
            return moment.day();
        }
        let stamp = jiff::Timestamp::from_millisecond(moment.0);
        stamp.map_or(moment.day(), |t| Day::from_civil(self.look.zone.to_datetime(t).date()))
    }

    pub(super) fn money(
        &self,
        cell: &str,
        code: Option<&str>,
        notes: &mut Notes,
    ) -> Result<Money, Fault> {
        let named = match code {
            Some(code) => Some(
                code.parse::<Currency>()
                    .map_err(|_| self.bad(Kind::BadCurrency, code, Field::Currency))?,
            ),
            None => self.currency_of_deal().or(self.look.currency),
        };
        let bad = || self.bad(Kind::BadAmount, cell, Field::Amount);
        let number = self.plan.amounts.read(cell).ok_or_else(bad)?;
        if named.is_none() && number.mark.is_none() {
            notes.count(Tally::NoCurrency);
        }
        number.money(named.unwrap_or(Currency::USD)).ok_or_else(bad)
    }

    fn currency_of_deal(&self) -> Option<Currency> {
        let currencies = &self.look.currencies;
        if currencies.is_empty() { None } else { currencies.get(self.deal().ok()?).copied() }
    }

    pub(super) fn amount(&self, notes: &mut Notes) -> Result<Option<Money>, Fault> {
        let Some(cell) = self.text(Field::Amount) else { return Ok(None) };
        self.money(cell, self.text(Field::Currency), notes).map(Some)
    }

    pub(super) fn owner(&self) -> Option<&'r str> {
        let by_name = || self.look.id_of(self.text(Field::OwnerName)?);
        self.text(Field::Owner).or_else(by_name)
    }

    pub(super) fn account(&self) -> Option<&'r str> {
        self.text(Field::Account).or_else(|| self.text(Field::AccountName))
    }

    pub(super) fn stage(&self) -> Option<&'r str> {
        let stage = self.text(Field::Stage)?;
        Some(self.look.stages.get(stage).map_or(stage, String::as_str))
    }

    pub(super) fn pipeline(&self) -> Option<&'r str> {
        let pipeline = self.text(Field::Pipeline)?;
        Some(self.look.pipelines.get(pipeline).map_or(pipeline, String::as_str))
    }

    /// Whether the row's stage is an end: by its own columns, else by the stage's name.
    pub(super) fn end(&self, stage: Option<&str>) -> Option<End> {
        let flags = end_by_flags(self.flag(Field::Won), self.flag(Field::Closed));
        flags.unwrap_or_else(|| self.look.outcomes.of(stage?))
    }

    /// What the row says of the deal; a cell that cannot be read is noted and left out.
    pub(super) fn values(&self, notes: &mut Notes) -> Values<&'r str> {
        let amount = self.amount(notes);
        Values {
            name: self.text(Field::Name),
            account: self.account(),
            owner: self.owner(),
            source: self.text(Field::Source),
            kind: self.text(Field::DealKind),
            amount: self.or_note(amount, notes),
            expected_close: self.or_note(self.day(Field::CloseDate), notes),
            category: self.text(Field::Category),
            pipeline: self.pipeline(),
            fields: None,
        }
    }

    /// A value, or a note that its cell cannot be read.
    pub(super) fn or_note<T>(
        &self,
        value: Result<Option<T>, Fault>,
        notes: &mut Notes,
    ) -> Option<T> {
        value.unwrap_or_else(|fault| {
            notes.fault(fault, self.row.line);
            None
        })
    }

    fn bad(&self, kind: Kind, cell: &str, field: Field) -> Fault {
        let column = self.plan.found.column(field).or(self.plan.found.column(Field::Value));
        let header = column.map_or("", |column| &self.plan.headers[column]);
        (kind, t!("problems-in-column", cell = cell.trim(), column = header.trim()))
    }
}
