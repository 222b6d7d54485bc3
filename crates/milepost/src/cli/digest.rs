use clap::Args;

use crate::answers::digest;
use crate::answers::filter::Filter;

use super::{Common, Done, ask::ask};

/// What this week asks for: calls to log, overdue and agreed days, stalled deals
#[derive(Args)]
pub(super) struct Digest {
    #[command(flatten)]
    filter: Filter,
}

impl Digest {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(common, &digest::Digest { filter: self.filter })
    }
}
