//! What can be wrong with what we are given: a code, a sentence, a remedy. This list is the user's
//! page of errors; `docs/guide/problems.md` is generated from it, and each kind has a file that
//! provokes it and a golden test.

use std::fmt;

use serde::Serialize;

/// A kind of problem. `P1…` stop a file, `P2…` a row, `P3…` are faults of the record itself, found
/// by `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is explained by its title and remedy in `LIST`")]
pub enum Kind {
    EmptyFile,
    UnknownFormat,
    UnreadableFile,
    NothingGood,
    AmbiguousDates,
    AmbiguousNumbers,
    MissingColumn,
    UnsafeXml,
    NoDeal,
    NoEvent,
    NoDate,
    BadDate,
    BadAmount,
    BadCurrency,
    RaggedRow,
    TwiceInFile,
    UnknownDeal,
    BadEvent,
    Contradiction,
    BackDated,
    SkippedMilestone,
    StepBack,
    RolledCloseDate,
    PastCloseDate,
    SameMoment,
    NoOwner,
    NoAmount,
    NoHistory,
    ReopenedDeal,
    InTheFuture,
    BeforeItsLead,
    FarAmount,
    NoSource,
}

/// All kinds: code, what it says, what to do.
pub const LIST: &[(Kind, &str, &str, &str)] = &[
    (
        Kind::EmptyFile,
        "P101",
        "the file has no rows",
        "Export it again with its rows; the first line must hold the column names.",
    ),
    (
        Kind::UnknownFormat,
        "P102",
        "the file's columns are not recognised",
        "Say what it is with --as, or which column means what with --map FILE; --dry-run prints such a file to start from.",
    ),
    (
        Kind::UnreadableFile,
        "P103",
        "the file cannot be read",
        "Save it as CSV (UTF-8) or .xlsx and import that.",
    ),
    (
        Kind::NothingGood,
        "P104",
        "no row of the file can be used",
        "Mend the problems listed for its rows, or say which column means what with --map FILE.",
    ),
    (
        Kind::AmbiguousDates,
        "P105",
        "dates can be read in two ways",
        "Say which comes first with --dates dmy or --dates mdy.",
    ),
    (
        Kind::AmbiguousNumbers,
        "P106",
        "amounts can be read in two ways",
        "Say which sign parts the decimals with --decimal comma or --decimal point.",
    ),
    (
        Kind::MissingColumn,
        "P107",
        "a column that is needed is missing",
        "Export it too, or name the column that holds it in a mapping file (--map).",
    ),
    (
        Kind::UnsafeXml,
        "P108",
        "the XML declares entities of its own, which are never followed",
        "Export the log again without a document type (DOCTYPE).",
    ),
    (
        Kind::NoDeal,
        "P201",
        "the row names no deal",
        "Fill in the deal's id or name; rows without one are left out.",
    ),
    (
        Kind::NoEvent,
        "P202",
        "the row names no event or stage",
        "Fill in what happened; rows without it are left out.",
    ),
    (
        Kind::NoDate,
        "P203",
        "the row has no date",
        "Fill in when it happened; rows without a date are left out.",
    ),
    (
        Kind::BadDate,
        "P204",
        "a date cannot be read",
        "Write dates as 2026-11-23 or 2026-11-23 09:30.",
    ),
    (
        Kind::BadAmount,
        "P205",
        "an amount cannot be read",
        "Write amounts as 1234.50; the row is used without its amount.",
    ),
    (
        Kind::BadCurrency,
        "P206",
        "a currency is not known",
        "Write its three ISO letters, such as EUR; the row is used without its amount.",
    ),
    (
        Kind::RaggedRow,
        "P207",
        "the row has more or fewer cells than there are columns",
        "Put cells that hold the separator in quotes; the row is left out.",
    ),
    (Kind::TwiceInFile, "P208", "the same row stands twice", "Nothing to do: it is counted once."),
    (
        Kind::UnknownDeal,
        "P209",
        "the row is about a deal that is not in the data",
        "Import the deals too, in the same call; the row is left out.",
    ),
    (
        Kind::BadEvent,
        "P210",
        "the line is no event",
        "Export it again with milepost export; the line is left out.",
    ),
    (
        Kind::Contradiction,
        "P211",
        "the list has the deal twice, with different values",
        "Keep one row a deal, or add the column that says when each was modified; the first row counts.",
    ),
    (
        Kind::BackDated,
        "P301",
        "entered long after it happened",
        "Log steps on the day they happen: what was not known then cannot be in a forecast of that day.",
    ),
    (
        Kind::SkippedMilestone,
        "P302",
        "a milestone was passed over",
        "Ask whether the step was not taken or not recorded; where it is often passed over, it may be no milestone.",
    ),
    (
        Kind::StepBack,
        "P303",
        "the deal went back to an earlier milestone",
        "Check the evidence before a milestone is marked as reached.",
    ),
    (
        Kind::RolledCloseDate,
        "P304",
        "the expected close date was put off again and again",
        "Agree a date with the customer instead of guessing one.",
    ),
    (
        Kind::PastCloseDate,
        "P305",
        "the deal is open and its expected close date has passed",
        "Agree a new date with the customer, or close the deal.",
    ),
    (
        Kind::SameMoment,
        "P306",
        "several steps bear the same moment",
        "Log each step when it happens; their order and the time between them are unknown.",
    ),
    (Kind::NoOwner, "P307", "the deal has no owner", "Give it an owner; it is in nobody's list."),
    (
        Kind::NoAmount,
        "P308",
        "the deal has no amount",
        "Enter what it is worth; it counts as nothing in the pipeline.",
    ),
    (
        Kind::NoHistory,
        "P309",
        "only the present value is known, not its history",
        "Import the history too (stage or property history); past forecasts cannot use the value.",
    ),
    (
        Kind::ReopenedDeal,
        "P310",
        "the deal was won or lost and then opened again",
        "Open a new deal for a new attempt, so that odds and durations stay true.",
    ),
    (
        Kind::InTheFuture,
        "P311",
        "it bears a moment that has not come yet",
        "Correct the date; plans belong in expected dates and commitments.",
    ),
    (
        Kind::BeforeItsLead,
        "P312",
        "the deal was won or lost before its lead first met us",
        "Correct the date of the lead or of the end; the lead may have come by a way that was not recorded.",
    ),
    (
        Kind::FarAmount,
        "P313",
        "the amount is more than 50 times what nine in ten deals are worth at most",
        "Check the amount: a digit too many, another currency, or a yearly sum outweighs all other deals.",
    ),
    (
        Kind::NoSource,
        "P314",
        "the lead names no source",
        "Ask where it came from, and let forms send the source; what names say nothing is set under [sources] in milepost.toml.",
    ),
];

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind.
    pub kind: Kind,
    /// What was found, in words: "'31.02.2026' in column 'Close Date'".
    pub found: String,
    /// The file and line.
    pub place: Option<Place>,
}

