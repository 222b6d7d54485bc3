//! What is said of one salesperson.

use serde::Serialize;

use super::calls::CallLine;
use super::wordings::Wording;
use crate::texts::t;

/// One salesperson.
#[derive(Clone, Debug, Serialize)]
pub struct Seller {
    /// Who.
    pub owner: String,
    /// Their team.
    pub team: Option<String>,
    /// Deals won or lost.
    pub closed: usize,
    /// Deals won.
    pub won: usize,
    /// The share of closed deals that were won, and its 95 % interval.
    pub win_rate: f64,
    /// The low end.
    pub win_rate_low: f64,
    /// The high end.
    pub win_rate_high: f64,
    /// The milestone that their customers take least readily, against the team; absent with too few deals.
    pub milestone: Option<String>,
    /// Whether that is more than luck.
    pub real: bool,
    /// How fast the step comes, as a share of the team's pace for the same mix of deals, drawn towards 1 by
    /// as much as it may be luck.
    pub pace: Option<f64>,
    /// The low end of the 95 % interval of the pace as it was.
    pub pace_low: Option<f64>,
    /// The high end.
    pub pace_high: Option<f64>,
    /// The pace a month ago.
    pub pace_before: Option<f64>,
    /// All that in a sentence.
    pub because: String,
    /// Every step: its milestone, the pace, and whether that is more than luck.
    pub steps: Vec<StepPace>,
    /// Open deals that stand there, the longest first.
    pub deals: Vec<Standing>,
    /// Calls worth going through together.
    pub calls: Vec<CallLine>,
    /// Objectives of those who gain this milestone.
    pub wordings: Vec<Wording>,
}

/// How fast one step comes in one salesperson's deals.
#[derive(Clone, Debug, Serialize)]
pub struct StepPace {
    /// The milestone that the step leads to; `the sale` for the last.
    pub milestone: String,
    /// The pace, drawn towards 1.
    pub pace: f64,
    /// Steps taken.
    pub taken: f64,
    /// Steps to be expected for the same mix of deals.
    pub expected: f64,
    /// Whether the difference is more than luck.
    pub real: bool,
}

/// What the last step leads to; programs read it.
pub(super) const THE_SALE: &str = "the sale";

/// Whether a step leads to the sale or to a milestone, as texts ask for it.
pub(super) fn step(milestone: &str) -> &'static str {
    if milestone == THE_SALE { "sale" } else { "milestone" }
}

impl StepPace {
    /// What the step leads to, as people say it.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.milestone == THE_SALE { t!("answers-coach-the-sale") } else { &self.milestone }
    }
}

/// An open deal before the step in question.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// Its customer.
    pub account: Option<String>,
    /// Whole days since the milestone before.
    pub days_here: i64,
    /// What to ask the customer for.
    pub objective: String,
}
