//! Events for tests, in few words. Only built for tests.

use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::money::{Currency, Money};
use ledger::process::{Milestone, Process};
use ledger::time::{DAY_MS, Moment};
use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

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

/// Days of the record of [`company`].
pub(crate) const END: i64 = 760;

/// The process of [`company`].
pub(crate) fn process() -> Process {
    let milestones = ["Need", "Trial"].map(Milestone::named).to_vec();
    Process { name: "Sale".into(), milestones, ..Process::default() }
}

/// A company with constant hazards: a deal a day; each day at a place a deal moves on or is lost
/// with fixed chances; two places, then the win.
pub(crate) fn company(seed: u64) -> Vec<Event> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut events = Vec::new();
    for opened in 0..END {
        for k in 0..1 + i64::from(rng.random_bool(0.4)) {
            let id = format!("D{opened}-{k}");
            let euros = 500 + rng.random_range(0..2_000);
            events.push(worth(on(opened, &id, Fact::DealOpened), euros));
            live(opened, &id, &mut rng, &mut events);
        }
    }
    events
}

fn live(opened: i64, id: &str, rng: &mut impl Rng, events: &mut Vec<Event>) {
    let mut place = 0;
    for at in opened + 1..END {
        let luck: f64 = rng.random();
        let (advance, lose) = [(0.06, 0.05), (0.05, 0.02), (0.08, 0.02)][place];
        if luck < lose {
            return events.push(on(at, id, lost()));
        }
        if luck < lose + advance {
            match place {
                0 => events.push(on(at, id, act("Need"))),
                1 => events.push(on(at, id, act("Trial"))),
                _ => return events.push(on(at, id, won())),
            }
            place += 1;
        }
    }
}
