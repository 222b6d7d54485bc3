//! One row split into cells: no state, no file.

use crate::import::table::Row;

pub(super) enum Scan {
    /// A whole row, with where it ends and how many lines it takes.
    Row { end: usize, lines: u64 },
    /// The row goes on beyond this text.
    More,
    /// A quote is left open.
    OpenQuote,
}

/// Splits the row that `text` starts with. `last` says that no text follows.
pub(super) fn scan(text: &str, delimiter: u8, last: bool, row: &mut Row) -> Scan {
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

/// How many bytes end the line here.
pub(super) fn line_end(bytes: &[u8]) -> usize {
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
