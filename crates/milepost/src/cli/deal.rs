//! One deal: its story, and everything that can be recorded of it.

use clap::{Args, Subcommand};
use ledger::decide::Intent;
use ledger::event::Values;
use ledger::money::{Currency, Money};
use ledger::time::Day;

use crate::answers::audit::all_called;
use crate::answers::deal::DealStory;
use crate::live::Live;
use crate::texts::t;

use super::{Common, Done, ask::ask, progress};

/// One deal: its story (`deal ID`), or a change to it
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Deal {
    /// The deal's id
    id: Option<String>,
    #[command(subcommand)]
    change: Option<Write>,
    /// Who does it, by id
    #[arg(long = "by", global = true, value_name = "PERSON")]
    actor: Option<String>,
    /// The day on which it happened, if that is not today
    #[arg(long, global = true, value_name = "DATE")]
    on: Option<Day>,
}

#[derive(Subcommand)]
enum Write {
    /// Open a deal
    Open {
        id: String,
        #[command(flatten)]
        known: Known,
    },
    /// Change what is known of a deal
    Change {
        id: String,
        #[command(flatten)]
        known: Known,
    },
    /// The customer took a step
    Reached {
        id: String,
        milestone: String,
        /// What proves it
        #[arg(long)]
        evidence: Option<String>,
    },
    /// A milestone turned out not to have been reached
    Undone {
        id: String,
        milestone: String,
        /// Why
        #[arg(long)]
        reason: Option<String>,
    },
    /// The sale is made
    Won {
        id: String,
        #[command(flatten)]
        known: Known,
    },
    /// The sale will not be made
    Lost {
        id: String,
        /// Why not
        #[arg(long)]
        reason: Option<String>,
    },
    /// Open a won or lost deal again
    Reopen { id: String },
    /// Take back what was recorded last, all of that write, by its opposite
    Back { id: String },
}

#[derive(Args)]
struct Known {
    /// The deal's name
    #[arg(long)]
    name: Option<String>,
    /// The customer
    #[arg(long)]
    account: Option<String>,
    /// The salesperson, by id
    #[arg(long)]
    owner: Option<String>,
    /// Where the deal came from
    #[arg(long)]
    source: Option<String>,
    /// The forecast category
    #[arg(long)]
    category: Option<String>,
    /// What it is worth, in whole units: 1200.50
    #[arg(long)]
    amount: Option<f64>,
    /// The amount's currency; the settings' currency if left out, else USD
    #[arg(long)]
    currency: Option<Currency>,
    /// The close date that is expected
    #[arg(long, value_name = "DATE")]
    close_date: Option<Day>,
}

impl Deal {
    pub(super) fn run(self, common: &Common) -> Done {
        let Some(change) = self.change else {
            let id = self.id.ok_or(t!("cli-name-a-deal"))?;
            return ask(common, &DealStory { id });
        };
        let live = Live::open(&common.db)?;
        let usual = live.settings().currency.unwrap_or(Currency::USD);
        let (id, intent) = change.intent(usual)?;
        let actor = self.actor.as_deref();
        let kinds = match &intent {
            Some(intent) => live.record_on(&id, intent, self.on, actor)?,
            None => live.take_back(&id, actor)?,
        };
        progress::say(&t!("cli-recorded", deal = id, kinds = all_called(&kinds)))
    }
}

impl Write {
    /// Of which deal what is wanted; nothing is to take back what was recorded last.
    fn intent(self, usual: Currency) -> Result<(String, Option<Intent>), String> {
        let (id, intent) = match self {
            Write::Open { id, known } => (id, Intent::Open(known.values(usual)?)),
            Write::Change { id, known } => (id, Intent::Change(known.values(usual)?)),
            Write::Reached { id, milestone, evidence } => {
                (id, Intent::Reach { milestone, evidence })
            }
            Write::Undone { id, milestone, reason } => (id, Intent::Undo { milestone, reason }),
            Write::Won { id, known } => (id, Intent::Win(known.values(usual)?)),
            Write::Lost { id, reason } => (id, Intent::Lose { reason }),
            Write::Reopen { id } => (id, Intent::Reopen),
            Write::Back { id } => return Ok((id, None)),
        };
        Ok((id, Some(intent)))
    }
}

impl Known {
    fn values(self, usual: Currency) -> Result<Values, String> {
        let currency = self.currency.unwrap_or(usual);
        let amount = self.amount.map(|amount| {
            Money::from_major(amount, currency)
                .ok_or_else(|| t!("cli-no-money", amount = amount.to_string()))
        });
        Ok(Values {
            name: self.name,
            account: self.account,
            owner: self.owner,
            source: self.source,
            category: self.category,
            amount: amount.transpose()?,
            expected_close: self.close_date,
            ..Values::default()
        })
    }
}
