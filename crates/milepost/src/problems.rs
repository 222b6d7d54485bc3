//! What can be wrong with what we are given, said to people: the list of `ledger::problem` in the language of whoever
//! reads. Codes are of no language.

use ledger::problem::{Kind, Problem};

use crate::texts::{key, plain};

/// Each kind with what it says and what to do.
const TEXTS: &[(Kind, &str, &str)] = &[
    (Kind::EmptyFile, key!("problems-p101"), key!("problems-p101-remedy")),
    (Kind::UnknownFormat, key!("problems-p102"), key!("problems-p102-remedy")),
    (Kind::UnreadableFile, key!("problems-p103"), key!("problems-p103-remedy")),
    (Kind::NothingGood, key!("problems-p104"), key!("problems-p104-remedy")),
    (Kind::AmbiguousDates, key!("problems-p105"), key!("problems-p105-remedy")),
    (Kind::AmbiguousNumbers, key!("problems-p106"), key!("problems-p106-remedy")),
    (Kind::MissingColumn, key!("problems-p107"), key!("problems-p107-remedy")),
    (Kind::UnsafeXml, key!("problems-p108"), key!("problems-p108-remedy")),
    (Kind::NoDeal, key!("problems-p201"), key!("problems-p201-remedy")),
    (Kind::NoEvent, key!("problems-p202"), key!("problems-p202-remedy")),
    (Kind::NoDate, key!("problems-p203"), key!("problems-p203-remedy")),
    (Kind::BadDate, key!("problems-p204"), key!("problems-p204-remedy")),
    (Kind::BadAmount, key!("problems-p205"), key!("problems-p205-remedy")),
    (Kind::BadCurrency, key!("problems-p206"), key!("problems-p206-remedy")),
    (Kind::RaggedRow, key!("problems-p207"), key!("problems-p207-remedy")),
    (Kind::TwiceInFile, key!("problems-p208"), key!("problems-p208-remedy")),
    (Kind::UnknownDeal, key!("problems-p209"), key!("problems-p209-remedy")),
    (Kind::BadEvent, key!("problems-p210"), key!("problems-p210-remedy")),
    (Kind::Contradiction, key!("problems-p211"), key!("problems-p211-remedy")),
    (Kind::BackDated, key!("problems-p301"), key!("problems-p301-remedy")),
    (Kind::SkippedMilestone, key!("problems-p302"), key!("problems-p302-remedy")),
    (Kind::StepBack, key!("problems-p303"), key!("problems-p303-remedy")),
    (Kind::RolledCloseDate, key!("problems-p304"), key!("problems-p304-remedy")),
    (Kind::PastCloseDate, key!("problems-p305"), key!("problems-p305-remedy")),
    (Kind::SameMoment, key!("problems-p306"), key!("problems-p306-remedy")),
    (Kind::NoOwner, key!("problems-p307"), key!("problems-p307-remedy")),
    (Kind::NoAmount, key!("problems-p308"), key!("problems-p308-remedy")),
    (Kind::NoHistory, key!("problems-p309"), key!("problems-p309-remedy")),
    (Kind::ReopenedDeal, key!("problems-p310"), key!("problems-p310-remedy")),
    (Kind::InTheFuture, key!("problems-p311"), key!("problems-p311-remedy")),
    (Kind::BeforeItsLead, key!("problems-p312"), key!("problems-p312-remedy")),
    (Kind::FarAmount, key!("problems-p313"), key!("problems-p313-remedy")),
    (Kind::NoSource, key!("problems-p314"), key!("problems-p314-remedy")),
];

fn of(kind: Kind) -> Option<&'static (Kind, &'static str, &'static str)> {
    TEXTS.iter().find(|entry| entry.0 == kind)
}

/// What is wrong.
#[must_use]
pub fn title(kind: Kind) -> &'static str {
    of(kind).map_or(kind.title(), |entry| plain(entry.1))
}

/// What to do about it.
#[must_use]
pub fn remedy(kind: Kind) -> &'static str {
    of(kind).map_or(kind.remedy(), |entry| plain(entry.2))
}

/// `deals.csv:7: P204 a date cannot be read: '31.02.2026' in column 'Close Date'`.
#[must_use]
pub fn said(problem: &Problem) -> String {
    let mut text = problem.place.as_ref().map_or(String::new(), |place| format!("{place}: "));
    text += problem.kind.code();
    text.push(' ');
    text += title(problem.kind);
    if !problem.found.is_empty() {
        text += ": ";
        text += &problem.found;
    }
    text
}

#[cfg(test)]
mod tests {
    use ledger::problem::{LIST, Place, Problem};

    use super::{TEXTS, remedy, said, title};

    #[test]
    fn every_kind_is_said_as_the_ledger_does() {
        assert_eq!(TEXTS.len(), LIST.len());
        for (kind, _, words, what_to_do) in LIST {
            assert_eq!((title(*kind), remedy(*kind)), (*words, *what_to_do));
            let place = Some(Place { file: "deals.csv".into(), line: Some(7) });
            let problem = Problem { kind: *kind, found: "'x'".into(), place };
            assert_eq!(said(&problem), problem.to_string());
        }
    }
}
