use std::path::PathBuf;

use clap::Subcommand;
use ledger::decide::CompanyIntent;
use ledger::process;

use crate::answers::process::ShowProcess;
use crate::live::Live;

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
                let name = file.display();
                let text = std::fs::read_to_string(&file)
                    .map_err(|error| format!("cannot read {name}: {error}"))?;
                let process: process::Process = toml::from_str(&text)
                    .map_err(|error| format!("{name} is not a process: {error}"))?;
                let called = process.name.clone();
                Live::open(&common.db)?.record_company(&CompanyIntent::Publish(process))?;
                progress::say(&format!(
                    "The process '{called}' is published and holds from now on."
                ))
            }
        }
    }
}
