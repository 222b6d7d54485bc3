use clap::Args;

use crate::answers::audit;
use crate::live::Live;

use super::{Common, Done, ask::show};

/// Who did what, from the ledger, the newest first
#[derive(Args)]
pub(super) struct ShowAudit {
    #[command(flatten)]
    asked: audit::Audit,
}

impl ShowAudit {
    pub(super) fn run(self, common: &Common) -> Done {
        show(common, &Live::open_existing(&common.db)?.audit(&self.asked)?)
    }
}
