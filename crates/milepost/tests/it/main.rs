//! One binary for all integration tests.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accuracy;
mod answers;
mod as_of;
mod browser;
mod check;
mod forecast;
mod guide;
mod import;
mod real;
mod store;
mod tell;
mod tidy;
mod visit;
mod web;
