//! What an import has to say: what each file was taken for, what was assumed, and what was wrong.

use std::collections::BTreeMap;

use ledger::problem::{Kind, Place, Problem};

use crate::people::People;
use crate::texts::{bare, t};

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    /// The files, in the order in which they were read.
    pub files: Vec<FileReport>,
    /// Facts that are new.
    pub added: u64,
    /// Facts that the ledger had.
    pub known: u64,
    /// Of the new ones, those that correct a fact that the ledger had.
    pub corrected: u64,
    /// What was taken for granted, and how to change it; one sentence each.
    pub assumptions: Vec<String>,
    /// What was wrong.
    pub problems: Problems,
    /// Whom the ids stand for.
    pub people: People,
}

/// What became of one file.
#[derive(Clone, Debug, Default)]
pub struct FileReport {
    /// The file, as it was named.
    pub file: String,
    /// What it was recognised as: "salesforce opportunity history".
    pub recognised: String,
    /// How it is written: "comma-separated UTF-8 text".
    pub layout: String,
    /// Each header with what it was read as; empty where it was not read.
    pub columns: Vec<(String, String)>,
    /// A mapping file that reads it in the same way.
    pub mapping: String,
    /// Its rows.
    pub rows: u64,
    /// Rows that were used, whether they said something new or not.
    pub used: u64,
    /// Facts made of it, known ones among them.
    pub events: u64,
    /// Names, teams and stages learned from it.
    pub learned: u64,
    /// Rows left out.
    pub skipped: u64,
}

/// Problems, all counted, the first of each kind kept.
#[derive(Debug, Default)]
pub struct Problems {
    /// How many there are of each kind.
    pub counts: BTreeMap<Kind, u64>,
    /// The first of each kind.
    pub kept: Vec<Problem>,
}

/// How many problems of one kind are kept.
const KEPT: u64 = 20;

impl Problems {
    /// Takes in a problem.
    pub fn add(&mut self, problem: Problem) {
        self.add_many(problem, 1);
    }

    /// Takes in one problem that stands for many.
    pub fn add_many(&mut self, problem: Problem, many: u64) {
        let count = self.counts.entry(problem.kind).or_default();
        if *count < KEPT {
            self.kept.push(problem);
        }
        *count += many;
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.values().sum()
    }
}

/// Why a row, or a cell of it, cannot be used.
pub(super) type Fault = (Kind, String);

/// What is noted while rows are read.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) problems: Problems,
    /// The file that is being read.
    pub(super) file: FileReport,
    tallies: BTreeMap<Tally, u64>,
}

/// What is counted to become one sentence of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tally {
    /// Amounts without a currency.
    NoCurrency,
    /// Values of deals that were taken as known from creation.
    FromCreation(&'static str),
    /// Values without history, known from the last modification.
    FromModified(&'static str),
    /// Values without history, known from the import.
    FromImport(&'static str),
    /// Deals without an id.
    NamedDeals,
    /// Quotas known from the start of their period.
    Quotas,
    /// Quotas without an end.
    EndlessQuotas,
    /// Amounts of a log's traces.
    TraceAmounts,
    /// Rows of properties that are not used.
    OtherProperties,
    /// Records that the source system had deleted.
    Deleted,
    /// Times without a zone.
    Zoneless,
}

impl Notes {
    pub(super) fn count(&mut self, tally: Tally) {
        *self.tallies.entry(tally).or_default() += 1;
    }

    pub(super) fn count_many(&mut self, tally: Tally, many: u64) {
        if many > 0 {
            *self.tallies.entry(tally).or_default() += many;
        }
    }

    /// A fault at a line of the file being read.
    pub(super) fn fault(&mut self, (kind, found): Fault, line: u64) {
        let place = Some(Place { file: self.file.file.clone(), line: Some(line) });
        self.problems.add(Problem { kind, found, place });
    }

    /// A fault of the whole file.
    pub(super) fn fault_of_file(&mut self, (kind, found): Fault, many: u64) {
        let place = Some(Place { file: self.file.file.clone(), line: None });
        self.problems.add_many(Problem { kind, found, place }, many);
    }

    /// The sentences of what was assumed.
    pub(super) fn assumptions(&self, strict: bool) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let of = |wanted: fn(Tally) -> Option<&'static str>| {
            let counted = self.tallies.iter();
            let words = counted.filter_map(|(t, n)| {
                wanted(*t).map(|what| t!("notes-counted", what = slot(what), n = bare(*n)))
            });
            words.collect::<Vec<_>>().join(", ")
        };
        let created = of(|t| if let Tally::FromCreation(what) = t { Some(what) } else { None });
        if !created.is_empty() {
            lines.push(t!("notes-from-creation", what = created));
        }
        let modified = of(|t| if let Tally::FromModified(what) = t { Some(what) } else { None });
        if !modified.is_empty() {
            lines.push(t!("notes-from-modified", what = modified));
        }
        let import = of(|t| if let Tally::FromImport(what) = t { Some(what) } else { None });
        if !import.is_empty() {
            lines.push(t!("notes-from-import", what = import));
        }
        for (tally, n) in &self.tallies {
            lines.extend(tally.sentence(*n, strict));
        }
        lines
    }
}

/// What a value of a deal is called to people.
fn slot(what: &'static str) -> &'static str {
    match what {
        "name" => t!("notes-name"),
        "account" => t!("notes-account"),
        "owner" => t!("notes-owner"),
        "source" => t!("notes-source"),
        "type" => t!("notes-type"),
        "pipeline" => t!("notes-pipeline"),
        "amount" => t!("notes-amount"),
        "close date" => t!("notes-close-date"),
        "category" => t!("notes-category"),
        "stage" => t!("notes-stage"),
        "won and lost" => t!("notes-won-and-lost"),
        other => other,
    }
}

impl Tally {
    fn sentence(self, n: u64, strict: bool) -> Option<String> {
        let n = bare(n);
        Some(match self {
            Tally::NoCurrency => t!("notes-no-currency", n = n),
            Tally::NamedDeals => t!("notes-named-deals", n = n),
            Tally::Quotas => t!("notes-quotas", n = n),
            Tally::EndlessQuotas => t!("notes-endless-quotas", n = n),
            Tally::TraceAmounts if strict => t!("notes-amounts-import", n = n),
            Tally::TraceAmounts => t!("notes-amounts-first", n = n),
            Tally::OtherProperties => t!("notes-other-properties", n = n),
            Tally::Deleted => t!("notes-deleted", n = n),
            Tally::Zoneless => t!("notes-zoneless", n = n),
            _ => return None,
        })
    }
}
