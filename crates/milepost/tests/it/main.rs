//! One binary for all integration tests.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod as_of;
mod browser;
mod check;
mod forecast;
mod store;
mod tell;
mod visit;
mod web;
