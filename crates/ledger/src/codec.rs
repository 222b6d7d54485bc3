//! The stored form of an event: one byte for the format, then CBOR.
//!
//! An event format once written can always be read: a new format gets a new first byte and its own
//! reader, and the old reader stays.

use crate::event::Event;

/// The format that is written today.
const FORMAT: u8 = 1;

/// Bytes that are not an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// A format from a later version of Milepost, or no event at all.
    #[error(
        "an event of format {0}, which this version of Milepost does not know; use a newer one"
    )]
    Format(u8),
    /// The right format, but damaged.
    #[error("a damaged event: {0}")]
    Damaged(String),
}

/// Appends the stored form of `event` to `out`.
pub fn encode(event: &Event<impl minicbor::Encode<()> + Ord>, out: &mut Vec<u8>) {
    out.push(FORMAT);
    // Writing to memory cannot fail.
    let _ = minicbor::encode(event, out);
}

/// Reads one stored event; its texts borrow from `bytes`.
///
/// # Errors
/// If the format is unknown or the bytes are damaged.
pub fn decode(bytes: &[u8]) -> Result<Event<&str>, Unreadable> {
    match bytes.split_first() {
        Some((&FORMAT, rest)) => {
            minicbor::decode(rest).map_err(|error| Unreadable::Damaged(error.to_string()))
        }
        Some((&format, _)) => Err(Unreadable::Format(format)),
        None => Err(Unreadable::Damaged("it is empty".into())),
    }
}

#[cfg(test)]
mod tests;
