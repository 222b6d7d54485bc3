use clap::Args;

use crate::answers::filter::Filter;
use crate::answers::forecast;
use crate::answers::status::By;

use super::{Common, Done, ask::ask};

/// What a period will bring, with its range
#[derive(Args)]
pub(super) struct Forecast {
    /// next-quarter, this-quarter, next-month, this-month, 2027-Q1, 2027-01, 28d, or FROM..TO
    #[arg(long, default_value = "next-quarter")]
    period: String,
    /// Split it by
    #[arg(long, value_enum)]
    by: Option<By>,
    /// What changed since an earlier day: 7d (days ago) or a date
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    #[command(flatten)]
    filter: Filter,
}

impl Forecast {
    pub(super) fn run(self, common: &Common) -> Done {
        let Forecast { period, by, since, filter } = self;
        let since = since.map(|text| text.parse()).transpose()?;
        ask(common, &forecast::Forecast { period: period.parse()?, by, filter, since })
    }
}
