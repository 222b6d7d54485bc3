use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use crate::bench;
use crate::live::Live;

use crate::settings::Settings;

use super::ask::show;
use super::import::Reading;
use super::{Common, Done};

/// Measure this machine: import, fold, status, discover and verify; or pages under load
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
    /// Instead: how well these ends of deals, named by their events, are told from what came before
    #[arg(long, value_name = "EVENTS", value_delimiter = ',')]
    outcomes: Option<Vec<String>>,
    /// Instead: how long statistics take on a company of so many deals, of twenty facts each
    #[arg(long, value_name = "DEALS")]
    large: Option<u64>,
    /// Instead: how long people wait for pages while so many read and write for a minute
    #[arg(long, value_name = "PEOPLE")]
    load: Option<usize>,
    /// Deals of the ledger that they work on
    #[arg(long, default_value_t = 100_000, requires = "load")]
    deals: u64,
    /// Seconds for which they do
    #[arg(long, default_value_t = 60, requires = "load")]
    seconds: u64,
}

impl Bench {
    pub(super) fn run(self, common: &Common) -> Done {
        let Bench { files, reading, events, runs, worlds, forecasts, .. } = self;
        let Bench { outcomes, large, load, deals, seconds, .. } = self;
        if let Some(names) = outcomes {
            return show(common, &bench::outcomes::run(&Live::open_existing(&common.db)?, &names)?);
        }
        if let Some(users) = load {
            let (deals, users) = (deals.max(1), users.max(1));
            let load = bench::load::Load { deals, users, time: Duration::from_secs(seconds) };
            return show(common, &load.run()?);
        }
        if let Some(deals) = large {
            return show(common, &bench::large::run(deals.max(1))?);
        }
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