/// A line of a file; lines are counted from 1, as an editor does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// The line, where there is one.
    pub line: Option<u64>,
}

impl Kind {
    fn entry(self) -> &'static (Kind, &'static str, &'static str, &'static str) {
        LIST.iter().find(|entry| entry.0 == self).unwrap_or(&LIST[0])
    }

    /// Its code, which never changes.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.entry().1
    }

    /// What is wrong.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.entry().2
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        self.entry().3
    }
}

impl fmt::Display for Problem {
    /// `deals.csv:7: P204 a date cannot be read: '31.02.2026' in column 'Close Date'`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{} {}", self.kind.code(), self.kind.title())?;
        if self.found.is_empty() { Ok(()) } else { write!(f, ": {}", self.found) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Kind, LIST, Place, Problem};

    #[test]
    fn every_kind_has_one_code_and_one_remedy() {
        let codes: BTreeSet<_> = LIST.iter().map(|entry| entry.1).collect();
        let kinds: BTreeSet<_> = LIST.iter().map(|entry| entry.0).collect();
        assert_eq!((codes.len(), kinds.len()), (LIST.len(), LIST.len()));
        assert_eq!(LIST.last().unwrap().0 as usize + 1, LIST.len(), "a kind has no entry");
        assert!(LIST.iter().all(|entry| entry.3.ends_with('.')));
    }

    #[test]
    fn a_problem_says_where_it_stands() {
        let place = Some(Place { file: "deals.csv".into(), line: Some(7) });
        let problem = Problem { kind: Kind::NoDeal, found: String::new(), place };
        assert_eq!(problem.to_string(), "deals.csv:7: P201 the row names no deal");
    }
}
