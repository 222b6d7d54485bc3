//! One binary for all integration tests.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod answers;
mod check;
mod store;
mod tell;
