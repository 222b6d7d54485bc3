use std::path::PathBuf;

use clap::Args;

use crate::live::stored;
use crate::store;
use crate::texts::t;

use super::{Common, Done, progress};

/// Make a backup the ledger again; it is verified first
#[derive(Args)]
pub(super) struct Restore {
    /// The backup
    file: PathBuf,
}

impl Restore {
    pub(super) fn run(self, common: &Common) -> Done {
        store::restore(&self.file, &common.db).map_err(|error| stored::said(&error))?;
        progress::say(&t!(
            "cli-restored",
            file = self.file.display().to_string(),
            ledger = common.db.display().to_string()
        ))
    }
}
