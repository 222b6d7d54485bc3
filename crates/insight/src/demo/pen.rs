//! Writes events: ids, times, and what is known only later. Nothing known today or after is written.

use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::money::{Currency, Money};
use ledger::time::{Day, Moment};

use super::dice::Dice;

/// A fact on its way into the ledger.
pub(super) struct Note {
    deal: Option<String>,
    at: Moment,
    known: Moment,
    order: i32,
    actor: Option<String>,
    fact: Fact,
    values: Values,
}

impl Note {
    /// A fact that was known when it happened.
    pub(super) fn new(at: Moment, fact: Fact) -> Note {
        let values = Values::default();
        Note { deal: None, at, known: at, order: 0, actor: None, fact, values }
    }

    pub(super) fn about(mut self, deal: &str) -> Note {
        self.deal = Some(deal.to_owned());
        self
    }

    pub(super) fn by(mut self, actor: &str) -> Note {
        self.actor = Some(actor.to_owned());
        self
    }

    pub(super) fn known(mut self, known: Moment) -> Note {
        self.known = known;
        self
    }

    pub(super) fn order(mut self, order: i32) -> Note {
        self.order = order;
        self
    }

    pub(super) fn with(mut self, values: Values) -> Note {
        self.values = values;
        self
    }
}

/// Collects events.
pub(super) struct Pen {
    events: Vec<Event>,
    dice: Dice,
    cut: Moment,
}

impl Pen {
    pub(super) fn new(dice: Dice, cut: Moment) -> Pen {
        Pen { events: Vec::new(), dice, cut }
    }

    pub(super) fn write(&mut self, note: Note) {
        let bits = self.dice.bits();
        if note.known >= self.cut {
            return;
        }
        self.events.push(Event {
            id: EventId::v7(note.known, bits),
            deal: note.deal,
            happened_at: note.at,
            known_at: note.known,
            recorded_at: note.known,
            order: note.order,
            actor: note.actor,
            system: "demo".into(),
            external_id: None,
            fact: note.fact,
            values: note.values,
        });
    }

    /// All events in the order in which they became known.
    pub(super) fn finish(mut self) -> Vec<Event> {
        self.events.sort_by_key(|event| event.known_at);
        self.events
    }
}

/// Euros, rounded to whole ones.
pub(super) fn euros(amount: f64) -> Money {
    #[expect(clippy::cast_possible_truncation, reason = "a float is cut to the nearest integer")]
    let minor = amount.round() as i64 * 100;
    Money { minor, currency: Currency::EUR }
}

/// A moment of a day, in minutes after its start.
pub(super) fn moment(day: Day, minutes: i32) -> Moment {
    Moment(day.start().0 + i64::from(minutes) * 60_000)
}
