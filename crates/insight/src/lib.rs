//! MEANING: what the facts say. Pure and seeded.

pub mod demo;
pub mod provisional;
