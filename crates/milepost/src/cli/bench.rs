use std::path::PathBuf;

use clap::Args;

use crate::bench;

use crate::settings::Settings;

use super::ask::show;
use super::import::Reading;
use super::{Common, Done};

/// Measure import, fold, status, discover and verify on this machine
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
    /// Instead: how often discovery finds the truth of so many manufactured companies of each size
    #[arg(long, value_name = "COMPANIES")]
    worlds: Option<u64>,
    /// Instead: how good forecasts of so many manufactured companies of each shape are
    #[arg(long, value_name = "COMPANIES")]
    forecasts: Option<u64>,
}

impl Bench {
    pub(super) fn run(self, common: &Common) -> Done {
        let Bench { files, reading, events, runs, worlds, forecasts } = self;
        if let Some(companies) = worlds {
            return show(common, &bench::worlds::run(companies));
        }
        if let Some(companies) = forecasts {
            return show(common, &bench::forecasts::run(companies));
        }
        let options = reading.options(&Settings::beside(&common.db)?)?;
        let measured = bench::Bench { files, options, events, runs: runs.max(1) }.run()?;
        show(common, &measured)
    }
}
