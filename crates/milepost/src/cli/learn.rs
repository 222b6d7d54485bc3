use clap::Args;

use crate::answers::learn::Learn as Asked;
use crate::answers::learn::progress::Progress;

use super::ask::ask;
use super::{Common, Done};

/// A course of five minutes on how this company sells, with questions from deals that are over
#[derive(Args)]
pub(super) struct Learn {
    /// A longer course for this salesperson
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Who has taken it, by person and by team or department
    #[arg(long, conflicts_with = "owner")]
    progress: bool,
}

impl Learn {
    pub(super) fn run(self, common: &Common) -> Done {
        if self.progress {
            return ask(common, &Progress);
        }
        ask(common, &Asked { owner: self.owner })
    }
}
