use std::path::PathBuf;

use clap::Args;

use crate::bench;

use crate::settings::Settings;

use super::ask::show;
use super::import::Reading;
use super::{Common, Done};

/// Measure import, fold, status and verify on this machine
#[derive(Args)]
pub(super) struct Bench {
    /// Files to import; without any, a CSV is made
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Events of the CSV that is made
    #[arg(long, default_value_t = 10_000_000)]
    events: u64,
    /// How often; medians are shown
    #[arg(long, default_value_t = 3)]
    runs: usize,
}

impl Bench {
    pub(super) fn run(self, common: &Common) -> Done {
        let Bench { files, reading, events, runs } = self;
        let options = reading.options(&Settings::beside(&common.db)?)?;
        let measured = bench::Bench { files, options, events, runs: runs.max(1) }.run()?;
        show(common, &measured)
    }
}
