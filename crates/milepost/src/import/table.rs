//! A table: headers, and rows of text cells in order, from delimited text or an Excel workbook.
//!
//! What the file is comes from its content, never from its name. A row that does not fit the
//! headers is a [`Fault`] with its line number and stops no other row. Headers are kept as written,
//! duplicates too. What a cell means is not known here.

use std::fmt;
use std::io;
use std::path::Path;

use crate::import::delimited::Delimited;
use crate::import::text::{Encoding, Progress, Source, Text};
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

/// One row: its cells and the line it starts on. Reused from row to row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The line of the file, or row of the sheet, that it starts on; the first is 1.
    pub line: u64,
    pub(super) text: String,
    pub(super) ends: Vec<usize>,
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
    #[error("has {cells} cells, but there are {headers} headers; cells are missing")]
    TooShort {
        /// Cells in the row.
        cells: usize,
        /// Headers of the table.
        headers: usize,
    },
    /// There are more cells than headers.
    #[error(
        "has {cells} cells, but there are {headers} headers; name every column, and put a cell that \
         holds the delimiter in quotes"
    )]
    TooLong {
        /// Cells in the row.
        cells: usize,
        /// Headers of the table.
        headers: usize,
    },
    /// A quote is opened and never closed.
    #[error("opens a quote that is never closed; double a quote mark that belongs to the text")]
    OpenQuote,
}

/// Why a file cannot be read as a table. Each reads on from the file's name.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The system would not give the file.
    #[error("cannot be read: {0}")]
    Unreadable(io::Error),
    /// The file ends too early.
    #[error("ends in the middle of its compressed data; fetch or export it again")]
    CutOff,
    /// There is nothing in it.
    #[error("is empty; export it again with a row of headers and a row for each record")]
    Empty,
    /// There is nothing under the headers.
    #[error("has headers but no rows below them; export it again with its records")]
    HeadersOnly,
    /// A workbook from before 2007, or one with a password.
    #[error("is an old or a password-protected Excel workbook; save it as .xlsx or CSV")]
    OldExcel,
    /// A workbook that is damaged or not one.
    #[error("is a zip archive but not a readable Excel workbook ({0}); save it as .xlsx or CSV")]
    NotAWorkbook(String),
    /// HTML or XML.
    #[error("is a web page or XML, whatever its name says; save it as .xlsx or CSV")]
    Markup,
    /// Neither text nor a workbook.
    #[error("is not a table of text; save it as .xlsx or CSV")]
    Binary,
    /// Quotes are broken in the headers or all over the file.
    #[error("has quotes that are opened and never closed, up to line {line}; export it again")]
    Quotes {
        /// Where reading stopped.
        line: u64,
    },
}

impl From<io::Error> for TableError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => TableError::CutOff,
            _ => TableError::Unreadable(error),
        }
    }
}

/// What a table was recognised as, for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Text or sheet.
    pub layout: Layout,
    /// Whether the file was gzipped.
    pub gzipped: bool,
    /// Characters that were damaged and replaced so far.
    pub damaged: u64,
}

/// The layout of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Text with a delimiter.
    Delimited {
        /// Between two cells.
        delimiter: char,
        /// How its characters are written.
        encoding: Encoding,
    },
    /// A sheet of an Excel workbook.
    Sheet {
        /// The name of the sheet.
        name: String,
    },
}

impl fmt::Display for Recognised {
    /// `comma-separated UTF-8 text, gzipped`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.layout {
            Layout::Sheet { name } => write!(f, "sheet '{name}' of an Excel workbook")?,
            Layout::Delimited { delimiter, encoding } => {
                write!(f, "{}-separated {encoding} text", delimiter_name(*delimiter))?;
            }
        }
        f.write_str(if self.gzipped { ", gzipped" } else { "" })?;
        match self.damaged {
            0 => Ok(()),
            1 => f.write_str(", 1 damaged character"),
            n => write!(f, ", {n} damaged characters"),
        }
    }
}

fn delimiter_name(delimiter: char) -> &'static str {
    match delimiter {
        '\t' => "tab",
        ';' => "semicolon",
        '|' => "pipe",
        _ => "comma",
    }
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

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(super) fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim_start().is_empty()
    }

    /// Cells beyond the headers say nothing if they are empty, and are dropped.
    fn fit(&mut self, headers: usize) -> Next {
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

#[cfg(test)]
mod tests;
