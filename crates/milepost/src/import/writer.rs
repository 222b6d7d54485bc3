//! Facts on their way to the ledger: each gets its id and its order, and is taken once.

use std::collections::HashMap;

use ledger::codec;
use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::problem::Kind;
use ledger::time::Moment;

use crate::import::ImportError;
use crate::import::known::{Known, Standing};
use crate::import::notes::Notes;
use crate::texts::t;

/// What appends a new fact to the store.
pub type Append<'a> =
    dyn FnMut(&Event<&str>) -> Result<(), Box<dyn std::error::Error + Send + Sync>> + 'a;

/// The opening of a deal stands before all else of its moment.
pub(super) const FIRST: i32 = -1_000_000;

pub(super) struct Writer<'a> {
    pub(super) known: Known,
    pub(super) append: &'a mut Append<'a>,
    pub(super) recorded_at: Moment,
    pub(super) counts: Counts,
    content: Vec<u8>,
    ties: Ties,
}

#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) added: u64,
    pub(super) known: u64,
    pub(super) corrected: u64,
}

/// Numbers the rows of one deal and moment that follow one another.
#[derive(Debug, Default)]
pub(super) struct Ties {
    deal: String,
    at: Option<Moment>,
    order: i32,
}

impl<'a> Writer<'a> {
    pub(super) fn new(known: Known, append: &'a mut Append<'a>, recorded_at: Moment) -> Self {
        let (content, ties) = (Vec::new(), Ties::default());
        Writer { known, append, recorded_at, counts: Counts::default(), content, ties }
    }

    /// Takes a fact, unless it is there already.
    pub(super) fn write(
        &mut self,
        event: &mut Event<&str>,
        notes: &mut Notes,
        line: u64,
    ) -> Result<(), ImportError> {
        self.identify(event, 0);
        if self.take(event, notes)? {
            notes.fault((Kind::TwiceInFile, name_of(event)), line);
        }
        Ok(())
    }

    /// The same for what several rows or files may say.
    pub(super) fn write_once(
        &mut self,
        event: &mut Event<&str>,
        notes: &mut Notes,
    ) -> Result<(), ImportError> {
        self.identify(event, 0);
        self.take(event, notes).map(|_| ())
    }

    /// The same for a system in which equal facts are different ones: they are told apart by their
    /// count among `equals`.
    pub(super) fn write_equals(
        &mut self,
        event: &mut Event<&str>,
        equals: &mut HashMap<EventId, u32>,
        notes: &mut Notes,
    ) -> Result<bool, ImportError> {
        self.identify(event, 0);
        let count = equals.entry(event.id).or_default();
        let copy = *count;
        *count += 1;
        if copy > 0 {
            self.identify(event, copy);
        }
        self.take(event, notes)
    }

    /// Says whether it stands twice in the files.
    fn take(&mut self, event: &mut Event<&str>, notes: &mut Notes) -> Result<bool, ImportError> {
        event.recorded_at = self.recorded_at;
        let standing = self.known.standing(event);
        match standing {
            Standing::Twice => return Ok(true),
            Standing::Known => {
                self.counts.known += 1;
                notes.file.events += 1;
                self.known.met(event.id);
                return Ok(false);
            }
            Standing::Correction => {
                event.known_at = self.recorded_at;
                self.counts.corrected += 1;
            }
            Standing::New => {}
        }
        self.counts.added += 1;
        notes.file.events += 1;
        self.known.met(event.id);
        self.known.book.push(event);
        (self.append)(event).map_err(ImportError::Store)?;
        Ok(false)
    }

    /// Takes an event of our own as it stands, unless it is there already.
    pub(super) fn take_back(
        &mut self,
        event: &Event,
        notes: &mut Notes,
    ) -> Result<(), ImportError> {
        notes.file.events += 1;
        if self.known.has(event.id) {
            self.counts.known += 1;
            return Ok(());
        }
        self.counts.added += 1;
        self.known.met(event.id);
        self.known.book.push(event);
        self.content.clear();
        codec::encode(event, &mut self.content);
        let event = codec::decode(&self.content).map_err(|e| ImportError::Store(e.into()))?;
        (self.append)(&event).map_err(ImportError::Store)
    }

    /// The id is made of the stored form of all that the source says: not of the order in the file,
    /// nor of the moment of the import.
    fn identify(&mut self, event: &mut Event<&str>, copy: u32) {
        let (order, known_at) = (event.order, event.known_at);
        (event.order, event.id, event.recorded_at) = (0, EventId(0), Moment(0));
        if known_at == self.recorded_at {
            event.known_at = Moment(0);
        }
        self.content.clear();
        codec::encode(event, &mut self.content);
        if copy > 0 {
            self.content.extend(copy.to_be_bytes());
        }
        (event.order, event.known_at) = (order, known_at);
        event.id = EventId::of_fact(event.happened_at, &self.content);
    }

    /// The place of a row among those of the same deal and moment; `newest_first` counts down.
    pub(super) fn tie(&mut self, deal: &str, at: Moment, newest_first: bool) -> i32 {
        let ties = &mut self.ties;
        if ties.at == Some(at) && ties.deal == deal {
            ties.order += if newest_first { -1 } else { 1 };
        } else {
            deal.clone_into(&mut ties.deal);
            (ties.at, ties.order) = (Some(at), 0);
        }
        ties.order
    }

    /// A new file: its rows follow nothing.
    pub(super) fn start_file(&mut self) {
        self.ties = Ties::default();
    }
}

/// A fact about a deal that happened and was known at the same moment; the rest is to be filled in.
pub(super) fn fact<'r>(
    system: &'r str,
    deal: Option<&'r str>,
    at: Moment,
    fact: Fact<&'r str>,
) -> Event<&'r str> {
    Event {
        id: EventId(0),
        deal,
        happened_at: at,
        known_at: at,
        recorded_at: Moment(0),
        order: 0,
        actor: None,
        system,
        external_id: None,
        fact,
        values: Values::default(),
    }
}

fn name_of(event: &Event<&str>) -> String {
    let name = event.fact.raw_name().unwrap_or(event.fact.kind());
    let at = event.happened_at.to_string();
    match event.deal {
        Some(deal) => t!("problems-twice-of", name = name, deal = deal, at = at),
        None => t!("problems-twice", name = name, at = at),
    }
}
