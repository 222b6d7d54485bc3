//! Files of other systems become facts.

pub mod xes;
