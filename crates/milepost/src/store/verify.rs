//! The check of a ledger: every block against the chain of digests, all damage named.
//!
//! **Damage never ends the check**, and an event is called whole only if its bytes, its place and
//! what it continues are proven. How blocks are found again after unreadable ones is the adapter's.

use std::fmt;
use std::ops::RangeInclusive;

use ledger::time::Moment;

use super::block::{Block, Digest, GENESIS};
use super::{EachEvent, Position};

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Events that are whole.
    pub events: u64,
    /// Everything that is not as it was written.
    pub damage: Vec<Damage>,
}

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The events affected, unless it concerns none.
    pub events: Option<RangeInclusive<u64>>,
    /// When the last whole events before them and the first after them were recorded.
    pub recorded: (Option<Moment>, Option<Moment>),
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a part of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What is there is not what was written.
    Changed,
    /// Nothing is there.
    Missing,
    /// The file cannot be read there.
    Unreadable(String),
    /// They are whole, but do not follow what stands before them.
    Misplaced,
    /// The record of where the ledger ends is wrong.
    Head,
    /// The file's own structure is faulty.
    Structure(String),
}

/// A check under way: give it the blocks in order, then the head.
pub(super) struct Check<'f> {
    each: &'f mut EachEvent<'f>,
    next: u64,
    digest: Digest,
    recorded: Option<Moment>,
    /// What was met since the last whole block.
    met: Option<Fault>,
    found: Verified,
}

impl<'f> Check<'f> {
    pub(super) fn new(each: &'f mut EachEvent<'f>) -> Check<'f> {
        let found = Verified::default();
        Check { each, next: 1, digest: GENESIS, recorded: None, met: None, found }
    }

    /// Something before the next block could not be read.
    pub(super) fn unreadable(&mut self, why: String) {
        self.met.get_or_insert(Fault::Unreadable(why));
    }

    /// The next block. One that is not whole says nothing that can be believed, not even where it
    /// stands: what it stood for is all that lies between the whole ones.
    pub(super) fn block(&mut self, block: &Block) {
        if !block.is_whole() {
            self.met.get_or_insert(Fault::Changed);
            return;
        }
        if block.first > self.next || self.met.is_some() {
            self.hole(block.first.saturating_sub(1), Some(block.recorded_at));
        } else if block.first < self.next || block.before != self.digest {
            let events = Some(block.first..=block.last());
            self.damage(events, Some(block.recorded_at), Fault::Misplaced);
        }
        if block.first < self.next {
            return;
        }
        if block.unpack(Position(0), self.each) {
            self.found.events += block.count;
        } else {
            let events = Some(block.first..=block.last());
            self.damage(events, Some(block.recorded_at), Fault::Changed);
        }
        self.next = block.last() + 1;
        self.digest = block.digest;
        self.recorded = Some(block.recorded_at);
    }

    /// The last word: where the ledger says it ends, if that can be read, and faults of the file.
    pub(super) fn end(mut self, head: Option<(u64, Digest)>, structure: Vec<String>) -> Verified {
        let last = head.map_or(0, |(position, _)| position);
        if last >= self.next || self.met.is_some() {
            self.hole(last, None);
        } else if head != Some((self.next - 1, self.digest)) {
            self.damage(None, self.recorded, Fault::Head);
        }
        for line in structure {
            let fault = Fault::Structure(line);
            self.found.damage.push(Damage { events: None, recorded: (None, None), fault });
        }
        self.found
    }

    fn hole(&mut self, last: u64, until: Option<Moment>) {
        let fault = self.met.take().unwrap_or(Fault::Missing);
        let events = (last >= self.next).then_some(self.next..=last);
        self.damage(events, until, fault);
        self.next = self.next.max(last + 1);
    }

    fn damage(&mut self, events: Option<RangeInclusive<u64>>, until: Option<Moment>, fault: Fault) {
        let recorded = (self.recorded, until);
        self.found.damage.push(Damage { events, recorded, fault });
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.events {
            None => f.write_str("The file")?,
            Some(events) if events.start() == events.end() => {
                write!(f, "Event {}", events.start())?;
            }
            Some(events) => write!(f, "Events {} to {}", events.start(), events.end())?,
        }
        match self.recorded {
            (Some(from), Some(to)) if from.day() == to.day() => {
                write!(f, ", recorded on {}", from.day())?;
            }
            (Some(from), Some(to)) => {
                write!(f, ", recorded between {} and {}", from.day(), to.day())?;
            }
            (Some(from), None) => write!(f, ", recorded on or after {}", from.day())?,
            (None, Some(to)) => write!(f, ", recorded on or before {}", to.day())?,
            (None, None) => {}
        }
        write!(f, ": {}", self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Changed => f.write_str("not what was written"),
            Fault::Missing => f.write_str("missing"),
            Fault::Unreadable(why) => write!(f, "cannot be read ({why})"),
            Fault::Misplaced => f.write_str("do not follow what stands before them"),
            Fault::Head => f.write_str("its record of where the ledger ends is wrong"),
            Fault::Structure(line) => write!(f, "its structure is faulty ({line})"),
        }
    }
}
