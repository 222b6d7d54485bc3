//! What a table was recognised as, in words for the report: nothing is recognised in silence.

use std::fmt;

use crate::import::text::Encoding;

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
