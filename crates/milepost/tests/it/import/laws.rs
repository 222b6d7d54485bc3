//! What holds for every import.

use std::fmt::Write as _;

use ledger::book::Book;
use ledger::event::Event;
use ledger::time::Moment;
use milepost::import::import;
use milepost::import::known::Known;
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest,
};
use proptest::sample::select;

use crate::import::{Ledger, folder, now};

/// A row of our own CSV.
#[derive(Clone, Debug)]
struct Line {
    deal: u8,
    event: &'static str,
    minute: i64,
    cents: Option<i64>,
    owner: &'static str,
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let event = select(vec![
        "Call",
        "Need agreed",
        "Offer, signed \"twice\"",
        "Won",
        "Closed lost",
        "Prüfung",
    ]);
    let owner = select(vec!["Ana", "Bo", ""]);
    let cents = proptest::option::of(0..10_000_000_i64);
    let line = (0..6_u8, event, 0..500_000_i64, cents, owner);
    vec(
        line.prop_map(|(deal, event, minute, cents, owner)| Line {
            deal,
            event,
            minute,
            cents,
            owner,
        }),
        1..40,
    )
}

fn written(lines: &[Line]) -> String {
    let mut out = String::from("deal,event,at,amount,currency,owner\n");
    for line in lines {
        let at = Moment(1_700_000_000_000 / 60_000 * 60_000 + line.minute * 60_000);
        let amount = line.cents.map_or_else(String::new, |c| format!("{}.{:02}", c / 100, c % 100));
        let event = line.event.replace('"', "\"\"");
        writeln!(out, "D{},\"{event}\",{at},{amount},EUR,{}", line.deal, line.owner).unwrap();
    }
    out
}

/// A row that says how one of two deals was at some time, or is now.
fn snapshot() -> impl Strategy<Value = String> {
    let any = |of: &[&'static str]| select(of.to_vec());
    let dates = ["", "2024-02-10", "2024-02-12", "2024-03-01", "2x24-02-10"];
    let created = any(&["", "2024-01-04", "2024-01-09"]);
    let stage = any(&["Trial", "Offer", "Closed Won", "Closed Lost", ""]);
    let row = (1..3_u8, any(&["Acme", "Brix", ""]), any(&["Ana", ""]), 1..4_u16, stage, created);
    (row, any(&dates), any(&dates)).prop_map(
        |((deal, name, owner, amount, stage, created), modified, close)| {
            format!("D{deal},{name},{owner},{amount}00,EUR,{stage},{created},{modified},{close}\n")
        },
    )
}

/// All that a book holds, in words; not the order in which it met deals.
fn told(book: &Book) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for deal in book.deals() {
        let values = format!("{:?} {:?}", deal.state, deal.known.amount);
        let texts = [deal.known.owner, deal.known.name, deal.known.source].map(|t| book.text_of(t));
        let entries =
            deal.entries.iter().map(|e| (e.at, e.known, e.what, e.name.map(|n| book.raw(n))));
        let entries: Vec<_> = entries.collect();
        told.push(format!("{} {values} {texts:?} {entries:?}", book.text(deal.id)));
    }
    told.sort();
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn rows_written_are_facts_read(lines in lines()) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("events.csv");
        std::fs::write(&file, written(&lines)).unwrap();
        let mut read = Vec::new();
        let mut append = |event: &Event<&str>| {
            let name = event.fact.raw_name().map(str::to_owned);
            read.push((event.deal.map(str::to_owned), name, event.happened_at, event.values.amount.map(|a| a.minor)));
            Ok(())
        };
        let (report, book) =
            import(&[file], &now(), Known::default(), &mut append, &mut |_, _| ()).unwrap();
        let mut rows = Vec::new();
        for line in &lines {
            let at = Moment(1_700_000_000_000 / 60_000 * 60_000 + line.minute * 60_000);
            let row = (line.deal, line.event, at, line.cents, line.owner);
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(deal, event, at, cents, _)| (Some(format!("D{deal}")), Some(event.to_owned()), at, cents))
            .collect();
        prop_assert_eq!(read, rows);
        prop_assert_eq!(report.added, book.events());
    }

    #[test]
    fn twice_is_once(lines in lines(), days in 1..400_i64) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("events.csv");
        std::fs::write(&file, written(&lines)).unwrap();
        let mut ledger = Ledger::default();
        let mut options = now();
        let (first, _) = ledger.import(std::slice::from_ref(&file), &options);
        prop_assert_eq!(first.is_empty(), false);
        options.recorded_at = options.recorded_at.plus_days(days);
        let (again, result) = ledger.import(&[file], &options);
        prop_assert_eq!(again, "");
        prop_assert_eq!(result.unwrap().0.added, 0);
    }

    #[test]
    fn snapshots_of_the_same_deals_twice_are_once(rows in vec(snapshot(), 2..12), days in 1..400_i64) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("deals.csv");
        let headers = "deal,deal name,owner,amount,currency,stage,created,modified,close date\n";
        std::fs::write(&file, format!("{headers}{}", rows.concat())).unwrap();
        let mut ledger = Ledger::default();
        let mut options = now();
        ledger.import(std::slice::from_ref(&file), &options).1.unwrap();
        options.recorded_at = options.recorded_at.plus_days(days);
        let (again, result) = ledger.import(&[file], &options);
        prop_assert_eq!(again, "");
        prop_assert_eq!(result.unwrap().0.added, 0);
    }

    #[test]
    fn the_order_of_files_does_not_matter(seed in any::<u64>(), name in select(vec!["salesforce", "hubspot-api", "pipedrive-api", "loader"]), strict in any::<bool>()) {
        let mut options = now();
        options.strict = strict;
        let mut files = folder(name);
        files.sort();
        let (_, straight) = Ledger::default().import(&files, &options);
        files.sort_by_key(|file| (file.as_os_str().len() as u64).wrapping_mul(seed) % 7919);
        let (_, shuffled) = Ledger::default().import(&files, &options);
        prop_assert_eq!(told(&straight.unwrap().1), told(&shuffled.unwrap().1));
    }

    #[test]
    fn every_export_twice_is_once(name in select(vec!["salesforce", "hubspot", "hubspot-api", "pipedrive", "pipedrive-api", "loader", "report", "versions"]), strict in any::<bool>(), days in Just(3_i64)) {
        let mut options = now();
        options.strict = strict;
        let mut ledger = Ledger::default();
        let files = folder(name);
        ledger.import(&files, &options).1.unwrap();
        options.recorded_at = options.recorded_at.plus_days(days);
        let (facts, result) = ledger.import(&files, &options);
        prop_assert_eq!((facts.as_str(), result.unwrap().0.added), ("", 0));
    }

    #[test]
    fn whatever_stands_in_a_file_every_row_is_counted_once(pieces in vec(select(PIECES.to_vec()), 0..60)) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("odd.csv");
        std::fs::write(&file, pieces.concat()).unwrap();
        if let Ok((report, book)) = Ledger::default().import(&[file], &now()).1 {
            prop_assert_eq!(report.added, book.events());
            for file in report.files {
                prop_assert!(file.skipped <= file.rows, "{:?}", file);
            }
        }
    }
}

/// What odd files are made of.
const PIECES: [&str; 24] = [
    "deal",
    "event",
    "at",
    "amount",
    "Id",
    "StageName",
    "CloseDate",
    "CreatedDate",
    "OpportunityId",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "2026-01-05",
    "05/01/2026",
    "1,234",
    "1.234,50 €",
    "Won",
    "D1",
    "\u{feff}",
    "ü",
];
