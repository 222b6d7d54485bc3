//! MEANING: what the facts say. Pure and seeded.

pub mod provisional;
