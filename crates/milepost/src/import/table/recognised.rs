//! What a table was recognised as, in words for the report: nothing is recognised in silence.

use std::fmt;

use crate::import::text::Encoding;
use crate::texts::{bare, t};

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
        let layout = match &self.layout {
            Layout::Sheet { name } => t!("problems-layout-sheet", name = name),
            Layout::Delimited { delimiter, encoding } => {
                let (between, encoding) = (delimiter_name(*delimiter), encoding.to_string());
                t!("problems-layout-text", between = between, encoding = encoding)
            }
        };
        let (gzipped, damaged) = (if self.gzipped { "yes" } else { "no" }, bare(self.damaged));
        f.write_str(&t!("problems-layout", layout = layout, gzipped = gzipped, damaged = damaged))
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
