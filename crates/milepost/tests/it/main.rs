//! One binary for all integration tests.

mod answers;
mod check;
mod store;
mod tell;
