use std::path::{Path, PathBuf};

use clap::Args;

use crate::answers::accuracy::{self, AccuracyAnswer, DayCount};
use crate::texts::t;

use super::ask::{find, show};
use super::{Common, Done};

/// How good the forecast was at past dates, beside simple methods
#[derive(Args)]
pub(super) struct Accuracy {
    /// How many days each forecast is for
    #[arg(long, default_value = "90d", value_name = "DAYS")]
    horizon: String,
    /// How many days apart the forecasts are
    #[arg(long, default_value = "14d", value_name = "DAYS")]
    every: String,
    /// The first date; by default the first with enough closed deals
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The last date; by default the last whose whole horizon has passed
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Write the odds of every deal at every date to this file
    #[arg(long, value_name = "FILE.csv")]
    deals: Option<PathBuf>,
}

impl Accuracy {
    pub(super) fn run(self, common: &Common) -> Done {
        let day = |text: Option<String>| text.as_deref().map(str::parse).transpose();
        let horizon: DayCount = self.horizon.parse()?;
        let every: DayCount = self.every.parse()?;
        let (from, to) = (day(self.from)?, day(self.to)?);
        let answer = find(common, &accuracy::Accuracy { horizon, every, from, to })?;
        if let Some(file) = &self.deals {
            write(file, &answer).map_err(|error| {
                let (file, why) = (file.display().to_string(), error.to_string());
                t!("cli-cannot-write-other", file = file, why = why)
            })?;
        }
        show(common, &answer)
    }
}

fn write(file: &Path, answer: &AccuracyAnswer) -> csv::Result<()> {
    let mut writer = csv::Writer::from_path(file)?;
    writer.write_record(["as_of", "deal", "p_win_in_horizon"])?;
    for odd in &answer.deals {
        let (as_of, p) = (odd.as_of.to_string(), odd.p_win_in_horizon.to_string());
        writer.write_record([as_of.as_str(), &odd.deal, &p])?;
    }
    writer.flush()?;
    Ok(())
}
