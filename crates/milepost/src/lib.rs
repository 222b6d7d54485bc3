//! THE PROGRAM: everything that touches the world.
//!
//! ```text
//! cli, web ──► answers ──► insight ──► ledger
//!     │
//!     └─────► live ──► store, import
//! ```
//!
//! `live` is the one place where the store's bytes and the ledger's facts meet. `answers` are plain
//! values; `draw` and `web` only show them.

pub mod answers;
pub mod bench;
pub mod cli;
pub mod clock;
pub mod draw;
pub mod import;
pub mod live;
pub mod mail;
pub mod people;
pub mod problems;
pub mod settings;
pub mod store;
pub mod texts;
pub mod web;
