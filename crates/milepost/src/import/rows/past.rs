//! What is known of a deal before a snapshot of it is read: its history in the ledger and in this
//! import's files.

use ledger::book::Book;
use ledger::deal::{Known, State, What};
use ledger::event::Values;
use ledger::money::Money;
use ledger::time::{Day, Moment};

/// One of the values of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Slot {
    Name,
    Account,
    Owner,
    Source,
    Kind,
    Pipeline,
    Amount,
    Close,
    Category,
}

/// What a slot holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) enum Worth<'a> {
    Text(&'a str),
    Money(Money),
    Day(Day),
}

/// The facts that say something of stages or values, from the latest to the earliest.
pub(in crate::import) struct Past {
    statements: Vec<Statement>,
    /// When the deal's first fact happened.
    pub(super) first: Option<Moment>,
    /// When it was opened, if a fact says so.
    pub(super) opened: Option<Moment>,
}

struct Statement {
    at: Moment,
    known: Moment,
    what: What,
    name: Option<String>,
    values: Values<String>,
}

impl Past {
    pub(in crate::import) fn of(book: &Book, deal: &str) -> Past {
        let mut past = Past { statements: Vec::new(), first: None, opened: None };
        let Some(deal) = book.deal(deal) else { return past };
        past.first = deal.entries.iter().map(|e| e.at).min();
        past.opened = deal.entries.iter().find(|e| e.what == What::Opened).map(|e| e.at);
        let mut entries: Vec<_> = deal.entries.iter().collect();
        entries.sort_by_key(|e| (e.at, e.order));
        for entry in entries.into_iter().rev() {
            let values = book.values(entry);
            if values.is_some() || is_step(entry.what) || entry.what == What::Activity {
                past.statements.push(Statement {
                    at: entry.at,
                    known: entry.known,
                    what: entry.what,
                    name: entry.name.map(|name| book.raw(name).to_owned()),
                    values: values.map_or_else(Values::default, |known| texts(book, known)),
                });
            }
        }
        past
    }

    /// The latest value of a slot, and since when it holds.
    pub(in crate::import) fn last(&self, slot: Slot) -> Option<(Worth<'_>, Moment)> {
        self.statements.iter().find_map(|s| Some((slot.of(&s.values)?, s.at)))
    }

    /// Whether this was known as the value at a moment: an older snapshot says nothing new.
    pub(super) fn was(&self, slot: Slot, worth: Worth<'_>, at: Option<Moment>) -> bool {
        let then = self.statements.iter().filter(|s| Some(s.known) <= at);
        then.filter_map(|s| slot.of(&s.values)).next() == Some(worth)
    }

    /// Whether a value was known before a moment.
    pub(super) fn has_before(&self, slot: Slot, at: Moment) -> bool {
        self.statements.iter().any(|s| s.at < at && slot.of(&s.values).is_some())
    }

    /// Whether a step was taken before a moment.
    pub(super) fn has_step_before(&self, at: Moment) -> bool {
        self.steps().any(|s| s.at < at)
    }

    /// Whether this was known as the stage at a moment.
    pub(super) fn was_stage(&self, stage: &str, at: Option<Moment>) -> bool {
        let then = self.stages().find(|s| Some(s.known) <= at);
        then.and_then(|s| s.name.as_deref()) == Some(stage)
    }

    /// When the latest step was taken.
    pub(super) fn last_step(&self) -> Option<Moment> {
        self.steps().next().map(|s| s.at)
    }

    /// The latest stage that is no end.
    pub(super) fn last_stage(&self) -> Option<&str> {
        self.stages().find_map(|s| s.name.as_deref())
    }

    fn stages(&self) -> impl Iterator<Item = &Statement> {
        self.steps().filter(|s| !is_end(s.what) && s.name.is_some())
    }

    /// Where the deal was known to stand at a moment, as the fold has it; without one, at the end.
    pub(super) fn state(&self, at: Option<Moment>) -> State {
        let turns =
            |s: &&Statement| is_end(s.what) || matches!(s.what, What::StageSet | What::Reopened);
        let mut then = self.statements.iter().filter(|s| at.is_none_or(|at| s.known <= at));
        match then.find(turns).map(|s| s.what) {
            Some(What::Won) => State::Won,
            Some(What::Lost) => State::Lost,
            _ => State::Open,
        }
    }

    /// Stages and ends; where a deal has neither, its logged events are its steps.
    fn steps(&self) -> impl Iterator<Item = &Statement> {
        let logged_only = !self.statements.iter().any(|s| is_step(s.what));
        self.statements
            .iter()
            .filter(move |s| is_step(s.what) || (logged_only && s.what == What::Activity))
    }
}

fn is_end(what: What) -> bool {
    matches!(what, What::Won | What::Lost)
}

fn is_step(what: What) -> bool {
    is_end(what) || matches!(what, What::StageSet | What::Reached | What::Reopened)
}

fn texts(book: &Book, known: &Known) -> Values<String> {
    let text = |sym| book.text_of(sym).map(str::to_owned);
    Values {
        name: text(known.name),
        account: text(known.account),
        owner: text(known.owner),
        source: text(known.source),
        kind: text(known.kind),
        category: text(known.category),
        pipeline: text(known.pipeline),
        amount: known.amount,
        expected_close: known.expected_close,
        fields: None,
    }
}

impl Slot {
    pub(super) const ALL: [Slot; 9] = [
        Slot::Name,
        Slot::Account,
        Slot::Owner,
        Slot::Source,
        Slot::Kind,
        Slot::Pipeline,
        Slot::Amount,
        Slot::Close,
        Slot::Category,
    ];

    /// Whether it is set when a deal is created and seldom changed.
    pub(super) fn is_descriptor(self) -> bool {
        !matches!(self, Slot::Amount | Slot::Close | Slot::Category)
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Slot::Name => "name",
            Slot::Account => "account",
            Slot::Owner => "owner",
            Slot::Source => "source",
            Slot::Kind => "type",
            Slot::Pipeline => "pipeline",
            Slot::Amount => "amount",
            Slot::Close => "close date",
            Slot::Category => "category",
        }
    }

    pub(super) fn of<S: AsRef<str>>(self, values: &Values<S>) -> Option<Worth<'_>> {
        let text = match self {
            Slot::Name => &values.name,
            Slot::Account => &values.account,
            Slot::Owner => &values.owner,
            Slot::Source => &values.source,
            Slot::Kind => &values.kind,
            Slot::Pipeline => &values.pipeline,
            Slot::Category => &values.category,
            Slot::Amount => return values.amount.map(Worth::Money),
            Slot::Close => return values.expected_close.map(Worth::Day),
        };
        text.as_ref().map(|text| Worth::Text(text.as_ref()))
    }

    pub(super) fn copy<'r>(self, from: &Values<&'r str>, to: &mut Values<&'r str>) {
        match self {
            Slot::Name => to.name = from.name,
            Slot::Account => to.account = from.account,
            Slot::Owner => to.owner = from.owner,
            Slot::Source => to.source = from.source,
            Slot::Kind => to.kind = from.kind,
            Slot::Pipeline => to.pipeline = from.pipeline,
            Slot::Category => to.category = from.category,
            Slot::Amount => to.amount = from.amount,
            Slot::Close => to.expected_close = from.expected_close,
        }
    }
}
