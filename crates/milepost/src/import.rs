//! From files of other systems to facts.
//!
//! ```text
//! bytes ──source, text──► text ──table──► rows of cells ──dates, numbers──► moments and amounts
//! ```
//!
//! **Nothing is guessed silently**: what was recognised is reported, what is ambiguous over a whole
//! column is asked for, and a cell that cannot be read is a problem of its row alone.

pub mod dates;
mod delimited;
pub mod numbers;
pub mod source;
pub mod table;
pub mod text;
mod xlsx;
