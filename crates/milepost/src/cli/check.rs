use clap::Args;

use crate::answers::check;

use super::{Common, Done, ask::ask};

/// Faults in the data, before any number
#[derive(Args)]
pub(super) struct Check {}

impl Check {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(common, &check::Check)
    }
}
