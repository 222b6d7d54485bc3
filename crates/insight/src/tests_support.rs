//! Events for tests, in few words. Only built for tests.

use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::money::{Currency, Money};
use ledger::time::{DAY_MS, Moment};

/// The start of a day, counted from some day.
pub(crate) fn day(day: i64) -> Moment {
    Moment((19_000 + day) * DAY_MS)
}

/// A fact about a deal that happened and was known on a day.
pub(crate) fn on(at: i64, deal: &str, fact: Fact) -> Event {
    Event {
        id: EventId::v7(day(at), 0),
        deal: Some(deal.into()),
        happened_at: day(at),
        known_at: day(at),
        recorded_at: day(at),
        order: 0,
        actor: None,
        system: "test".into(),
        external_id: None,
        fact,
        values: Values::default(),
    }
}

/// The same, with what the deal is worth from then on, in euros.
pub(crate) fn worth(mut event: Event, euros: i64) -> Event {
    event.values.amount = Some(Money { minor: euros * 100, currency: Currency::EUR });
    event
}

pub(crate) fn stage(milestone: &str) -> Fact {
    Fact::MilestoneReached { milestone: milestone.into(), stage: true, evidence: None }
}

pub(crate) fn act(name: &str) -> Fact {
    Fact::ActivityLogged { name: name.into(), kind: None }
}

pub(crate) fn won() -> Fact {
    Fact::DealWon { event: None }
}

pub(crate) fn lost() -> Fact {
    Fact::DealLost { event: None, reason: None }
}
