//! Why a file cannot be read as a table, in words that say what to do.

use crate::texts::t;
use std::io;

/// Why a file cannot be read as a table. Each reads on from the file's name.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The system would not give the file.
    #[error("{}", t!("problems-file-unreadable", why = .0.to_string()))]
    Unreadable(io::Error),
    /// The file ends too early.
    #[error("{}", t!("problems-file-cut-off"))]
    CutOff,
    /// There is nothing in it.
    #[error("{}", t!("problems-file-empty"))]
    Empty,
    /// There is nothing under the headers.
    #[error("{}", t!("problems-file-headers-only"))]
    HeadersOnly,
    /// A workbook from before 2007, or one with a password.
    #[error("{}", t!("problems-file-old-excel"))]
    OldExcel,
    /// A workbook that is damaged or not one.
    #[error("{}", t!("problems-file-no-workbook", why = .0))]
    NotAWorkbook(String),
    /// HTML or XML.
    #[error("{}", t!("problems-file-markup"))]
    Markup,
    /// Neither text nor a workbook.
    #[error("{}", t!("problems-file-binary"))]
    Binary,
    /// Quotes are broken in the headers or all over the file.
    #[error("{}", t!("problems-file-quotes", line = .line.to_string()))]
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
