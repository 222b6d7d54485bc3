use clap::Args;

use crate::answers::deals;

use super::{Common, Done, ask::ask};

/// Deals, open and closed, by what is known of them
#[derive(Args)]
// The question's own group has this name.
#[group(skip)]
pub(super) struct Deals {
    #[command(flatten)]
    asked: deals::Deals,
}

impl Deals {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(common, &self.asked)
    }
}
