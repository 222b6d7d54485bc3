//! Statistics that stand alone: each takes numbers and gives numbers.

pub mod apportion;
pub mod beta;
pub mod borda;
pub mod cholesky;
pub mod contrast;
pub mod incidence;
pub mod logistic;
pub mod normal;
pub mod quantile;
pub mod score;
pub mod share;
pub mod shrink;
