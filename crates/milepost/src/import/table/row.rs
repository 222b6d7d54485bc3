//! One row of a table: its cells, or why they do not fit the headers.

use crate::texts::{bare, t};

/// One row: its cells and the line it starts on. Reused from row to row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The line of the file, or row of the sheet, that it starts on; the first is 1.
    pub line: u64,
    pub(in crate::import) text: String,
    pub(in crate::import) ends: Vec<usize>,
}

/// What came next in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A row, with a cell for every header.
    Row,
    /// A row that does not fit the headers; the row's `line` says where. Reading can go on.
    Fault(Fault),
    /// The table has ended.
    End,
}

/// Why a row cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Cells are missing.
    #[error("{}", t!("problems-row-short", cells = bare(*.cells as u64), headers = bare(*.headers as u64)))]
    TooShort {
        /// Cells in the row.
        cells: usize,
        /// Headers of the table.
        headers: usize,
    },
    /// There are more cells than headers.
    #[error("{}", t!("problems-row-long", cells = bare(*.cells as u64), headers = bare(*.headers as u64)))]
    TooLong {
        /// Cells in the row.
        cells: usize,
        /// Headers of the table.
        headers: usize,
    },
    /// A quote is opened and never closed.
    #[error("{}", t!("problems-row-open-quote"))]
    OpenQuote,
}

impl Row {
    /// The text of a cell, spaces and all; empty where there is no such cell.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        let Some(&end) = self.ends.get(column) else { return "" };
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        &self.text[start..end]
    }

    /// The cells from first to last.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|column| self.get(column))
    }

    pub(in crate::import) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(in crate::import) fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    pub(in crate::import) fn is_blank(&self) -> bool {
        self.text.trim_start().is_empty()
    }

    /// Cells beyond the headers say nothing if they are empty, and are dropped.
    pub(super) fn fit(&mut self, headers: usize) -> Next {
        let cells = self.ends.len();
        if cells < headers {
            return Next::Fault(Fault::TooShort { cells, headers });
        }
        if headers > 0 && self.text[self.ends[headers - 1]..].trim_start().is_empty() {
            self.ends.truncate(headers);
            return Next::Row;
        }
        Next::Fault(Fault::TooLong { cells, headers })
    }
}
