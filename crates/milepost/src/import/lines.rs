//! Our own export read back: every line of JSON is an event, taken as it stands, with its id and its
//! three times.

use std::io::{self, BufRead};

use ledger::event::Event;

use crate::import::source::Source;

/// Whether a file begins as an export does.
pub(super) fn is_export(head: &[u8]) -> bool {
    head.iter().find(|byte| byte.is_ascii_graphic()) == Some(&b'{')
}

/// Hands over every line that is not blank: its number, and its event or why it is none.
///
/// # Errors
/// If the file cannot be read, or `each` refuses.
pub(super) fn read<E: From<io::Error>>(
    source: Source,
    mut each: impl FnMut(u64, Result<Event, String>) -> Result<(), E>,
) -> Result<(), E> {
    for (line, number) in source.content.lines().zip(1..) {
        let line = line?;
        if !line.trim().is_empty() {
            each(number, serde_json::from_str(&line).map_err(|error| error.to_string()))?;
        }
    }
    Ok(())
}
