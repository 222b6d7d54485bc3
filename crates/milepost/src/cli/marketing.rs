use clap::Args;

use crate::answers::marketing::{self, By};

use super::{Common, Done, ask::ask};

/// Which sources bring sales, told from the milestones that their leads reach
#[derive(Args)]
pub(super) struct Marketing {
    /// Group leads by
    #[arg(long, value_enum, default_value_t)]
    by: By,
    /// Follow leads for this many days; without it, for as long as nearly all sales take
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=730))]
    within: Option<u16>,
}

impl Marketing {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(common, &marketing::Marketing { by: self.by, within: self.within.map(usize::from) })
    }
}
