use clap::Args;

use crate::live::Live;

use super::{Common, Done, progress};

/// Check every byte of every event against the running digest
#[derive(Args)]
pub(super) struct Verify {}

impl Verify {
    pub(super) fn run(self, common: &Common) -> Done {
        let verified = Live::open_existing(&common.db)?.verify()?;
        for damage in &verified.damage {
            progress::say(damage)?;
        }
        if verified.damage.is_empty() {
            return progress::say(&format!(
                "All {} events are as they were recorded.",
                verified.events
            ));
        }
        let parts = verified.damage.len();
        Err(format!(
            "the ledger is damaged in {parts} place(s); restore a backup with: milepost restore FILE \
             --db NEW.db"
        )
        .into())
    }
}
