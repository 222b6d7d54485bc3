use std::path::PathBuf;

use clap::Args;

use crate::store;

use super::{Common, Done, progress};

/// Make a backup the ledger again; it is verified first
#[derive(Args)]
pub(super) struct Restore {
    /// The backup
    file: PathBuf,
}

impl Restore {
    pub(super) fn run(self, common: &Common) -> Done {
        store::restore(&self.file, &common.db)?;
        progress::say(&format!(
            "{} is now the ledger {}.",
            self.file.display(),
            common.db.display()
        ))
    }
}
