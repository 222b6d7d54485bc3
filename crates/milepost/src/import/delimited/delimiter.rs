//! Which character stands between two cells.

use crate::import::delimited::scan::{Scan, scan};
use crate::import::table::Row;

/// How many rows are tried out to find the delimiter.
const SAMPLE: usize = 100;

/// In the order in which they win a tie: the rarer in prose first.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// The delimiter that explains the most cells: those of the rows that are as long as the first.
pub(super) fn find_delimiter(sample: &str, ended: bool) -> u8 {
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
