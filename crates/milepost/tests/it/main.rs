//! One binary for all integration tests.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accounts;
mod accuracy;
mod among;
mod answers;
mod as_of;
mod audit;
mod bring;
mod browser;
mod calendar;
mod calls;
mod check;
mod clicks;
mod coach;
mod deals;
mod discover;
mod doing;
mod forecast;
mod guide;
mod import;
mod mail;
mod marketing;
mod palette;
mod processes;
mod programs;
mod real;
mod safety;
mod shots;
mod store;
mod teams;
mod tell;
mod texts;
mod tidy;
mod visit;
mod web;
mod weight;
