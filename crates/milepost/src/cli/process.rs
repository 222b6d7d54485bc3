use std::path::PathBuf;

use clap::Subcommand;
use ledger::decide::CompanyIntent;
use ledger::process;

use crate::answers::process::ShowProcess;
use crate::live::Live;
use crate::texts::t;

use super::{Common, Done, ask::ask, progress};

/// The process: show it, or publish a version of it
#[derive(Subcommand)]
pub(super) enum Process {
    /// The milestones, and how deals pass through them
    Show,
    /// Publish a version from a file; all past events are read anew under it
    Publish {
        /// A TOML file with a name and a [[milestone]] for each step
        file: PathBuf,
    },
}

impl Process {
    pub(super) fn run(self, common: &Common) -> Done {
        match self {
            Process::Show => ask(common, &ShowProcess),
            Process::Publish { file } => {
                let name = file.display().to_string();
                let text = std::fs::read_to_string(&file)
                    .map_err(|error| t!("cli-cannot-read", file = name, why = error.to_string()))?;
                let process: process::Process = toml::from_str(&text)
                    .map_err(|error| t!("cli-no-process", file = name, why = error.to_string()))?;
                let called = process.name.clone();
                Live::open(&common.db)?.record_company(&CompanyIntent::Publish(process))?;
                progress::say(&t!("cli-published", process = called))
            }
        }
    }
}
