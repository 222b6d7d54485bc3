use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};

use crate::import::table::{Next, Row, Table};
use crate::import::xlsx::number_text;

fn check(name: &str, shown: &Expect) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    shown.assert_eq(&show(&fixtures.join(name)));
}

fn show(path: &Path) -> String {
    let mut table = match Table::open(path) {
        Ok(table) => table,
        Err(error) => return format!("the file {error}\n"),
    };
    let mut shown = format!("{}\n", table.headers.join(" · "));
    let mut row = Row::default();
    loop {
        let next = table.next_row(&mut row).unwrap();
        let cells = row.cells().collect::<Vec<_>>().join(" · ");
        match next {
            Next::Row => writeln!(shown, "{}: {cells}", row.line).unwrap(),
            Next::Fault(fault) => writeln!(shown, "row {} {fault}", row.line).unwrap(),
            Next::End => return format!("{shown}{}\n", table.recognised()),
        }
    }
}

#[test]
fn the_first_visible_sheet_with_rows_is_read() {
    check(
        "workbook.xlsx",
        &expect![[r#"
            Deal* · Amount · Close date · Created · Won · Share · Note · Cycle
            4: Acme · 1200 · 2026-11-23 · 2026-01-02T09:30:00 · TRUE · 0.3 · first
            second · 1.5
            5: Müller & Söhne · 1234.5 · 2024-02-29 · 2026-01-02T00:00:01 · FALSE · 0.0000001 ·  · 
            6: 45631 · 123456789012345 · 45631 ·  ·  · #N/A ·  · 
            8: After a gap ·  ·  ·  ·  ·  ·  · 
            row 9 has 10 cells, but there are 8 headers; name every column, and put a cell that holds the delimiter in quotes
            sheet 'Deals' of an Excel workbook
        "#]],
    );
}

#[test]
fn workbooks_without_rows_are_refused_in_plain_words() {
    check(
        "headers-only.xlsx",
        &expect![[r#"
        the file has headers but no rows below them; export it again with its records
    "#]],
    );
    check(
        "empty.xlsx",
        &expect![[r#"
        the file is empty; export it again with a row of headers and a row for each record
    "#]],
    );
    check(
        "text-in-a-zip.zip",
        &expect![[r#"
        the file is a zip archive but not a readable Excel workbook (no workbook in it); save it as .xlsx or CSV
    "#]],
    );
}

#[test]
fn a_cell_that_no_sheet_has_room_for_is_refused() {
    check(
        "far-cell.xlsx",
        &expect![[r#"
        the file is a zip archive but not a readable Excel workbook (a cell lies outside of the sheet); save it as .xlsx or CSV
    "#]],
    );
}

#[test]
fn a_workbook_that_calls_itself_csv_is_a_workbook() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deals.csv");
    fs::copy(fixtures.join("workbook.xlsx"), &path).unwrap();
    assert_eq!(show(&path), show(&fixtures.join("workbook.xlsx")));
}

#[test]
fn numbers_lose_the_noise_of_floats_and_nothing_else() {
    let read =
        [0.1 + 0.2, 1200.0, 123_456_789_012_345.0, 1e-7, -0.5, 45_631.25, 1.1e16].map(number_text);
    let expected =
        ["0.3", "1200", "123456789012345", "0.0000001", "-0.5", "45631.25", "11000000000000000"];
    assert_eq!(read, expected);
}
