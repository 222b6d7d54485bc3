//! FACTS: what happened in selling, when, and when it was known. Pure.
//!
//! ```text
//! Intent + Book ──decide──► Event ──fold──► Book (all deals, as known at a moment)
//! ```
//!
//! **Nothing here knows a clock, disk, network, environment or randomness**; `clippy.toml` of this
//! crate bans them.

pub mod money;
pub mod time;
