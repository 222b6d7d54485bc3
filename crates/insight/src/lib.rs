//! MEANING: what the facts say. Pure and seeded.
//!
//! ```text
//! Book + Process ──► History (spells at risk) ──► Forecast
//! ```
//!
//! **Nothing here knows a clock, disk, network, environment, or randomness** but a given seed: the
//! same input gives the same bytes. `clippy.toml` of this crate bans them. Nothing here draws.

pub mod accuracy;
pub mod attribution;
pub mod coaching;
pub mod demo;
pub mod discovery;
pub mod firms;
pub mod forecast;
mod hands;
pub mod history;
pub mod marketing;
pub mod provisional;
pub mod stats;
#[cfg(test)]
mod tests_support;
pub mod worlds;
