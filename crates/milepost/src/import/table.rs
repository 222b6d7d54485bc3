//! A table: headers, and rows of text cells in order, from delimited text or an Excel workbook.
//!
//! What the file is comes from its content, never from its name. A row that does not fit the
//! headers is a [`Fault`] with its line number and stops no other row. Headers are kept as written,
//! duplicates too. What a cell means is not known here.

mod error;
mod recognised;
mod row;

use std::path::Path;

use crate::import::delimited::Delimited;
use crate::import::source::{Progress, Source};
pub use crate::import::table::error::TableError;
pub use crate::import::table::recognised::{Layout, Recognised};
pub use crate::import::table::row::{Fault, Next, Row};
use crate::import::text::Text;
use crate::import::xlsx::Sheet;

/// An open table, at its first row.
pub struct Table {
    /// The headers, as written.
    pub headers: Vec<String>,
    /// How far the file has been read.
    pub progress: Progress,
    gzipped: bool,
    rows: Rows,
}

enum Rows {
    Delimited(Delimited),
    Sheet(Sheet),
}

impl Table {
    /// Opens a table and reads its headers. To read it a second time, open it again.
    pub fn open(path: &Path) -> Result<Table, TableError> {
        let source = Source::open(path)?;
        let (progress, gzipped) = (source.progress.clone(), source.gzipped);
        let (headers, rows) = match source.head.as_slice() {
            [b'P', b'K', 3..=6, ..] => {
                let (headers, sheet) = Sheet::read(source.content)?;
                (headers, Rows::Sheet(sheet))
            }
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(TableError::OldExcel),
            _ => {
                let (headers, text) = Delimited::start(Text::new(source.content))?;
                (headers, Rows::Delimited(text))
            }
        };
        Ok(Table { headers, progress, gzipped, rows })
    }

    /// Reads the next row into `row`. Blank rows are passed over.
    pub fn next_row(&mut self, row: &mut Row) -> Result<Next, TableError> {
        let next = match &mut self.rows {
            Rows::Delimited(rows) => rows.next_row(row)?,
            Rows::Sheet(rows) => rows.next_row(row, self.headers.len()),
        };
        Ok(if next == Next::Row { row.fit(self.headers.len()) } else { next })
    }

    /// What the file was recognised as; final once the last row has been read.
    #[must_use]
    pub fn recognised(&self) -> Recognised {
        let (layout, damaged) = match &self.rows {
            Rows::Delimited(rows) => rows.recognised(),
            Rows::Sheet(sheet) => (Layout::Sheet { name: sheet.name.clone() }, 0),
        };
        Recognised { layout, gzipped: self.gzipped, damaged }
    }
}

#[cfg(test)]
mod tests;
