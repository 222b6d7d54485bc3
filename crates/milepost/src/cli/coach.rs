use clap::Args;

use crate::answers::coach::Coach as Asked;

use super::ask::ask;
use super::{Common, Done};

/// For each salesperson: the milestone where their deals slow, if that is more than luck
#[derive(Args)]
pub(super) struct Coach {
    /// Only this salesperson, with the deals and calls to talk about
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
}

impl Coach {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(common, &Asked { owner: self.owner })
    }
}
