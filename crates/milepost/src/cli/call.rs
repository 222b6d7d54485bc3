//! Calls: planned with a commitment objective, then held.

use clap::{ArgGroup, Args, Subcommand};
use ledger::event::Outcome;
use ledger::time::Day;

use crate::live::Live;
use crate::live::calls::{Ending, Held, Plan};
use crate::texts::t;

use super::{Common, Done, ask::told};

/// Plan a call with its commitment objective, or log one that was held
#[derive(Subcommand)]
pub(super) enum Call {
    /// Plan a call: what should the customer agree to do? What you leave out is proposed
    Plan(PlanArgs),
    /// Log a call that was held
    Held(HeldArgs),
}

#[derive(Args)]
pub(super) struct PlanArgs {
    /// The deal
    deal: String,
    /// What the customer should agree to do
    #[arg(long)]
    objective: Option<String>,
    /// By when the customer should do it
    #[arg(long, value_name = "DATE")]
    due: Option<Day>,
    /// The milestone it leads to; the next one if left out
    #[arg(long)]
    milestone: Option<String>,
    /// What to ask for if the objective is not gained
    #[arg(long)]
    fallback: Option<String>,
    /// The day of the call
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    /// Record the objective even if it names nothing that the customer does
    #[arg(long)]
    anyway: bool,
    /// Who plans it, by id
    #[arg(long = "by", value_name = "PERSON")]
    actor: Option<String>,
}

#[derive(Args)]
#[command(group = ArgGroup::new("ending").required(true).multiple(true)
    .args(["outcome", "gained", "done", "fallback", "continuation", "no_sale", "order"]))]
pub(super) struct HeldArgs {
    /// The deal
    deal: String,
    /// The planned call's id; the one that waits if left out
    #[arg(long)]
    call: Option<String>,
    /// Nobody had planned it, though another call waits
    #[arg(long, conflicts_with = "call")]
    unplanned: bool,
    /// How it ended: order, advance, continuation or no-sale
    #[arg(long, value_parser = outcome)]
    outcome: Option<Outcome>,
    /// Gained as planned; or the milestones that were gained
    #[arg(long, value_name = "MILESTONE", num_args = 0..)]
    gained: Option<Vec<String>>,
    /// What was planned is done already, whatever day was planned for it
    #[arg(long, conflicts_with_all = ["fallback", "continuation", "no_sale", "order"])]
    done: bool,
    /// The fallback was gained
    #[arg(long, conflicts_with_all = ["gained", "continuation", "no_sale", "order"])]
    fallback: bool,
    /// The talk goes on; nothing was agreed
    #[arg(long, conflicts_with_all = ["no_sale", "order"])]
    continuation: bool,
    /// The customer said no
    #[arg(long, conflicts_with = "order")]
    no_sale: bool,
    /// The customer bought
    #[arg(long)]
    order: bool,
    /// A step that the customer agreed to next
    #[arg(long, value_name = "MILESTONE", requires = "due")]
    next: Option<String>,
    /// By when the customer agreed to do it
    #[arg(long, value_name = "DATE")]
    due: Option<Day>,
    /// What was said
    #[arg(long)]
    note: Option<String>,
    /// The day on which it was held; if left out the day it was planned for, or today
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    /// Who held it, by id
    #[arg(long = "by", value_name = "PERSON")]
    actor: Option<String>,
}

impl Call {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open(&common.db)?;
        let recorded = match self {
            Call::Plan(args) => {
                let PlanArgs { objective, milestone, fallback, on, anyway, .. } = args;
                let by = args.due;
                let call = None;
                let plan =
                    Plan { call, objective, by, no_day: false, milestone, fallback, on, anyway };
                live.plan_call(&args.deal, plan, args.actor.as_deref()).map_err(|trouble| {
                    let refused = matches!(
                        &trouble,
                        crate::live::Trouble::Refused(ledger::decide::Refusal::NoAct(..))
                    );
                    let why = trouble.to_string();
                    if refused { t!("cli-anyway", why = why) } else { why }
                })?
            }
            Call::Held(args) => {
                let ending = args.ending();
                let HeldArgs { deal, call, unplanned, gained, next, due, note, on, actor, .. } =
                    args;
                let gained = gained.unwrap_or_default();
                let held = Held { call, unplanned, ending, gained, next, due, note, on };
                live.log_call(&deal, held, actor.as_deref())?
            }
        };
        told(common, &recorded)
    }
}

impl HeldArgs {
    fn ending(&self) -> Ending {
        match self.outcome {
            _ if self.order => Ending::Order,
            _ if self.no_sale => Ending::NoSale,
            _ if self.continuation => Ending::Continuation,
            _ if self.fallback => Ending::Fallback,
            _ if self.done => Ending::Done,
            Some(Outcome::Order) => Ending::Order,
            Some(Outcome::NoSale) => Ending::NoSale,
            Some(Outcome::Continuation) => Ending::Continuation,
            Some(Outcome::Advance) | None => Ending::Gained,
        }
    }
}

fn outcome(text: &str) -> Result<Outcome, String> {
    match text {
        "order" => Ok(Outcome::Order),
        "advance" => Ok(Outcome::Advance),
        "continuation" => Ok(Outcome::Continuation),
        "no-sale" => Ok(Outcome::NoSale),
        _ => Err(t!("cli-outcomes").into()),
    }
}
