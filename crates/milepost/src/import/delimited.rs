//! Delimited text (CSV and its kin) split into rows, with true line numbers.
//!
//! Written by hand because a common reader loses count of lines at blank lines and line ends of
//! Windows, and lets one quote that is never closed swallow the rest of the file. Here such a quote
//! costs its own line only. A row is at most [`LONGEST`] bytes.

use crate::import::table::{Fault, Layout, Next, Row, TableError};
use crate::import::text::Text;

/// No row of a table is longer: beyond it a quote was left open.
const LONGEST: usize = 4 << 20;

/// Each open quote may cost a look at `LONGEST` bytes, so their number has a bound.
const MOST_OPEN_QUOTES: u32 = 250;

/// How many rows are tried out to find the delimiter.
const SAMPLE: usize = 100;

/// In the order in which they win a tie: the rarer in prose first.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

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

/// The delimiter that explains the most cells: those of the rows that are as long as the first.
fn find_delimiter(sample: &str, ended: bool) -> u8 {
    let explained = |delimiter: u8| {
        let widths = widths(sample, delimiter, ended);
        let first = widths.first().copied().unwrap_or(1);
        let alike = widths.iter().filter(|width| **width == first).count();
        if first > 1 { alike * first } else { 0 }
    };
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let cells = explained(delimiter);
        if cells > best.0 {
            best = (cells, delimiter);
        }
    }
    best.1
}

fn widths(mut sample: &str, delimiter: u8, ended: bool) -> Vec<usize> {
    let (mut row, mut widths) = (Row::default(), Vec::new());
    while widths.len() < SAMPLE && !sample.is_empty() {
        let Scan::Row { end, .. } = scan(sample, delimiter, ended, &mut row) else { break };
        if !row.is_blank() {
            widths.push(row.ends.len());
        }
        sample = &sample[end..];
    }
    widths
}

enum Scan {
    /// A whole row, with where it ends and how many lines it takes.
    Row { end: usize, lines: u64 },
    /// The row goes on beyond this text.
    More,
    /// A quote is left open.
    OpenQuote,
}

/// Splits the row that `text` starts with. `last` says that no text follows.
fn scan(text: &str, delimiter: u8, last: bool, row: &mut Row) -> Scan {
    row.clear();
    let bytes = text.as_bytes();
    let (mut at, mut lines) = (0, 1);
    loop {
        if bytes.get(at) == Some(&b'"') {
            match quoted(text, at + 1, delimiter, row) {
                Quoted::Closed { end, newlines } => (at, lines) = (end, lines + newlines),
                Quoted::Open if last => return Scan::OpenQuote,
                Quoted::Broken => return Scan::OpenQuote,
                Quoted::Open => return Scan::More,
            }
        }
        let stop = |b: &u8| *b == delimiter || *b == b'\n' || *b == b'\r';
        let end = bytes[at..].iter().position(stop).map_or(bytes.len(), |n| at + n);
        row.text.push_str(&text[at..end]);
        row.end_cell();
        match &bytes[end..] {
            [] | [b'\r'] if !last => return Scan::More,
            [b, ..] if *b == delimiter => at = end + 1,
            rest => return Scan::Row { end: end + line_end(rest), lines },
        }
    }
}

fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    }
}

enum Quoted {
    /// Its closing quote is right before `end`.
    Closed { end: usize, newlines: u64 },
    /// No closing quote in this text.
    Open,
    /// It runs over lines to a quote mark that closes nothing.
    Broken,
}

/// Reads a quoted cell from behind its opening quote. What follows a closing quote within the same
/// line (`"Acme" West`) is taken as written.
fn quoted(text: &str, mut from: usize, delimiter: u8, row: &mut Row) -> Quoted {
    let bytes = text.as_bytes();
    let mut newlines = 0;
    while let Some(length) = text[from..].find('"') {
        let piece = &text[from..from + length];
        row.text.push_str(piece);
        newlines += line_breaks(piece);
        let end = from + length + 1;
        match bytes.get(end) {
            Some(b'"') => row.text.push('"'),
            None | Some(b'\n' | b'\r') => return Quoted::Closed { end, newlines },
            Some(b) if *b == delimiter || newlines == 0 => return Quoted::Closed { end, newlines },
            Some(_) => return Quoted::Broken,
        }
        from = end + 1;
    }
    Quoted::Open
}

fn line_breaks(text: &str) -> u64 {
    let count = |end| text.bytes().filter(|b| *b == end).count() as u64;
    if count(b'\n') > 0 { count(b'\n') } else { count(b'\r') }
}
