use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use expect_test::{Expect, expect};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::{any, proptest};
use proptest::{collection, prop_assert_eq};
use tempfile::NamedTempFile;

use crate::import::table::{Next, Row, Table, TableError};

fn open(bytes: &[u8]) -> Result<Table, TableError> {
    let file = NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    Table::open(file.path())
}

/// What is in a file: headers, then each row with its line, then what it was recognised as.
fn show(bytes: &[u8]) -> String {
    let mut table = match open(bytes) {
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
            Next::Fault(fault) => writeln!(shown, "line {} {fault}", row.line).unwrap(),
            Next::End => return format!("{shown}{}\n", table.recognised()),
        }
    }
}

fn check(bytes: impl AsRef<[u8]>, shown: &Expect) {
    shown.assert_eq(&show(bytes.as_ref()));
}

#[test]
fn each_delimiter_is_recognised() {
    let expected = |name: &str| {
        format!(
            "deal · amount · note\n2: D1 · 5 · a b\n3: D2 · 6 · \n{name}-separated UTF-8 text\n"
        )
    };
    for (delimiter, name) in [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe")] {
        let text = "deal~amount~note\nD1~5~a b\nD2~6~\n".replace('~', delimiter);
        assert_eq!(show(text.as_bytes()), expected(name));
        assert_eq!(show(text.replace('\n', "\r\n").as_bytes()), expected(name));
        assert_eq!(show(text.replace('\n', "\r").as_bytes()), expected(name));
        assert_eq!(show(text.trim_end_matches('\n').as_bytes()), expected(name));
    }
}

