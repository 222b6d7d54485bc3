use clap::Args;

use crate::live::Live;
use crate::texts::{bare, t};

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
            return progress::say(&t!("cli-verified", events = bare(verified.events)));
        }
        let parts = verified.damage.len();
        Err(t!("cli-damaged", parts = bare(parts as u64)).into())
    }
}
