//! Every kind of problem of files and rows, by a file that provokes it.

use std::collections::BTreeSet;

use expect_test::expect;
use ledger::problem::LIST;
use milepost::import::dialect::Dialect;

use crate::import::{facts, now, tests};

fn files() -> Vec<String> {
    let files = std::fs::read_dir(tests().join("problems")).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn each_is_told_where_it_stands_and_stops_no_good_row() {
    let mut told = String::new();
    for file in files() {
        let mut options = now();
        if file.starts_with("P107") {
            options.as_ = Some(Dialect::Salesforce);
        }
        told += &format!("== {file}\n{}", facts(&[tests().join("problems").join(&file)], &options));
    }
    expect![[r#"
        == P101-empty.csv
        refused: P101-empty.csv: P101 the file has no rows: it is empty. Export it again with its rows; the first line must hold the column names.
        == P101-headers-only.csv
        refused: P101-headers-only.csv: P101 the file has no rows: it has headers but no rows below them. Export it again with its rows; the first line must hold the column names.
        == P102-strange.csv
        refused: P102-strange.csv: P102 the file's columns are not recognised: its columns are 'colour', 'weight'. Say what it is with --as, or which column means what with --map FILE; --dry-run prints such a file to start from.
        == P102-two-systems.csv
        refused: P102-two-systems.csv: P102 the file's columns are not recognised: it could be user roles of salesforce or pipelines of pipedrive; its columns are 'Id', 'Name'. Say what it is with --as, or which column means what with --map FILE; --dry-run prints such a file to start from.
        == P103-old-excel.xls
        refused: P103-old-excel.xls: P103 the file cannot be read: it is an old or a password-protected Excel workbook. Save it as CSV (UTF-8) or .xlsx and import that.
        == P104-nothing-good.csv
        refused: P104-nothing-good.csv: P104 no row of the file can be used: all of its 2 rows were left out. Mend the problems listed for its rows, or say which column means what with --map FILE.
        P104-nothing-good.csv:2: P201 the row names no deal
        P104-nothing-good.csv:3: P202 the row names no event or stage
        == P104-of-no-use-alone.csv
        refused: P104-of-no-use-alone.csv: P104 no row of the file can be used: it holds salesforce managers, which are of no use alone. Mend the problems listed for its rows, or say which column means what with --map FILE.
        == P105-ambiguous-dates.csv
        refused: P105-ambiguous-dates.csv: P105 dates can be read in two ways: column 'at': '05/01/2026' could be 5 January 2026 or 1 May 2026. Say which comes first with --dates dmy or --dates mdy.
        == P106-ambiguous-amounts.csv
        refused: P106-ambiguous-amounts.csv: P106 amounts can be read in two ways: column 'amount': '1,250' could be 1250 or 1.25. Say which sign parts the decimals with --decimal comma or --decimal point.
        == P107-no-stage-column.csv
        refused: P107-no-stage-column.csv: P107 a column that is needed is missing: no column holds 'stage' of opportunity history; its columns are 'OpportunityId', 'CreatedDate', 'Amount'. Export it too, or name the column that holds it in a mapping file (--map).
        == P108-entities.xes
        refused: P108-entities.xes: P108 the XML declares entities of its own, which are never followed: line 2: the file declares entities of its own (<!ENTITY), which are not read for safety. Export the log again without a document type (DOCTYPE).
        == P201-no-deal.csv
        D1 2026-01-06 ActivityLogged 'Offer'
        ! P201-no-deal.csv:2: P201 the row names no deal
        == P202-no-event.csv
        D1 2026-01-06 ActivityLogged 'Offer'
        ! P202-no-event.csv:2: P202 the row names no event or stage
        == P203-no-date.csv
        D1 2026-01-06 ActivityLogged 'Offer'
        ! P203-no-date.csv:2: P203 the row has no date
        == P204-bad-date.csv
        D1 2026-01-06 ActivityLogged 'Offer'
        ! P204-bad-date.csv:3: P204 a date cannot be read: '2026-02-31' in column 'at'
        == P205-bad-amount.csv
        D1 2026-01-05 ActivityLogged 'Call'
        D1 2026-01-06 ActivityLogged 'Offer' amount=1200.00 EUR
        ! P205-bad-amount.csv:2: P205 an amount cannot be read: 'a lot' in column 'amount'
        == P206-bad-currency.csv
        D1 2026-01-05 ActivityLogged 'Call'
        D1 2026-01-06 ActivityLogged 'Offer' amount=1200.00 EUR
        ! P206-bad-currency.csv:2: P206 a currency is not known: 'XXQ' in column 'currency'
        == P207-ragged.csv
        D1 2026-01-06 ActivityLogged 'Offer'
        ! P207-ragged.csv:2: P207 the row has more or fewer cells than there are columns: it has 4 cells, but there are 3 headers
        == P208-twice.csv
        D1 2026-01-06 ActivityLogged 'Offer'
        ! P208-twice.csv:3: P208 the same row stands twice: 'Offer' of deal 'D1' at 2026-01-06T00:00:00Z
        == P209-unknown-deal.csv
        refused: P209-unknown-deal.csv: P104 no row of the file can be used: all of its 1 rows were left out. Mend the problems listed for its rows, or say which column means what with --map FILE.
        P209-unknown-deal.csv: P209 the row is about a deal that is not in the data: 1 rows, such as the one about '006X'
        == P210-no-event.jsonl
        D1 2026-01-06 DealOpened
        ! P210-no-event.jsonl:2: P210 the line is no event: missing field `id` at line 1 column 33
        == P211-two-minds.csv
        D1 2026-01-05 DealOpened name=Acme 40 seats #-1000000
        D1 now DealChanged amount=1200.00 USD
        D1 now MilestoneReached 'Proposal' set
        D2 2026-01-06 DealOpened name=Brix renewal #-1000000
        D2 now DealChanged amount=900.00 USD
        D2 now MilestoneReached 'Proposal' set
        * taken as known since the deal was created, for nothing shows a change: name (2); --strict turns that off
        * without history, so known only since this import: amount (2), stage (2)
        * amounts that name no currency are taken as USD (4); say another with --currency or in milepost.toml
        ! P211-two-minds.csv:3: P211 the list has the deal twice, with different values: another amount of deal 'D1'
        ! P211-two-minds.csv:3: P211 the list has the deal twice, with different values: 'Negotiation' of deal 'D1'
    "#]].assert_eq(&told);
}

#[test]
fn each_kind_has_a_file_that_provokes_it() {
    let provoked: BTreeSet<String> = files().iter().map(|file| file[..4].to_owned()).collect();
    let kinds = LIST.iter().map(|entry| entry.1).filter(|code| *code < "P3");
    let missing: Vec<_> = kinds.filter(|code| !provoked.contains(*code)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
