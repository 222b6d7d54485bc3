//! Tables of any kind, plain, zipped or a workbook: any bytes end in rows or in a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use milepost::import::table::{Next, Row, Table, TableError};

/// Reads all rows; each has a cell for every header.
fn rows(file: &std::path::Path) -> Result<(), TableError> {
    let mut table = Table::open(file)?;
    let width = table.headers.len();
    let mut row = Row::default();
    loop {
        match table.next_row(&mut row)? {
            Next::Row => assert_eq!(row.cells().count(), width),
            Next::Fault(fault) => assert!(!fault.to_string().is_empty()),
            Next::End => break,
        }
    }
    let _ = table.recognised();
    Ok(())
}

fuzz_target!(|bytes: &[u8]| {
    let file = std::env::temp_dir().join(format!("milepost-fuzz-table-{}", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    if let Err(stop) = rows(&file) {
        assert!(!stop.to_string().is_empty());
    }
});
