use std::path::PathBuf;

use clap::Args;

use crate::live::Live;
use crate::texts::t;

use super::{Common, Done, progress};

/// Copy the ledger to a new file, also while it is in use
#[derive(Args)]
pub(super) struct Backup {
    /// The file to write; it must not exist yet
    file: PathBuf,
}

impl Backup {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open_existing(&common.db)?;
        live.backup(&self.file)?;
        progress::say(&t!("cli-copied", file = self.file.display().to_string()))
    }
}
