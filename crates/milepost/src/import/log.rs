//! Event logs (XES): each trace is a deal.

use std::collections::HashMap;

use ledger::event::{Fact, Values};
use ledger::id::EventId;
use ledger::money::{Currency, Money};
use ledger::problem::Kind;

use crate::import::ImportError;
use crate::import::lookups::Lookups;
use crate::import::notes::Tally;
use crate::import::numbers::{Decimal, NumberStyle};
use crate::import::rows::Desk;
use crate::import::rows::past::{Past, Slot};
use crate::import::rows::steps::ended;
use crate::import::writer::fact;
use crate::import::xes::{Fault, Problem, Trace, TraceSink, Value};
use crate::texts::t;

/// Takes traces as facts.
pub(super) struct Log<'l, 'd, 'a> {
    pub(super) look: &'l mut Lookups,
    pub(super) desk: Desk<'d, 'a>,
    pub(super) tick: &'l mut dyn FnMut(),
}

impl TraceSink for Log<'_, '_, '_> {
    type Error = ImportError;

    fn trace(&mut self, trace: &Trace) -> Result<(), ImportError> {
        (self.tick)();
        let amount = self.amount(trace);
        let mut equals: HashMap<EventId, u32> = HashMap::new();
        let strict = self.desk.options.strict;
        if strict {
            self.desk.out.known.book.settle();
        }
        let known =
            || Past::of(&self.desk.out.known.book, &trace.name).last(Slot::Amount).is_some();
        if let Some(amount) = amount.filter(|_| strict && !known()) {
            let mut event =
                fact("xes", Some(&trace.name), self.desk.out.recorded_at, Fact::DealChanged);
            event.values.amount = Some(amount);
            self.desk.out.write(&mut event, self.desk.notes, trace.line)?;
        }
        // The amount is known since the trace's first event, wherever that stands in the file.
        let first = (0..trace.events.len()).min_by_key(|i| trace.events[*i].at);
        for (i, logged) in trace.events.iter().enumerate() {
            self.desk.notes.file.rows += 1;
            self.desk.notes.file.used += 1;
            if let Some(resource) = &logged.resource {
                self.look.meet(resource);
            }
            let what = match self.look.outcomes.of(&logged.name) {
                Some(end) => ended(end, Some(&logged.name), None),
                None => Fact::ActivityLogged {
                    name: logged.name.as_str(),
                    kind: logged.lifecycle.as_deref(),
                },
            };
            let mut event = fact("xes", Some(&trace.name), logged.at, what);
            event.actor = logged.resource.as_ref().and_then(|r| self.look.id_of(r));
            if Some(i) == first && !self.desk.options.strict {
                event.values = Values { amount, ..Values::default() };
            }
            event.order = self.desk.out.tie(&trace.name, logged.at, false);
            self.desk.out.write_equals(&mut event, &mut equals, self.desk.notes)?;
        }
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), ImportError> {
        let kind = match &problem.fault {
            Fault::UnnamedTrace => Kind::NoDeal,
            Fault::UnnamedEvent => Kind::NoEvent,
            Fault::Timeless(_) => Kind::NoDate,
            Fault::BadTime { .. } => Kind::BadDate,
            Fault::Stray => Kind::NoDeal,
            Fault::Unreadable(_) => Kind::RaggedRow,
        };
        self.desk.notes.file.skipped += 1;
        self.desk.notes.fault((kind, problem.fault.to_string()), problem.line);
        Ok(())
    }
}

impl Log<'_, '_, '_> {
    /// The attribute of the trace that is its amount.
    fn amount(&mut self, trace: &Trace) -> Option<Money> {
        let wanted = self.desk.options.amount.as_ref()?;
        let (_, value) =
            trace.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted))?;
        let text = match value {
            Value::Text(text) => text.clone(),
            Value::Int(n) => n.to_string(),
            Value::Float(n) => n.to_string(),
            Value::Bool(_) | Value::Date(_) => return None,
        };
        let style = NumberStyle::named(self.desk.options.decimal.unwrap_or(Decimal::Point));
        let number = style.read(&text);
        let money = number.and_then(|n| n.money(self.look.currency.unwrap_or(Currency::USD)));
        if money.is_none() {
            self.desk.notes.fault(
                (Kind::BadAmount, t!("problems-in-attribute", text = text, attribute = wanted)),
                trace.line,
            );
        } else {
            self.desk.notes.count(Tally::TraceAmounts);
            if self.look.currency.is_none() {
                self.desk.notes.count(Tally::NoCurrency);
            }
        }
        money
    }
}
