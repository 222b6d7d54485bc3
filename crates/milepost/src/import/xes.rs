//! XES event logs (1.0 and 2.0), plain or gzipped, as a stream of traces.
//!
//! One trace is in memory at a time, and the limits below bound what a hostile file can claim.
//! Nothing is filled in: a `<global>` value is what a *new* event should start with, so an event
//! that lacks its time is reported, not dated 1970. Entities that a file declares for itself are
//! refused. What a trace means for a deal is not known here; for a progress bar, hand in a reader
//! that counts.

mod problem;
mod source;
mod tags;
mod timestamp;
mod value;
mod walk;

#[cfg(test)]
mod tests;

use std::io::Read;

use ledger::time::Moment;

pub use problem::{Broken, Fault, Problem, Stop};

/// The longest single tag, comment or text, in bytes.
pub const TAG_LIMIT: u64 = 4 << 20;

/// The most memory that one trace may take, in bytes; about 400,000 events.
pub const TRACE_LIMIT: usize = 64 << 20;

/// How deep elements may be nested, counted from `<log>`.
pub const DEPTH_LIMIT: usize = 32;

/// Where the reader hands its traces and problems; an error stops the reading.
pub trait TraceSink {
    /// Why the sink cannot go on.
    type Error;

    /// One whole trace, lent until the next.
    ///
    /// # Errors
    /// Whatever stops the sink.
    fn trace(&mut self, trace: &Trace) -> Result<(), Self::Error>;

    /// Something that was skipped, just before the trace that it lies in.
    ///
    /// # Errors
    /// Whatever stops the sink.
    fn problem(&mut self, problem: Problem) -> Result<(), Self::Error>;
}

/// One case of the log: what is known about it, and its events in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// Its `concept:name`; never empty.
    pub name: String,
    /// Everything else; a nested attribute has the key `outer/inner`.
    pub attributes: Vec<(String, Value)>,
    /// Those with a name and a time.
    pub events: Vec<XesEvent>,
    /// The line on which it starts.
    pub line: u64,
}

/// Something that happened in a trace.
#[derive(Clone, Debug, PartialEq)]
pub struct XesEvent {
    /// Its `concept:name`; never empty.
    pub name: String,
    /// Its `time:timestamp`; in UTC if the file names no offset.
    pub at: Moment,
    /// Its `lifecycle:transition`: `complete`, `start` and so on.
    pub lifecycle: Option<String>,
    /// Its `org:resource`: who did it.
    pub resource: Option<String>,
    /// Everything else; a nested attribute has the key `outer/inner`.
    pub attributes: Vec<(String, Value)>,
    /// The line on which it starts.
    pub line: u64,
}

/// An attribute's value; one that does not fit its own type stays as the text it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `string` and `id`.
    Text(String),
    /// `int`.
    Int(i64),
    /// `float`; always finite.
    Float(f64),
    /// `boolean`.
    Bool(bool),
    /// `date`.
    Date(Moment),
}

/// What a file held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Traces handed over.
    pub traces: u64,
    /// Events in them.
    pub events: u64,
    /// Of these, how many had a time without an offset, and so were taken as UTC.
    pub zoneless: u64,
    /// Problems handed over.
    pub problems: u64,
}

/// Reads a whole log into `sink`.
///
/// # Errors
/// If the file breaks off or is no XES, with the traces before that handed over; or if the sink stops.
pub fn read<S: TraceSink>(input: impl Read, sink: &mut S) -> Result<Counts, Stop<S::Error>> {
    let source = source::open(input).map_err(|e| Stop::Broken(Broken::at_start(&e)))?;
    walk::Walk::new(source, sink).log()
}
