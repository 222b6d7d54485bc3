//! FACTS: what happened in selling, when, and when it was known. Pure.
//!
//! ```text
//! Intent + Book ──decide──► Event ──fold──► Book (all deals, as known at a moment)
//!                                             │
//!                               Process ──► Path (how far each deal is)
//! ```
//!
//! **Nothing here knows a clock, disk, network, environment or randomness**; `clippy.toml` of this
//! crate bans them.

pub mod book;
pub mod call;
pub mod codec;
pub mod commitment;
pub mod company;
pub mod deal;
pub mod decide;
pub mod event;
pub mod id;
pub mod memo;
pub mod money;
pub mod names;
pub mod objective;
pub mod pages;
pub mod path;
pub mod problem;
pub mod process;
#[cfg(test)]
mod samples;
pub mod time;
