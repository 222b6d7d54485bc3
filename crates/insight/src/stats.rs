//! Statistics that stand alone: each takes numbers and gives numbers.

pub mod incidence;
pub mod quantile;
pub mod score;
