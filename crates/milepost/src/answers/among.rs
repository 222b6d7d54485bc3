//! Which open deals, by where they stand and what they are worth.

use serde::{Deserialize, Serialize};

use super::standing::Standing;
use super::status::NO_MILESTONE;
use super::{Lens, Refusal};
use crate::people::alike;
use crate::texts::t;

/// Everything that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, clap::Args)]
#[serde(default)]
pub struct Among {
    /// Only deals that stand at this milestone, the furthest they reached; "none" for those before the first
    #[arg(long, value_name = "MILESTONE")]
    pub at: Option<String>,
    /// Only deals worth at least this much, in the reporting currency
    #[arg(long, value_name = "AMOUNT")]
    pub min_amount: Option<f64>,
    /// Only deals worth at most this much
    #[arg(long, value_name = "AMOUNT")]
    pub max_amount: Option<f64>,
    /// Only stalled deals
    #[arg(long)]
    pub stalled: bool,
}

impl Among {
    /// Whether it is among them. A deal whose amount is not known is worth neither more nor less.
    #[must_use]
    pub fn takes(&self, standing: &Standing, lens: &Lens) -> bool {
        let amount = |holds: &dyn Fn(f64) -> bool| standing.amount.is_some_and(holds);
        let at = self.at.as_deref().filter(|at| !at.trim().is_empty());
        let here = standing.path.current.map(|place| lens.process.milestones[place].name.as_str());
        at.is_none_or(|at| here.map_or(is_before(at), |name| alike(name, at)))
            && self.min_amount.is_none_or(|least| amount(&|a| a >= least))
            && self.max_amount.is_none_or(|most| amount(&|a| a <= most))
            && (!self.stalled || standing.stalled.is_some())
    }

    /// Refuses a milestone that the process does not have, and amounts between which there is nothing.
    pub(super) fn check(&self, lens: &Lens) -> Result<(), Refusal> {
        if let (Some(least), Some(most)) = (self.min_amount, self.max_amount)
            && least > most
        {
            let (least, most) = (least.to_string(), most.to_string());
            return Err(Refusal(t!("answers-nothing-between", least = least, most = most)));
        }
        let Some(at) = self.at.as_deref().filter(|at| !at.trim().is_empty()) else {
            return Ok(());
        };
        let mut names = lens.process.milestones.iter().map(|milestone| milestone.name.as_str());
        if is_before(at) || names.clone().any(|name| alike(name, at)) {
            return Ok(());
        }
        let all: Vec<&str> = names.by_ref().chain(["none"]).collect();
        Err(Refusal(t!("answers-no-milestone", wanted = at, names = all.join(", "))))
    }
}

fn is_before(at: &str) -> bool {
    alike("none", at) || alike(NO_MILESTONE, at)
}
