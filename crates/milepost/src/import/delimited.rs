//! Delimited text (CSV and its kin) split into rows, with true line numbers.
//!
//! Written by hand because a common reader loses count of lines at blank lines and line ends of
//! Windows, and lets one quote that is never closed swallow the rest of the file. Here such a quote
//! costs its own line only. A row is at most [`LONGEST`] bytes.

mod delimiter;
mod scan;

use crate::import::delimited::delimiter::find_delimiter;
use crate::import::delimited::scan::{Scan, line_end, scan};
use crate::import::table::{Fault, Layout, Next, Row, TableError};
use crate::import::text::Text;

/// No row of a table is longer: beyond it a quote was left open.
const LONGEST: usize = 4 << 20;

/// Each open quote may cost a look at `LONGEST` bytes, so their number has a bound.
const MOST_OPEN_QUOTES: u32 = 250;

pub(super) struct Delimited {
    text: Text,
    buffer: String,
    at: usize,
    ended: bool,
    line: u64,
    delimiter: u8,
    open_quotes: u32,
}

impl Delimited {
    /// Finds the delimiter and the headers.
    pub(super) fn start(text: Text) -> Result<(Vec<String>, Delimited), TableError> {
        let (buffer, at, open_quotes) = (String::new(), 0, 0);
        let mut rows =
            Delimited { text, buffer, at, ended: false, line: 1, delimiter: b',', open_quotes };
        if !rows.has_more()? {
            return Err(TableError::Empty);
        }
        refuse_what_is_no_table(&rows.buffer)?;
        rows.delimiter = match rows.take_sep_line() {
            Some(delimiter) => delimiter,
            None => find_delimiter(&rows.buffer, rows.ended),
        };
        let mut row = Row::default();
        let headers = match rows.next_row(&mut row)? {
            Next::Row => row.cells().map(str::to_owned).collect(),
            Next::Fault(_) => return Err(TableError::Quotes { line: row.line }),
            Next::End => return Err(TableError::Empty),
        };
        if rows.has_more()? { Ok((headers, rows)) } else { Err(TableError::HeadersOnly) }
    }

    /// Reads the next row that is not blank.
    pub(super) fn next_row(&mut self, row: &mut Row) -> Result<Next, TableError> {
        loop {
            let rest = &self.buffer[self.at..];
            if rest.is_empty() && self.ended {
                return Ok(Next::End);
            }
            row.line = self.line;
            match scan(rest, self.delimiter, self.ended, row) {
                Scan::Row { end, lines } => {
                    self.at += end;
                    self.line += lines;
                    if !row.is_blank() {
                        return Ok(Next::Row);
                    }
                }
                Scan::More if rest.len() < LONGEST => self.fill()?,
                Scan::More | Scan::OpenQuote => return self.pass_over_line(),
            }
        }
    }

    pub(super) fn recognised(&self) -> (Layout, u64) {
        let (delimiter, encoding) = (char::from(self.delimiter), self.text.encoding());
        (Layout::Delimited { delimiter, encoding }, self.text.damaged())
    }

    fn fill(&mut self) -> Result<(), TableError> {
        self.buffer.drain(..self.at);
        self.at = 0;
        self.ended = !self.text.fill(&mut self.buffer)?;
        Ok(())
    }

    /// Whether anything but blank rows follows.
    fn has_more(&mut self) -> Result<bool, TableError> {
        let filled = |b: u8| !b.is_ascii_whitespace() && b != self.delimiter;
        while !self.buffer[self.at..].bytes().any(filled) {
            if self.ended {
                return Ok(false);
            }
            let read = self.text.fill(&mut self.buffer)?;
            self.ended = !read;
        }
        Ok(true)
    }

    /// Excel's own way to name the delimiter: a first line `sep=;`.
    fn take_sep_line(&mut self) -> Option<u8> {
        let (line, _) = self.buffer.split_once('\n')?;
        let line = line.trim_end_matches('\r');
        let delimiter = *line.get(4..)?.as_bytes().first()?;
        if line.len() != 5 || !line[..4].eq_ignore_ascii_case("sep=") {
            return None;
        }
        self.at = self.buffer.find('\n')? + 1;
        self.line = 2;
        Some(delimiter)
    }

    fn pass_over_line(&mut self) -> Result<Next, TableError> {
        self.open_quotes += 1;
        let rest = &self.buffer[self.at..];
        let Some(end) = rest.find(['\n', '\r']).or(self.ended.then_some(rest.len())) else {
            return Err(TableError::Binary);
        };
        if self.open_quotes > MOST_OPEN_QUOTES {
            return Err(TableError::Quotes { line: self.line });
        }
        self.at += end + line_end(&rest.as_bytes()[end..]);
        self.line += 1;
        Ok(Next::Fault(Fault::OpenQuote))
    }
}

fn refuse_what_is_no_table(start: &str) -> Result<(), TableError> {
    let strange = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    if start.chars().filter(strange).count() * 100 > start.len() {
        return Err(TableError::Binary);
    }
    if start.trim_start().starts_with('<') { Err(TableError::Markup) } else { Ok(()) }
}
