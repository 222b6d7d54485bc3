//! Marketing: what came of the leads of each source, medium or campaign, and how well that is known.
//!
//! ```text
//! touches + deals ──► Leads ──► curves (Aalen-Johansen) ──► shares that lean on the whole
//!                       ├──► early reading: worth of young leads by the milestones they reached
//!                       └──► journeys ──► credit (see `attribution`)
//! ```
//!
//! **A young lead is no failure**: it is censored at its age. A lead that was lost can no more be won:
//! loss competes. Names mean nothing here: a *group* is a number that the caller gives to a touch.

pub mod curves;
pub mod early;
pub mod leads;
pub mod margin;
pub mod rehearsal;
pub mod trend;
pub mod worth;

#[cfg(test)]
mod made;
#[cfg(test)]
mod tests;
