//! What can be wrong with a log: a problem skips one thing, a break ends the reading.

use std::fmt;
use std::io;

use super::Counts;

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
    #[error("a trace has no concept:name, so nothing says which deal it is; it was skipped")]
    UnnamedTrace,
    /// An event that does not say what happened.
    #[error("an event has no concept:name, so nothing says what happened; it was skipped")]
    UnnamedEvent,
    /// An event that does not say when.
    #[error("event '{0}' has no time:timestamp, so nothing says when; it was skipped")]
    Timeless(String),
    /// An event whose time cannot be read.
    #[error("event '{name}' has the time '{time}', which is not a date; it was skipped")]
    BadTime {
        /// The event.
        name: String,
        /// Its time as written.
        time: String,
    },
    /// An event directly in the log.
    #[error("an event stands outside any trace; it was skipped")]
    Stray,
    /// An attribute without a key, or one that is badly written.
    #[error("an attribute cannot be read: {0}; it was skipped")]
    Unreadable(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
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
        write!(f, "line {}: {}", self.line, self.why)?;
        match self.read.traces {
            0 => Ok(()),
            1 => f.write_str("; the one trace before it was read"),
            n => write!(f, "; the {n} traces before it were read"),
        }
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

pub(super) const CUT_OFF: &str = "the file is cut off here; get a complete copy";

/// Why bytes could not be read, for a person.
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => CUT_OFF.to_owned(),
        io::ErrorKind::InvalidInput => {
            format!("the compressed file is damaged ({error}); get a fresh copy")
        }
        _ => error.to_string(),
    }
}
