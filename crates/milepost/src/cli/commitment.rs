//! Commitments: kept, broken, or given a new date.

use clap::{Args, Subcommand};
use ledger::commitment::End;
use ledger::time::Day;

use crate::live::Live;

use super::{Common, Done, ask::told};

/// What became of what a customer agreed to: kept, broken, or a new date
#[derive(Subcommand)]
pub(super) enum Commitment {
    /// The customer did it
    Kept(Which),
    /// The customer did not
    Broken {
        #[command(flatten)]
        which: Which,
        /// Why not
        #[arg(long)]
        reason: Option<String>,
    },
    /// Another date was agreed
    Moved {
        #[command(flatten)]
        which: Which,
        /// The new date
        #[arg(long, value_name = "DATE")]
        due: Day,
    },
}

#[derive(Args)]
pub(super) struct Which {
    /// The deal
    deal: String,
    /// The commitment's id; the one that is due first if left out
    #[arg(long)]
    commitment: Option<String>,
    /// Who records it, by id
    #[arg(long = "by", value_name = "PERSON")]
    actor: Option<String>,
}

impl Commitment {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open(&common.db)?;
        let (which, end, reason) = match self {
            Commitment::Kept(which) => (which, End::Kept, None),
            Commitment::Broken { which, reason } => (which, End::Broken, reason),
            Commitment::Moved { which, due } => (which, End::NewDate(due), None),
        };
        let actor = which.actor.as_deref();
        told(common, &live.end_commitment(&which.deal, which.commitment, end, reason, actor)?)
    }
}
