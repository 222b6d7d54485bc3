//! The only place that asks what time it is, and the only source of random bits.

use std::time::{SystemTime, UNIX_EPOCH};

use ledger::id::EventId;
use ledger::time::Moment;

/// The moment that it is.
#[must_use]
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// A new id.
#[must_use]
pub fn new_id() -> EventId {
    EventId::v7(now(), rand::random())
}

/// Random bits for a secret.
#[must_use]
pub fn bits<const N: usize>() -> [u8; N] {
    std::array::from_fn(|_| rand::random())
}
