//! Why a file cannot be read as a table, in words that say what to do.

use std::io;

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
