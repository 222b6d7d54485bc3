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
    /// What it would bring if something were otherwise: "better MILESTONE 10%" (of those lost before it),
    /// "faster MILESTONE 5d", "more SOURCE 20%" (leads), "lose DEAL", "win DEAL"
    #[arg(long, value_name = "WISH")]
    what_if: Vec<String>,
    #[command(flatten)]
    filter: Filter,
}

impl Forecast {
    pub(super) fn run(self, common: &Common) -> Done {
        let Forecast { period, by, since, what_if, filter } = self;
        let what_if = what_if.iter().map(|text| text.parse()).collect::<Result<_, _>>()?;
        let since = since.map(|text| text.parse()).transpose()?;
        ask(common, &forecast::Forecast { period: period.parse()?, by, filter, since, what_if })
    }
}