#[test]
fn a_delimiter_in_prose_or_decimals_does_not_mislead() {
    check(
        "deal;amount, EUR;note\nD1;1234,50;a, b, c\nD2;99,00;\n",
        &expect![[r#"
            deal · amount, EUR · note
            2: D1 · 1234,50 · a, b, c
            3: D2 · 99,00 · 
            semicolon-separated UTF-8 text
        "#]],
    );
    check(
        "sep=;\r\ndeal,a,b;when\r\n1,2,3;4\r\n",
        &expect![[r#"
            deal,a,b · when
            3: 1,2,3 · 4
            semicolon-separated UTF-8 text
        "#]],
    );
}

#[test]
fn quoted_cells_hold_delimiters_quotes_and_lines() {
    check(
        "Deal,\"Date entered \"\"Closed Won (Sales Pipeline)\"\"\",Note*\n\
         \n\
         D1,2026-11-23,\"first\nsecond, \"\"third\"\"\"\r\n\
         , ,\n\
         D2,\"\",5\" pipe\n\
         \"Acme\" West,,x\n",
        &expect![[r#"
            Deal · Date entered "Closed Won (Sales Pipeline)" · Note*
            3: D1 · 2026-11-23 · first
            second, "third"
            6: D2 ·  · 5" pipe
            7: Acme West ·  · x
            comma-separated UTF-8 text
        "#]],
    );
}

#[test]
fn headers_are_kept_as_written() {
    check(
        " Name* ,Amount,Amount,\nD1,1,2,\n",
        &expect![[r#"
             Name*  · Amount · Amount · 
            2: D1 · 1 · 2 · 
            comma-separated UTF-8 text
        "#]],
    );
    check(
        "deal\nD1\nD2\n",
        &expect![[r#"
            deal
            2: D1
            3: D2
            comma-separated UTF-8 text
        "#]],
    );
}

#[test]
fn rows_that_do_not_fit_are_named_and_stop_no_other() {
    check(
        "deal,event,at\nD1,open\nD2,open,2026-01-01\n\nD3,open,2026-01-02,\nD4,open,a,b\nD5,won,c\n",
        &expect![[r#"
            deal · event · at
            line 2 has 2 cells, but there are 3 headers; cells are missing
            3: D2 · open · 2026-01-01
            5: D3 · open · 2026-01-02
            line 6 has 4 cells, but there are 3 headers; name every column, and put a cell that holds the delimiter in quotes
            7: D5 · won · c
            comma-separated UTF-8 text
        "#]],
    );
}

#[test]
fn an_open_quote_costs_its_own_line_only() {
    let expected = expect![[r#"
        deal · note
        2: D1 · a
        line 3 opens a quote that is never closed; double a quote mark that belongs to the text
        4: D3 · c
        5: D4 · d
        comma-separated UTF-8 text
    "#]];
    check("deal,note\nD1,a\nD2,\"b\nD3,c\nD4,d\n", &expected);
    check("deal,note\nD1,a\nD2,\"b\nD3,c\nD4,\"d\"\n", &expected);
    let long = format!("deal,note\nD1,\"b\n{}", "D2,c\n".repeat(1 << 20));
    let mut table = open(long.as_bytes()).unwrap();
    let mut row = Row::default();
    let mut rows = 0;
    loop {
        match table.next_row(&mut row).unwrap() {
            Next::Row => rows += 1,
            Next::Fault(_) => assert_eq!(row.line, 2),
            Next::End => break,
        }
    }
    assert_eq!(rows, 1 << 20);
}

#[test]
fn other_encodings_and_gzip_make_no_difference() {
    let text = "\u{feff}Konto;Betrag\nMüller;1,50 €\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(
        &utf16,
        &expect![[r#"
            Konto · Betrag
            2: Müller · 1,50 €
            semicolon-separated UTF-16 text
        "#]],
    );
    let mut zipped = GzEncoder::new(Vec::new(), Compression::fast());
    zipped.write_all(b"Konto;Betrag\nM\xfcller;1,50 \x80\n").unwrap();
    let zipped = zipped.finish().unwrap();
    check(
        &zipped,
        &expect![[r#"
            Konto · Betrag
            2: Müller · 1,50 €
            semicolon-separated Windows-1252 text, gzipped
        "#]],
    );
    check(
        "Konto;Ort\nMüller;K\u{f6}ln\n"
            .as_bytes()
            .iter()
            .chain(b"A;\xff\n")
            .copied()
            .collect::<Vec<_>>(),
        &expect![[r#"
            Konto · Ort
            2: Müller · Köln
            3: A · �
            semicolon-separated UTF-8 text, 1 damaged character
        "#]],
    );
}

#[test]
fn what_is_no_table_is_refused_in_plain_words() {
    let expected = expect![
        "the file is empty; export it again with a row of headers and a row for each record\n"
    ];
    for empty in [&b""[..], b"\n\n", b" \r\n", b"\xef\xbb\xbf", b"sep=;\n"] {
        check(empty, &expected);
    }
    let expected =
        &expect!["the file has headers but no rows below them; export it again with its records\n"];
    for headers_only in ["deal,event,at", "deal,event,at\n", "sep=,\ndeal,event\n\n,\n"] {
        check(headers_only, expected);
    }
    check(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on",
        &expect![
            "the file is an old or a password-protected Excel workbook; save it as .xlsx or CSV\n"
        ],
    );
    check(
        b"PK\x03\x04 and so on",
        &expect![[r#"
            the file is a zip archive but not a readable Excel workbook (it is damaged); save it as .xlsx or CSV
        "#]],
    );
    check(
        "<html><table><tr><td>deal</td></tr></table></html>",
        &expect![
            "the file is a web page or XML, whatever its name says; save it as .xlsx or CSV\n"
        ],
    );
    check(
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06",
        &expect!["the file is not a table of text; save it as .xlsx or CSV\n"],
    );
    check(
        "deal,\"event\nD1,won\n",
        &expect![[r#"
            the file has quotes that are opened and never closed, up to line 1; export it again
        "#]],
    );
}

#[test]
fn a_gzip_cut_off_says_so() {
    let mut zipped = GzEncoder::new(Vec::new(), Compression::fast());
    for n in 0..100_000_u32 {
        writeln!(zipped, "{n},{}", n.wrapping_mul(2_654_435_761)).unwrap();
    }
    let zipped = zipped.finish().unwrap();
    let mut table = open(&zipped[..zipped.len() / 2]).unwrap();
    let mut row = Row::default();
    let error = loop {
        match table.next_row(&mut row) {
            Ok(next) => assert_eq!(next, Next::Row),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, TableError::CutOff), "{error}");
}

#[test]
fn quotes_broken_everywhere_end_in_a_refusal() {
    let mut table = open(format!("a,b\n{}", "1,\"x\n2,\"\"y\n".repeat(1000)).as_bytes()).unwrap();
    let mut row = Row::default();
    let error = loop {
        match table.next_row(&mut row) {
            Ok(next) => assert_ne!(next, Next::End),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, TableError::Quotes { .. }), "{error}");
}

proptest! {
    #[test]
    fn cells_written_as_the_standard_says_read_back(
        rows in collection::vec(collection::vec("[a-c,;\"\n é]{0,5}", 3), 1..20),
    ) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = "one,two,three\n".to_owned();
        for row in &rows {
            writeln!(text, "{}", row.iter().map(quote).collect::<Vec<_>>().join(",")).unwrap();
        }
        let filled = |row: &&Vec<String>| !row.iter().all(|cell| cell.trim().is_empty());
        let expected: Vec<_> = rows.iter().filter(filled).cloned().collect();
        let mut read = Vec::new();
        if let Ok(mut table) = open(text.as_bytes()) {
            let mut row = Row::default();
            while table.next_row(&mut row).unwrap() == Next::Row {
                read.push(row.cells().map(str::to_owned).collect::<Vec<_>>());
            }
        }
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in collection::vec(any::<u8>(), 0..300)) {
        show(&bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-b,;\t|\"\r\n=]{0,200}") {
        show(text.as_bytes());
    }
}
