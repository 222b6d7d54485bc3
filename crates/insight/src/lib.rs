//! Meaning.

pub mod demo;
