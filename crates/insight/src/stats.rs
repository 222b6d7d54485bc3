//! Statistics that stand alone: each takes numbers and gives numbers.

pub mod apportion;
pub mod beta;
pub mod incidence;
pub mod quantile;
pub mod shrink;
