//! One binary for all integration tests.

mod answers;
mod as_of;
mod check;
mod store;
mod tell;
