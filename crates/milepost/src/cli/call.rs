//! Calls: planned with a commitment objective, then held.

use clap::Subcommand;
use ledger::decide::Intent;
use ledger::event::Outcome;
use ledger::time::Day;

use crate::clock;
use crate::live::Live;

use super::{Common, Done, progress};

/// Plan a call with its commitment objective, or log one that was held
#[derive(Subcommand)]
pub(super) enum Call {
    /// Plan a call: what should the customer agree to do?
    Plan {
        /// The deal
        deal: String,
        /// The agreement wanted from the customer
        #[arg(long)]
        objective: String,
        /// The milestone it leads to
        #[arg(long)]
        milestone: Option<String>,
        /// What to ask for if the objective is not gained
        #[arg(long)]
        fallback: Option<String>,
        /// The day of the call; today if left out
        #[arg(long, value_name = "DATE")]
        on: Option<Day>,
        /// Who plans it, by id
        #[arg(long = "by", value_name = "PERSON")]
        actor: Option<String>,
    },
    /// Log a call that was held
    Held {
        /// The deal
        deal: String,
        /// The planned call's id; left out for a call without a plan
        #[arg(long)]
        call: Option<String>,
        /// How it ended
        #[arg(long, value_parser = outcome)]
        outcome: Outcome,
        /// A milestone that was gained; may be given several times
        #[arg(long, value_name = "MILESTONE")]
        gained: Vec<String>,
        /// A step that the customer agreed to next
        #[arg(long, value_name = "MILESTONE", requires = "due")]
        next: Option<String>,
        /// By when
        #[arg(long, value_name = "DATE")]
        due: Option<Day>,
        /// What was said
        #[arg(long)]
        note: Option<String>,
        /// Who held it, by id
        #[arg(long = "by", value_name = "PERSON")]
        actor: Option<String>,
    },
}

impl Call {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open(&common.db)?;
        match self {
            Call::Plan { deal, objective, milestone, fallback, on, actor } => {
                let planned_for = on.map_or_else(clock::now, |d| d.start_in(&live.settings().zone));
                let call = clock::new_id().to_string();
                let id = call.clone();
                let plan = Intent::PlanCall { call, objective, milestone, fallback, planned_for };
                live.record(&deal, &plan, actor.as_deref())?;
                progress::say(&format!(
                    "Planned. Log it with: milepost call held {deal} --call {id}"
                ))
            }
            Call::Held { deal, call, outcome, gained, next, due, note, actor } => {
                let call = call.unwrap_or_else(|| clock::new_id().to_string());
                let held = Intent::HoldCall { call, outcome, gained, note };
                let mut kinds = live.record(&deal, &held, actor.as_deref())?;
                if let (Some(milestone), Some(due)) = (next, due) {
                    let commitment = clock::new_id().to_string();
                    let promise = Intent::Commit { commitment, milestone, due, by: None };
                    kinds.extend(live.record(&deal, &promise, actor.as_deref())?);
                }
                progress::say(&format!("Recorded for {deal}: {}.", kinds.join(", ")))
            }
        }
    }
}

fn outcome(text: &str) -> Result<Outcome, String> {
    match text {
        "order" => Ok(Outcome::Order),
        "advance" => Ok(Outcome::Advance),
        "continuation" => Ok(Outcome::Continuation),
        "no-sale" => Ok(Outcome::NoSale),
        _ => Err("a call ends in order, advance, continuation or no-sale".into()),
    }
}
