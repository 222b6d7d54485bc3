use clap::Args;
use ledger::decide::CompanyIntent;
use ledger::money::Currency;
use ledger::time::Day;

use crate::clock;
use crate::live::Live;
use crate::texts::{decimal, t};

use super::{Common, Done, progress};

/// Record an exchange rate: one unit of FROM is RATE units of TO
#[derive(Args)]
pub(super) struct Rate {
    /// A currency, such as EUR
    from: Currency,
    /// Another, such as USD
    to: Currency,
    /// How many TO for one FROM
    rate: f64,
    /// From this day on; today if left out
    #[arg(long, value_name = "DATE")]
    day: Option<Day>,
}

impl Rate {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open(&common.db)?;
        let Rate { from, to, rate, day } = self;
        let day = day.unwrap_or_else(|| live.settings().day_of(clock::now()));
        live.record_company(&CompanyIntent::SetRate { from, to, rate, day })?;
        progress::say(&t!("cli-rate", day = day, from = from, rate = written(rate), to = to))
    }
}

/// With the decimals that it has.
fn written(rate: f64) -> String {
    let text = rate.to_string();
    decimal(rate, text.split_once('.').map_or(0, |(_, decimals)| decimals.len()))
}
