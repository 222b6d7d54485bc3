use clap::Args;
use ledger::time::Moment;

use crate::answers::Refusal;
use crate::live::Live;
use crate::texts::t;

use super::{Common, Done, ask::show};

/// What was imported and when; an import that was a mistake can be undone
#[derive(Args)]
pub(super) struct Imports {
    /// Undo the import of this moment, as the list gives it, or the latest one that counts
    #[arg(long, value_name = "MOMENT|latest")]
    undo: Option<String>,
}

impl Imports {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open_existing(&common.db)?;
        let Some(wanted) = self.undo else { return show(common, &live.imports()?) };
        let at: Moment = if wanted == "latest" {
            let all = live.imports()?.imports;
            let latest = all.iter().find(|import| import.undone.is_none());
            latest.map(|import| import.at).ok_or_else(|| Refusal(t!("cli-no-import").into()))?
        } else {
            wanted.parse()?
        };
        show(common, &live.undo_import(at)?)
    }
}
