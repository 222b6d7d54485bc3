//! From files of other systems to facts.
//!
//! ```text
//! bytes ──source, text──► text ──table──► rows of cells ──dates, numbers──► moments and amounts
//! headers ──recognise (maps/*.toml)──► a plan ──rows──► facts ──writer──► the ledger
//! ```
//!
//! **Nothing is guessed silently**: what was recognised and assumed is reported, what is ambiguous
//! over a whole column is asked for before anything is written, and a cell that cannot be read is a
//! problem of its row alone. **The same file read twice adds nothing.**

pub mod called;
mod cells;
pub mod dates;
mod delimited;
pub mod dialect;
pub mod known;
mod lines;
mod log;
mod lookups;
pub mod mapping;
pub mod notes;
pub mod numbers;
mod outcome;
mod plan;
mod recognise;
mod rows;
mod session;
mod shown;
pub mod source;
mod study;
pub mod table;
pub mod text;
mod writer;
pub mod xes;
mod xlsx;

use std::path::PathBuf;

use jiff::tz::TimeZone;
use ledger::book::Book;
use ledger::event::Event;
use ledger::money::Currency;
use ledger::problem::Problem;
use ledger::time::Moment;

use crate::import::dates::DateOrder;
use crate::import::dialect::Dialect;
use crate::import::known::Known;
use crate::import::mapping::Mapping;
use crate::import::notes::Report;
use crate::import::numbers::Decimal;
use crate::import::session::Session;
pub use crate::import::writer::Append;
use crate::problems;
use crate::texts::t;

/// What the user says about files.
#[derive(Clone, Debug)]
pub struct Options {
    /// The system that they come from; recognised where it is left out.
    pub as_: Option<Dialect>,
    /// The user's own mapping.
    pub map: Option<Mapping>,
    /// Stages and events that mean a sale made.
    pub won: Vec<String>,
    /// Stages and events that mean the end without a sale.
    pub lost: Vec<String>,
    /// In an event log: the attribute of a trace that holds its amount.
    pub amount: Option<String>,
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// The order of day and month.
    pub dates: Option<DateOrder>,
    /// The decimal sign.
    pub decimal: Option<Decimal>,
    /// Nothing without history counts as known since a deal's creation.
    pub strict: bool,
    /// The zone of times that name none.
    pub zone: TimeZone,
    /// The moment of the import.
    pub recorded_at: Moment,
}

/// Why nothing, or no more, was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The files cannot be used as they are; the report says why. Nothing was added.
    #[error("{}", refusal(.0))]
    Refused(Box<Report>),
    /// The ledger would not take a fact.
    #[error("{0}")]
    Store(Box<dyn std::error::Error + Send + Sync>),
}

impl From<std::io::Error> for ImportError {
    fn from(error: std::io::Error) -> Self {
        ImportError::Store(t!("problems-not-to-its-end", why = error.to_string()).into())
    }
}

impl Options {
    /// Nothing said, at a moment.
    #[must_use]
    pub fn at(recorded_at: Moment) -> Options {
        Options {
            as_: None,
            map: None,
            won: Vec::new(),
            lost: Vec::new(),
            amount: None,
            currency: None,
            dates: None,
            decimal: None,
            strict: false,
            zone: TimeZone::UTC,
            recorded_at,
        }
    }
}

fn refusal(report: &Report) -> String {
    const ROWS: usize = 5;
    let (files, rows): (Vec<&Problem>, Vec<&Problem>) =
        report.problems.kept.iter().partition(|p| p.kind.code().starts_with("P1"));
    let files =
        files.into_iter().map(|p| format!("{}. {}", problems::said(p), problems::remedy(p.kind)));
    let rows = rows.into_iter().take(ROWS).map(problems::said);
    let lines: Vec<String> = files.chain(rows).collect();
    if lines.is_empty() { t!("problems-nothing-of-use").into() } else { lines.join("\n") }
}

/// Reads files, hands every fact that `known` has not got to `append`, and tells `progress` how many
/// bytes of how many are read. Gives the book of all facts, new ones among them.
///
/// # Errors
/// If no file can be used, or one leaves a doubt that only the user can settle, or the ledger
/// refuses a fact.
pub fn import(
    files: &[PathBuf],
    options: &Options,
    known: Known,
    append: &mut Append<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(Report, Book), ImportError> {
    let mut session = Session::new(options, known, append);
    session.run(files, progress)?;
    session.report()
}

/// What an import would do.
#[derive(Debug)]
pub struct DryRun {
    /// What it would say, with a mapping to edit for each file.
    pub report: Report,
    /// The first facts that it would add.
    pub samples: Vec<serde_json::Value>,
}

/// Tries an import out, and keeps up to `most` of its facts to show.
///
/// # Errors
/// As [`import`].
pub fn dry_run(
    files: &[PathBuf],
    options: &Options,
    known: Known,
    most: usize,
) -> Result<DryRun, ImportError> {
    let mut samples = Vec::new();
    let mut append = |event: &Event<&str>| {
        if samples.len() < most {
            samples.push(serde_json::to_value(event)?);
        }
        Ok(())
    };
    let (report, _) = import(files, options, known, &mut append, &mut |_, _| ())?;
    Ok(DryRun { report, samples })
}
