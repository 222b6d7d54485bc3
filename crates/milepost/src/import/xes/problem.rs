//! What can be wrong with a log: a problem skips one thing, a break ends the reading.

use std::fmt;
use std::io;

use super::Counts;
use crate::texts::{bare, t};

/// Something that was skipped, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, once unpacked.
    pub line: u64,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a part of a log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A trace that cannot be told from others.
    #[error("{}", t!("problems-xes-trace-unnamed"))]
    UnnamedTrace,
    /// An event that does not say what happened.
    #[error("{}", t!("problems-xes-event-unnamed"))]
    UnnamedEvent,
    /// An event that does not say when.
    #[error("{}", t!("problems-xes-event-timeless", name = .0))]
    Timeless(String),
    /// An event whose time cannot be read.
    #[error("{}", t!("problems-xes-event-bad-time", name = .name, time = .time))]
    BadTime {
        /// The event.
        name: String,
        /// Its time as written.
        time: String,
    },
    /// An event directly in the log.
    #[error("{}", t!("problems-xes-event-stray"))]
    Stray,
    /// An attribute without a key, or one that is badly written.
    #[error("{}", t!("problems-xes-attribute-unreadable", why = .0))]
    Unreadable(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, what) = (self.line.to_string(), self.fault.to_string());
        f.write_str(&t!("problems-xes-line", line = line, what = what))
    }
}

/// Where and why a file could not be read on; whole traces before that were handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line of the file, once unpacked.
    pub line: u64,
    /// What is wrong there.
    pub why: String,
    /// What was handed over until then.
    pub read: Counts,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, traces) = (self.line.to_string(), bare(self.read.traces));
        f.write_str(&t!("problems-xes-before", line = line, what = self.why, traces = traces))
    }
}

impl Broken {
    pub(super) fn at_start(error: &io::Error) -> Broken {
        Broken { line: 1, why: unreadable(error), read: Counts::default() }
    }
}

/// Why the reading ended early.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop<E> {
    /// The file could not be read on.
    #[error("{0}")]
    Broken(Broken),
    /// The sink wanted no more.
    #[error("{0}")]
    Sink(E),
}

/// The file ends too early.
pub(super) fn cut_off() -> String {
    t!("problems-xes-cut-off").into()
}

/// Why bytes could not be read, for a person.
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => cut_off(),
        io::ErrorKind::InvalidInput => {
            t!("problems-xes-damaged", why = error.to_string())
        }
        _ => error.to_string(),
    }
}
